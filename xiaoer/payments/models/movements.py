"""Money that moves, what it is drawn from, and what people do when it does not arrive."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    Text,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of
from xiaoer.payments.models.words import (
    Direction,
    Drain,
    InterventionKind,
    MovementState,
    Purpose,
    known,
)


class Payout(Model):
    """What one decision pays out, over one or more movements; drawn from units of the order."""

    __tablename__ = "payouts"
    __table_args__ = (
        Index("ix_payouts_order", "order_id", "id"),
        Index("ix_payouts_reason", "reason_ref"),
        CheckConstraint("cents > 0 AND cents <= gross_cents", name="amounts_make_sense"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    reason_ref: Mapped[UUID]
    """Why: the case, or whatever above decided it."""
    purpose: Mapped[Purpose] = mapped_column(one_of(Purpose))
    currency: Mapped[str] = mapped_column(String(3))
    gross_cents: Mapped[int] = mapped_column(BigInteger)
    cents: Mapped[int] = mapped_column(BigInteger)
    """What the buyer gets: gross less deductions."""
    deductions: Mapped[list[dict[str, Any]]] = mapped_column(
        JSONB, default=list, server_default=text("'[]'::jsonb")
    )
    released_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    created_at: Mapped[Utc] = mapped_column(default=clock.now)


class Share(Model):
    """What a payout draws from one unit of a line, or (no line) from the freight."""

    __tablename__ = "payout_shares"
    __table_args__ = (
        Index("ix_payout_shares_order", "order_id", postgresql_where=text("NOT released")),
        Index("ix_payout_shares_payout", "payout_id"),
        CheckConstraint("cents > 0", name="cents_are_positive"),
        CheckConstraint("(order_line_id IS NULL) = (unit IS NULL)", name="unit_of_a_line"),
    )

    id: Mapped[Id]
    payout_id: Mapped[UUID] = mapped_column(ForeignKey("payouts.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    order_line_id: Mapped[UUID | None]
    """Kept when a source rewrites the lines, so it is no foreign key."""
    unit: Mapped[int | None]
    cents: Mapped[int] = mapped_column(BigInteger)
    released: Mapped[bool] = mapped_column(default=False, server_default=text("false"))


class Movement(Model):
    """One transfer of money. Its id is the idempotency key that the provider gets, always."""

    __tablename__ = "money_movements"
    __table_args__ = (
        ForeignKeyConstraint(
            ["payment_id", "order_id", "currency"],
            ["payments.id", "payments.order_id", "payments.currency"],
        ),
        Index("ix_money_movements_order", "order_id", "id"),
        Index("ix_money_movements_payout", "payout_id"),
        Index("ix_money_movements_reason", "reason_ref"),
        Index("ix_money_movements_payment", "payment_id"),
        Index(
            "uq_money_movements_provider_ref",
            "provider",
            "provider_ref",
            unique=True,
            postgresql_where=text("provider_ref <> ''"),
        ),
        Index(
            "ix_money_movements_next_check",
            "next_check_at",
            postgresql_where=text("next_check_at IS NOT NULL"),
        ),
        Index(
            "ix_money_movements_for_people",
            "shop_id",
            "people_by",
            "id",
            postgresql_where=text("people_by IS NOT NULL"),
        ),
        CheckConstraint("cents > 0", name="cents_are_positive"),
        CheckConstraint(known("state", MovementState), name="state_is_known"),
        CheckConstraint(known("direction", Direction), name="direction_is_known"),
        CheckConstraint(known("purpose", Purpose), name="purpose_is_known"),
        CheckConstraint(
            "(state IN ('settled', 'failed', 'released', 'reversed')) = (ended_at IS NOT NULL)",
            name="ended_has_a_time",
        ),
        CheckConstraint(
            "payment_id IS NOT NULL OR direction = 'in'"
            " OR purpose IN ('compensation', 'freight_reimburse', 'chargeback')",
            name="refunds_draw_a_payment",
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    payout_id: Mapped[UUID | None] = mapped_column(ForeignKey("payouts.id"))
    payment_id: Mapped[UUID | None]
    """Whose cap it draws; for money coming in, the payment it became."""
    instrument_id: Mapped[UUID] = mapped_column(ForeignKey("instruments.id"))
    """Where it goes, or comes from."""
    direction: Mapped[Direction] = mapped_column(one_of(Direction))
    purpose: Mapped[Purpose] = mapped_column(one_of(Purpose))
    cents: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))
    state: Mapped[MovementState] = mapped_column(one_of(MovementState))
    reason_ref: Mapped[UUID]
    drain: Mapped[Drain | None] = mapped_column(one_of(Drain))
    provider: Mapped[str] = mapped_column(String(30))
    provider_ref: Mapped[str] = mapped_column(String(120), default="")
    attempts: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    claimed_until: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """A worker is talking to the provider; after that time it is taken for dead."""
    next_check_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """When the provider is asked, or told again, under the same key."""
    people_by: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """Until when a person should have settled it; None: nothing for people."""
    failure: Mapped[str] = mapped_column(String(60), default="")
    conflict: Mapped[str] = mapped_column(String(60), default="")
    """The provider told something that contradicts the state; nothing is retried meanwhile."""
    proof: Mapped[str] = mapped_column(Text, default="")
    """What a person showed when settling it by hand."""
    replaces_id: Mapped[UUID | None] = mapped_column(ForeignKey("money_movements.id"), unique=True)
    created_at: Mapped[Utc] = mapped_column(default=clock.now)
    submitted_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    expected_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """When the buyer should see it."""


class Intervention(Model):
    """A step by hand; above the shop's limit a second person has to agree."""

    __tablename__ = "interventions"
    __table_args__ = (
        Index(
            "uq_interventions_open",
            "movement_id",
            unique=True,
            postgresql_where=text("done_at IS NULL AND refused_at IS NULL"),
        ),
        Index("ix_interventions_movement", "movement_id"),
        CheckConstraint(known("kind", InterventionKind), name="kind_is_known"),
        CheckConstraint("approved_by <> asked_by", name="two_people"),
        CheckConstraint("done_at IS NULL OR refused_at IS NULL", name="one_end"),
    )

    id: Mapped[Id]
    movement_id: Mapped[UUID] = mapped_column(ForeignKey("money_movements.id"))
    kind: Mapped[InterventionKind] = mapped_column(one_of(InterventionKind))
    instrument_id: Mapped[UUID | None] = mapped_column(ForeignKey("instruments.id"))
    reason: Mapped[str] = mapped_column(Text)
    proof: Mapped[str] = mapped_column(Text, default="")
    four_eyes: Mapped[bool]
    asked_by: Mapped[UUID | None]
    asked_name: Mapped[str] = mapped_column(String(100))
    asked_at: Mapped[Utc] = mapped_column(default=clock.now)
    approved_by: Mapped[UUID | None]
    approved_name: Mapped[str] = mapped_column(String(100), default="")
    done_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    refused_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
