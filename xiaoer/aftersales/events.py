"""Facts about after-sales cases."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class _CaseEvent(Event):
    subject_field = "case_id"

    case_id: UUID
    number: int
    order_id: UUID
    customer_id: UUID | None
    case_kind: str
    version: int

    def topics(self) -> list[str]:
        return [f"case:{self.case_id}", f"shop:{self.shop_id}", f"order:{self.order_id}"]


@dataclass(frozen=True, kw_only=True)
class CaseOpened(_CaseEvent):
    """A customer, or somebody for them, asks for something."""

    reason: str
    requested_cents: int


@dataclass(frozen=True, kw_only=True)
class CaseMoved(_CaseEvent):
    """A case went on: which command, from where to where."""

    command: str
    before: str
    after: str
    deadline_at: datetime | None
    data: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class CaseApproved(_CaseEvent):
    """What was asked for is agreed to; `automation` names the switch when no person did."""

    cents: int
    currency: str
    automation: str


@dataclass(frozen=True, kw_only=True)
class CaseCompleted(_CaseEvent):
    """The case came to its end; `took_sec` since it was opened (RFU-8, RET-1)."""

    refunded_cents: int
    took_sec: int
    by_hand: bool


@dataclass(frozen=True, kw_only=True)
class CaseClosed(_CaseEvent):
    """The case ended without what was asked for."""

    why: str
    took_sec: int


@dataclass(frozen=True, kw_only=True)
class GuideFollowed(_CaseEvent):
    """The buyer opened a guide, or did so many of its steps."""

    guide: str
    done: int


@dataclass(frozen=True, kw_only=True)
class FeedbackGiven(_CaseEvent):
    """How it went, from 1 to 5, and whether all is solved."""

    score: int
    solved: bool
    by: str


@dataclass(frozen=True, kw_only=True)
class CaseMoneyReversed(_CaseEvent):
    """What a case had paid came back from the buyer's bank and is owed again, or the bank took the
    payment it had been refunded of (T28)."""

    cents: int
    currency: str


@dataclass(frozen=True, kw_only=True)
class PointsReturned(_CaseEvent):
    """Points spent on what was refunded belong to the customer again; told once for a case."""

    points: int


@dataclass(frozen=True, kw_only=True)
class PlatformAsked(_CaseEvent):
    """A mirrored case: the connector is to tell the platform, with the version that was seen."""

    command: str
    cents: int
    platform: str
    platform_ref: str
    platform_version: str


@dataclass(frozen=True, kw_only=True)
class OrderAmended(Event):
    """An order was changed before it was shipped."""

    subject_field = "order_id"

    order_id: UUID
    amendment_id: UUID
    kind: str
    due_cents: int

    def topics(self) -> list[str]:
        return [f"order:{self.order_id}", f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class RecoveryOpened(Event):
    """A fast refund has to be got back (FST-8)."""

    subject_field = "case_id"

    case_id: UUID
    recovery_id: UUID
    cents: int
    why: str


@dataclass(frozen=True, kw_only=True)
class RecoveryReminded(Event):
    """The customer was asked for it, so many times by now."""

    subject_field = "case_id"

    case_id: UUID
    recovery_id: UUID
    times: int


@dataclass(frozen=True, kw_only=True)
class RecoveryEnded(Event):
    """It came back, or was given up."""

    subject_field = "case_id"

    case_id: UUID
    recovery_id: UUID
    how: str


@dataclass(frozen=True, kw_only=True)
class ReturnPlaceSet(Event):
    """A return address was added or changed."""

    place_id: UUID
    name: str


@dataclass(frozen=True, kw_only=True)
class ChoicesMade(Event):
    """A shop's settings for after-sales were changed: by name, what stood there and what does."""

    changes: dict[str, list[Any]]
