"""The law below a policy: which of two values serves the customer better, and what is raised."""

from collections.abc import Mapping
from typing import Any

from xiaoer.policies.rules import vocabulary
from xiaoer.policies.rules.vocabulary import Better, Term

STATUTORY = "statutory."
WEIGHED = (
    *("decision", "refusal_allowed", "require_return", "freight_payer", "max_cents"),
    *("window_days", "refund_within_days"),
)
"""By these, in this order, one decision serves the customer better than another."""


def floor_of(table: str) -> str:
    """The name of the statutory table below `table`."""
    return STATUTORY + table


def below(name: str, value: Any, floor: Any) -> bool:
    """Whether `value` of the output `name` gives the customer less than `floor` does."""
    term = vocabulary.outputs()[name]
    match term.better:
        case Better.MORE:
            return bool(value < floor)
        case Better.LESS:
            return bool(value > floor)
        case Better.LATER:
            return term.values.index(value) < term.values.index(floor)
        case Better.TRUE:
            return bool(floor and not value)
        case Better.FALSE:
            return bool(value and not floor)
        case Better.SUPERSET:
            return not set(floor) <= set(value)
        case Better.SUBSET:
            return not set(value) <= set(floor)
        case _:
            return False


def lift(outputs: Mapping[str, Any], floor: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """`outputs` raised to the floor where they are below it or silent, and the raised names."""
    lifted, raised = dict(outputs), []
    for name, least in floor.items():
        if name not in lifted:
            lifted[name] = least
        elif below(name, lifted[name], least):
            lifted[name] = _joined(vocabulary.outputs()[name], lifted[name], least)
            raised.append(name)
    return lifted, raised


def serves_better(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether `one` is better for the customer than `other`: the first that differs tells."""
    for name in WEIGHED:
        if name in one and name in other and one[name] != other[name]:
            return below(name, other[name], one[name])
    return False


def _joined(term: Term, value: Any, floor: Any) -> Any:
    if term.better is Better.SUPERSET:
        return [*value, *(each for each in floor if each not in value)]
    if term.better is Better.SUBSET:
        return [each for each in value if each in floor]
    return floor
