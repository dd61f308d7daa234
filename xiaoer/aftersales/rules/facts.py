"""Facts that follow from an order's state and dates: pure."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from xiaoer.aftersales.errors import TrackingNumberBad
from xiaoer.aftersales.models.words import Goods, Phase
from xiaoer.orders.models import OrderStatus

O = OrderStatus  # noqa: E741 - the order's own word for itself

_PHASES = {
    O.PAID: Phase.PRE_SHIP,
    O.HELD: Phase.PRE_SHIP,
    O.PART_SHIPPED: Phase.SHIPPED,
    O.SHIPPED: Phase.SHIPPED,
    O.IN_TRANSIT: Phase.SHIPPED,
    O.SIGNED: Phase.DELIVERED,
    O.COMPLETED: Phase.COMPLETED,
}
_TRACKING = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{4,38}[A-Za-z0-9]")
UNSHIPPED = frozenset({O.PAID, O.HELD})


def phase_of(status: OrderStatus, shipped_at: datetime | None, signed_at: datetime | None) -> Phase:
    """How far the order is; what is being refunded at its source stands where its dates say."""
    if status == O.REFUNDING:
        if signed_at:
            return Phase.DELIVERED
        return Phase.SHIPPED if shipped_at else Phase.PRE_SHIP
    return _PHASES.get(status, Phase.CLOSED)


def days_since(at: datetime | None, now: datetime, zone: ZoneInfo) -> int | None:
    """Whole days in the shop's calendar; the day itself is 0, the law counts from the next."""
    if at is None:
        return None
    return (now.astimezone(zone).date() - at.astimezone(zone).date()).days


def goods_of(phase: Phase, got_goods: str) -> Goods:
    if phase is Phase.PRE_SHIP:
        return Goods.NOT_SENT
    return Goods.WITH_BUYER if got_goods == "received" else Goods.ON_THE_WAY


def check_tracking(number: str) -> str:
    """The number as couriers write it. Raises `TrackingNumberBad`."""
    plain = number.strip().upper()
    if not _TRACKING.fullmatch(plain):
        raise TrackingNumberBad
    return plain
