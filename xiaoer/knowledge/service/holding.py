"""Each process holds an index of what a shop has published, and asks the database whether it still
holds before every search: one look at the shop's counter, and what has changed since (ADR 0012).
"""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import numpy as np
from sqlalchemy.orm import Session

from xiaoer.core import db
from xiaoer.knowledge.models import ArticleState, Kind
from xiaoer.knowledge.ranking import Entry, Features, Index
from xiaoer.knowledge.ranking.index import Mask
from xiaoer.knowledge.service.writing import REVISION

SHOPS_HELD = 200
RECENT, RECENT_SHARE = 400, 0.02
"""Changes are kept beside the large index until they are so many, and so large a share of it; then
it is made anew, which takes seconds for a hundred thousand articles."""

_REVISION = "SELECT last FROM shop_counters WHERE shop_id = %(shop)s AND kind = %(kind)s"
_ROWS = (
    "SELECT a.id, a.kind, a.public, a.product_ids, a.effective_from, a.effective_until,"
    " e.text, e.features FROM articles a LEFT JOIN article_entries e ON e.article_id = a.id"
    " WHERE a.shop_id = %(shop)s AND a.revision > %(seen)s"
    " AND (%(seen)s > 0 OR a.state = %(state)s)"
    " ORDER BY a.number, e.place"
)


@dataclass(frozen=True)
class Held:
    """A published article, as far as a search must know it."""

    article_id: UUID
    kind: Kind
    public: bool
    product_ids: frozenset[UUID]
    begins: datetime | None
    ends: datetime | None


class Part:
    """An index with whom its entries belong to, and when those may be found."""

    def __init__(self, entries: list[Entry], articles: list[Held], texts: list[str]) -> None:
        self.index, self.articles, self.texts = Index(entries), articles, texts
        self._owners = np.array([each.owner for each in entries], dtype=np.int64)
        self._public = np.array([each.public for each in articles], dtype=np.bool_)
        self._begins = np.array([_seconds(each.begins, -np.inf) for each in articles])
        self._ends = np.array([_seconds(each.ends, np.inf) for each in articles])
        self._all_since = self._begins.max(initial=-np.inf)
        self._all_until = self._ends.min(initial=np.inf)
        self._places = {each.article_id: at for at, each in enumerate(articles)}

    def keep(self, now: datetime, *, public: bool, gone: frozenset[UUID]) -> Mask | None:
        """Which entries may be found; None when all may."""
        moment = now.timestamp()
        if not public and not gone and self._all_since <= moment < self._all_until:
            return None
        fit = (self._begins <= moment) & (moment < self._ends)
        if public:
            fit &= self._public
        for each in gone & self._places.keys():
            fit[self._places[each]] = False
        return None if fit.all() else fit[self._owners]


def _seconds(at: datetime | None, otherwise: float) -> float:
    return at.timestamp() if at else otherwise


@dataclass(frozen=True)
class Shelf:
    """All that a shop has published at one revision."""

    revision: int
    whole: Part
    recent: Part
    base: int
    """The revision of the whole."""
    gone: frozenset[UUID] = frozenset()
    """Of the whole: changed since, or retired."""


_held: OrderedDict[UUID, Shelf] = OrderedDict()
_lock = threading.Lock()


def shelf(session: Session, shop_id: UUID) -> Shelf:
    """What the shop has published, as of this very moment."""
    row = db.read(session, _REVISION, {"shop": shop_id, "kind": REVISION})
    revision = int(row[0][0]) if row else 0
    known = _held.get(shop_id)
    if known is None or known.revision != revision:
        with _lock:
            known = _held.get(shop_id)
            if known is None or known.revision != revision:
                known = _renewed(session, shop_id, known, revision)
                _held[shop_id] = known
                while len(_held) > SHOPS_HELD:
                    _held.popitem(last=False)
    return known


def _renewed(session: Session, shop_id: UUID, known: Shelf | None, revision: int) -> Shelf:
    if known is not None and known.revision < revision:
        changed = _rows(session, shop_id, known.base)
        ids = {row[0] for row in changed}
        if len(ids) <= max(RECENT, RECENT_SHARE * len(known.whole.articles)):
            return Shelf(revision, known.whole, _part(changed), known.base, frozenset(ids))
    return Shelf(revision, _part(_rows(session, shop_id, 0)), _part([]), revision)


def _rows(session: Session, shop_id: UUID, seen: int) -> list[tuple[Any, ...]]:
    values = {"shop": shop_id, "seen": seen, "state": ArticleState.PUBLISHED.value}
    return db.read(session, _ROWS, values)


def _part(rows: Sequence[tuple[Any, ...]]) -> Part:
    places: dict[UUID, int] = {}
    articles: list[Held] = []
    entries: list[Entry] = []
    texts: list[str] = []
    for article_id, kind, public, product_ids, begins, ends, text, features in rows:
        if features is None:
            continue
        if article_id not in places:
            places[article_id] = len(articles)
            products = frozenset(product_ids)
            articles.append(Held(article_id, Kind(kind), public, products, begins, ends))
        entries.append(Entry(places[article_id], Features.unpacked(bytes(features))))
        texts.append(text)
    return Part(entries, articles, texts)
