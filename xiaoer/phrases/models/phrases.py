"""Phrases, their history, their categories and how they are used."""

import datetime as dt
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, String, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of
from xiaoer.phrases.models.care import Changing

LONGEST_TEXT = 2000
_NOTHING = text("'[]'")


class PhraseCategory(Model):
    """One of the managed list. A disabled one takes no new phrases and keeps its old ones."""

    __tablename__ = "phrase_categories"

    id: Mapped[Id]
    code: Mapped[str | None] = mapped_column(String(30), unique=True)
    """Of the seven we bring (QP-4); none: added by the house."""
    name_zh: Mapped[str] = mapped_column(String(60), unique=True)
    name_en: Mapped[str] = mapped_column(String(60), unique=True)
    position: Mapped[int]
    active: Mapped[bool] = mapped_column(default=True)
    offers: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    """Its phrases promise a discount or a gift: they state conditions and an end (QP-19)."""


class Phrase(Model):
    """The present words of a phrase. Shared: of a shop; personal: of one agent alone."""

    __tablename__ = "phrases"
    __table_args__ = (
        CheckConstraint("(owner_agent_id IS NULL) = (shop_id IS NOT NULL)", name="shared_or_own"),
        CheckConstraint(f"length(text) BETWEEN 1 AND {LONGEST_TEXT}", name="text_has_a_length"),
        Index(
            "uq_phrases_shared_shortcut",
            "shop_id",
            "shortcut",
            unique=True,
            postgresql_where=text("shop_id IS NOT NULL AND retired_at IS NULL"),
        ),
        Index(
            "uq_phrases_own_shortcut",
            "owner_agent_id",
            "shortcut",
            unique=True,
            postgresql_where=text("owner_agent_id IS NOT NULL AND retired_at IS NULL"),
        ),
        Index("ix_phrases_category_id", "category_id"),
        Index(
            "ix_phrases_review_due",
            "review_due_at",
            postgresql_where=text("retired_at IS NULL AND review_reason IS NULL"),
        ),
        CheckConstraint("valid_until > valid_from", name="valid_for_a_time"),
        CheckConstraint("review_days BETWEEN 1 AND 3650", name="review_cycle_is_sane"),
        CheckConstraint(
            "(review_reason IS NULL) = (review_since IS NULL)", name="review_has_a_time"
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID | None] = mapped_column(ForeignKey("shops.id"))
    owner_agent_id: Mapped[UUID | None]
    category_id: Mapped[UUID] = mapped_column(ForeignKey("phrase_categories.id"))
    title: Mapped[str] = mapped_column(String(100))
    initials: Mapped[str] = mapped_column(String(100), default="")
    """First letters of the title's pinyin: `退货地址` is found by `thdz`."""
    shortcut: Mapped[str | None] = mapped_column(String(30))
    """What follows "/" to call it."""
    text: Mapped[str] = mapped_column(Text)
    variants: Mapped[list[dict[str, Any]]] = mapped_column(
        JSONB, default=list, server_default=_NOTHING
    )
    """Other words for a group of customers or a scenario: `group`, `scenario`, `text` (QP-13)."""
    valid_from: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    valid_until: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    """Outside this time it cannot be inserted (QP-9)."""
    conditions: Mapped[str] = mapped_column(String(300), default="", server_default="")
    """Of an offer: whom it holds for and how (QP-19)."""
    keeper_id: Mapped[UUID | None] = mapped_column(ForeignKey("agents.id"))
    review_days: Mapped[int | None]
    """How long a look at it lasts (复审周期); None: until what it says changes."""
    reviewed_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    review_due_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    review_reason: Mapped[Changing | None] = mapped_column(one_of(Changing))
    review_since: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    version: Mapped[int] = mapped_column(default=1)
    uses: Mapped[int] = mapped_column(default=0)
    last_used_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    created_at: Mapped[Utc] = mapped_column(default=clock.now)
    updated_at: Mapped[Utc] = mapped_column(default=clock.now)
    retired_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))

    @property
    def shared(self) -> bool:
        return self.owner_agent_id is None

    @property
    def scope(self) -> str:
        return "shared" if self.shared else "personal"

    @property
    def retired(self) -> bool:
        return self.retired_at is not None


class PhraseVersion(Model):
    """The words of a phrase as they were from `at` until the next version. Never changed."""

    __tablename__ = "phrase_versions"

    phrase_id: Mapped[UUID] = mapped_column(ForeignKey("phrases.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(100))
    text: Mapped[str] = mapped_column(Text)
    variants: Mapped[list[dict[str, Any]]] = mapped_column(
        JSONB, default=list, server_default=_NOTHING
    )
    author_id: Mapped[UUID | None]
    author_name: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)


class PhraseUse(Model):
    """A phrase was sent; `edited`: not word by word."""

    __tablename__ = "phrase_uses"
    __table_args__ = (
        Index("ix_phrase_uses_talk", "conversation_id", "at"),
        Index("ix_phrase_uses_phrase", "phrase_id", "at"),
    )

    message_id: Mapped[UUID] = mapped_column(primary_key=True)
    conversation_id: Mapped[UUID]
    phrase_id: Mapped[UUID]
    agent_id: Mapped[UUID | None]
    edited: Mapped[bool]
    at: Mapped[Utc] = mapped_column(default=clock.now)
