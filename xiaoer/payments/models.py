"""Tables of payments. Amounts are cents, above zero, of the order's currency."""

from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Identity,
    Index,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class InstrumentKind(StrEnum):
    CARD = "card"
    WALLET = "wallet"
    BANK = "bank"
    GIFT_CARD = "gift_card"
    BALANCE = "balance"
    """Store credit, kept here."""
    SOURCE = "source"
    """However it was paid where the order comes from; only the source knows."""


STORED_VALUE = frozenset({InstrumentKind.GIFT_CARD, InstrumentKind.BALANCE})
"""Money that we keep ourselves: it moves at once, without a provider."""


class Direction(StrEnum):
    OUT = "out"
    """To the buyer."""
    IN = "in"


class Purpose(StrEnum):
    PAYMENT = "payment"
    TOP_UP = "top_up"
    """The buyer pays the difference of an exchange or a repair."""
    REFUND = "refund"
    PRICE_DIFFERENCE = "price_difference"
    COMPENSATION = "compensation"
    FREIGHT_REIMBURSE = "freight_reimburse"
    CHARGEBACK = "chargeback"
    """Taken back by the buyer's bank; not by us."""


OWN_MONEY = frozenset({Purpose.COMPENSATION, Purpose.FREIGHT_REIMBURSE})
"""Paid on top by the shop: no payment's cap is drawn (labelled apart, I4)."""


class MovementState(StrEnum):
    RESERVED = "reserved"
    SUBMITTED = "submitted"
    UNKNOWN = "unknown"
    """The provider did not answer: it may or may not have happened."""
    SETTLED = "settled"
    FAILED = "failed"
    RELEASED = "released"
    """Given up before it was sent."""
    REVERSED = "reversed"
    """Settled, and then it came back."""


class Drain(StrEnum):
    """Which of several payments a refund draws first; fixed with an order's first refund."""

    STORED_LAST = "stored_last"
    STORED_FIRST = "stored_first"


class Account(StrEnum):
    """Accounts of the ledger."""

    OPENING = "opening"
    """What happened before we kept the books (imported)."""
    SALES = "sales"
    CLEARING = "clearing"
    """What providers hold for us or have paid for us."""
    STORED_VALUE = "stored_value"
    """What customers have on gift cards and balances."""
    CASH = "cash"
    """Paid outside of any provider."""
    OWED = "owed"
    """Reserved or on its way to buyers."""
    GOODWILL = "goodwill"
    LOSSES = "losses"


class InterventionKind(StrEnum):
    """What a person can do about a movement that does not go on by itself."""

    REROUTE = "reroute"
    OFFLINE = "offline"
    CONFIRM_SETTLED = "confirm_settled"
    CONFIRM_FAILED = "confirm_failed"


def _known(column: str, kinds: type[StrEnum]) -> str:
    return f"{column} IN ({', '.join(repr(each.value) for each in kinds)})"


class Instrument(Model):
    """A card, wallet, gift card or balance. Only stored value has a balance here."""

    __tablename__ = "instruments"
    __table_args__ = (
        UniqueConstraint(
            "shop_id", "customer_id", "external_id", postgresql_nulls_not_distinct=True
        ),
        Index("ix_instruments_customer", "customer_id"),
        CheckConstraint(_known("kind", InstrumentKind), name="kind_is_known"),
        CheckConstraint(
            "(balance_cents IS NOT NULL) = (kind IN ('gift_card', 'balance'))",
            name="stored_value_has_a_balance",
        ),
        CheckConstraint("balance_cents >= 0", name="balance_is_not_negative"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    customer_id: Mapped[UUID | None] = mapped_column(ForeignKey("customers.id"))
    kind: Mapped[InstrumentKind] = mapped_column(one_of(InstrumentKind))
    external_id: Mapped[str] = mapped_column(String(120))
    """Its name at the source or the provider."""
    label: Mapped[str] = mapped_column(String(100), default="")
    currency: Mapped[str] = mapped_column(String(3))
    balance_cents: Mapped[int | None] = mapped_column(BigInteger)
    told: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    """Whether the source has told what was on it to begin with."""
    created_at: Mapped[Utc] = mapped_column(default=clock.now)


class OrderAccount(Model):
    """Marks an order whose payments are kept here, opened when they are first needed."""

    __tablename__ = "order_accounts"

    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), primary_key=True)
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    drain: Mapped[Drain | None] = mapped_column(one_of(Drain))
    opened_at: Mapped[Utc] = mapped_column(default=clock.now)


