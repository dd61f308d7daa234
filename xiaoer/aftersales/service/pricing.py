"""What an exchange costs: prices of replacements, and the difference to pay."""

from collections.abc import Mapping, Sequence
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
    """What one replacement costs today, by SKU; tells the matter whether they fit."""
    if any(each.sku_id is None for each in asked):
        raise ReplacementsNeeded
    wanted = [(each, each.sku_id) for each in asked if each.sku_id]
    before = {lines[each.order_line_id].sku_id for each, _ in wanted}
    known = queries.prices(
        session, boss, {*(sku_id for _, sku_id in wanted), *(each for each in before if each)}
    )
    matter.replacement_known = all(
        same_product(known, lines[each.order_line_id].sku_id, sku_id) for each, sku_id in wanted
    )
    matter.replacement_available = all(available(known.get(sku_id)) for _, sku_id in wanted)
    found = {sku_id: known[sku_id].price_cents for _, sku_id in wanted if sku_id in known}
    new = sum(found.get(sku_id, 0) * each.qty for each, sku_id in wanted)
    matter.due_cents = new - sum(each.left_cents for each in chosen)
    return found


def same_product(skus: Mapping[UUID, Sku], before: UUID | None, after: UUID) -> bool:
    old, new = skus.get(before) if before else None, skus.get(after)
    return old is not None and new is not None and old.product_id == new.product_id


def available(sku: Sku | None) -> bool:
    if sku is None or not sku.on_sale:
        return False
    return sku.actual_stock is None or sku.actual_stock > 0


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
