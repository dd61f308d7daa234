"""The case, its lines, the units it claims, and everything that happened to it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.aftersales.models.words import (
    CaseKind,
    CaseState,
    Closed,
    Decided,
    Goods,
    Mode,
    Money,
    Phase,
    Queue,
    Reason,
    ReturnMethod,
)
from xiaoer.core import clock
from xiaoer.core.db import Id, Json, Model, Utc, one_of

_NONE = text("'{}'::jsonb")


class CasePlace(Model):
    """Where returns are sent to. The narrowest fitting place is chosen by rule (RET-4)."""

    __tablename__ = "return_places"
    __table_args__ = (Index("ix_return_places_shop", "shop_id", "id"),)

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    name: Mapped[str] = mapped_column(String(100))
    recipient: Mapped[str] = mapped_column(String(100))
    phone: Mapped[str] = mapped_column(String(40))
    address: Mapped[str] = mapped_column(Text)
    category: Mapped[str | None] = mapped_column(String(100))
    """Only for goods of this category; None: for all."""
    region: Mapped[str | None] = mapped_column(String(60))
    """Only for customers whose address begins so; None: for all."""
    active: Mapped[bool] = mapped_column(default=True, server_default=text("true"))


class Case(Model):
    """One request about one order. A case that ended never changes again (I13)."""

    __tablename__ = "cases"
    __table_args__ = (
        UniqueConstraint("shop_id", "number"),
        Index("ix_cases_order", "order_id", "id"),
        Index("ix_cases_customer", "customer_id", "id"),
        Index("ix_cases_together", "together_id", postgresql_where=text("together_id IS NOT NULL")),
        Index(
            "ix_cases_queue",
            "shop_id",
            "queue",
            "deadline_at",
            "id",
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index(
            "ix_cases_deadline",
            "shop_id",
            "deadline_at",
            "id",
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index(
            "ix_cases_second",
            "shop_id",
            "deadline_at",
            "id",
            postgresql_where=text("asked_by IS NOT NULL AND ended_at IS NULL"),
        ),
        Index(
            "ix_cases_age",
            "shop_id",
            "queue",
            "opened_at",
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index("ix_cases_recent", "shop_id", text("opened_at DESC"), text("id DESC")),
        Index(
            "uq_cases_platform",
            "shop_id",
            "platform",
            "platform_ref",
            unique=True,
            postgresql_where=text("platform_ref <> ''"),
        ),
        CheckConstraint("requested_cents >= 0 AND approved_cents >= 0", name="not_negative"),
        CheckConstraint("points >= 0", name="points_are_not_negative"),
        CheckConstraint(
            "(state IN ('completed', 'closed')) = (ended_at IS NOT NULL)", name="ended_has_a_time"
        ),
        CheckConstraint("(state = 'closed') = (closed_reason IS NOT NULL)", name="closed_says_why"),
        CheckConstraint(
            "(ended_at IS NULL) = (deadline_at IS NOT NULL)", name="open_has_a_deadline"
        ),
        CheckConstraint("mode <> 'mirrored' OR platform <> ''", name="mirrored_has_a_platform"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    number: Mapped[int]
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    customer_id: Mapped[UUID | None] = mapped_column(ForeignKey("customers.id"))
    together_id: Mapped[UUID | None]
    """The same for cases of several orders that were asked for at once (P24)."""
    kind: Mapped[CaseKind] = mapped_column(one_of(CaseKind))
    phase: Mapped[Phase] = mapped_column(one_of(Phase))
    state: Mapped[CaseState] = mapped_column(one_of(CaseState, 30))
    decided: Mapped[Decided] = mapped_column(one_of(Decided))
    goods: Mapped[Goods] = mapped_column(one_of(Goods))
    money: Mapped[Money] = mapped_column(one_of(Money))
    queue: Mapped[Queue | None] = mapped_column(one_of(Queue))
    version: Mapped[int] = mapped_column(default=0)
    """Grows with every change; whoever acts says which one they saw (I16)."""
    chain: Mapped[bytes] = mapped_column(LargeBinary(32))
    """Hash of its newest event."""
    currency: Mapped[str] = mapped_column(String(3))
    requested_cents: Mapped[int] = mapped_column(BigInteger)
    approved_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    refunded_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    freight_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    """Shipping fee within the requested amount."""
    due_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    """Exchange or repair: what the buyer pays on top; below zero: what goes back."""
    points: Mapped[int] = mapped_column(BigInteger, default=0, server_default=text("0"))
    """Points that go back with the refund, as points and never as money (A.6 d)."""
    points_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """When they were given back: once, with the money."""
    instrument_id: Mapped[UUID | None] = mapped_column(ForeignKey("instruments.id"))
    """Where the money goes or comes from, if not how the order was paid."""
    reason: Mapped[Reason] = mapped_column(one_of(Reason, 30))
    first_reason: Mapped[Reason] = mapped_column(one_of(Reason, 30))
    """Indicators count by it, whatever is said later."""
    reason_text: Mapped[str] = mapped_column(Text, default="")
    quality: Mapped[bool]
    reasonable: Mapped[bool]
    """The reason fits the order's phase (RFU-5)."""
    condition: Mapped[str | None] = mapped_column(String(20))
    got_goods: Mapped[str] = mapped_column(String(10))
    liability: Mapped[str] = mapped_column(String(10))
    freight_payer: Mapped[str] = mapped_column(String(10), default="buyer")
    return_method: Mapped[ReturnMethod | None] = mapped_column(one_of(ReturnMethod))
    place_id: Mapped[UUID | None] = mapped_column(ForeignKey("return_places.id"))
    pickup: Mapped[Json] = mapped_column(JSONB, default=dict, server_default=_NONE)
    """Door pick-up: window, courier, address, result (RET-9)."""
    terms: Mapped[Json] = mapped_column(JSONB, default=dict, server_default=_NONE)
    """What policy gave when the case was opened: its outputs."""
    notes: Mapped[Json] = mapped_column(JSONB, default=dict, server_default=_NONE)
    """What was found out in talk: needs, choice of refusing or waiting, conditions met."""
    decision_id: Mapped[UUID | None] = mapped_column(ForeignKey("policy_decisions.id"))
    automation: Mapped[str] = mapped_column(String(60), default="")
    """The switch that approved it, if no person did."""
    attempts: Mapped[int] = mapped_column(default=1)
    deadline_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    deadline_action: Mapped[str] = mapped_column(String(40), default="")
    silent: Mapped[str] = mapped_column(String(10), default="")
    """Whose turn it is."""
    previous: Mapped[CaseState | None] = mapped_column(one_of(CaseState, 30))
    """Where a declined offer goes back to."""
    asked_by: Mapped[UUID | None]
    """Who wants to approve beyond their limit; a second person decides (I24)."""
    asked_cents: Mapped[int | None] = mapped_column(BigInteger)
    asked_role: Mapped[str] = mapped_column(String(30), default="")
    payout_id: Mapped[UUID | None] = mapped_column(ForeignKey("payouts.id"))
    fast: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    """The money went before the goods came (FST)."""
    mode: Mapped[Mode] = mapped_column(one_of(Mode), default=Mode.AUTHORITATIVE)
    platform: Mapped[str] = mapped_column(String(30), default="")
    platform_ref: Mapped[str] = mapped_column(String(100), default="")
    platform_version: Mapped[str] = mapped_column(String(100), default="")
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("cases.id"))
    converted_from: Mapped[CaseKind | None] = mapped_column(one_of(CaseKind))
    closed_reason: Mapped[Closed | None] = mapped_column(one_of(Closed, 30))
    opened_by: Mapped[str] = mapped_column(String(10))
    opened_by_id: Mapped[UUID | None]
    opened_at: Mapped[Utc] = mapped_column(default=clock.now)
    approved_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class CaseLine(Model):
    """What of an order line a case is about; in an exchange, one row for each thing that units
    of the line become."""

    __tablename__ = "case_lines"
    __table_args__ = (
        Index(
            "uq_case_lines_what",
            "case_id",
            "order_line_id",
            "replacement_sku_id",
            unique=True,
            postgresql_nulls_not_distinct=True,
        ),
        CheckConstraint("qty > 0", name="qty_is_positive"),
        CheckConstraint(
            "accepted >= 0 AND rejected >= 0 AND accepted + rejected <= received"
            " AND received <= qty",
            name="counts_fit",
        ),
        CheckConstraint("refund_cents >= 0", name="refund_is_not_negative"),
    )

    id: Mapped[Id]
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    order_line_id: Mapped[UUID]
    """Kept when a source rewrites the lines, so it is no foreign key."""
    title: Mapped[str] = mapped_column(String(300))
    spec: Mapped[str] = mapped_column(String(300))
    qty: Mapped[int]
    received: Mapped[int] = mapped_column(default=0)
    accepted: Mapped[int] = mapped_column(default=0)
    rejected: Mapped[int] = mapped_column(default=0)
    restocked: Mapped[int] = mapped_column(default=0)
    replacement_sku_id: Mapped[UUID | None] = mapped_column(ForeignKey("skus.id"))
    quoted_cents: Mapped[int | None] = mapped_column(BigInteger)
    """Price of one replacement, held until the deadline."""
    refund_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    tax_cents: Mapped[int] = mapped_column(BigInteger, default=0, server_default=text("0"))
    """Tax within `refund_cents` (A.6 f)."""


