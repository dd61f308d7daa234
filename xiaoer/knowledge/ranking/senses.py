"""The points of many entries: which lie near a question's, roughly for all and exactly for some.

The rough look is along the axes on which the entries differ most. Of a large shop it is taken
within those groups only whose middle is nearest: all of a hundred thousand entries would be 50 MB
to read each time.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from xiaoer.knowledge.ranking import sense
from xiaoer.knowledge.ranking.sense import Vector

Rows = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]
AXES = 128
"""Of the 512 numbers of a point, as many as tell entries apart as well as all do."""
SAMPLE = 5_000
"""Entries of which axes and groups are found."""
LARGE = 20_000
GROUPS, LOOKED_AT = 128, 32
"""Groups of a large shop, and into how many of them a question looks."""
ROUNDS = 5
AT_ONCE = 4_096


class Senses:
    """A row for each entry."""

    def __init__(self, rows: Sequence[Vector]) -> None:
        self._rows = np.stack(rows) if rows else np.zeros((0, sense.SIZE), np.int8)
        sample = sense.unit(self._rows[:: max(1, len(rows) // SAMPLE)])
        self._axes = np.linalg.eigh(sample.T @ sample)[1][:, -AXES:].astype(np.float32)
        rough = np.zeros((len(rows), AXES), np.float32)
        self._lengths = np.zeros(len(rows), np.float32)
        for start in range(0, len(rows), AT_ONCE):
            wide = self._rows[start : start + AT_ONCE].astype(np.float32)
            lengths = np.maximum(np.sqrt(np.einsum("ij,ij->i", wide, wide)), 1e-9)
            self._lengths[start : start + AT_ONCE] = lengths
            rough[start : start + AT_ONCE] = wide @ self._axes / lengths[:, None]
        self._near: _All | _Groups = _Groups(rough) if len(rows) > LARGE else _All(rough)

    @staticmethod
    def point(vector: Vector) -> Rows:
        """A question's, to be compared."""
        point: Rows = sense.unit(vector[None])[0]
        return point

    def rough(self, point: Rows) -> Rows:
        """About the cosine of each entry; 0 where it lies in a group that is far."""
        along: Rows = point @ self._axes
        return self._near(along)

    def exact(self, point: Rows, places: Places) -> Rows:
        """The cosine of the entries at `places`."""
        near: Rows = self._rows[places].astype(np.float32) @ point / self._lengths[places]
        return near


class _All:
    """Every entry of a shop that is not large."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def __call__(self, along: Rows) -> Rows:
        near: Rows = self._rows @ along
        return near


class _Groups:
    """Entries in the order of their groups (spherical k-means)."""

    def __init__(self, rows: Rows) -> None:
        sample = rows[:: max(1, len(rows) // SAMPLE)]
        middles = sample[:: max(1, len(sample) // GROUPS)][:GROUPS].copy()
        for _ in range(ROUNDS):
            nearest = np.argmax(sample @ middles.T, axis=1)
            for group in np.unique(nearest):
                middle = sample[nearest == group].sum(axis=0)
                middles[group] = middle / max(float(np.linalg.norm(middle)), 1e-9)
        nearest = np.concatenate(
            [
                np.argmax(rows[start : start + AT_ONCE] @ middles.T, axis=1)
                for start in range(0, len(rows), AT_ONCE)
            ]
        )
        self._middles, self._places = middles, np.argsort(nearest, kind="stable")
        self._rows = rows[self._places]
        self._ends = np.searchsorted(nearest[self._places], np.arange(GROUPS + 1))

    def __call__(self, along: Rows) -> Rows:
        found = np.zeros(len(self._rows), np.float32)
        for group in np.argpartition(-(self._middles @ along), LOOKED_AT)[:LOOKED_AT].tolist():
            some = slice(self._ends[group], self._ends[group + 1])
            found[self._places[some]] = self._rows[some] @ along
        return found
