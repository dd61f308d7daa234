"""Amounts, legal moves and the words for them: pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from xiaoer.core.money import allocate
from xiaoer.customers import rules as privacy
from xiaoer.orders.errors import AmountsDisagree, OrderCannotMove
from xiaoer.orders.models import Flag, Order, OrderLine, OrderRemark, OrderStatus, RemarkType

S = OrderStatus

NEXT_STATES: Mapping[OrderStatus, frozenset[OrderStatus]] = {
    S.UNPAID: frozenset({S.PAID, S.CANCELLED}),
    S.PAID: frozenset({S.HELD, S.PART_SHIPPED, S.SHIPPED, S.REFUNDING, S.CLOSED, S.CANCELLED}),
    S.HELD: frozenset({S.PAID, S.REFUNDING, S.CLOSED, S.CANCELLED}),
    S.PART_SHIPPED: frozenset({S.SHIPPED, S.REFUNDING, S.CLOSED}),
    S.SHIPPED: frozenset({S.IN_TRANSIT, S.SIGNED, S.COMPLETED, S.REFUNDING, S.CLOSED}),
    S.IN_TRANSIT: frozenset({S.SIGNED, S.COMPLETED, S.REFUNDING, S.CLOSED}),
    S.SIGNED: frozenset({S.COMPLETED, S.REFUNDING, S.CLOSED}),
    S.COMPLETED: frozenset({S.REFUNDING, S.CLOSED}),
    S.REFUNDING: frozenset({S.PAID, S.SHIPPED, S.IN_TRANSIT, S.SIGNED, S.COMPLETED, S.CLOSED}),
    S.CLOSED: frozenset(),
    S.CANCELLED: frozenset(),
}

STATUS_NAMES: Mapping[OrderStatus, tuple[str, str]] = {
    S.UNPAID: ("待付款", "waiting for payment"),
    S.PAID: ("已付款", "paid"),
    S.HELD: ("已付款，平台暂缓发货", "paid, shipping held by the platform"),
    S.PART_SHIPPED: ("部分发货", "partly shipped"),
    S.SHIPPED: ("已发货", "shipped"),
    S.IN_TRANSIT: ("运输中", "in transit"),
    S.SIGNED: ("已签收", "delivered"),
    S.COMPLETED: ("交易成功", "completed"),
    S.REFUNDING: ("退款处理中", "being refunded"),
    S.CLOSED: ("交易关闭", "closed"),
    S.CANCELLED: ("已取消", "cancelled"),
}

FLAGS_BY_NUMBER = dict(enumerate(Flag, start=1))
"""The marketplaces' seller_flag, 1–5 (domain.md §10)."""

CHANGES = frozenset(RemarkType) - {RemarkType.OTHER, RemarkType.GIFT, RemarkType.PACKAGING}
"""Remarks that tell of a change and so must name the new value (MEM-1)."""


def check_move(now: OrderStatus, then: OrderStatus) -> None:
    if then not in NEXT_STATES[now]:
        raise OrderCannotMove(now=STATUS_NAMES[now][0], then=STATUS_NAMES[then][0])


@dataclass(frozen=True)
class Share:
    """One line's part of an order, in cents: paid = listed − merchant − platform."""

    list_cents: int
    merchant_cents: int
    platform_cents: int

    @property
    def paid_cents(self) -> int:
        return self.list_cents - self.merchant_cents - self.platform_cents


def split(listed: Sequence[int], *, goods_cents: int, platform_cents: int = 0) -> list[Share]:
    """Split an order over its lines, once (aftersales.md A.6).

    `listed`: each line at list price. `goods_cents`: what the buyer pays for the goods, without
    freight. What is missing between the two is the merchant's, after the platform's part;
    below zero when the price was raised. Every component adds up to the cent; a line of list
    price 0 (a gift) is owed nothing. Raises `AmountsDisagree` for negative amounts.
    """
    if goods_cents < 0 or platform_cents < 0 or any(cents < 0 for cents in listed):
        raise AmountsDisagree(problem=f"{goods_cents} / {platform_cents} / {list(listed)}")
    if not listed:
        return []
    if len(listed) == 1:
        return [Share(listed[0], listed[0] - platform_cents - goods_cents, platform_cents)]
    merchant = allocate(sum(listed) - platform_cents - goods_cents, listed)
    left = [whole - part for whole, part in zip(listed, merchant, strict=True)]
    platform = allocate(platform_cents, left)
    return [Share(*each) for each in zip(listed, merchant, platform, strict=True)]


