"""What a table would have cost, from the groups of past cases it decides otherwise: pure.

What a case would have cost in time, hands and disputes had it been decided otherwise is estimated
by the cases that were decided that way (same decision and effect); amounts are exact where the
tables say them.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass
class Group:
    """Cases that were decided in one way and would be in another."""

    old_row: str | None
    old_decision: str
    new_row: str | None
    new_decision: str
    changed: bool
    cases: int = 0
    known: int = 0
    """Of them, those whose end is known; the sums below are theirs."""
    took_sec: int = 0
    refunded_cents: int = 0
    by_hand: int = 0
    disputed: int = 0
    exact_cents: int = 0
    """What the new table says is paid, of the cases in `exact`."""
    exact: int = 0
    exact_before_cents: int = 0

    @property
    def key(self) -> tuple[Any, ...]:
        return self.old_row, self.old_decision, self.new_row, self.new_decision, self.changed

    def add(self, other: "Group") -> None:
        for name in SUMS:
            setattr(self, name, getattr(self, name) + getattr(other, name))


SUMS = (
    *("cases", "known", "took_sec", "refunded_cents", "by_hand", "disputed"),
    *("exact_cents", "exact", "exact_before_cents"),
)


def merged(groups: list[Group]) -> list[Group]:
    """Groups of several slices as one, the largest first."""
    found: dict[tuple[Any, ...], Group] = {}
    for group in groups:
        if group.key in found:
            found[group.key].add(group)
        else:
            found[group.key] = group
    return sorted(found.values(), key=lambda group: -group.cases)


def report(groups: list[Group]) -> dict[str, Any]:
    """Before and after, over the cases whose end is known; `no_basis` could not be estimated."""
    groups = merged(groups)
    known = sum(group.known for group in groups)
    after = {"took_sec": 0.0, "by_hand": 0.0, "disputed": 0.0, "refunded_cents": 0.0}
    no_basis = 0
    for group in groups:
        basis = _basis(group, groups)
        if basis is None:
            no_basis += group.known
            basis = group
        for name in ("took_sec", "by_hand", "disputed"):
            share = getattr(basis, name) / basis.known if basis.known else 0.0
            after[name] += share * group.known
        after["refunded_cents"] += _refunded(group)
    before = {name: sum(getattr(group, name) for group in groups) for name in after}
    return {
        "cases": sum(group.cases for group in groups),
        "changed": sum(group.cases for group in groups if group.changed),
        "known": known,
        "no_basis": no_basis,
        "before": _figures(before, known),
        "after": _figures(after, known),
        "groups": [asdict(group) for group in groups],
    }


def _basis(group: Group, groups: list[Group]) -> Group | None:
    """The cases decided before as `group` would be now: what its future looks like."""
    if not group.changed or group.old_decision == group.new_decision:
        return group
    alike = [each for each in groups if each.old_decision == group.new_decision and each.known]
    if not alike:
        return None
    basis = Group(None, group.new_decision, None, group.new_decision, False)
    for each in alike:
        basis.add(each)
    return basis


def _refunded(group: Group) -> int:
    """What would be paid: as the table says where it does, otherwise as it was."""
    if not group.changed:
        return group.refunded_cents
    return group.refunded_cents - group.exact_before_cents + group.exact_cents


def _figures(sums: Mapping[str, float], known: int) -> dict[str, Any]:
    return {
        "average_sec": round(sums["took_sec"] / known) if known else None,
        "by_hand": round(sums["by_hand"]),
        "disputed": round(sums["disputed"]),
        "refunded_cents": round(sums["refunded_cents"]),
    }
