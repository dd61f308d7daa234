"""What happens to promises. Each shows on the timeline of what was promised about."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class PromiseEvent(Event):
    """Common to all facts about a promise."""

    subject_field = "subject_id"

    promise_id: UUID
    kind: str
    subject_type: str
    subject_id: UUID
    owner_agent_id: UUID | None
    owner_group_id: UUID | None
    due_at: datetime
    facts: dict[str, Any] = field(default_factory=dict)

    def topics(self) -> list[str]:
        told = [f"{self.subject_type}:{self.subject_id}"]
        if self.owner_agent_id:
            told.append(f"me:{self.owner_agent_id}")
        return told


@dataclass(frozen=True, kw_only=True)
class PromiseMade(PromiseEvent):
    """Something is owed from now on."""


@dataclass(frozen=True, kw_only=True)
class PromiseWarned(PromiseEvent):
    """A warning time has come. `number` counts from 1; several missed ones are told as the last."""

    number: int

    def topics(self) -> list[str]:
        return [*super().topics(), f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class PromiseBroken(PromiseEvent):
    """It was due and is not done. Told once; not told when it was done before the clock came."""

    def topics(self) -> list[str]:
        return [*super().topics(), f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class PromiseKept(PromiseEvent):
    """It is done; `late` when not before it was due."""

    late: bool


@dataclass(frozen=True, kw_only=True)
class PromiseReleased(PromiseEvent):
    """It is no longer owed. `broken`: it had been broken before and stays so."""

    reason: str
    broken: bool


@dataclass(frozen=True, kw_only=True)
class PromisePaused(PromiseEvent):
    remaining_sec: float
    reason: str


@dataclass(frozen=True, kw_only=True)
class PromiseResumed(PromiseEvent):
    """Its clock runs again, towards the new `due_at`."""


@dataclass(frozen=True, kw_only=True)
class PromiseExtended(PromiseEvent):
    """The customer was told a later time."""

    before: datetime
    reason: str


@dataclass(frozen=True, kw_only=True)
class PromiseHandedOver(PromiseEvent):
    """Somebody else owes it now; the owner before is in `from_…`."""

    from_agent_id: UUID | None
    from_group_id: UUID | None


@dataclass(frozen=True, kw_only=True)
class CalendarChanged(Event):
    """Hours, holidays or the time zone of a calendar were set."""

    subject_field = "calendar_id"

    calendar_id: UUID
    name: str

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]
