"""The features of many texts side by side, as an index is made of them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from xiaoer.knowledge.ranking import sense
from xiaoer.knowledge.ranking.features import Channel, Features

Numbers = npt.NDArray[np.int64]
_WORD = 4
"""Bytes of a term; the vector before them takes a whole number of these."""


@dataclass(frozen=True)
class Table:
    """A row for each text. Terms lie in one row for each channel, with the row they are of."""

    vectors: npt.NDArray[np.int8]
    terms: tuple[npt.NDArray[np.uint32], ...]
    rows: tuple[Numbers, ...]

    def __len__(self) -> int:
        return len(self.vectors)

    @staticmethod
    def of(features: Sequence[Features]) -> "Table":
        return Table.unpacked([each.packed() for each in features])

    @staticmethod
    def unpacked(stored: Sequence[bytes]) -> "Table":
        """Of features as they are stored, all in one go."""
        words = np.frombuffer(b"".join(stored), dtype="<u4")
        lengths = np.array([len(each) // _WORD for each in stored], dtype=np.int64)
        begins = np.cumsum(lengths) - lengths
        width = sense.SIZE // _WORD
        vectors = words[_spread(begins, np.full(len(stored), width))].view(np.int8)
        at = begins + width + len(Channel)
        terms, rows = [], []
        for channel in Channel:
            sizes = words[begins + width + channel].astype(np.int64)
            terms.append(words[_spread(at, sizes)])
            rows.append(np.repeat(np.arange(len(stored)), sizes))
            at = at + sizes
        return Table(vectors.reshape(-1, sense.SIZE), tuple(terms), tuple(rows))

    @staticmethod
    def joined(tables: Sequence["Table"]) -> "Table":
        """The rows of all, one after the other."""
        sizes = [len(each) for each in tables]
        firsts = (np.cumsum([0, *sizes])[:-1]).tolist()
        rows = [
            [each.rows[channel] + first for each, first in zip(tables, firsts, strict=True)]
            for channel in Channel
        ]
        return Table(
            np.concatenate([each.vectors for each in tables]),
            tuple(np.concatenate([each.terms[n] for each in tables]) for n in Channel),
            tuple(np.concatenate(each) for each in rows),
        )


def _spread(begins: Numbers, sizes: Numbers) -> Numbers:
    """All places of runs that begin here and there: 3, 7 of sizes 2, 3 are 3 4 7 8 9."""
    ends = np.cumsum(sizes)
    shifts = np.repeat(begins - (ends - sizes), sizes)
    places: Numbers = np.arange(len(shifts)) + shifts
    return places
