"""Articles with the version that is shown."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    DateTime,
    Select,
    Uuid,
    and_,
    any_,
    bindparam,
    func,
    or_,
    select,
    tuple_,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from xiaoer.core import paging
from xiaoer.core.auth import Actor
from xiaoer.knowledge.errors import ArticleCategoryNotFound, ArticleNotFound
from xiaoer.knowledge.models import (
    Article,
    ArticleCategory,
    ArticleCount,
    ArticleFlag,
    ArticleState,
    ArticleVersion,
    Kind,
)


@dataclass(frozen=True)
class Shown:
    """An article, one of its versions, and what people made of it."""

    article: Article
    version: ArticleVersion
    counts: ArticleCount | None
    flags: int = 0


def visible_to(actor: Actor) -> Select[Article]:
    query = select(Article)
    return query if actor.all_shops else query.where(Article.shop_id.in_(actor.shop_ids))


def article(session: Session, actor: Actor, article_id: UUID, *, lock: bool = False) -> Article:
    query = visible_to(actor).where(Article.id == article_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    found = session.scalars(query).one_or_none()
    if found is None:
        raise ArticleNotFound
    return found


def version(session: Session, article: Article, number: int | None = None) -> ArticleVersion:
    """A version of an article; without a number the latest."""
    found = session.get(ArticleVersion, (article.id, number or article.latest))
    if found is None:
        raise ArticleNotFound
    return found


def versions(session: Session, article: Article) -> Sequence[ArticleVersion]:
    """Newest first."""
    return session.scalars(
        select(ArticleVersion)
        .where(ArticleVersion.article_id == article.id)
        .order_by(ArticleVersion.version.desc())
    ).all()


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What a list is narrowed to."""

    shop_id: UUID | None = None
    state: ArticleState | None = None
    kind: Kind | None = None
    category_id: UUID | None = None
    product_id: UUID | None = None
    due: bool = False
    flagged: bool = False
    q: str = ""

    def conditions(self) -> list[ColumnElement[bool]]:
        columns = ("shop_id", "state", "kind", "category_id")
        asked = [
            getattr(Article, name) == getattr(self, name) for name in columns if getattr(self, name)
        ]
        if self.product_id:
            asked.append(Article.product_ids.contains([self.product_id]))
        if self.due:
            asked.append(Article.review_reason.is_not(None))
        if self.flagged:
            asked.append(_open_flags() > 0)
        if self.q:
            titles = (ArticleVersion.title, ArticleVersion.title_en)
            asked.append(or_(*(each.icontains(self.q, autoescape=True) for each in titles)))
        return asked


def articles(
    session: Session, actor: Actor, wanted: Wanted, *, after: str | None = None, limit: int = 50
) -> tuple[list[Shown], str | None]:
    """Articles with their latest words, the ones changed last first."""
    query = _joined(visible_to(actor), Article.latest).add_columns(_open_flags())
    query = query.where(*wanted.conditions())
    order = (Article.updated_at, Article.id)
    if after:
        query = query.where(tuple_(*order) < tuple_(*paging.keys(after, (datetime, UUID))))
    rows = session.execute(query.order_by(*(each.desc() for each in order)).limit(limit + 1)).all()
    found = [Shown(*row) for row in rows[:limit]]
    if len(rows) <= limit:
        return found, None
    last = found[-1].article
    return found, paging.cursor(last.updated_at, last.id)


def _joined(query: Select[Any], number: Any) -> Select[Any]:
    """With the words of that version and the counts."""
    return (
        query.join(
            ArticleVersion,
            and_(ArticleVersion.article_id == Article.id, ArticleVersion.version == number),
        )
        .outerjoin(ArticleCount, ArticleCount.article_id == Article.id)
        .add_columns(ArticleVersion, ArticleCount)
    )


def _open_flags() -> Any:
    return (
        select(func.count())
        .select_from(ArticleFlag)
        .where(ArticleFlag.article_id == Article.id, ArticleFlag.resolution.is_(None))
        .correlate(Article)
        .scalar_subquery()
    )


def _holding(now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    return and_(
        Article.state == ArticleState.PUBLISHED,
        or_(Article.effective_from.is_(None), Article.effective_from <= now),
        or_(Article.effective_until.is_(None), Article.effective_until > now),
    )


_SHOWN = _joined(select(Article), Article.published).where(
    Article.id == any_(bindparam("ids", type_=ARRAY(Uuid))),
    _holding(bindparam("now", type_=DateTime(timezone=True))),
)
"""Put together once: it is asked by every search."""


def shown(session: Session, article_ids: Collection[UUID], now: datetime) -> dict[UUID, Shown]:
    """The published words of these articles, where they hold at `now`; one statement."""
    rows = session.execute(_SHOWN, {"ids": list(article_ids), "now": now})
    return {row[0].id: Shown(*row) for row in rows}


def public_articles(session: Session, shop_id: UUID, now: datetime) -> list[Shown]:
    """What customers of a shop may read, the most helpful first (FAQ-1)."""
    query = _joined(select(Article), Article.published).where(
        Article.shop_id == shop_id, Article.public, _holding(now)
    )
    helpful = func.coalesce(ArticleCount.solved, 0) - func.coalesce(ArticleCount.unsolved, 0)
    views = func.coalesce(ArticleCount.views, 0)
    ordered = query.order_by(helpful.desc(), views.desc(), Article.number)
    return [Shown(*row) for row in session.execute(ordered)]


def of_number(session: Session, shop_id: UUID, number: int, now: datetime) -> Shown:
    """The public article of this short number."""
    query = _joined(select(Article), Article.published).where(
        Article.shop_id == shop_id, Article.number == number, Article.public, _holding(now)
    )
    row = session.execute(query).one_or_none()
    if row is None:
        raise ArticleNotFound
    return Shown(*row)


def product_articles(
    session: Session, actor: Actor, product_id: UUID, now: datetime
) -> list[Shown]:
    """What is published about a product, guides first."""
    query = _joined(visible_to(actor), Article.published).where(
        Article.product_ids.contains([product_id]), _holding(now)
    )
    rows = session.execute(query.order_by(Article.number)).all()
    return sorted((Shown(*row) for row in rows), key=lambda each: each.article.kind != Kind.GUIDE)


def categories(session: Session) -> Sequence[ArticleCategory]:
    return session.scalars(
        select(ArticleCategory).order_by(ArticleCategory.position, ArticleCategory.id)
    ).all()


def category(session: Session, category_id: UUID) -> ArticleCategory:
    found = session.get(ArticleCategory, category_id)
    if found is None:
        raise ArticleCategoryNotFound
    return found
