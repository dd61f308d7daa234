"""The sense of a whole question as a point among all others: a small multilingual encoder, shipped
inside a package and run by numpy (ADR 0012). Questions without a word in common still meet here.
"""

import threading
import time
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from xiaoer.core import resting
from xiaoer.core.combining import Combining
from xiaoer.knowledge.ranking.network import Network

SIZE = 512
"""Numbers of a point, a byte each."""

Vector = npt.NDArray[np.int8]
Points = npt.NDArray[np.float32]
_FULL = 127
IDLE_SEC = 120.0
"""So long after its last question the encoder is kept."""
MOST_TOGETHER = 64
"""So many who ask are answered at once."""


class Encoder:
    """Loaded by the first who asks (0.3 s and 100 MB), let go when nobody has asked for a while."""

    def __init__(self, idle_sec: float = IDLE_SEC) -> None:
        self.idle_sec = idle_sec
        self._together = Combining(self._points, most=MOST_TOGETHER)
        self._lock = threading.Lock()
        self._loaded: Network | None = None
        self._used = 0.0

    def encode(self, texts: Sequence[str]) -> Points:
        """Those who ask at the same time are answered together: the weights are read once."""
        return self._together.do(texts)

    def _points(self, asked: Sequence[Sequence[str]]) -> list[Points]:
        with self._lock:
            if self._loaded is None:
                self._loaded = Network()
            self._used = time.monotonic()
            points = self._loaded.encode([text for texts in asked for text in texts])
        return np.split(points, np.cumsum([len(texts) for texts in asked])[:-1])

    @property
    def loaded(self) -> bool:
        return self._loaded is not None

    def rest(self, *, now: bool = False) -> None:
        """Give the memory back when it is time; the next who asks loads it again."""
        with self._lock:
            if now or time.monotonic() - self._used >= self.idle_sec:
                self._loaded = None


_encoder = Encoder()
resting.when_quiet(_encoder.rest)


def rest_now() -> None:
    """Whoever has read many texts at once and reads no more gives the memory back."""
    _encoder.rest(now=True)


def vectors(texts: Sequence[str]) -> npt.NDArray[np.int8]:
    """A row for each text; `unit` makes them comparable."""
    if not texts:
        return np.zeros((0, SIZE), np.int8)
    made = _encoder.encode(texts)
    scaled = made / np.maximum(np.abs(made).max(axis=1, keepdims=True), 1e-9) * _FULL
    rows: npt.NDArray[np.int8] = np.rint(scaled).astype(np.int8)
    return rows


def unit(rows: npt.NDArray[np.int8]) -> npt.NDArray[np.float32]:
    """The rows with length one, to be multiplied."""
    wide = rows.astype(np.float32)
    length = np.sqrt(np.einsum("ij,ij->i", wide, wide))
    made: npt.NDArray[np.float32] = wide / np.maximum(length, 1e-9)[:, None]
    return made
