"""The points of many entries: which lie near a question's, roughly for all and exactly for some.

The rough look is along the axes on which the entries differ most. Of a large shop it is taken
within those groups only whose middle is nearest: all of a hundred thousand entries would be 50 MB
to read each time.
"""

import numpy as np
import numpy.typing as npt

from xiaoer.knowledge.ranking import sense
from xiaoer.knowledge.ranking.sense import Vector

Rows = npt.NDArray[np.float32]
Places = npt.NDArray[np.int64]
AXES, AXES_OF_MANY = 128, 64
"""Of the 512 numbers of a point, as many as tell entries apart as well as all do; in a large shop
it is better to look into twice as many groups along half of them."""
SAMPLE = 5_000
"""Entries of which the axes are found."""
LARGE = 20_000
GROUPS, LOOKED_AT = 256, 88
"""Groups of a large shop, and into how many of them a question looks."""
OF_EACH = 40
"""Entries of a group that its middle is found by."""
ROUNDS = 5
AT_ONCE = 4_096


class Senses:
    """A row for each entry, those of a group beside each other: `order` tells where each was."""

    def __init__(self, rows: npt.NDArray[np.int8], *, roughly: bool) -> None:
        """`roughly`: whether `rough` will be asked; few entries can do without."""
        self._lengths = np.zeros(len(rows), np.float32)
        grouped = roughly and len(rows) > LARGE
        self._axes = _axes(rows, AXES_OF_MANY if grouped else AXES if roughly else 0)
        rough = np.zeros((len(rows), self._axes.shape[1]), np.float32)
        for start in range(0, len(rows), AT_ONCE):
            wide = rows[start : start + AT_ONCE].astype(np.float32)
            lengths = np.maximum(np.sqrt(np.einsum("ij,ij->i", wide, wide)), 1e-9)
            self._lengths[start : start + AT_ONCE] = lengths
            rough[start : start + AT_ONCE] = wide @ self._axes / lengths[:, None]
        self._middles = _middles(rough) if grouped else np.zeros((1, rough.shape[1]), np.float32)
        nearest = _nearest(rough, self._middles)
        self.order: Places = np.argsort(nearest, kind="stable")
        self._ends = np.searchsorted(nearest[self.order], np.arange(len(self._middles) + 1))
        self._rows, self._rough = rows[self.order], rough[self.order]
        self._lengths = self._lengths[self.order]

    @staticmethod
    def point(vector: Vector) -> Rows:
        """A question's, to be compared."""
        point: Rows = sense.unit(vector[None])[0]
        return point

    def add_rough(self, scores: Rows, point: Rows, weight: float) -> None:
        """Add `weight` times about the cosine of each entry in the groups that are near."""
        along = (point @ self._axes) * np.float32(weight)
        groups = range(len(self._middles))
        if len(groups) > LOOKED_AT:
            near = self._middles @ along
            groups = np.argpartition(near, -LOOKED_AT)[-LOOKED_AT:].tolist()
        for group in groups:
            some = slice(self._ends[group], self._ends[group + 1])
            scores[some] += self._rough[some] @ along

    def exact(self, point: Rows, places: Places) -> Rows:
        """The cosine of the entries at `places`."""
        near: Rows = self._rows[places].astype(np.float32) @ point / self._lengths[places]
        return near


def _axes(rows: npt.NDArray[np.int8], count: int) -> Rows:
    if not count:
        return np.zeros((sense.SIZE, 0), np.float32)
    sample = sense.unit(rows[:: max(1, len(rows) // SAMPLE)])
    axes: Rows = np.linalg.eigh(sample.T @ sample)[1][:, -count:].astype(np.float32)
    return axes


def _middles(rows: Rows) -> Rows:
    """Of the groups (spherical k-means)."""
    sample = rows[:: max(1, len(rows) // (GROUPS * OF_EACH))]
    middles: Rows = sample[:: max(1, len(sample) // GROUPS)][:GROUPS].copy()
    for _ in range(ROUNDS):
        nearest = _nearest(sample, middles)
        for group in np.unique(nearest):
            middle = sample[nearest == group].sum(axis=0)
            middles[group] = middle / max(float(np.linalg.norm(middle)), 1e-9)
    return middles


def _nearest(rows: Rows, middles: Rows) -> Places:
    found = np.zeros(len(rows), np.int64)
    if len(middles) > 1:
        for start in range(0, len(rows), AT_ONCE):
            some = rows[start : start + AT_ONCE] @ middles.T
            found[start : start + AT_ONCE] = np.argmax(some, axis=1)
    return found
