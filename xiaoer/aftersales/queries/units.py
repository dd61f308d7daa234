"""Units of orders: what may still go back for each, who has claimed it, and which article it is."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select, union_all
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case, CaseKind, Clawback, Replacement, UnitClaim
from xiaoer.aftersales.queries.cases import claims_key, past
from xiaoer.aftersales.rules import Unit, UnitState
from xiaoer.catalog.models import Product, Sku
from xiaoer.core.auth import Actor
from xiaoer.core.prepared import among, prepared
from xiaoer.core.remembering import keep, known
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order, OrderLine
from xiaoer.payments import queries as payments


def units_of(
    session: Session, actor: Actor, order: Order, *, claims: bool = True
) -> list[UnitState]:
    """Every unit of the order, in the order of its lines. Without `claims` none counts as taken:
    for who asks what units are worth."""
    before = past(session, order.id)
    refundable = payments.refundable(session, actor, order.id)
    ids = {each.order_line_id for each in refundable.units}
    taken = _taken(session, ids) if claims and before.cases else set()
    changed = _changed(session, ids) if before.changed else {}
    return [
        UnitState(
            order_line_id=each.order_line_id,
            unit=each.unit,
            left_cents=max(each.left_cents + changed.get((each.order_line_id, each.unit), 0), 0),
            taken=(each.order_line_id, each.unit) in taken,
        )
        for each in refundable.units
    ]


def _taken(session: Session, line_ids: Collection[UUID]) -> set[Unit]:
    query = select(UnitClaim.order_line_id, UnitClaim.unit).where(
        UnitClaim.order_line_id.in_(line_ids), UnitClaim.held
    )
    return {(line_id, unit) for line_id, unit in session.execute(query)}


def _changed(session: Session, line_ids: Collection[UUID]) -> dict[Unit, int]:
    """How a unit's worth changed since it was bought: by what replaced it, whose difference belongs
    to what the buyer holds now (I20), and by a coupon that lapsed."""
    replaced = select(
        Replacement.order_line_id, Replacement.unit, Replacement.adjust_cents.label("cents")
    ).where(Replacement.order_line_id.in_(line_ids))
    lapsed = select(Clawback.order_line_id, Clawback.unit, Clawback.cents).where(
        Clawback.order_line_id.in_(line_ids)
    )
    both = union_all(replaced, lapsed).subquery()
    rows = session.execute(
        select(both.c.order_line_id, both.c.unit, func.sum(both.c.cents)).group_by(
            both.c.order_line_id, both.c.unit
        )
    )
    return {(line_id, unit): int(cents) for line_id, unit, cents in rows}


def clawed(session: Session, line_ids: Collection[UUID]) -> dict[Unit, int]:
    """What was kept back for units that stayed, because a coupon lapsed: it is paid for them."""
    rows = session.execute(
        select(Clawback.order_line_id, Clawback.unit, func.sum(Clawback.cents))
        .where(Clawback.order_line_id.in_(line_ids))
        .group_by(Clawback.order_line_id, Clawback.unit)
    )
    return {(line_id, unit): int(cents) for line_id, unit, cents in rows}


def claims_of(session: Session, case_id: UUID) -> list[UnitClaim]:
    made: list[UnitClaim] | None = known(session, claims_key(case_id))
    if made is not None:
        return sorted(made, key=lambda each: (each.order_line_id, each.unit))
    query = select(UnitClaim).where(UnitClaim.case_id == case_id)
    return list(session.scalars(query.order_by(UnitClaim.order_line_id, UnitClaim.unit)))


def claims_on(session: Session, order_id: UUID) -> list[UnitClaim]:
    """Of all cases of an order."""
    ahead: list[UnitClaim] | None = known(session, _claims_on_key(order_id))
    if ahead is not None:
        return ahead
    query = select(UnitClaim).join(Case, Case.id == UnitClaim.case_id)
    return list(session.scalars(query.where(Case.order_id == order_id)))


def claims_ahead(session: Session, orders_of: Mapping[UUID, UUID]) -> None:
    """Read for all these orders, and for those of their cases that are named: case → order. After
    `orders.lines_ahead`."""
    on: dict[UUID, list[UnitClaim]] = {each: [] for each in orders_of.values()}
    of: dict[UUID, list[UnitClaim]] = {each: [] for each in orders_of}
    line_of = {each.id: order for order in on for each in orders.lines(session, order)}
    for claim in _claims().all(session, orders=list(on)):
        on[line_of[claim.order_line_id]].append(claim)
        of.setdefault(claim.case_id, []).append(claim)
    for order_id, claims in on.items():
        keep(session, _claims_on_key(order_id), claims)
    for case_id in orders_of:
        keep(session, claims_key(case_id), of[case_id])


@prepared
def _claims() -> Select[UnitClaim]:
    of_case = Case.id == UnitClaim.case_id
    return select(UnitClaim).join(Case, of_case).where(Case.order_id == among("orders"))


def _claims_on_key(order_id: UUID) -> Hashable:
    return "claims on", order_id


def adjusted_units(session: Session, order_id: UUID) -> set[Unit]:
    """Units whose price was, or is being, adjusted: once each (I26)."""
    query = (
        select(UnitClaim.order_line_id, UnitClaim.unit)
        .join(Case, Case.id == UnitClaim.case_id)
        .where(
            Case.order_id == order_id,
            Case.kind == CaseKind.PRICE_ADJUST,
            Case.closed_reason.is_(None),
        )
    )
    return {(line_id, unit) for line_id, unit in session.execute(query)}


@dataclass(frozen=True)
class Article:
    """The product behind an order line, as far as the catalogue knows it."""

    product_id: UUID
    category: str | None
    facts: dict[str, Any]


def articles(session: Session, lines: Sequence[OrderLine]) -> dict[UUID, Article]:
    """By order line."""
    skus = {line.sku_id for line in lines if line.sku_id}
    if not skus:
        return {}
    rows = session.execute(
        select(Sku.id, Product.id, Product.category, Product.facts)
        .join(Product, Product.id == Sku.product_id)
        .where(Sku.id.in_(skus))
    )
    known = {
        sku_id: Article(product_id, category, facts) for sku_id, product_id, category, facts in rows
    }
    return {line.id: known[line.sku_id] for line in lines if line.sku_id in known}


def prices(session: Session, actor: Actor, sku_ids: Collection[UUID]) -> dict[UUID, Sku]:
    """The SKUs of these ids in the actor's shops."""
    if not sku_ids:
        return {}
    query = select(Sku).where(Sku.id.in_(sku_ids))
    if not actor.all_shops:
        query = query.where(Sku.shop_id.in_(actor.shop_ids))
    return {sku.id: sku for sku in session.scalars(query)}
