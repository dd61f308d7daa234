"""Flags and gaps that wait for somebody."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, func, select, true, tuple_
from sqlalchemy.orm import InstrumentedAttribute, Session

from xiaoer.core import paging
from xiaoer.core.auth import Actor
from xiaoer.knowledge.errors import FlagNotFound, GapNotFound
from xiaoer.knowledge.models import (
    Article,
    ArticleCount,
    ArticleFlag,
    ArticleGap,
    ArticleVersion,
    GapState,
)


def _within(actor: Actor, shop_id: InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    return true() if actor.all_shops else shop_id.in_(actor.shop_ids)


def flag(session: Session, actor: Actor, flag_id: UUID) -> ArticleFlag:
    """Locked, to be answered."""
    query = select(ArticleFlag).where(_within(actor, ArticleFlag.shop_id))
    found = session.scalars(
        query.where(ArticleFlag.id == flag_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise FlagNotFound
    return found


def flags(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID | None = None,
    article_id: UUID | None = None,
    after: str | None = None,
    limit: int = 50,
) -> tuple[list[tuple[ArticleFlag, str]], str | None]:
    """Open flags with the titles of their articles, newest first; of one article all."""
    query = (
        select(ArticleFlag, ArticleVersion.title)
        .join(
            ArticleVersion,
            and_(
                ArticleVersion.article_id == ArticleFlag.article_id,
                ArticleVersion.version == ArticleFlag.version,
            ),
        )
        .where(_within(actor, ArticleFlag.shop_id))
    )
    if shop_id:
        query = query.where(ArticleFlag.shop_id == shop_id)
    if article_id:
        query = query.where(ArticleFlag.article_id == article_id)
    else:
        query = query.where(ArticleFlag.resolution.is_(None))
    order = (ArticleFlag.at, ArticleFlag.id)
    if after:
        query = query.where(tuple_(*order) < tuple_(*paging.keys(after, (datetime, UUID))))
    rows = session.execute(query.order_by(*(k.desc() for k in order)).limit(limit + 1)).all()
    found = [(row[0], row[1]) for row in rows[:limit]]
    last = found[-1][0] if len(rows) > limit else None
    return found, paging.cursor(last.at, last.id) if last else None


def gap(session: Session, actor: Actor, gap_id: UUID) -> ArticleGap:
    """Locked, to be closed."""
    query = select(ArticleGap).where(_within(actor, ArticleGap.shop_id))
    found = session.scalars(
        query.where(ArticleGap.id == gap_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise GapNotFound
    return found


def gaps(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID | None = None,
    after: str | None = None,
    limit: int = 50,
) -> tuple[list[ArticleGap], str | None]:
    """Open gaps, the question asked most often first."""
    query = select(ArticleGap).where(
        _within(actor, ArticleGap.shop_id), ArticleGap.state == GapState.OPEN
    )
    if shop_id:
        query = query.where(ArticleGap.shop_id == shop_id)
    order = (ArticleGap.times, ArticleGap.id)
    if after:
        query = query.where(tuple_(*order) < tuple_(*paging.keys(after, (int, UUID))))
    rows = session.scalars(query.order_by(*(k.desc() for k in order)).limit(limit + 1)).all()
    found = list(rows[:limit])
    last = found[-1] if len(rows) > limit else None
    return found, paging.cursor(last.times, last.id) if last else None


def open_flags(session: Session, article: Article) -> int:
    query = select(func.count()).where(
        ArticleFlag.article_id == article.id, ArticleFlag.resolution.is_(None)
    )
    return session.scalar(query) or 0


def counts(session: Session, article: Article) -> ArticleCount | None:
    return session.get(ArticleCount, article.id, populate_existing=True)
