"""What units carry of an order besides money: their part of a coupon and of the points
(aftersales.md A.6 b and d). Parts of one whole, by list price, to the last cent and point."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from xiaoer.aftersales.rules.amounts import Unit, UnitState
from xiaoer.core.money import allocate, unit_entitlement


class Line(Protocol):
    """What is asked of an order line."""

    @property
    def id(self) -> UUID: ...
    @property
    def quantity(self) -> int | None: ...
    @property
    def list_cents(self) -> int: ...
    @property
    def paid_cents(self) -> int: ...
    @property
    def tax_cents(self) -> int: ...


@dataclass(frozen=True)
class Coupon:
    """A discount of the shop that holds from a sum of goods on (满减), as the source tells it."""

    code: str
    threshold_cents: int
    off_cents: int


def coupons_of(facts: Mapping[str, Any]) -> list[Coupon]:
    """The shop's own coupons with a threshold. What a marketplace gave is between it and us: its
    part never was the buyer's money, and is not taken from them either."""
    told = [each for each in facts.get("coupons", []) if each.get("by", "merchant") == "merchant"]
    found = [
        Coupon(str(each.get("code", "")), int(each["threshold_cents"]), int(each["off_cents"]))
        for each in told
    ]
    return [each for each in found if each.threshold_cents > 0 and each.off_cents > 0]


def by_unit(whole: int, lines: Sequence[Line]) -> dict[Unit, int]:
    """`whole` in parts, by list price over the lines and evenly over their units."""
    if not lines:
        return {}
    parts = allocate(whole, [line.list_cents for line in lines])
    return {
        (line.id, unit): unit_entitlement(part, line.quantity or 1, unit)
        for line, part in zip(lines, parts, strict=True)
        for unit in range(line.quantity or 1)
    }


def lapsed(
    coupons: Sequence[Coupon], lines: Sequence[Line], staying: Collection[Unit]
) -> dict[Unit, int]:
    """What each unit that stays loses when the rest is worth less than a coupon asks for; nothing
    when all goes back, for then there is no purchase left to be dearer."""
    shares = [by_unit(each.off_cents, lines) for each in coupons]
    paid = {
        (line.id, unit): unit_entitlement(line.paid_cents, line.quantity or 1, unit)
        for line in lines
        for unit in range(line.quantity or 1)
    }
    stay = [key for key in paid if key in staying]
    worth = sum(paid[key] + sum(share[key] for share in shares) for key in stay)
    lost: dict[Unit, int] = {}
    for coupon, share in zip(coupons, shares, strict=True):
        if worth < coupon.threshold_cents:
            for key in stay:
                lost[key] = lost.get(key, 0) + share[key]
    return {key: cents for key, cents in lost.items() if cents}


def points_back(
    used: int, lines: Sequence[Line], chosen: Sequence[UnitState], parts: Mapping[Unit, int]
) -> int:
    """Points that go back for `chosen` when `parts` of what is left of them do: all of a unit's
    with all of its money, else as much of them, rounded down."""
    if used <= 0:
        return 0
    whole = by_unit(used, lines)
    return sum(
        whole.get(each.key, 0) * parts.get(each.key, 0) // each.left_cents
        if each.left_cents
        else whole.get(each.key, 0)
        for each in chosen
    )


def tax_back(
    lines: Sequence[Line], chosen: Sequence[UnitState], parts: Mapping[Unit, int]
) -> dict[UUID, int]:
    """By line, the tax within `parts` of what is left of `chosen`: as much of a unit's own as goes
    back of its price. However a unit goes back in steps, its tax does to the cent."""
    known = {line.id: line for line in lines}
    found: dict[UUID, int] = {}
    for each in chosen:
        line = known[each.order_line_id]
        paid = unit_entitlement(line.paid_cents, line.quantity or 1, each.unit)
        tax = unit_entitlement(line.tax_cents, line.quantity or 1, each.unit)
        if paid > 0:
            before = max(paid - each.left_cents, 0)
            after = min(before + parts.get(each.key, 0), paid)
            cents = tax * after // paid - tax * before // paid
            found[line.id] = found.get(line.id, 0) + cents
    return found
