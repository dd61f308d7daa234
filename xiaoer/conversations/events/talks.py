"""What happened in a talk: what was said, by whom it is served, and how it ends."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class ConversationEvent(Event):
    """Told to the screens that show the talk, to its agent or the queue, and to its customer."""

    subject_field: ClassVar[str | None] = "conversation_id"

    conversation_id: UUID
    customer_id: UUID
    assignee_id: UUID | None

    def topics(self) -> list[str]:
        topics = [f"conversation:{self.conversation_id}", f"customer:{self.customer_id}"]
        return [*topics, *self._desks()]

    def _desks(self) -> list[str]:
        if self.assignee_id is None:
            return [f"queue:{self.shop_id}"]
        return [f"me:{self.assignee_id}"]


@dataclass(frozen=True, kw_only=True)
class MovedEvent(ConversationEvent):
    """The talk changed hands: both the old and the new place are told."""

    from_agent_id: UUID | None = None

    def _desks(self) -> list[str]:
        agents = {each for each in (self.from_agent_id, self.assignee_id) if each}
        return [f"queue:{self.shop_id}", *sorted(f"me:{each}" for each in agents)]


@dataclass(frozen=True, kw_only=True)
class ConversationOpened(ConversationEvent):
    number: int
    channel: str


@dataclass(frozen=True, kw_only=True)
class MessageReceived(ConversationEvent):
    """The customer said something."""

    message_id: UUID
    seq: int


@dataclass(frozen=True, kw_only=True)
class MessageSent(ConversationEvent):
    """The desk said something: a person, a bot or a rule (`auto`)."""

    message_id: UUID
    seq: int
    auto: bool


@dataclass(frozen=True, kw_only=True)
class MessageQueued(ConversationEvent):
    """A message waits for its channel to carry it out."""

    message_id: UUID
    seq: int
    channel: str


@dataclass(frozen=True, kw_only=True)
class NoteAdded(ConversationEvent):
    """A colleague left a private note."""

    message_id: UUID
    seq: int


@dataclass(frozen=True, kw_only=True)
class SystemLineAdded(ConversationEvent):
    """The talk shows a line of its own story."""

    message_id: UUID
    seq: int
    code: str


@dataclass(frozen=True, kw_only=True)
class Assigned(MovedEvent):
    by_rule: bool


@dataclass(frozen=True, kw_only=True)
class Transferred(MovedEvent):
    note: str


@dataclass(frozen=True, kw_only=True)
class Queued(MovedEvent):
    """Back to the queue; `reason` says why."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class Snoozed(ConversationEvent):
    until: datetime


@dataclass(frozen=True, kw_only=True)
class Woke(ConversationEvent):
    by_customer: bool


@dataclass(frozen=True, kw_only=True)
class Closed(ConversationEvent):
    reason: str
    answered: bool


@dataclass(frozen=True, kw_only=True)
class Reopened(MovedEvent):
    by_customer: bool


@dataclass(frozen=True, kw_only=True)
class CustomerLeft(ConversationEvent):
    """流失: the customer went away before a person answered."""

    waited_sec: float


@dataclass(frozen=True, kw_only=True)
class ReadByStaff(ConversationEvent):
    seq: int


@dataclass(frozen=True, kw_only=True)
class MarkedUnread(ConversationEvent):
    """Its agent wants to come back to it."""


@dataclass(frozen=True, kw_only=True)
class ReadByCustomer(ConversationEvent):
    seq: int


@dataclass(frozen=True, kw_only=True)
class DeliveredToStaff(ConversationEvent):
    seq: int


@dataclass(frozen=True, kw_only=True)
class DeliveredToCustomer(ConversationEvent):
    seq: int


@dataclass(frozen=True, kw_only=True)
class StageChanged(ConversationEvent):
    stage: str | None


@dataclass(frozen=True, kw_only=True)
class PriorityChanged(ConversationEvent):
    priority: str


@dataclass(frozen=True, kw_only=True)
class TagsChanged(ConversationEvent):
    tags: list[str]


@dataclass(frozen=True, kw_only=True)
class WaitedTooLong(ConversationEvent):
    """The reply promise broke; the leads of the shop are told."""

    waited_sec: float
    lead_ids: list[UUID]

    def topics(self) -> list[str]:
        leads = (f"me:{each}" for each in self.lead_ids)
        return [*super().topics(), f"shop:{self.shop_id}", *leads]


@dataclass(frozen=True, kw_only=True)
class TalkRated(ConversationEvent):
    """Its customer said how content they were, 1 to 5."""

    score: int
