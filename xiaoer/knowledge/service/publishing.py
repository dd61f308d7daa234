"""A version is published for everybody, and an article is taken back."""

from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.knowledge import queries, ranking, rules
from xiaoer.knowledge.errors import (
    AlreadyRetired,
    ArticleChangedMeanwhile,
    NothingToPublish,
    NotPublished,
)
from xiaoer.knowledge.events import ArticlePublished, ArticleRetired
from xiaoer.knowledge.models import (
    Article,
    ArticleCount,
    ArticleEntry,
    ArticleState,
    ArticleVersion,
)
from xiaoer.knowledge.service.telling import told
from xiaoer.knowledge.service.writing import REVISION


def publish(session: Session, actor: Actor, article_id: UUID, *, version: int) -> Article:
    """Desk, FAQ and product cards read the latest version from now on (KB-5).

    `version` is the one that was looked at; publishing is a review too. A retired article comes
    back this way.
    """
    actor.must(Permission.KNOWLEDGE_PUBLISH)
    article = queries.article(session, actor, article_id, lock=True)
    if version != article.latest:
        raise ArticleChangedMeanwhile(version=article.latest)
    if article.published == version and article.state is ArticleState.PUBLISHED:
        raise NothingToPublish(version=version)
    words, now = queries.version(session, article), clock.now()
    words.published_at, words.published_by_name = now, actor.name
    article.state, article.published, article.updated_at = ArticleState.PUBLISHED, version, now
    article.reviewed_at = now
    article.review_due_at = rules.due_after(now, article.review_days)
    article.review_reason = article.review_since = None
    _make_entries(session, article, words)
    count = pg_insert(ArticleCount).values(
        article_id=article.id, views=0, sent=0, solved=0, unsolved=0
    )
    session.execute(count.on_conflict_do_nothing())
    # the counter is locked until the commit: revisions of a shop become visible in their order
    article.revision = shops.next_number(session, article.shop_id, REVISION)
    session.flush()
    events.emit(session, actor, ArticlePublished(**told(article, words), version=version))
    return article


def retire(session: Session, actor: Actor, article_id: UUID) -> Article:
    """Nobody finds it any more; it can be published again."""
    actor.must(Permission.KNOWLEDGE_PUBLISH)
    article = queries.article(session, actor, article_id, lock=True)
    if article.state is ArticleState.RETIRED:
        raise AlreadyRetired
    if article.state is not ArticleState.PUBLISHED:
        raise NotPublished
    article.state, article.updated_at = ArticleState.RETIRED, clock.now()
    article.review_reason = article.review_since = None
    session.execute(delete(ArticleEntry).where(ArticleEntry.article_id == article.id))
    article.revision = shops.next_number(session, article.shop_id, REVISION)
    session.flush()
    words = queries.version(session, article, article.published)
    events.emit(session, actor, ArticleRetired(**told(article, words)))
    return article


def _make_entries(session: Session, article: Article, words: ArticleVersion) -> None:
    session.execute(delete(ArticleEntry).where(ArticleEntry.article_id == article.id))
    texts = rules.wordings(words.title, words.questions, words.title_en)
    body = f"{words.body}\n{words.body_en}"
    read = ranking.read_many([(each, body) for each in texts])
    session.add_all(
        ArticleEntry(article_id=article.id, place=place, text=text, features=features.packed())
        for place, (text, features) in enumerate(zip(texts, read, strict=True))
    )
    session.flush()
