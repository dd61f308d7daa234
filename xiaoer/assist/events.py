"""What assist found out, for the screens and for the rooms above."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class TalkRead(Event):
    """Topic, mood or picks of a talk changed."""

    subject_field: ClassVar[str | None] = "conversation_id"

    conversation_id: UUID
    seq: int
    topic: str | None
    moods: list[str]
    risk: int

    def topics(self) -> list[str]:
        """The shop is told too of a mood: lists mark the talk, or take the mark away."""
        return [f"conversation:{self.conversation_id}", f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class TopicTaught(Event):
    """An agent said what a talk is about."""

    subject_field: ClassVar[str | None] = "conversation_id"

    conversation_id: UUID
    topic: str

    def topics(self) -> list[str]:
        return [f"conversation:{self.conversation_id}"]


@dataclass(frozen=True, kw_only=True)
class FeatureSwitched(Event):
    """A shop switched a feature of assist on or off."""

    feature: str
    on: bool

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class BotHandedOver(Event):
    """The bot speaks no more in a talk; a person is to answer, with all that was said."""

    subject_field = "conversation_id"

    conversation_id: UUID
    why: str
    answered: int

    def topics(self) -> list[str]:
        return [f"conversation:{self.conversation_id}", f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class QuestionsAnswered(Event):
    """An agent wrote down what the customer answered to guided questions."""

    subject_field = "conversation_id"

    conversation_id: UUID
    script: str
    open: int

    def topics(self) -> list[str]:
        return [f"conversation:{self.conversation_id}"]
