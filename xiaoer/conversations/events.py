"""What happened in a conversation."""

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


@dataclass(frozen=True, kw_only=True)
class ChannelSettingsChanged(Event):
    """Hours, targets or standing texts of a channel changed."""

    channel: str
    changed: list[str]

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class TalkRated(ConversationEvent):
    """Its customer said how content they were, 1 to 5."""

    score: int


@dataclass(frozen=True, kw_only=True)
class HotQuestionsFound(Event):
    """What many customers ask was looked for; `open`: how many no phrase answers."""

    open: int

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class AutoRepliesChanged(Event):
    """An automatic reply was set or switched off."""

    auto_reply_id: UUID

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class HelpAsked(ConversationEvent):
    """An agent asks a lead for a word or to take over."""

    way: str
    note: str
    lead_ids: list[UUID]

    def topics(self) -> list[str]:
        return [*super().topics(), *(f"me:{each}" for each in self.lead_ids)]


@dataclass(frozen=True, kw_only=True)
class HelpGiven(ConversationEvent):
    """A lead has whispered, or serves the talk now."""

    way: str


@dataclass(frozen=True, kw_only=True)
class ShiftHandedOver(Event):
    """All that an agent held is a colleague's now."""

    subject_field = "handover_id"

    handover_id: UUID
    from_agent_id: UUID
    to_agent_id: UUID
    count: int

    def topics(self) -> list[str]:
        return [f"me:{self.from_agent_id}", f"me:{self.to_agent_id}"]


@dataclass(frozen=True, kw_only=True)
class HandoverAcknowledged(Event):
    """The colleague has seen what was handed over."""

    subject_field = "handover_id"

    handover_id: UUID
    from_agent_id: UUID
    to_agent_id: UUID

    def topics(self) -> list[str]:
        return [f"me:{self.from_agent_id}", f"me:{self.to_agent_id}"]
