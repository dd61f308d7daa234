"""What phrases repeat, and the promotions they speak of."""

import datetime as dt
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class Changing(StrEnum):
    """Why a phrase is to be looked at again."""

    OVERDUE = "overdue"
    """Its review cycle has run out (QP-8)."""
    PRODUCT = "product"
    PROMOTION = "promotion"
    LOGISTICS = "logistics"
    """A courier, the cutoff, a warehouse or where and for what it is sent (QP-12)."""
    POLICY = "policy"
    ARTICLE = "article"
    CHANNEL = "channel"
    """Its hours, targets or standing texts."""


LINKABLE = tuple(each for each in Changing if each is not Changing.OVERDUE)


class PhraseLink(Model):
    """A fact that a phrase repeats: when it changes, the phrase is looked at again."""

    __tablename__ = "phrase_links"
    __table_args__ = (
        CheckConstraint("kind <> 'overdue'", name="links_to_something"),
        Index("ix_phrase_links_fact", "kind", "ref"),
    )

    phrase_id: Mapped[UUID] = mapped_column(ForeignKey("phrases.id"), primary_key=True)
    kind: Mapped[Changing] = mapped_column(one_of(Changing), primary_key=True)
    ref: Mapped[str] = mapped_column(String(80), primary_key=True)
    """A product's or an article's id, a promotion's code, a courier, a policy's table, a channel;
    `*`: any of them."""
    name: Mapped[str] = mapped_column(String(200), default="")
    changed_at: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    change: Mapped[str] = mapped_column(String(200), default="")
    """What changed last, as far as it was told."""
    change_en: Mapped[str] = mapped_column(String(200), default="")


class Promotion(Model):
    """An activity of the shop, as far as its words need it: what for, for whom, until when."""

    __tablename__ = "promotions"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="lasts_for_a_time"),
        Index("uq_promotions_code", "shop_id", "code", unique=True),
        Index("ix_promotions_ends", "shop_id", "ends_at"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    code: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(100))
    conditions: Mapped[str] = mapped_column(String(300), default="")
    starts_at: Mapped[Utc]
    ends_at: Mapped[Utc]
    started_told: Mapped[bool] = mapped_column(default=False)
    ended_told: Mapped[bool] = mapped_column(default=False)
    updated_at: Mapped[Utc] = mapped_column(default=clock.now)
