"""What a shop watches for in replies, its emojis, and what the check found."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class WordKind(StrEnum):
    """Why a word is watched for in what is sent to customers."""

    FORBIDDEN = "forbidden"
    """服务忌语: rude, cold or blaming (CMM-5)."""
    ABSOLUTE = "absolute"
    """极限词 of the advertising law, article 9."""
    JARGON = "jargon"
    """专业术语 and terms of platforms that a customer need not know (CMM-4)."""
    REWARD = "review_reward"
    """Promising something for a good review, which platforms punish."""


class WordRule(Model):
    """One watched word. The house's hold in every shop unless it has its own for the same word."""

    __tablename__ = "word_rules"
    __table_args__ = (
        Index(
            "uq_word_rules_word",
            "shop_id",
            "kind",
            "word",
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID | None] = mapped_column(ForeignKey("shops.id"))
    kind: Mapped[WordKind] = mapped_column(one_of(WordKind))
    word: Mapped[str] = mapped_column(String(60))
    alternative: Mapped[str] = mapped_column(String(200), default="")
    """What to say instead; empty: leave it out."""
    blocks: Mapped[bool] = mapped_column(default=False)
    active: Mapped[bool] = mapped_column(default=True)


class EmojiUse(StrEnum):
    """What an emoji is for (EMO-1)."""

    GREETING = "greeting"
    THANKS = "thanks"
    REASSURANCE = "reassurance"
    JOY = "joy"
    ORDER = "order"


class Emoji(Model):
    """One of the managed set. The house's hold in a shop that has none of its own for it."""

    __tablename__ = "emojis"
    __table_args__ = (
        Index(
            "uq_emojis_emoji",
            "shop_id",
            "emoji",
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID | None] = mapped_column(ForeignKey("shops.id"))
    emoji: Mapped[str] = mapped_column(String(16))
    use: Mapped[EmojiUse] = mapped_column(one_of(EmojiUse))
    reply_zh: Mapped[str] = mapped_column(String(100), default="")
    reply_en: Mapped[str] = mapped_column(String(100), default="")
    """A short reply that goes with it, one click away (EMO-2)."""
    avoid: Mapped[list[str]] = mapped_column(ARRAY(String(8)), default=list)
    """Languages and countries (ISO 639-1, ISO 3166-1) in which it is better left out (EMO-8)."""
    note_zh: Mapped[str] = mapped_column(String(200), default="")
    note_en: Mapped[str] = mapped_column(String(200), default="")
    active: Mapped[bool] = mapped_column(default=True)


class Abroad(StrEnum):
    """Which emojis customers of other languages get (EMO-7)."""

    ALL = "all"
    SAFE = "safe"
    OFF = "off"


class CheckSettings(Model):
    """How a shop has its agents' words looked over before they are sent."""

    __tablename__ = "reply_check_settings"

    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"), primary_key=True)
    on: Mapped[bool] = mapped_column("checks_on", default=True)
    """Off: only in tense talks, and there only forbidden words (EMT-5)."""
    emojis_per_message: Mapped[int] = mapped_column(default=1)
    emoji_every: Mapped[int] = mapped_column(default=3)
    """Of so many messages in a row at most one has an emoji (EMO-3)."""
    emoji_blocks: Mapped[bool] = mapped_column(default=False)
    emoji_mixed_warns: Mapped[bool] = mapped_column(default=True)
    """Different ones in one message (EMO-5)."""
    emoji_repeat_warns: Mapped[bool] = mapped_column(default=True)
    """The same one as in the message before (EMO-6)."""
    emoji_abroad: Mapped[Abroad] = mapped_column(one_of(Abroad), default=Abroad.SAFE)
    phrases_in_a_row: Mapped[int] = mapped_column(default=3)
    """So many unedited phrases one after the other sound like a machine (QP-16)."""
    longest_sentence: Mapped[int] = mapped_column(default=60)


class ReplyFinding(Model):
    """Something the check said of words that were sent all the same (EMO-9)."""

    __tablename__ = "reply_findings"
    __table_args__ = (Index("ix_reply_findings_shop", "shop_id", "at"),)

    id: Mapped[Id]
    shop_id: Mapped[UUID]
    conversation_id: Mapped[UUID]
    message_id: Mapped[UUID]
    agent_id: Mapped[UUID | None]
    kind: Mapped[str] = mapped_column(String(30))
    word: Mapped[str] = mapped_column(String(60))
    at: Mapped[Utc] = mapped_column(default=clock.now)
