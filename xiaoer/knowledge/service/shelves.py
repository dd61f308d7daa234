"""What a shop has published, as far as a search must know it.

A hundred thousand articles lie in a few arrays: as objects they would be three times as much
memory, and the garbage collector would stop all requests to look through them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

import numpy as np
import numpy.typing as npt

from xiaoer.knowledge.models import Kind
from xiaoer.knowledge.ranking import Features, Found, Index, Table
from xiaoer.knowledge.ranking.weights import ANSWERS

Numbers = npt.NDArray[np.int64]
Rows = Sequence[tuple[Any, ...]]
"""`id, kind, public, product_ids, effective_from, effective_until, text, features` of each wording,
those of an article together; without features: the article is not to be found any more."""
_KINDS = tuple(Kind)
_ID = 16
"""Bytes of an id."""


@dataclass(frozen=True)
class Near:
    """An article that a question is near to: how near (0–1), and by which wording."""

    article_id: UUID
    kind: Kind
    product_ids: frozenset[UUID]
    score: float
    wording: str

    @property
    def answers(self) -> bool:
        """Near enough to be taken for an answer."""
        return self.score >= ANSWERS


class Part:
    """Some articles with their index."""

    def __init__(self, batches: Iterable[Rows]) -> None:
        told, found = _Told(), _Told()
        tables, owners = [], []
        for rows in batches:
            entries = [row for row in rows if row[7] is not None]
            told.add(rows)
            owners += found.add(entries)
            tables.append(Table.unpacked([bytes(row[7]) for row in entries]))
        self.told = told.ids()
        """Ids of all that is told of, found or not, as they lie in memory."""
        self.index = Index(owners, Table.joined(tables))
        self._ids, self._kinds = found.ids(), np.array(found.kinds, np.int8)
        self._products, self._texts = found.products.closed(), found.texts.closed()
        self._private = self.index.places(np.flatnonzero(~np.array(found.public, np.bool_)))
        begins, ends = np.array(found.begins), np.array(found.ends)
        self._timed = self.index.places(np.flatnonzero((begins > -np.inf) | (ends < np.inf)))
        timed = self.index.owners[self._timed]
        self._begins, self._ends = begins[timed], ends[timed]

    def __len__(self) -> int:
        return len(self._ids)

    def places_of(self, ids: npt.NDArray[np.void]) -> Numbers:
        """Where the wordings of these articles lie."""
        low = self._low_halves
        wanted = _low(ids)
        at = np.minimum(np.searchsorted(low[0], wanted), len(self._ids) - 1)
        same = low[0][at] == wanted if len(self._ids) else np.zeros(len(ids), np.bool_)
        return self.index.places(low[1][at[same]])

    @cached_property
    def _low_halves(self) -> tuple[npt.NDArray[np.uint64], Numbers]:
        """The random half of each id, in their order, and whose it is."""
        low = _low(self._ids)
        order = np.argsort(low)
        return low[order], order

    def search(
        self, asked: Features, now: datetime, *, public: bool, gone: Numbers, limit: int
    ) -> list[Near]:
        """The nearest of those that hold at `now`, without the places `gone`. `public`: only what
        customers may read."""
        moment = now.timestamp()
        out = [gone, self._private] if public else [gone]
        if len(self._timed):
            out.append(self._timed[(self._begins > moment) | (self._ends <= moment)])
        but = np.concatenate(out) if any(map(len, out)) else None
        return [self._near(each) for each in self.index.search(asked, limit=limit, but=but)]

    def _near(self, found: Found) -> Near:
        products = self._products[found.owner]
        return Near(
            article_id=UUID(bytes=self._ids[found.owner].tobytes()),
            kind=_KINDS[self._kinds[found.owner]],
            product_ids=frozenset(
                UUID(bytes=products[at : at + _ID]) for at in range(0, len(products), _ID)
            ),
            score=found.score,
            wording=self._texts[found.entry].decode(),
        )


class _Told:
    """Articles as they are read, one after the other."""

    def __init__(self) -> None:
        self._ids: list[bytes] = []
        self.kinds: list[int] = []
        self.public: list[bool] = []
        self.begins: list[float] = []
        self.ends: list[float] = []
        self.products, self.texts = _Strings(), _Strings()

    def add(self, rows: Rows) -> list[int]:
        """Whose each row is."""
        owners = []
        for article_id, kind, public, product_ids, begins, ends, text, _ in rows:
            if not self._ids or self._ids[-1] != article_id.bytes:
                self._ids.append(article_id.bytes)
                self.kinds.append(_KINDS.index(Kind(kind)))
                self.public.append(public)
                self.begins.append(begins.timestamp() if begins else -np.inf)
                self.ends.append(ends.timestamp() if ends else np.inf)
                self.products.add(b"".join(each.bytes for each in product_ids))
            self.texts.add((text or "").encode())
            owners.append(len(self._ids) - 1)
        return owners

    def ids(self) -> npt.NDArray[np.void]:
        return np.frombuffer(b"".join(self._ids), np.dtype((np.void, _ID)))


class _Strings:
    """Many strings in one."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._whole, self._ends = b"", np.zeros(1, np.int64)

    def add(self, text: bytes) -> None:
        self._parts.append(text)

    def closed(self) -> "_Strings":
        self._whole = b"".join(self._parts)
        self._ends = np.cumsum([0, *map(len, self._parts)])
        self._parts.clear()
        return self

    def __getitem__(self, at: int) -> bytes:
        return self._whole[self._ends[at] : self._ends[at + 1]]


def _low(ids: npt.NDArray[np.void]) -> npt.NDArray[np.uint64]:
    return np.ascontiguousarray(ids).view(np.uint64)[1::2].copy()


def _nothing() -> Numbers:
    return np.zeros(0, np.int64)


@dataclass(frozen=True)
class Layer:
    """A part, up to which revision of the shop it tells, and where in it what later layers tell of
    lies."""

    part: Part
    revision: int
    gone: Numbers = field(default_factory=_nothing)


@dataclass(frozen=True)
class Shelf:
    """All that a shop has published: a large part, and what has changed since in smaller ones."""

    layers: tuple[Layer, ...]

    @property
    def revision(self) -> int:
        return self.layers[-1].revision

    def with_changes(self, rows: Rows, revision: int, *, above: int) -> "Shelf":
        """The lowest `above` layers, and one of these changes on them."""
        last = Part([rows])
        if not len(last.told):
            return Shelf((*self.layers[:above], Layer(last, revision)))
        below = self.layers[:above]
        kept = []
        for place, each in enumerate(below, start=1):
            later = [one.part.told for one in below[place:]] + [last.told]
            gone = np.concatenate([each.part.places_of(told) for told in later])
            kept.append(Layer(each.part, each.revision, gone))
        return Shelf((*kept, Layer(last, revision)))

    def search(self, asked: Features, now: datetime, *, public: bool, limit: int) -> list[Near]:
        return [
            near
            for each in self.layers
            for near in each.part.search(asked, now, public=public, gone=each.gone, limit=limit)
        ]
