"""Many entries put together, and how near a question is to each of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from xiaoer.knowledge.ranking.features import Features
from xiaoer.knowledge.ranking.postings import Postings
from xiaoer.knowledge.ranking.senses import Senses
from xiaoer.knowledge.ranking.weights import SENSE

Scores = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
NEAREST = 600
"""So many entries, the nearest by their words and roughly by their sense, are compared exactly."""


@dataclass(frozen=True)
class Entry:
    """One wording: whose it is, and what it is compared by."""

    owner: int
    features: Features


@dataclass(frozen=True)
class Found:
    """An owner, how near its nearest wording is (0–1), and which wording that was."""

    owner: int
    score: float
    entry: int


class Index:
    """Entries that can be asked. Never changed once it is made, so many threads may ask."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._owners = np.array([each.owner for each in entries], dtype=np.int64)
        self._postings = Postings([each.features.terms for each in entries])
        self._senses = Senses([each.features.vector for each in entries])

    def __len__(self) -> int:
        return len(self._owners)

    def search(self, asked: Features, *, limit: int = 10, keep: Mask | None = None) -> list[Found]:
        """The nearest owners, best first. `keep` tells by entry which may be found."""
        if not len(self):
            return []
        places, scores = self._scores(asked, keep)
        order = np.lexsort((places, -scores))
        found: dict[int, Found] = {}
        for at in order.tolist():
            owner = int(self._owners[places[at]])
            if owner not in found:
                found[owner] = Found(owner, float(scores[at]), int(places[at]))
                if len(found) == limit:
                    break
        return list(found.values())

    def _scores(self, asked: Features, keep: Mask | None) -> tuple[npt.NDArray[np.int64], Scores]:
        """Entries that come into question, and how near each is (0–1)."""
        by_words = self._postings.score(asked.terms)
        point = self._senses.point(asked.vector)
        places = np.arange(len(self)) if keep is None else np.flatnonzero(keep)
        if len(places) > NEAREST:
            rough = by_words + SENSE * np.maximum(self._senses.rough(point), 0)
            rough = rough if keep is None else rough[places]
            places = places[np.argpartition(-rough, NEAREST)[:NEAREST]]
        near = self._senses.exact(point, places)
        return places, by_words[places] + SENSE * np.maximum(near, 0)
