"""Articles are written and rewritten; nobody reads a version before it is published."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.catalog.models import Product
from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.files import service as files
from xiaoer.knowledge import queries, rules
from xiaoer.knowledge.errors import (
    ArticleCategoryDisabled,
    ArticleChangedMeanwhile,
    UnknownOwner,
    UnknownPolicyTable,
    UnknownProduct,
    WrongMediaFile,
)
from xiaoer.knowledge.events import ArticleWritten
from xiaoer.knowledge.models import (
    Article,
    ArticleState,
    ArticleVersion,
    Kind,
    MediaKind,
)
from xiaoer.knowledge.service.telling import told
from xiaoer.policies.models import Policy
from xiaoer.workforce.models import Agent, AgentShop

COUNTER = "article"
REVISION = "knowledge"
"""Counts the changes of what a shop's search may find; taken one after the other."""
WANTED = {MediaKind.VIDEO: ("视频", "video"), MediaKind.IMAGE: ("图片", "picture")}


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a version says."""

    title: str
    body: str = ""
    title_en: str = ""
    body_en: str = ""
    questions: Sequence[str] = ()
    media: Sequence[dict[str, Any]] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What holds for all versions of an article."""

    kind: Kind
    category_id: UUID
    public: bool = False
    product_ids: Sequence[UUID] = ()
    policy_tables: Sequence[str] = ()
    owner_id: UUID | None = None
    review_days: int = 180
    effective_from: dt.datetime | None = None
    effective_until: dt.datetime | None = None


def write(session: Session, actor: Actor, *, shop_id: UUID, frame: Frame, words: Words) -> Article:
    """A draft. Without an owner the one who writes it keeps it."""
    actor.must(Permission.KNOWLEDGE_EDIT)
    shops.must_reach(actor, shop_id)
    shops.get(session, shop_id)
    article = Article(shop_id=shop_id, number=shops.draw_number(session, shop_id, COUNTER))
    _put(article, frame)
    if article.owner_id is None and actor.id is not None:
        article.owner_id = session.scalar(select(Agent.id).where(Agent.id == actor.id))
    _check(session, actor, article, words, new_category=True)
    session.add(article)
    session.flush()
    _add_version(session, actor, article, words)
    return article


def change(
    session: Session,
    actor: Actor,
    article_id: UUID,
    *,
    frame: Frame,
    words: Words,
    expected_version: int,
) -> Article:
    """New words as a draft, in force once published; where it belongs changes at once.

    Whoever looked at an older version than the latest is refused.
    """
    actor.must(Permission.KNOWLEDGE_EDIT)
    article = queries.article(session, actor, article_id, lock=True)
    if expected_version != article.latest:
        raise ArticleChangedMeanwhile(version=article.latest)
    before = queries.version(session, article)
    new_category = article.category_id != frame.category_id
    _put(article, frame)
    _check(session, actor, article, words, new_category=new_category)
    article.updated_at = clock.now()
    if any(_differ(before, words, each.name) for each in fields(Words) if each.name != "note"):
        article.latest += 1
        _add_version(session, actor, article, words)
    elif article.published is not None:
        article.revision = shops.next_number(session, article.shop_id, REVISION)
    session.flush()
    return article


def _differ(before: ArticleVersion, words: Words, name: str) -> bool:
    old, new = getattr(before, name), getattr(words, name)
    return list(old) != list(new) if isinstance(old, list) else old != new


def _put(article: Article, frame: Frame) -> None:
    for each in fields(Frame):
        value = getattr(frame, each.name)
        setattr(article, each.name, list(value) if isinstance(value, tuple) else value)
    article.state = article.state or ArticleState.DRAFT


def _add_version(session: Session, actor: Actor, article: Article, words: Words) -> None:
    version = ArticleVersion(
        article_id=article.id,
        version=article.latest,
        title=words.title,
        body=words.body,
        title_en=words.title_en,
        body_en=words.body_en,
        questions=list(words.questions),
        media=list(words.media),
        note=words.note,
        author_id=actor.id,
        author_name=actor.name,
    )
    session.add(version)
    session.flush()
    events.emit(session, actor, ArticleWritten(**told(article, version), version=version.version))


def _check(
    session: Session, actor: Actor, article: Article, words: Words, *, new_category: bool
) -> None:
    rules.check_period(article.effective_from, article.effective_until)
    rules.check_media(article.kind, words.media)
    category = queries.category(session, article.category_id)
    if new_category and not category.active:
        raise ArticleCategoryDisabled(category=category.name_zh)
    _check_products(session, article)
    _check_tables(session, article)
    _check_owner(session, article)
    _check_files(session, actor, article, words)


def _check_products(session: Session, article: Article) -> None:
    wanted = set(article.product_ids)
    known = select(func.count()).where(Product.shop_id == article.shop_id, Product.id.in_(wanted))
    if wanted and session.scalar(known) != len(wanted):
        raise UnknownProduct


def _check_tables(session: Session, article: Article) -> None:
    wanted = set(article.policy_tables)
    if wanted:
        known = set(session.scalars(select(Policy.table).where(Policy.table.in_(wanted))))
        for table in sorted(wanted - known):
            raise UnknownPolicyTable(table=table)


def _check_owner(session: Session, article: Article) -> None:
    if article.owner_id is None:
        return
    serves = select(AgentShop.agent_id).where(AgentShop.shop_id == article.shop_id)
    known = select(Agent.id).where(
        Agent.id == article.owner_id, Agent.active, Agent.all_shops | Agent.id.in_(serves)
    )
    if session.scalar(known) is None:
        raise UnknownOwner


def _check_files(session: Session, actor: Actor, article: Article, words: Words) -> None:
    """What is shown becomes the shop's; files of other shops and of others are not there."""
    filed = [(place, each) for place, each in enumerate(words.media, 1) if each.get("file_id")]
    for start in range(0, len(filed), files.PER_MESSAGE):
        some = filed[start : start + files.PER_MESSAGE]
        ids = [UUID(str(each["file_id"])) for _, each in some]
        known = files.attachments(session, actor, ids, shop_id=article.shop_id)
        for (place, each), file in zip(some, known, strict=True):
            kind = MediaKind(each["kind"])
            if not str(file["content_type"]).startswith(f"{kind.value}/"):
                zh, en = WANTED[kind]
                raise WrongMediaFile(place=place, wanted_zh=zh, wanted_en=en)
