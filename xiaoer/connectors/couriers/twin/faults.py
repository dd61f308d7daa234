"""How the twin misbehaves when it is told to."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from xiaoer.connectors.couriers.twin.journeys import Kind


class Fault(StrEnum):
    SLOW = "slow"
    """Answers after `seconds`."""
    BREAK = "break"
    """500, and nothing was done."""
    TWICE = "twice"
    """Pushes every scan again."""
    DISORDER = "disorder"
    """Pushes what is due the wrong way round, the oldest last."""
    STOP = "stop"
    """The courier makes no scans until it is taken back (`match`: its code)."""


@dataclass
class Faults:
    """What is in force, and the journeys that numbers were told to play."""

    rules: list[dict[str, Any]] = field(default_factory=list)
    kinds: dict[str, Kind] = field(default_factory=dict)

    def told(self, body: dict[str, Any]) -> None:
        """Replace everything."""
        for rule in body.get("rules", ()):
            Fault(rule["fault"])
        self.rules = list(body.get("rules", ()))
        self.kinds = {number: Kind(kind) for number, kind in body.get("kinds", {}).items()}

    def holds(self, fault: Fault, courier: str = "") -> dict[str, Any] | None:
        """The rule of this fault in force; one with `times` is used up."""
        for rule in self.rules:
            if rule["fault"] == fault and rule.get("match", "") in ("", courier):
                left = int(rule.get("times", 0))
                if left == 1:
                    self.rules.remove(rule)
                elif left:
                    rule["times"] = left - 1
                return rule
        return None
