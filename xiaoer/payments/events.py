"""Facts about the money of orders. `reason_ref` is what above decided it: a case."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class _MoneyEvent(Event):
    subject_field = "order_id"

    order_id: UUID
    currency: str

    def topics(self) -> list[str]:
        return [f"order:{self.order_id}"]


@dataclass(frozen=True, kw_only=True)
class PaymentsOpened(_MoneyEvent):
    """The payments of an order are kept here from now on."""

    captured_cents: int
    refunded_cents: int


@dataclass(frozen=True, kw_only=True)
class SourceAmountsFollowed(_MoneyEvent):
    """The source tells other sums than when the payments were opened; they follow it."""

    captured_cents: int
    refunded_cents: int


@dataclass(frozen=True, kw_only=True)
class RefundReserved(_MoneyEvent):
    """Money is set aside for one decision; nothing has been sent."""

    payout_id: UUID
    reason_ref: UUID
    purpose: str
    cents: int
    movement_ids: list[UUID]


@dataclass(frozen=True, kw_only=True)
class RefundReleased(_MoneyEvent):
    """What was set aside, or failed, is given up and can be drawn again."""

    payout_id: UUID
    reason_ref: UUID
    why: str


@dataclass(frozen=True, kw_only=True)
class _MovementEvent(_MoneyEvent):
    movement_id: UUID
    payout_id: UUID | None
    reason_ref: UUID
    purpose: str
    cents: int
    instrument_id: UUID


@dataclass(frozen=True, kw_only=True)
class RefundSubmitted(_MovementEvent):
    """On its way to the provider, under its id as the key."""


@dataclass(frozen=True, kw_only=True)
class RefundSettled(_MovementEvent):
    """The money went out. `open_movements` of the same payout have not settled yet; 0: all done."""

    provider_ref: str
    expected_at: datetime | None
    open_movements: int


@dataclass(frozen=True, kw_only=True)
class RefundFailed(_MovementEvent):
    """The provider refused for good; the cap is free again and a person must look."""

    failure: str


@dataclass(frozen=True, kw_only=True)
class RefundUnknown(_MovementEvent):
    """The provider did not answer. It is asked under the same key until it does."""


@dataclass(frozen=True, kw_only=True)
class RefundOverdue(_MovementEvent):
    """Neither done nor refused for a day: a person has to ask the provider (D12, D13)."""


@dataclass(frozen=True, kw_only=True)
class RefundReversed(_MovementEvent):
    """A settled refund came back from the buyer's bank; it is owed again (T28)."""


@dataclass(frozen=True, kw_only=True)
class RefundDisagrees(_MovementEvent):
    """The provider told the contrary of what we hold; a person must look (I12)."""

    told: str
    held: str


@dataclass(frozen=True, kw_only=True)
class RefundRerouted(_MovementEvent):
    """A failed movement is replaced by another one."""

    replaces_id: UUID


@dataclass(frozen=True, kw_only=True)
class InterventionAsked(_MovementEvent):
    """Somebody wants to settle it by hand; above the limit a second person has to agree."""

    kind: str
    reason: str
    four_eyes: bool


@dataclass(frozen=True, kw_only=True)
class InterventionDone(_MovementEvent):
    """Carried out; `approved_by` is the second person."""

    kind: str
    asked_by: UUID | None
    approved_by: UUID | None


@dataclass(frozen=True, kw_only=True)
class InterventionRefused(_MovementEvent):
    """Taken back, or the second person said no."""

    kind: str


@dataclass(frozen=True, kw_only=True)
class ChargeSubmitted(_MovementEvent):
    """The buyer is being charged."""


@dataclass(frozen=True, kw_only=True)
class ChargeSettled(_MovementEvent):
    """The buyer paid; it is a payment of the order now."""

    payment_id: UUID


@dataclass(frozen=True, kw_only=True)
class ChargeFailed(_MovementEvent):
    """The buyer did not pay."""

    failure: str


@dataclass(frozen=True, kw_only=True)
class ChargeUnknown(_MovementEvent):
    """The provider did not answer whether the buyer paid."""


@dataclass(frozen=True, kw_only=True)
class ChargedBack(_MovementEvent):
    """The buyer's bank took the money back (T28). `beyond_cents`: what had been refunded already
    and is lost."""

    beyond_cents: int


@dataclass(frozen=True, kw_only=True)
class StoredValueOpened(Event):
    """Gift cards, balances and other means of payment became known."""

    count: int