class UnitClaim(Model):
    """A unit of a line that a case is about; two cases never hold the same one (I2).

    A price difference names its units and holds none: they stay with the buyer.
    """

    __tablename__ = "unit_claims"
    __table_args__ = (
        Index(
            "uq_unit_claims_held",
            "order_line_id",
            "unit",
            unique=True,
            postgresql_where=text("held"),
        ),
        Index("ix_unit_claims_case", "case_id"),
    )

    id: Mapped[Id]
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    order_line_id: Mapped[UUID]
    unit: Mapped[int]
    held: Mapped[bool] = mapped_column(default=True)
    """Until the case closes; for good once it completed with the unit given back."""
    consumed: Mapped[bool] = mapped_column(default=False, server_default=text("false"))


class CaseEvent(Model):
    """One change of a case, linked to the one before. Never changed, never removed (I14)."""

    __tablename__ = "case_events"
    __table_args__ = (UniqueConstraint("case_id", "seq"),)

    id: Mapped[Id]
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    seq: Mapped[int]
    """The version it led to."""
    command: Mapped[str] = mapped_column(String(40))
    before: Mapped[str] = mapped_column(String(30))
    after: Mapped[str] = mapped_column(String(30))
    actor_kind: Mapped[str] = mapped_column(String(10))
    actor_id: Mapped[UUID | None]
    actor_name: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc]
    data: Mapped[dict[str, Any]] = mapped_column(JSONB)
    prev_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    hash: Mapped[bytes] = mapped_column(LargeBinary(32))
