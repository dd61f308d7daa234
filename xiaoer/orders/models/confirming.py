"""What is asked of customers between ordering and delivery: addresses, cash on delivery, payment,
and what the shop says of them in the end."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, String, Text
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class CheckKind(StrEnum):
    ADDRESS = "address"
    COD = "cod"


class CheckState(StrEnum):
    OPEN = "open"
    CONFIRMED = "confirmed"
    CHANGED = "changed"
    """Another address, or paid online by another order."""
    UNANSWERED = "unanswered"
    """Nobody answered, and the shop's rule was followed."""
    HELD = "held"
    """Nobody answered, and by the shop's rule it waits until somebody does."""


class OrderCheck(Model):
    """One thing to be confirmed by the customer before the order is sent."""

    __tablename__ = "order_checks"
    __table_args__ = (
        Index("uq_order_checks_order", "order_id", "kind", unique=True),
        Index(
            "ix_order_checks_open",
            *("shop_id", "kind", "due_at", "order_id"),
            postgresql_where=sql("state IN ('open', 'held')"),
        ),
        CheckConstraint("(state IN ('open', 'held')) = (settled_at IS NULL)", name="settled_when"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    kind: Mapped[CheckKind] = mapped_column(one_of(CheckKind, 10))
    state: Mapped[CheckState] = mapped_column(one_of(CheckState, 12), default=CheckState.OPEN)
    several: Mapped[bool] = mapped_column(default=False, server_default=sql("false"))
    """The customer has several addresses: somebody should make sure which one is meant."""
    notice_id: Mapped[UUID | None] = mapped_column(ForeignKey("notices.id"))
    courier: Mapped[str] = mapped_column(String(40), default="", server_default=sql("''"))
    courier_chosen: Mapped[bool] = mapped_column(default=False, server_default=sql("false"))
    """By the customer; else it is the shop's usual one."""
    facts: Mapped[dict[str, Any]] = mapped_column(
        JSONB, default=dict, server_default=sql("'{}'::jsonb")
    )
    """What it was before, and the number of the order that replaces it."""
    opened_at: Mapped[Utc] = mapped_column(default=clock.now)
    due_at: Mapped[Utc]
    settled_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    settled_by: Mapped[str] = mapped_column(String(100), default="", server_default=sql("''"))


class CallOutcome(StrEnum):
    KEPT = "kept"
    """The customer stays with cash on delivery."""
    ONLINE = "online"
    """They will rather pay online, by a new order."""
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    """They do not want it any more."""


class OrderCall(Model):
    """A telephone call about an order."""

    __tablename__ = "order_calls"
    __table_args__ = (
        Index("ix_order_calls_check", "check_id", "at"),
        CheckConstraint("seconds >= 0", name="seconds_are_not_negative"),
    )

    id: Mapped[Id]
    check_id: Mapped[UUID] = mapped_column(ForeignKey("order_checks.id"))
    at: Mapped[Utc] = mapped_column(default=clock.now)
    seconds: Mapped[int]
    outcome: Mapped[CallOutcome] = mapped_column(one_of(CallOutcome))
    note: Mapped[str] = mapped_column(Text, default="", server_default=sql("''"))
    by: Mapped[str] = mapped_column(String(100))


class RefusalCause(StrEnum):
    PRICE_SURPRISE = "price_surprise"
    CHANGED_MIND = "changed_mind"
    OTHER = "other"


class CodRefusal(Model):
    """A parcel to be paid on delivery was refused at the door."""

    __tablename__ = "cod_refusals"
    __table_args__ = (CheckConstraint("freight_cents >= 0", name="freight_is_not_negative"),)

    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), primary_key=True)
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"), index=True)
    cause: Mapped[RefusalCause] = mapped_column(one_of(RefusalCause, 20))
    freight_cents: Mapped[int] = mapped_column(BigInteger)
    by: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)


class CodComplaint(Model):
    """The customer says that nobody told them what paying on delivery costs (COD-6)."""

    __tablename__ = "cod_complaints"
    __table_args__ = (Index("ix_cod_complaints_shop", "shop_id", "at"),)

    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), primary_key=True)
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    words: Mapped[str] = mapped_column(Text)
    called_before: Mapped[bool]
    """Somebody had called and told them both prices."""
    task_id: Mapped[UUID] = mapped_column(ForeignKey("tasks.id"))
    by: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)


class UnpaidWhy(StrEnum):
    FORGOT = "forgot"
    IMPULSE = "impulse"
    DUPLICATE = "duplicate"
    UNKNOWN = "unknown"


class UnpaidNote(Model):
    """What an agent found out about an order nobody has paid."""

    __tablename__ = "unpaid_notes"

    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), primary_key=True)
    why: Mapped[UnpaidWhy] = mapped_column(one_of(UnpaidWhy))
    said_no: Mapped[bool] = mapped_column(default=False, server_default=sql("false"))
    """The customer does not want to be reminded."""
    by: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)


class Nudge(Model):
    """A customer was reminded to pay."""

    __tablename__ = "order_nudges"
    __table_args__ = (
        Index("ix_order_nudges_order", "order_id", "at"),
        Index("ix_order_nudges_shop", "shop_id", "at"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    template: Mapped[str] = mapped_column(String(40))
    notice_id: Mapped[UUID | None] = mapped_column(ForeignKey("notices.id"))
    agent_id: Mapped[UUID | None]
    by: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)


class BuyerRating(Model):
    """What the shop said of the buyer after the deal."""

    __tablename__ = "buyer_ratings"
    __table_args__ = (Index("ix_buyer_ratings_shop", "shop_id", "at"),)

    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), primary_key=True)
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    customer_id: Mapped[UUID | None] = mapped_column(ForeignKey("customers.id"))
    text: Mapped[str] = mapped_column(Text)
    recommends: Mapped[bool] = mapped_column(default=False, server_default=sql("false"))
    """It also recommends the shop (RAT-2)."""
    by: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)
