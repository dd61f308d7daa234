"""What happened at the desk around the talks: settings, help, hand-overs."""

from dataclasses import dataclass
from uuid import UUID

from xiaoer.conversations.events.talks import ConversationEvent
from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class ChannelSettingsChanged(Event):
    """Hours, targets or standing texts of a channel changed."""

    channel: str
    changed: list[str]

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


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
