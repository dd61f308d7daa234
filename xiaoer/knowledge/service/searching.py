"""A question finds the articles that answer it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import clock, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.combining import Combining
from xiaoer.knowledge import queries, ranking, rules
from xiaoer.knowledge.models import Kind
from xiaoer.knowledge.queries import Shown
from xiaoer.knowledge.ranking.weights import ANSWERS
from xiaoer.knowledge.service import holding
from xiaoer.knowledge.service.shelves import Near, Shelf

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
    found = nearest(session, actor, question, shop_id=shop_id, product_ids=product_ids, limit=limit)
    return _hits(session, found)


def search_public(session: Session, shop_id: UUID, question: str, *, limit: int = 10) -> list[Hit]:
    """What customers of the shop may read, the best first (FAQ-1)."""
    found = _nearest(session, [shop_id], question, frozenset(), public=True, limit=limit)
    return _hits(session, found)


def nearest(
    session: Session,
    actor: Actor,
    question: str,
    *,
    shop_id: UUID | None = None,
    product_ids: Collection[UUID] = (),
    limit: int = 10,
) -> list[Near]:
    """What `search` finds, without the words. One statement for one shop: does the index still
    hold."""
    actor.must(Permission.KNOWLEDGE_READ)
    if shop_id is not None and not actor.reaches(shop_id):
        raise shops.ShopNotFound(shop=shop_id)
    asked = [shop_id] if shop_id else [each.id for each in shops.visible_to(session, actor)]
    return _nearest(session, asked, question, frozenset(product_ids), public=False, limit=limit)


def _nearest(
    session: Session,
    shop_ids: Sequence[UUID],
    question: str,
    product_ids: frozenset[UUID],
    *,
    public: bool,
    limit: int,
) -> list[Near]:
    limit, now = max(1, min(limit, MOST)), clock.now()
    if not question.strip():
        return []
    shelves = [holding.shelf(session, shop_id) for shop_id in shop_ids]
    how = rules.asks_how_to_use(question)
    some = 2 * limit if product_ids or how else limit
    near = _together.do(_Asked(question.strip(), shelves, now, public, some))
    return _weighed(near, product_ids, how=how)[:limit]


def _hits(session: Session, near: Sequence[Near]) -> list[Hit]:
    words = queries.shown(session, [each.article_id for each in near], clock.now())
    return [
        Hit(words[each.article_id], each.score, each.wording)
        for each in near
        if each.article_id in words
    ]


@dataclass(frozen=True)
class _Asked:
    question: str
    shelves: Sequence[Shelf]
    now: datetime
    public: bool
    limit: int


def _looked_up(asked: Sequence[_Asked]) -> list[list[Near]]:
    """What is near to each question: all of them are read at once, then looked up in turn."""
    read = ranking.read_many([(each.question, "") for each in asked])
    return [
        [
            near
            for shelf in each.shelves
            for near in shelf.search(features, each.now, public=each.public, limit=each.limit)
        ]
        for each, features in zip(asked, read, strict=True)
    ]


MOST_TOGETHER = 4
_together = Combining(_looked_up, most=MOST_TOGETHER)
"""Reading and looking up is all that keeps a processor busy in a search."""


def _weighed(near: Sequence[Near], product_ids: frozenset[UUID], *, how: bool) -> list[Near]:
    """Nearest first, with regard to what the talk is about and to what is wanted."""

    def place(each: Near) -> tuple[int, float, str]:
        about = each.product_ids
        score = each.score
        if about and product_ids:
            score += ABOUT_THE_PRODUCT if about & product_ids else ABOUT_ANOTHER
        first = how and each.kind is Kind.GUIDE and score >= GUIDE_LEAST
        rank = 0 if first and about & product_ids else 1 if first else 2
        return rank, -score, str(each.article_id)

    return sorted(near, key=place)
