"""Many entries put together, and how near a question is to each of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from xiaoer.knowledge.ranking.features import Features
from xiaoer.knowledge.ranking.postings import Postings
from xiaoer.knowledge.ranking.senses import Senses
from xiaoer.knowledge.ranking.table import Table
from xiaoer.knowledge.ranking.weights import SENSE

Scores = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]
NEAREST = 500
"""So many entries, the nearest by their words and roughly by their sense, are compared exactly."""
SIXTEENTH = 16


@dataclass(frozen=True)
class Entry:
    """One wording: whose it is, and what it is compared by."""

    owner: int
    features: Features


@dataclass(frozen=True)
class Found:
    """An owner, how near its nearest wording is (0–1), and which wording that was, as numbered when
    the index was made."""

    owner: int
    score: float
    entry: int


class Index:
    """Entries that can be asked. Never changed once it is made, so many threads may ask."""

    def __init__(self, owners: Sequence[int], table: Table) -> None:
        """`owners`: whose each row of the table is."""
        self._senses = Senses(table.vectors, roughly=len(table) > NEAREST)
        self._rows = self._senses.order
        self.owners: Numbers = np.asarray(owners, dtype=np.int64)[self._rows]
        self._postings = Postings(table, self._rows)

    @staticmethod
    def of(entries: Sequence[Entry]) -> "Index":
        table = Table.of([each.features for each in entries])
        return Index([each.owner for each in entries], table)

    def __len__(self) -> int:
        return len(self.owners)

    def places(self, owners: Numbers) -> Numbers:
        """Where the entries of these owners lie: what `search` can be told to leave out."""
        return np.flatnonzero(np.isin(self.owners, owners))

    def search(
        self, asked: Features, *, limit: int = 10, but: Numbers | None = None
    ) -> list[Found]:
        """The nearest owners, best first, without the entries at the places `but`."""
        if not len(self):
            return []
        places, scores = self._scores(asked, but)
        order = np.lexsort((self._rows[places], -scores))
        found: dict[int, Found] = {}
        for at in order.tolist():
            owner = int(self.owners[places[at]])
            if owner not in found:
                found[owner] = Found(owner, float(scores[at]), int(self._rows[places[at]]))
                if len(found) == limit:
                    break
        return list(found.values())

    def _scores(self, asked: Features, but: Numbers | None) -> tuple[Numbers, Scores]:
        """Places of entries that come into question, and how near each is (0–1)."""
        by_words = self._postings.score(asked.terms)
        point = self._senses.point(asked.vector)
        if len(self) > NEAREST:
            rough = by_words.copy()
            self._senses.add_rough(rough, point, SENSE)
            if but is not None:
                rough[but] = -np.inf
            places = _largest(rough, NEAREST)
            places = places[rough[places] > -np.inf]
        else:
            places = np.arange(len(self))
            if but is not None:
                places = np.delete(places, but)
        scores: Scores = np.maximum(self._senses.exact(point, places), 0)
        scores *= SENSE
        return places, by_words[places] + scores


def _largest(scores: Scores, most: int) -> Numbers:
    """Places of the largest. Every sixteenth tells about where they begin: to part all at once
    costs twenty times as much, for most of them are alike."""
    some = scores[::SIXTEENTH]
    margin = 2 * most // SIXTEENTH
    if len(some) > margin:
        above = np.flatnonzero(scores >= np.partition(some, -margin)[-margin])
        if len(above) >= most:
            return above[np.argpartition(scores[above], -most)[-most:]]
    return np.argpartition(scores, -most)[-most:]
