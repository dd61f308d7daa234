"""Which entries hold a term, with weights put together so that one sum is a score by words."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from xiaoer.knowledge.ranking.features import Channel, Terms
from xiaoer.knowledge.ranking.senses import Places
from xiaoer.knowledge.ranking.table import Table
from xiaoer.knowledge.ranking.weights import WEIGHTS

Scores = npt.NDArray[np.float32]
COMMON, FEW = 0.1, 3_000
"""A term that stands in more than `FEW` entries and in a larger share of them than `COMMON` tells
too little to be looked up."""
_WEIGHTS = np.array([WEIGHTS[channel] for channel in Channel])
_HALF, _LOW = np.uint64(32), np.uint64(0xFFFFFFFF)


class Postings:
    """The entries of each term of all channels.

    A channel is ordinarily a cosine of tf-idf. That of answers, which are long, is the share of
    what is asked that an entry holds, however much else it says. Terms of different channels are
    different numbers (`features`), so all lie in one row and are summed at once.
    """

    def __init__(self, table: Table, order: Places) -> None:
        """`order` tells which row of the table stands at each place."""
        self._entries = len(table)
        places = np.empty(len(order), np.int64)
        places[order] = np.arange(len(order))
        parts = [_Part(table, channel, places) for channel in Channel]
        self._unknown = float(np.log1p((len(table) + 1) / 0.5))
        terms = np.concatenate([part.terms for part in parts])
        order = np.argsort(terms, kind="stable")
        sizes = np.concatenate([part.holding for part in parts])
        begins = np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64)
        self._terms, self._starts, self._sizes = terms[order], begins[order], sizes[order]
        self._idf = np.concatenate([part.idf for part in parts])[order]
        self._common = self._sizes > max(FEW, COMMON * len(table))
        self._docs = np.concatenate([part.docs for part in parts])
        self._weights = np.concatenate([part.weights for part in parts])

    def score(self, asked: Sequence[Terms]) -> Scores:
        """How near each entry is by its words: the channels' scores (0–1), each by its weight."""
        summed = np.zeros(self._entries, np.float32)
        if len(self._terms):
            for at, share in zip(*self._shares(asked), strict=True):
                some = slice(self._starts[at], self._starts[at] + self._sizes[at])
                np.add.at(summed, self._docs[some], self._weights[some] * share)
        return summed

    def _shares(self, asked: Sequence[Terms]) -> tuple[list[int], list[np.float32]]:
        """Terms that are looked up, and how much each of them counts."""
        channels = np.repeat(np.arange(len(asked)), [len(each) for each in asked])
        terms, first, counts = np.unique(
            np.concatenate(asked), return_index=True, return_counts=True
        )
        channels = channels[first]
        place = np.minimum(np.searchsorted(self._terms, terms), len(self._terms) - 1)
        known = self._terms[place] == terms
        idf = np.where(known, self._idf[place], self._unknown)
        weights = np.where(channels == Channel.ANSWER, idf, idf * (1 + np.log(counts)))
        squares = np.where(channels == Channel.ANSWER, idf, weights**2)
        whole = np.bincount(channels, squares, len(asked))
        whole = np.where(np.arange(len(asked)) == Channel.ANSWER, whole, np.sqrt(whole))
        shares = _WEIGHTS[channels] * weights / whole[channels]
        taken = known & ~self._common[place] & (shares > 0)
        return place[taken].tolist(), list(shares[taken].astype(np.float32))


class _Part:
    """One channel: its terms, how many entries hold each, and these in one row."""

    def __init__(self, table: Table, channel: Channel, places: Places) -> None:
        terms, rows, entries = table.terms[channel], places[table.rows[channel]], len(table)
        pairs, counts = np.unique(
            (terms.astype(np.uint64) << _HALF) | rows.astype(np.uint64), return_counts=True
        )
        self.docs = (pairs & _LOW).astype(np.intp)
        self.terms, starts = np.unique((pairs >> _HALF).astype(np.uint32), return_index=True)
        self.holding = np.diff(np.append(starts, len(pairs))).astype(np.int64)
        self.idf = np.log1p((entries + 1) / (self.holding + 0.5))
        self.weights = np.ones(len(pairs), np.float32)
        if channel is not Channel.ANSWER:
            weights = (1 + np.log(counts)) * np.repeat(self.idf, self.holding)
            length = np.sqrt(np.bincount(self.docs, weights**2, minlength=entries))
            self.weights = (weights / np.maximum(length[self.docs], 1e-9)).astype(np.float32)
