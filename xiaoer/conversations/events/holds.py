"""A customer was asked to wait for the result of a check, and what became of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from xiaoer.conversations.events.talks import ConversationEvent


@dataclass(frozen=True, kw_only=True)
class HoldBegan(ConversationEvent):
    """The customer was asked to wait for the result of a check."""

    hold_id: UUID
    checking: str
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class HoldExtended(ConversationEvent):
    """They were told a later time, for the `extensions`th time."""

    hold_id: UUID
    due_at: datetime
    extensions: int


@dataclass(frozen=True, kw_only=True)
class HoldReminded(ConversationEvent):
    """Its agent is to keep `contact`, or the time is `expiring`."""

    hold_id: UUID
    what: str
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class HoldExpired(ConversationEvent):
    """The promised time passed without an answer; the leads of the shop are told."""

    hold_id: UUID
    checking: str
    lead_ids: list[UUID]

    def topics(self) -> list[str]:
        leads = (f"me:{each}" for each in self.lead_ids)
        return [*super().topics(), f"shop:{self.shop_id}", *leads]


@dataclass(frozen=True, kw_only=True)
class HoldAnswered(ConversationEvent):
    """The customer has a definite answer. `late`: not when it was promised."""

    hold_id: UUID
    late: bool
    as_hoped: bool


@dataclass(frozen=True, kw_only=True)
class HoldCancelled(ConversationEvent):
    hold_id: UUID
    reason: str
