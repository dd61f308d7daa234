"""Many entries put together, and how near a question is to each of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from xiaoer.knowledge.ranking import sense
from xiaoer.knowledge.ranking.features import Channel, Features, Terms
from xiaoer.knowledge.ranking.weights import SENSE, WEIGHTS

Scores = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]
WHOLE = 3_000
"""Up to so many entries the sense of each is compared; of more, that of the `NEAREST` by words."""
NEAREST = 600
COMMON = 0.1
"""In a large index a term that stands in a larger share of the entries tells too little to be
looked up."""


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


class Postings:
    """The entries of each term of one channel with their weights, so that a sum is a score.

    Ordinarily a cosine of tf-idf. With `coverage` it is the share of what is asked that an entry
    holds, however much else it says: right for answers, which are long.
    """

    def __init__(self, rows: Sequence[Terms], *, coverage: bool = False) -> None:
        self._entries, self._coverage = len(rows), coverage
        owners = np.repeat(np.arange(len(rows), dtype=np.uint64), [len(each) for each in rows])
        flat = np.concatenate(rows) if rows else np.zeros(0, np.uint32)
        pairs, counts = np.unique((flat.astype(np.uint64) << _HALF) | owners, return_counts=True)
        self._docs = (pairs & _LOW).astype(np.int32)
        self._terms, starts = np.unique((pairs >> _HALF).astype(np.uint32), return_index=True)
        self._starts = np.append(starts, len(pairs)).astype(np.int64)
        holding = np.diff(self._starts)
        self._idf = np.log1p((len(rows) + 1) / (holding + 0.5)).astype(np.float32)
        self._unknown = float(np.log1p((len(rows) + 1) / 0.5))
        self._common = holding > max(WHOLE, COMMON * len(rows))
        weights = np.ones(len(pairs), np.float32)
        if not coverage:
            weights = ((1 + np.log(counts)) * np.repeat(self._idf, holding)).astype(np.float32)
            length = np.sqrt(np.bincount(self._docs, weights**2, minlength=len(rows)))
            weights /= np.maximum(length[self._docs], 1e-9).astype(np.float32)
        self._weights = weights

    def score(self, terms: Terms) -> Scores:
        """How near each entry is, 0–1."""
        scores = np.zeros(self._entries, np.float32)
        asked, counts = np.unique(terms, return_counts=True)
        if not len(asked) or not len(self._terms):
            return scores
        place = np.minimum(np.searchsorted(self._terms, asked), len(self._terms) - 1)
        known = self._terms[place] == asked
        weights = np.where(known, self._idf[place], self._unknown)
        if self._coverage:
            weights = weights / weights.sum()
        else:
            weights = weights * (1 + np.log(counts))
            weights = weights / np.sqrt((weights**2).sum())
        taken = known & ~self._common[place]
        for at, weight in zip(place[taken], weights[taken], strict=True):
            some = slice(self._starts[at], self._starts[at + 1])
            scores[self._docs[some]] += self._weights[some] * np.float32(weight)
        return scores


_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)


class Index:
    """Entries that can be asked. Never changed once it is made, so many threads may ask."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._owners = np.array([each.owner for each in entries], dtype=np.int64)
        self._channels = [
            Postings(
                [each.features.terms[channel] for each in entries],
                coverage=channel is Channel.ANSWER,
            )
            for channel in Channel
        ]
        rows = [each.features.vector for each in entries]
        self._senses = np.stack(rows) if rows else np.zeros((0, sense.SIZE), np.int8)

    def __len__(self) -> int:
        return len(self._owners)

    def search(self, asked: Features, *, limit: int = 10, keep: Mask | None = None) -> list[Found]:
        """The nearest owners, best first. `keep` tells by entry which may be found."""
        if not len(self):
            return []
        places, scores = self.scores(asked, keep)
        order = np.lexsort((places, -scores))
        found: dict[int, Found] = {}
        for at in order:
            owner = int(self._owners[places[at]])
            if owner not in found:
                found[owner] = Found(owner, float(scores[at]), int(places[at]))
                if len(found) == limit:
                    break
        return list(found.values())

    def scores(
        self, asked: Features, keep: Mask | None = None
    ) -> tuple[npt.NDArray[np.int64], Scores]:
        """Entries that come into question, and how near each is (0–1)."""
        by_words = np.zeros(len(self), np.float32)
        for channel, postings in zip(Channel, self._channels, strict=True):
            if WEIGHTS[channel]:
                by_words += np.float32(WEIGHTS[channel]) * postings.score(asked.terms[channel])
        if keep is not None:
            by_words[~keep] = -1
        places = np.arange(len(self))
        if len(self) > WHOLE:
            places = np.argpartition(-by_words, NEAREST)[:NEAREST]
        places = places[by_words[places] >= 0]
        near = sense.unit(self._senses[places]) @ sense.unit(asked.vector[None])[0]
        return places, by_words[places] + np.float32(SENSE) * np.maximum(near, 0)

    def signals(self, asked: Features) -> npt.NDArray[np.float32]:
        """A row of scores for each channel and one for the sense: what the weights are tuned on."""
        rows = [p.score(t) for p, t in zip(self._channels, asked.terms, strict=True)]
        near = sense.unit(self._senses) @ sense.unit(asked.vector[None])[0]
        return np.stack([*rows, np.maximum(near, 0)])
