from dataclasses import dataclass

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class TwinMoodChanged(Event):
    """Somebody told the stand-in account how to behave."""

    mood: str
