"""How the sandbox misbehaves when it is told to."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Fault(StrEnum):
    SLOW = "slow"
    """Does the work, answers after `seconds`."""
    HESITATE = "hesitate"
    """Waits `seconds`, then does the work."""
    REFUSE = "refuse"
    """Refuses for good, with `code`."""
    BREAK = "break"
    """500, and nothing was done."""
    DROP = "drop"
    """Does the work and hangs up without an answer."""
    LATE = "late"
    """Answers “pending” and calls back after `seconds`."""
    SILENT = "silent"
    """Answers “pending”, does the work and never calls."""
    TWICE = "twice"
    """As `late`, and calls twice, at once."""
    DISORDER = "disorder"
    """Calls back “settled” first and “accepted” after it."""
    RECANT = "recant"
    """Answers “failed”, and `seconds` later says it settled."""


@dataclass
class Rule:
    """A fault for the orders of one key or instrument (`match`; empty: all), so many times."""

    fault: Fault
    match: str = ""
    times: int = 1
    """0: until it is taken back."""
    seconds: float = 0.0
    code: str = "refused"

    @classmethod
    def told(cls, body: dict[str, Any]) -> "Rule":
        return cls(
            fault=Fault(body["fault"]),
            match=str(body.get("match", "")),
            times=int(body.get("times", 1)),
            seconds=float(body.get("seconds", 0)),
            code=str(body.get("code", "refused")),
        )


class Faults:
    """The rules in force, the first that matches counts."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def draw(self, key: str, instrument: str) -> Rule | None:
        for rule in self.rules:
            if rule.match in ("", key, instrument):
                if rule.times == 1:
                    self.rules.remove(rule)
                elif rule.times > 1:
                    rule.times -= 1
                return rule
        return None