KEPT_OF_ORDER = (
    "order_no", "source", "status", "currency", "list_cents", "merchant_discount_cents",
    "platform_discount_cents", "freight_cents", "paid_cents", "refunded_cents", "amounts_known",
    "courier", "tracking_no", "parcel_text", "buyer_message", "facts", "version",
)  # fmt: skip
KEPT_TIMES = (
    "placed_at", "paid_at", "shipped_at", "collected_at", "signed_at", "completed_at", "closed_at",
    "promised_ship_by", "promised_arrival", "parcel_at",
)  # fmt: skip
KEPT_OF_LINE = (
    "position", "title", "spec", "quantity", "list_cents", "merchant_discount_cents",
    "platform_discount_cents", "paid_cents", "status",
)  # fmt: skip
KEPT_OF_REMARK = ("type", "old_value", "new_value", "text", "author_name")


def share_of(cents: int, qty: int, whole: int) -> int:
    """What falls to the first `qty` of `whole` units; the units after them have the rest."""
    return cents * qty // whole


def as_evidence(
    order: Order, lines: Sequence[OrderLine], remarks: Sequence[OrderRemark]
) -> dict[str, Any]:
    """An order to be kept for good (EVD-1). The receiver is masked: evidence is never erased."""
    times = {name: getattr(order, name) for name in KEPT_TIMES}
    return {
        **{name: getattr(order, name) for name in KEPT_OF_ORDER},
        **{name: at.isoformat() if at else None for name, at in times.items()},
        "receiver": {
            "name": privacy.mask_name(order.receiver_name),
            "phone": privacy.mask_phone(order.receiver_phone),
            "address": privacy.mask_address(order.receiver_address),
        },
        "lines": [{name: getattr(line, name) for name in KEPT_OF_LINE} for line in lines],
        "remarks": [
            {name: getattr(remark, name) for name in KEPT_OF_REMARK} | {"at": remark.at.isoformat()}
            for remark in remarks
        ],
    }


def status_sentence(
    order: Order,
    locale: Literal["zh", "en"],
    zone: ZoneInfo = ZoneInfo("Asia/Shanghai"),
    *,
    ship_by: datetime | None = None,
) -> str:
    """An answer to “where is my order?”: status, courier, latest scan, by when it leaves (the
    source's word unless `ship_by` is told), arrival (ORD-2)."""
    chinese = locale == "zh"
    name = STATUS_NAMES[order.status][0 if chinese else 1]
    parts = [
        f"您的订单 {order.order_no} 目前{name}"
        if chinese
        else f"Your order {order.order_no} is {name}"
    ]
    if order.tracking_no and order.status not in (S.UNPAID, S.CANCELLED):
        courier = order.courier or ("快递" if chinese else "the courier")
        parts.append(
            f"由{courier}承运，运单号 {order.tracking_no}"
            if chinese
            else f"Its courier is {courier}, tracking number {order.tracking_no}"
        )
    if order.parcel_text:
        when = f"（{_moment(order.parcel_at, zone, chinese)}）" if order.parcel_at else ""
        if not chinese:
            when = when.replace("（", " (").replace("）", ")")
        parts.append(f"{'最新物流' if chinese else 'Latest news'}{when}: {order.parcel_text}")
    parts += _expectation(order, zone, chinese, ship_by or order.promised_ship_by)
    end = "。" if chinese else "."
    text = end.join(part.rstrip("。.") for part in parts) + end
    return text.replace(": ", "：") if chinese else text.replace(end, ". ").strip()


def _expectation(
    order: Order, zone: ZoneInfo, chinese: bool, ship_by: datetime | None
) -> list[str]:
    if order.status in (S.PAID, S.HELD, S.PART_SHIPPED) and ship_by:
        when = _moment(ship_by, zone, chinese)
        return [f"最晚 {when} 前发出" if chinese else f"It will be shipped by {when}"]
    if order.status in (S.SHIPPED, S.IN_TRANSIT) and order.promised_arrival:
        day = _day(order.promised_arrival.astimezone(zone), chinese)
        return [f"预计 {day}送达" if chinese else f"Expected on {day}"]
    return []


def _day(local: datetime, chinese: bool) -> str:
    return f"{local.month}月{local.day}日" if chinese else f"{local:%b} {local.day}"


def _moment(at: datetime, zone: ZoneInfo, chinese: bool) -> str:
    local = at.astimezone(zone)
    return f"{_day(local, chinese)} {local:%H:%M}"
