"""What an exchange costs: prices of replacements, and the difference to pay."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries
from xiaoer.aftersales.errors import (
    InstrumentNeeded,
    ReplacementNotAvailable,
    ReplacementNotSame,
    ReplacementsNeeded,
)
from xiaoer.aftersales.rules import UnitState, Wanted
from xiaoer.aftersales.service.gathering import Matter
from xiaoer.catalog import queries as catalog
from xiaoer.catalog.models import Sku
from xiaoer.core.auth import Actor
from xiaoer.orders.models import OrderLine
from xiaoer.policies.service import Judged


def replacements(
    session: Session,
    boss: Actor,
    asked: Sequence[Wanted],
    lines: Mapping[UUID, OrderLine],
    chosen: Sequence[UnitState],
    matter: Matter,
) -> dict[UUID, int]:
    """What one of each replacement costs today; tells the matter whether they fit."""
    wanted = [(lines[each.order_line_id].sku_id, each.sku_id, each.qty) for each in asked]
    after: Counter[UUID] = Counter()
    for _, sku_id, qty in wanted:
        if sku_id is None:
            raise ReplacementsNeeded
        after[sku_id] += qty
    skus = queries.prices(session, boss, {*after, *(old for old, _, _ in wanted if old)})
    matter.replacement_known = all(same_product(skus, old, new) for old, new, _ in wanted)
    kept = catalog.held(session, after)
    matter.replacement_available = all(
        available(skus.get(sku_id), qty + kept.get(sku_id, 0)) for sku_id, qty in after.items()
    )
    found = {sku_id: skus[sku_id].price_cents for sku_id in after if sku_id in skus}
    new = sum(found.get(sku_id, 0) * qty for sku_id, qty in after.items())
    matter.due_cents = new - sum(each.left_cents for each in chosen)
    return found


def dropped(
    session: Session, boss: Actor, lines: Mapping[UUID, OrderLine], chosen: Sequence[UnitState]
) -> list[UnitState]:
    """The units with no more left than their price fell by since (I26). Where the catalogue does
    not know today's price, the proof has to tell, and a person looks."""
    skus = queries.prices(session, boss, {each.sku_id for each in lines.values() if each.sku_id})

    def fell(unit: UnitState) -> int:
        sku_id = lines[unit.order_line_id].sku_id
        sku = skus.get(sku_id) if sku_id else None
        return unit.left_cents if sku is None else max(unit.left_cents - sku.price_cents, 0)

    return [replace(each, left_cents=fell(each)) for each in chosen]


def same_product(skus: Mapping[UUID, Sku], before: UUID | None, after: UUID | None) -> bool:
    old, new = (skus.get(each) if each else None for each in (before, after))
    return old is not None and new is not None and old.product_id == new.product_id


def available(sku: Sku | None, qty: int = 1) -> bool:
    """Whether so many can be sent; stock that nobody counts does not stand in the way."""
    if sku is None or not sku.on_sale:
        return False
    return sku.actual_stock is None or sku.actual_stock >= qty


def due(
    asked: Sequence[Wanted],
    said: Judged,
    matter: Matter,
    prices: Mapping[UUID, int],
    *,
    payable: bool,
) -> int:
    """What the buyer pays on top, or gets back (below zero), by policy's price basis."""
    if not matter.replacement_known or any(each.sku_id not in prices for each in asked):
        raise ReplacementNotSame
    if not matter.replacement_available:
        raise ReplacementNotAvailable
    if said.outputs.get("price_basis", "even") == "even":
        return 0
    difference = matter.due_cents or 0
    if difference > 0 and not payable:
        raise InstrumentNeeded
    return difference