class Payment(Model):
    """Money that came in for an order. What may still go back is captured − reserved − settled."""

    __tablename__ = "payments"
    __table_args__ = (
        UniqueConstraint("id", "order_id", "currency"),
        Index("ix_payments_order", "order_id", "id"),
        Index("ix_payments_provider_ref", "provider", "provider_ref"),
        CheckConstraint("reserved_cents + settled_cents <= captured_cents", name="cap_holds"),
        CheckConstraint(
            "captured_cents >= 0 AND reserved_cents >= 0 AND settled_cents >= 0",
            name="amounts_are_not_negative",
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    instrument_id: Mapped[UUID] = mapped_column(ForeignKey("instruments.id"))
    provider: Mapped[str] = mapped_column(String(30))
    provider_ref: Mapped[str] = mapped_column(String(120), default="")
    """The provider's name of the charge."""
    currency: Mapped[str] = mapped_column(String(3))
    captured_cents: Mapped[int] = mapped_column(BigInteger)
    reserved_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    """Reserved, submitted or unknown."""
    settled_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    imported: Mapped[bool]
    created_at: Mapped[Utc] = mapped_column(default=clock.now)

    @property
    def left_cents(self) -> int:
        """What may still go back."""
        return self.captured_cents - self.reserved_cents - self.settled_cents


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
        CheckConstraint(_known("state", MovementState), name="state_is_known"),
        CheckConstraint(_known("direction", Direction), name="direction_is_known"),
        CheckConstraint(_known("purpose", Purpose), name="purpose_is_known"),
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


class LedgerEntry(Model):
    """One debit and its credit in one row, so that the books cannot be out of balance."""

    __tablename__ = "ledger_entries"
    __table_args__ = (
        Index("ix_ledger_entries_order", "order_id", "id"),
        Index("ix_ledger_entries_instrument", "instrument_id"),
        CheckConstraint("cents > 0", name="cents_are_positive"),
        CheckConstraint("debit <> credit", name="two_accounts"),
        CheckConstraint(_known("debit", Account), name="debit_is_known"),
        CheckConstraint(_known("credit", Account), name="credit_is_known"),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    at: Mapped[Utc] = mapped_column(default=clock.now)
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    order_id: Mapped[UUID | None] = mapped_column(ForeignKey("orders.id"))
    payment_id: Mapped[UUID | None] = mapped_column(ForeignKey("payments.id"))
    movement_id: Mapped[UUID | None] = mapped_column(ForeignKey("money_movements.id"))
    instrument_id: Mapped[UUID | None] = mapped_column(ForeignKey("instruments.id"))
    """Whose stored value moved."""
    debit: Mapped[Account] = mapped_column(one_of(Account))
    credit: Mapped[Account] = mapped_column(one_of(Account))
    cents: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))
    memo: Mapped[str] = mapped_column(String(40))


class ProviderEvent(Model):
    """What a provider told us, once each: the same event again has no effect (I12)."""

    __tablename__ = "provider_events"
    __table_args__ = (
        UniqueConstraint("provider", "provider_ref", "type"),
        Index("ix_provider_events_movement", "movement_id"),
    )

    id: Mapped[Id]
    provider: Mapped[str] = mapped_column(String(30))
    provider_ref: Mapped[str] = mapped_column(String(120))
    type: Mapped[str] = mapped_column(String(20))
    movement_id: Mapped[UUID | None]
    body: Mapped[dict[str, Any]] = mapped_column(JSONB)
    outcome: Mapped[str] = mapped_column(String(20))
    received_at: Mapped[Utc] = mapped_column(default=clock.now)


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
        CheckConstraint(_known("kind", InterventionKind), name="kind_is_known"),
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
