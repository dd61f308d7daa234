"""The price-difference scheme: by which rule, and exactly how much (FM5-1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.models import CaseKind, Reason
from xiaoer.aftersales.rules import UnitState
from xiaoer.aftersales.service import deciding, pricing
from xiaoer.aftersales.service.gathering import Matter
from xiaoer.aftersales.service.holding import engine
from xiaoer.core.auth import Actor, Permission
from xiaoer.orders import queries as orders
from xiaoer.orders.models import OrderLine
from xiaoer.policies.service import Judged


@dataclass(frozen=True)
class Dropped:
    """A line whose price fell: what a unit was paid and costs now, and what that comes to."""

    order_line_id: UUID
    title: str
    units: int
    paid_each_cents: int
    now_each_cents: int
    cents: int


@dataclass(frozen=True)
class Scheme:
    """What the shop gives back for a price that fell, and the rule that says so."""

    lines: Sequence[Dropped]
    cents: int
    said: Judged


def calculate(session: Session, actor: Actor, *, order_id: UUID) -> Scheme:
    """The difference of every line of an order whose goods are cheaper now, and the rule."""
    actor.must(Permission.AFTERSALES_READ)
    order, boss = queries.order_for(session, actor, order_id), engine(actor)
    lines = orders.lines(session, order.id)
    units = queries.units_of(session, boss, order)
    found = _dropped(session, boss, lines, units)
    cents = sum(each.cents for each in found)
    matter = Matter(
        order=order,
        phase=rules.phase_of(order.status, order.shipped_at, order.signed_at),
        kind=CaseKind.PRICE_ADJUST,
        reason=Reason.PRICE_DROP,
        lines=lines,
        cents=cents,
        refundable_cents=cents,
    )
    return Scheme(found, cents, deciding.judge(session, boss, matter))


def _dropped(
    session: Session, boss: Actor, lines: Sequence[OrderLine], units: Sequence[UnitState]
) -> list[Dropped]:
    """Lines the catalogue knows today's price of, and whose units fell by something."""
    skus = queries.prices(session, boss, {line.sku_id for line in lines if line.sku_id})
    fell = pricing.dropped(session, boss, {line.id: line for line in lines}, units)
    found = []
    for line in lines:
        cents = sum(each.left_cents for each in fell if each.order_line_id == line.id)
        mine = [each.left_cents for each in units if each.order_line_id == line.id]
        if line.sku_id in skus and cents:
            now = skus[line.sku_id].price_cents
            found.append(
                Dropped(line.id, line.title, len(mine), sum(mine) // len(mine), now, cents)
            )
    return found
