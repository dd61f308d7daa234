"""Articles are looked at again: when their cycle ends, and when what they repeat has changed."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.knowledge import queries, rules
from xiaoer.knowledge.errors import NotPublished
from xiaoer.knowledge.events import ArticleReviewed, ArticleReviewNeeded
from xiaoer.knowledge.models import Article, ArticleState, ArticleVersion, ReviewReason
from xiaoer.knowledge.service.telling import told

MARKED_AT_ONCE = 500


def review(session: Session, actor: Actor, article_id: UUID) -> Article:
    """It still holds; the cycle begins anew."""
    actor.must(Permission.KNOWLEDGE_PUBLISH)
    article = queries.article(session, actor, article_id, lock=True)
    if article.state is not ArticleState.PUBLISHED:
        raise NotPublished
    article.reviewed_at = clock.now()
    article.review_due_at = rules.due_after(article.reviewed_at, article.review_days)
    article.review_reason = article.review_since = None
    session.flush()
    words = queries.version(session, article, article.published)
    events.emit(
        session,
        actor,
        ArticleReviewed(**told(article, words), due_at=article.review_due_at.isoformat()),
    )
    return article


def mark_overdue(session: Session, actor: Actor) -> int:
    """Mark the published articles whose cycle has run out; how many (KB-3)."""
    due = and_(Article.review_due_at <= clock.now(), Article.review_reason.is_(None))
    found = _published(session, due)
    _mark(session, actor, found, ReviewReason.OVERDUE)
    return len(found)


def mark_policy_changed(session: Session, actor: Actor, *, shop_id: UUID | None, table: str) -> int:
    """Mark the published articles that repeat a policy which has changed (POL-8); how many.

    A policy of the house (no shop) concerns the articles of all shops. One that is marked for this
    reason already is not marked again.
    """
    concerned = and_(
        Article.policy_tables.contains([table]),
        or_(Article.review_reason.is_(None), Article.review_reason != ReviewReason.POLICY),
    )
    if shop_id is not None:
        concerned = and_(concerned, Article.shop_id == shop_id)
    found = _published(session, concerned)
    _mark(session, actor, found, ReviewReason.POLICY, table)
    return len(found)


def _published(session: Session, concerned: object) -> Sequence[tuple[Article, ArticleVersion]]:
    query = (
        select(Article, ArticleVersion)
        .join(
            ArticleVersion,
            and_(
                ArticleVersion.article_id == Article.id,
                ArticleVersion.version == Article.published,
            ),
        )
        .where(Article.state == ArticleState.PUBLISHED, concerned)  # type: ignore[arg-type]
        .order_by(Article.id)
        .limit(MARKED_AT_ONCE)
        .with_for_update(of=Article)
        .execution_options(populate_existing=True)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def _mark(
    session: Session,
    actor: Actor,
    found: Sequence[tuple[Article, ArticleVersion]],
    reason: ReviewReason,
    table: str | None = None,
) -> None:
    for article, _ in found:
        article.review_reason, article.review_since = reason, clock.now()
    session.flush()
    events.emit_many(
        session,
        actor,
        [
            ArticleReviewNeeded(
                **told(article, words),
                reason=reason.value,
                owner_id=article.owner_id,
                policy_table=table,
            )
            for article, words in found
        ],
    )
