"""The amounts of an order of a table, from whichever of them the source tells. Cents."""

from dataclasses import dataclass
from typing import Any

from xiaoer.orders.models import OrderStatus

ENDED_WITHOUT_MONEY = (OrderStatus.UNPAID, OrderStatus.CANCELLED, OrderStatus.CLOSED)
BY_LINE = ("goods_cents", "paid", "refunded", "platform_discount")
"""Told of each line where lines are told apart; the others are always the order's."""
WHOLE = ("freight", "total")


@dataclass
class Amounts:
    """Cents of the whole order; None: the source does not say."""

    goods_cents: int | None = None
    freight: int | None = None
    total: int | None = None
    paid: int | None = None
    refunded: int | None = None
    platform_discount: int | None = None
    clear: bool = True


def goods(amounts: Amounts) -> int | None:
    """What the goods cost when only the order's amounts are known."""
    if amounts.goods_cents is not None:
        return amounts.goods_cents
    whole = amounts.total if amounts.total is not None else amounts.paid
    return None if whole is None else max(0, whole - (amounts.freight or 0))


def money(amounts: Amounts, status: OrderStatus, listed: int) -> dict[str, int]:
    """The order's amounts; all zero when one of them was unclear."""
    names = ("payable_cents", "paid_cents", "freight_cents", "refunded_cents")
    if not amounts.clear:
        return dict.fromkeys((*names, "platform_discount_cents"), 0)
    freight = amounts.freight or 0
    cost = amounts.goods_cents if amounts.goods_cents is not None else listed
    payable = amounts.total if amounts.total is not None else cost + freight
    paid = amounts.paid
    if paid is None:
        paid = 0 if status in ENDED_WITHOUT_MONEY else payable
    payable = paid or payable
    refunded = amounts.refunded
    if refunded is None:
        # A marketplace closes a paid order when, and only when, all of it was paid back.
        refunded = paid if status is OrderStatus.CLOSED else 0
    found = dict(zip(names, (payable, paid, min(freight, payable), refunded), strict=True))
    return found | {"platform_discount_cents": amounts.platform_discount or 0}


def status_by_facts(times: dict[str, Any], amounts: Amounts, tracked: bool) -> OrderStatus:
    if times["completed_at"]:
        return OrderStatus.COMPLETED
    if times["signed_at"]:
        return OrderStatus.SIGNED
    if times["shipped_at"] or tracked:
        return OrderStatus.SHIPPED
    return OrderStatus.PAID if times["paid_at"] or amounts.paid else OrderStatus.UNPAID
