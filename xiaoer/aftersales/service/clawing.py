"""Coupons with a threshold after a part went back (aftersales.md A.6 b). The house keeps the split
of the day of the order; a shop's policy may say `clawback`: then what stays is paid for without the
coupon, and that price goes back with it if it comes back later."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import CouponInUse
from xiaoer.aftersales.models import Case, Clawback
from xiaoer.aftersales.rules import Deduction, Unit, UnitState
from xiaoer.aftersales.service.deducting import COUPON
from xiaoer.aftersales.service.holding import Held
from xiaoer.core.auth import Actor
from xiaoer.core.money import allocate
from xiaoer.core.remembering import forget
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order, OrderLine

CLAWBACK = "clawback"


def lapse(
    session: Session,
    order: Order,
    outputs: Mapping[str, Any],
    lines: Mapping[UUID, OrderLine],
    units: Sequence[UnitState],
    chosen: Sequence[UnitState],
) -> int:
    """What is kept back because the rest no longer reaches a coupon's threshold.

    Raises `CouponInUse` while another request about the order is open: what stays is not known.
    """
    if outputs.get("coupon_after_return") != CLAWBACK or not rules.coupons_of(order.facts):
        return 0
    busy = select(Case.id).where(
        Case.order_id == order.id,
        Case.ended_at.is_(None),
        Case.kind.in_(rules.CLAIMS_UNITS),
    )
    if session.scalar(busy.limit(1)) is not None:
        raise CouponInUse
    returned = {each.key for each in chosen}
    staying = {each.key for each in units if not each.taken and each.key not in returned}
    return sum(_lost(session, order, list(lines.values()), staying).values())


def _lost(
    session: Session, order: Order, lines: Sequence[OrderLine], staying: Collection[Unit]
) -> dict[Unit, int]:
    """By unit, beyond what was taken for it before."""
    found = rules.lapsed(rules.coupons_of(order.facts), lines, staying)
    before = queries.clawed(session, {line_id for line_id, _ in found})
    left = {key: cents - before.get(key, 0) for key, cents in found.items()}
    return {key: cents for key, cents in left.items() if cents > 0}


def keep(session: Session, boss: Actor, held: Held, kept: Sequence[Deduction]) -> None:
    """Write for which units it was taken; called once, with the refund it is kept back of."""
    cents = sum(each.cents for each in kept if each.code == COUPON)
    if not cents:
        return
    order = held.order
    staying = {each.key for each in queries.units_of(session, boss, order) if not each.taken}
    lost = _lost(session, order, orders.lines(session, order.id), staying)
    parts = allocate(cents, list(lost.values())) if lost else []
    session.add_all(
        Clawback(case_id=held.case.id, order_line_id=line_id, unit=unit, cents=part)
        for (line_id, unit), part in zip(lost, parts, strict=True)
        if part
    )
    session.flush()
    forget(session, queries.past_key(order.id))
