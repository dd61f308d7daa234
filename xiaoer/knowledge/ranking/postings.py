"""Which entries hold a term, with weights put together so that one sum is a score by words."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from xiaoer.knowledge.ranking.features import Channel, Terms
from xiaoer.knowledge.ranking.weights import WEIGHTS

Scores = npt.NDArray[np.float64]
COMMON, FEW = 0.1, 3_000
"""A term that stands in more than `FEW` entries and in a larger share of them than `COMMON` tells
too little to be looked up."""
_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)


class Postings:
    """The entries of each term of all channels.

    A channel is ordinarily a cosine of tf-idf. That of answers, which are long, is the share of
    what is asked that an entry holds, however much else it says. Terms of different channels are
    different numbers (`features`), so all lie in one row and are summed at once.
    """

    def __init__(self, entries: Sequence[tuple[Terms, ...]]) -> None:
        self._entries = len(entries)
        parts = [
            _Part([each[channel] for each in entries], coverage=channel is Channel.ANSWER)
            for channel in Channel
        ]
        self._unknown = float(np.log1p((len(entries) + 1) / 0.5))
        terms = np.concatenate([part.terms for part in parts])
        order = np.argsort(terms, kind="stable")
        sizes = np.concatenate([part.holding for part in parts])
        begins = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
        self._terms, self._starts, self._sizes = terms[order], begins[order], sizes[order]
        self._idf = np.concatenate([part.idf for part in parts])[order]
        self._common = self._sizes > max(FEW, COMMON * len(entries))
        self._docs = np.concatenate([part.docs for part in parts])
        self._weights = np.concatenate([part.weights for part in parts])

    def score(self, asked: Sequence[Terms]) -> Scores:
        """How near each entry is by its words: the channels' scores (0–1), each by its weight."""
        docs, weights = [], []
        for channel in Channel:
            if not WEIGHTS[channel] or not len(asked[channel]) or not len(self._terms):
                continue
            terms, counts = np.unique(asked[channel], return_counts=True)
            place = np.minimum(np.searchsorted(self._terms, terms), len(self._terms) - 1)
            known = self._terms[place] == terms
            shares = self._shares(channel, np.where(known, self._idf[place], self._unknown), counts)
            taken = known & ~self._common[place]
            for at, share in zip(place[taken].tolist(), shares[taken].tolist(), strict=True):
                some = slice(self._starts[at], self._starts[at] + self._sizes[at])
                docs.append(self._docs[some])
                weights.append(self._weights[some] * np.float32(share * WEIGHTS[channel]))
        if not docs:
            return np.zeros(self._entries)
        summed = np.bincount(np.concatenate(docs), np.concatenate(weights), self._entries)
        return summed.astype(np.float64, copy=False)

    @staticmethod
    def _shares(
        channel: Channel, idf: npt.NDArray[np.float64], counts: npt.NDArray[np.int64]
    ) -> npt.NDArray[np.float64]:
        """How much each term of a question counts."""
        if channel is Channel.ANSWER:
            shares: Scores = idf / idf.sum()
            return shares
        weights: Scores = idf * (1 + np.log(counts))
        length: float = np.sqrt((weights**2).sum())
        return weights / length


class _Part:
    """One channel: its terms, how many entries hold each, and these in one row."""

    def __init__(self, rows: Sequence[Terms], *, coverage: bool) -> None:
        owners = np.repeat(np.arange(len(rows), dtype=np.uint64), [len(each) for each in rows])
        flat = np.concatenate(rows) if rows else np.zeros(0, np.uint32)
        pairs, counts = np.unique((flat.astype(np.uint64) << _HALF) | owners, return_counts=True)
        self.docs = (pairs & _LOW).astype(np.int32)
        self.terms, starts = np.unique((pairs >> _HALF).astype(np.uint32), return_index=True)
        self.holding = np.diff(np.append(starts, len(pairs))).astype(np.int64)
        self.idf = np.log1p((len(rows) + 1) / (self.holding + 0.5))
        self.weights = np.ones(len(pairs), np.float32)
        if not coverage:
            weights = (1 + np.log(counts)) * np.repeat(self.idf, self.holding)
            length = np.sqrt(np.bincount(self.docs, weights**2, minlength=len(rows)))
            self.weights = (weights / np.maximum(length[self.docs], 1e-9)).astype(np.float32)
