"""Units of an unshipped order that are to be other articles: which, at what price, for how much."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries
from xiaoer.aftersales.errors import AmendmentNeeds, UnitTaken, UnitUnknown
from xiaoer.aftersales.service import pricing
from xiaoer.aftersales.service.gathering import Matter
from xiaoer.core.auth import Actor
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order, OrderLine
from xiaoer.orders.rules import share_of
from xiaoer.orders.service import Swap


@dataclass(frozen=True)
class Becomes:
    """So many units of an order line become another SKU; None: all of them."""

    order_line_id: UUID
    sku_id: UUID
    qty: int | None = None


def swaps(
    session: Session, boss: Actor, order: Order, asked: Sequence[Becomes], matter: Matter
) -> tuple[list[Swap], int]:
    """The swaps with today's prices, and what they cost more than was paid (below zero: less)."""
    lines = {line.id: line for line in orders.lines(session, order.id)}
    wanted = _counted(lines, asked)
    _check_untouched(session, boss, order, wanted)
    about = [lines[each] for each in dict.fromkeys(each.order_line_id for each in wanted)]
    matter.lines = about
    known = queries.prices(
        session,
        boss,
        {*(each.sku_id for each in wanted), *(line.sku_id for line in about if line.sku_id)},
    )
    matter.replacement_known = all(
        pricing.same_product(known, lines[each.order_line_id].sku_id, each.sku_id)
        for each in wanted
    )
    matter.replacement_available = all(pricing.available(known.get(each.sku_id)) for each in wanted)
    found = [
        Swap(
            each.order_line_id,
            each.qty or 1,
            each.sku_id,
            known[each.sku_id].spec,
            known[each.sku_id].price_cents * (each.qty or 1),
        )
        for each in wanted
        if each.sku_id in known
    ]
    return found, sum(each.price_cents for each in found) - _paid_for(lines, wanted)


def _counted(lines: Mapping[UUID, OrderLine], wanted: Sequence[Becomes]) -> list[Becomes]:
    """Each with its number of units. Raises `AmendmentNeeds` for none, `UnitUnknown` for a line
    or for more units than the order has."""
    if not wanted:
        raise AmendmentNeeds(what="swaps")
    if any(each.order_line_id not in lines for each in wanted):
        raise UnitUnknown
    found = [
        replace(each, qty=lines[each.order_line_id].quantity or 1) if each.qty is None else each
        for each in wanted
    ]
    asked: Counter[UUID] = Counter()
    for each in found:
        if not each.qty or each.qty < 0:
            raise AmendmentNeeds(what="qty")
        asked[each.order_line_id] += each.qty
    if any(count > (lines[each].quantity or 1) for each, count in asked.items()):
        raise UnitUnknown
    return found


def _check_untouched(
    session: Session, boss: Actor, order: Order, wanted: Sequence[Becomes]
) -> None:
    """What was refunded of a line already stays what it was: the rest cannot become another."""
    about = {each.order_line_id for each in wanted}
    if any(
        each.taken and each.order_line_id in about
        for each in queries.units_of(session, boss, order)
    ):
        raise UnitTaken


def _paid_for(lines: Mapping[UUID, OrderLine], wanted: Sequence[Becomes]) -> int:
    """What was paid for the units that change, as `orders` parts them from their lines."""
    left = {each: (line.paid_cents, line.quantity or 1) for each, line in lines.items()}
    found = 0
    for each in wanted:
        paid, units = left[each.order_line_id]
        qty = each.qty or 1
        share = share_of(paid, qty, units)
        left[each.order_line_id] = paid - share, units - qty
        found += share
    return found
