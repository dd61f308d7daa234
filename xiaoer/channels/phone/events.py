"""What happens to calls. Numbers are masked: events are read by many."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class CallEvent(Event):
    subject_field = "call_id"

    call_id: UUID
    direction: str
    number: str
    customer_id: UUID | None
    agent_id: UUID | None

    def topics(self) -> list[str]:
        told = [f"call:{self.call_id}", f"shop:{self.shop_id}", f"queue:{self.shop_id}"]
        if self.agent_id:
            told.append(f"me:{self.agent_id}")
        if self.customer_id:
            told.append(f"customer:{self.customer_id}")
        return told


@dataclass(frozen=True, kw_only=True)
class CallRang(CallEvent):
    """Somebody calls, or is called."""


@dataclass(frozen=True, kw_only=True)
class CallAnswered(CallEvent):
    """They talk."""


@dataclass(frozen=True, kw_only=True)
class CallEnded(CallEvent):
    """They have talked."""

    seconds: int


@dataclass(frozen=True, kw_only=True)
class CallMissed(CallEvent):
    """It ended unanswered."""


@dataclass(frozen=True, kw_only=True)
class CallWrittenUp(CallEvent):
    """What it was about and what came of it was noted."""

    matter: str


@dataclass(frozen=True, kw_only=True)
class CallbackSet(CallEvent):
    """The customer will be called back by `due_at`."""

    task_id: UUID
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class CallNumberShown(CallEvent):
    """Somebody saw the whole number, to call it."""
