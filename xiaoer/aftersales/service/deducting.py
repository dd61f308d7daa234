"""What is kept back of a refund, each by its name, so that the buyer sees gross, deductions and net
(aftersales.md A.6 b, c and i). Policy says whether and how much; nothing is deducted in silence."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from uuid import UUID

from xiaoer.aftersales.models import Case, CaseKind, ReturnMethod
from xiaoer.aftersales.rules import Deduction, UnitState
from xiaoer.core.money import allocate
from xiaoer.orders.models import OrderLine

COUPON = "coupon_lapsed"
GIFT = "gift"
WHOLE = 10_000
"""Basis points of all of it."""


class Asked(Protocol):
    """What of a request tells what is kept back."""

    @property
    def kind(self) -> CaseKind: ...
    @property
    def return_method(self) -> ReturnMethod | None: ...


def of_return(
    request: Asked,
    outputs: Mapping[str, Any],
    lines: Mapping[UUID, OrderLine],
    units: Sequence[UnitState],
    chosen: Sequence[UnitState],
    *,
    lapsed_cents: int = 0,
) -> list[Deduction]:
    """The deductions of a return, together never more than what goes back; of a refund without a
    return only what a coupon that lapses takes (`lapsed_cents`)."""
    goods = sum(each.left_cents for each in chosen)
    found = {COUPON: lapsed_cents}
    if request.kind is CaseKind.RETURN_REFUND:
        found |= {
            "restocking": goods * int(outputs.get("restocking_bp", 0)) // WHOLE,
            "return_freight": _freight(outputs, request.return_method),
            "gift_kept": _gifts(lines, units, chosen) if outputs.get("gift_back") else 0,
        }
    kept, left = [], goods
    for code, cents in found.items():
        if part := min(cents, left):
            kept.append(Deduction(code, part))
            left -= part
    return kept


def _freight(outputs: Mapping[str, Any], method: ReturnMethod | None) -> int:
    """A courier we send is paid by us; the buyer bears it where policy says so."""
    ours = method is ReturnMethod.PICK_UP and outputs.get("freight_payer") == "buyer"
    return int(outputs.get("return_freight_cents", 0)) if ours else 0


def _gifts(
    lines: Mapping[UUID, OrderLine], units: Sequence[UnitState], chosen: Sequence[UnitState]
) -> int:
    """The stated value of gifts that stay with the buyer when nothing bought does. A gift is worth
    nothing by itself: it cost nothing, and may simply come along."""
    returned = {each.key for each in chosen}
    staying = [each for each in units if not each.taken and each.key not in returned]
    if any(not _is_gift(lines[each.order_line_id]) for each in staying):
        return 0
    return sum(int(lines[each.order_line_id].facts.get("value_cents", 0)) for each in staying)


def _is_gift(line: OrderLine) -> bool:
    return GIFT in line.facts.get("flags", [])


def noted(kept: Sequence[Deduction]) -> list[dict[str, Any]]:
    return [{"code": each.code, "cents": each.cents} for each in kept]


def kept_of(case: Case) -> list[Deduction]:
    """What is kept back of a case; nothing once another amount was agreed upon. Goods that stay
    with the buyer bear nothing for a return that never is."""
    if case.kind not in (CaseKind.REFUND_ONLY, CaseKind.RETURN_REFUND):
        return []
    told = [Deduction(each["code"], each["cents"]) for each in case.notes.get("deductions", [])]
    back = case.kind is CaseKind.RETURN_REFUND
    return [each for each in told if back or each.code == COUPON]


NAMES: Mapping[str, dict[str, str]] = {
    COUPON: {"zh": "优惠券不再满足门槛", "en": "Coupon no longer earned"},
    "restocking": {"zh": "商品折旧", "en": "Wear of the goods"},
    "return_freight": {"zh": "上门取件运费", "en": "Freight of the door pick-up"},
    "gift_kept": {"zh": "未退回的赠品", "en": "Gift that was kept"},
}


def named(kept: Sequence[Deduction]) -> list[dict[str, Any]]:
    """Line by line, as people read them."""
    return [{"code": each.code, "cents": each.cents, "label": NAMES[each.code]} for each in kept]


def agreed_otherwise(case: Case) -> None:
    """People agreed upon an amount as it is: nothing comes off it any more."""
    if case.notes.get("deductions"):
        case.notes = case.notes | {"deductions": []}


def shared(case: Case, weights: Sequence[int]) -> list[list[Deduction]]:
    """The deductions of a case in parts, as its units are parted."""
    whole = kept_of(case)
    parts: list[list[Deduction]] = [[] for _ in weights]
    for each in whole:
        for part, cents in zip(parts, allocate(each.cents, weights), strict=True):
            if cents:
                part.append(Deduction(each.code, cents))
    return parts
