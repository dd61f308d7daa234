"""A question finds the articles that answer it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import clock, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.knowledge import queries, ranking, rules
from xiaoer.knowledge.models import Kind
from xiaoer.knowledge.queries import Shown
from xiaoer.knowledge.ranking.weights import ANSWERS
from xiaoer.knowledge.service import holding
from xiaoer.knowledge.service.holding import Held

MOST = 50
ABOUT_THE_PRODUCT, ABOUT_ANOTHER = 0.06, -0.12
"""An article about the product the talk is about is nearer, one about another product farther."""
GUIDE_LEAST = 0.25
"""A guide this near comes first when somebody asks how to use something."""


@dataclass(frozen=True)
class Hit:
    """An article that was found: how near it is (0–1), by which wording, and whether that is near
    enough to be taken for an answer."""

    shown: Shown
    score: float
    wording: str

    @property
    def answers(self) -> bool:
        return self.score >= ANSWERS


@dataclass(frozen=True)
class _Near:
    article: Held
    score: float
    wording: str


def search(
    session: Session,
    actor: Actor,
    question: str,
    *,
    shop_id: UUID | None = None,
    product_ids: Collection[UUID] = (),
    limit: int = 10,
) -> list[Hit]:
    """Published articles of the actor's shops, or of one, the best first (KB-2).

    For a usage problem the guides come first, those of the product before others (GDE-3). Two
    statements for one shop: does the index still hold, and the words of what was found.
    """
    actor.must(Permission.KNOWLEDGE_READ)
    if shop_id is not None and not actor.reaches(shop_id):
        raise shops.ShopNotFound(shop=shop_id)
    asked = [shop_id] if shop_id else [each.id for each in shops.visible_to(session, actor)]
    return _search(session, asked, question, frozenset(product_ids), public=False, limit=limit)


def search_public(session: Session, shop_id: UUID, question: str, *, limit: int = 10) -> list[Hit]:
    """What customers of the shop may read, the best first (FAQ-1)."""
    return _search(session, [shop_id], question, frozenset(), public=True, limit=limit)


def _search(
    session: Session,
    shop_ids: Sequence[UUID],
    question: str,
    product_ids: frozenset[UUID],
    *,
    public: bool,
    limit: int,
) -> list[Hit]:
    limit, now = max(1, min(limit, MOST)), clock.now()
    if not question.strip():
        return []
    features = _features(question.strip())
    near: list[_Near] = []
    for shop_id in shop_ids:
        near += _of_shop(session, shop_id, features, now, public=public, limit=limit * 2)
    weighed = _weighed(near, product_ids, how=rules.asks_how_to_use(question))[:limit]
    words = queries.shown(session, [each.article.article_id for each in weighed], now)
    return [
        Hit(words[each.article.article_id], each.score, each.wording)
        for each in weighed
        if each.article.article_id in words
    ]


@lru_cache(maxsize=4_096)
def _features(question: str) -> ranking.Features:
    return ranking.read(question)


def _of_shop(
    session: Session,
    shop_id: UUID,
    features: ranking.Features,
    now: datetime,
    *,
    public: bool,
    limit: int,
) -> list[_Near]:
    shelf = holding.shelf(session, shop_id)
    found: list[_Near] = []
    for part, gone in ((shelf.whole, shelf.gone), (shelf.recent, frozenset[UUID]())):
        keep = part.keep(now, public=public, gone=gone)
        found += [
            _Near(part.articles[hit.owner], hit.score, part.texts[hit.entry])
            for hit in part.index.search(features, limit=limit, keep=keep)
        ]
    return found


def _weighed(near: Sequence[_Near], product_ids: frozenset[UUID], *, how: bool) -> list[_Near]:
    """Nearest first, with regard to what the talk is about and to what is wanted."""

    def place(each: _Near) -> tuple[int, float, str]:
        about = each.article.product_ids
        score = each.score
        if about and product_ids:
            score += ABOUT_THE_PRODUCT if about & product_ids else ABOUT_ANOTHER
        first = how and each.article.kind is Kind.GUIDE and score >= GUIDE_LEAST
        rank = 0 if first and about & product_ids else 1 if first else 2
        return rank, -score, str(each.article.article_id)

    return sorted(near, key=place)
