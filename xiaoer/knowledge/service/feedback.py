"""What people say of articles: flags, votes, views; and what they asked in vain."""

from uuid import UUID

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, ids, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.knowledge import queries, rules
from xiaoer.knowledge.errors import FlagAnswered, GapClosed, NothingAsked, NotPublished
from xiaoer.knowledge.events import (
    ArticleFlagged,
    ArticleFlagResolved,
    KnowledgeGapClosed,
    KnowledgeGapNoted,
)
from xiaoer.knowledge.models import (
    Article,
    ArticleCount,
    ArticleFlag,
    ArticleGap,
    ArticleVote,
    FlagKind,
    GapSource,
    GapState,
    Resolution,
)
from xiaoer.knowledge.service.telling import told

LONGEST_QUESTION = 200


def flag(
    session: Session,
    actor: Actor,
    article_id: UUID,
    *,
    kind: FlagKind,
    note: str = "",
    proposed: str = "",
) -> ArticleFlag:
    """Say that the published version is amiss; who keeps the article is told (KB-6, PRD-4)."""
    actor.must(Permission.KNOWLEDGE_READ)
    article = queries.article(session, actor, article_id)
    if article.published is None:
        raise NotPublished
    made = ArticleFlag(
        shop_id=article.shop_id,
        article_id=article.id,
        version=article.published,
        kind=kind,
        note=note,
        proposed=proposed,
        by_id=actor.id,
        by_name=actor.name,
    )
    session.add(made)
    session.flush()
    words = queries.version(session, article, article.published)
    events.emit(
        session,
        actor,
        ArticleFlagged(
            **told(article, words), flag_id=made.id, flag=kind.value, owner_id=article.owner_id
        ),
    )
    return made


def resolve_flag(
    session: Session, actor: Actor, flag_id: UUID, *, resolution: Resolution, answer: str = ""
) -> ArticleFlag:
    """Answer it: accepted (and the article is to be changed), or declined with the reason."""
    actor.must(Permission.KNOWLEDGE_EDIT)
    found = queries.flag(session, actor, flag_id)
    if found.resolution is not None:
        raise FlagAnswered
    found.resolution, found.answer = resolution, answer
    found.resolved_at, found.resolved_by_name = clock.now(), actor.name
    session.flush()
    article = queries.article(session, actor, found.article_id)
    words = queries.version(session, article, found.version)
    events.emit(
        session,
        actor,
        ArticleFlagResolved(**told(article, words), flag_id=found.id, resolution=resolution.value),
    )
    return found


def note_gap(
    session: Session, actor: Actor, *, shop_id: UUID, question: str, source: GapSource
) -> ArticleGap:
    """Count a question no article answers (KB-4). Alike ones are counted together, and a closed
    one stays closed."""
    question = " ".join(question.split())[:LONGEST_QUESTION]
    if not question:
        raise NothingAsked
    key = rules.gap_key(question)
    shops.must_reach(actor, shop_id)
    now = clock.now()
    fresh = pg_insert(ArticleGap).values(
        id=ids.new_id(),
        shop_id=shop_id,
        key=key,
        question=question,
        source=source,
        times=1,
        state=GapState.OPEN,
        first_at=now,
        last_at=now,
    )
    counted = fresh.on_conflict_do_update(
        index_elements=["shop_id", "key"], set_={"times": ArticleGap.times + 1, "last_at": now}
    ).returning(ArticleGap)
    found = session.scalars(counted, execution_options={"populate_existing": True}).one()
    if found.times == 1:
        noted = KnowledgeGapNoted(shop_id=shop_id, gap_id=found.id, source=source.value)
        events.emit(session, actor, noted)
    return found


def close_gap(
    session: Session, actor: Actor, gap_id: UUID, *, article_id: UUID | None = None
) -> ArticleGap:
    """An article answers it now; without one, it needs no answer."""
    actor.must(Permission.KNOWLEDGE_EDIT)
    found = queries.gap(session, actor, gap_id)
    if found.state is not GapState.OPEN:
        raise GapClosed
    if article_id is not None:
        queries.article(session, actor, article_id)
    found.state = GapState.ANSWERED if article_id else GapState.DISMISSED
    found.article_id = article_id
    session.flush()
    closed = KnowledgeGapClosed(
        shop_id=found.shop_id, gap_id=found.id, state=found.state.value, article_id=article_id
    )
    events.emit(session, actor, closed)
    return found


def count_view(session: Session, article_id: UUID) -> None:
    """It was opened once more (GDE-4)."""
    _count(session, article_id, views=ArticleCount.views + 1)


def count_sent(session: Session, actor: Actor, article_id: UUID) -> None:
    """An agent put it into a reply."""
    actor.must(Permission.KNOWLEDGE_READ)
    article = queries.article(session, actor, article_id)
    if article.published is None:
        raise NotPublished
    _count(session, article.id, sent=ArticleCount.sent + 1)


def vote(session: Session, article: Article, *, voter: UUID, solved: bool) -> None:
    """Whether it solved the problem; the last word of a voter counts (FAQ-3, GDE-4)."""
    version, at = article.published or 0, clock.now()
    made = pg_insert(ArticleVote).values(
        article_id=article.id, voter=voter, solved=solved, version=version, at=at
    )
    first = made.on_conflict_do_nothing().returning(ArticleVote.voter)
    counted = {solved: 1}
    if session.scalar(first) is None:
        before = session.get_one(
            ArticleVote, (article.id, voter), with_for_update=True, populate_existing=True
        )
        counted = {} if before.solved is solved else {solved: 1, not solved: -1}
        before.solved, before.version, before.at = solved, version, at
        session.flush()
    if counted:
        _count(
            session,
            article.id,
            solved=ArticleCount.solved + counted.get(True, 0),
            unsolved=ArticleCount.unsolved + counted.get(False, 0),
        )


def vote_as_agent(session: Session, actor: Actor, article_id: UUID, *, solved: bool) -> None:
    """Whether it helped, as an agent sees it."""
    actor.must(Permission.KNOWLEDGE_READ)
    article = queries.article(session, actor, article_id)
    if article.published is None or actor.id is None:
        raise NotPublished
    vote(session, article, voter=actor.id, solved=solved)


def _count(session: Session, article_id: UUID, **counted: object) -> None:
    session.execute(
        update(ArticleCount)
        .where(ArticleCount.article_id == article_id)
        .values(**counted)
        .execution_options(synchronize_session=False)
    )
