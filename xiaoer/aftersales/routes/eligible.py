"""What may be asked for on an order, with everything known filled in."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.models import Case, CaseKind, Phase, Reason
from xiaoer.aftersales.rules import UnitState, nothing
from xiaoer.aftersales.service import deciding, holding, placing, pricing, quoting
from xiaoer.catalog.models import Sku
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.remembering import once_each
from xiaoer.customers import rules as privacy
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order, OrderLine
from xiaoer.payments.models import Instrument
from xiaoer.policies import service as policies
from xiaoer.policies.models import VersionState
from xiaoer.policies.queries import Candidate
from xiaoer.policies.service import holding as tables

K = CaseKind
KINDS = {
    Phase.PRE_SHIP: [K.REFUND_ONLY, K.PRICE_ADJUST],
    Phase.SHIPPED: [K.REFUND_ONLY, K.PRICE_ADJUST],
    Phase.DELIVERED: [
        K.RETURN_REFUND, K.EXCHANGE, K.REFUND_ONLY, K.RESHIP, K.REPAIR, K.PRICE_ADJUST
    ],
    Phase.COMPLETED: [
        K.RETURN_REFUND, K.EXCHANGE, K.REFUND_ONLY, K.RESHIP, K.REPAIR, K.PRICE_ADJUST
    ],
    Phase.CLOSED: [],
}  # fmt: skip
OWN_CASE = (
    "id", "number", "order_id", "kind", "state", "version", "currency", "requested_cents",
    "approved_cents", "refunded_cents", "due_cents", "reason", "deadline_at", "silent",
    "opened_at", "ended_at",
)  # fmt: skip


def told(session: Session, actor: Actor, order_id: UUID) -> dict[str, Any]:
    """All of it, each thing read once."""
    with once_each(session):
        return _told(session, actor, order_id)


def _told(session: Session, actor: Actor, order_id: UUID) -> dict[str, Any]:
    order = queries.order_for(session, actor, order_id)
    boss = holding.engine(actor)
    phase = rules.phase_of(order.status, order.shipped_at, order.signed_at)
    units = queries.units_of(session, boss, order)
    mine = actor.kind is ActorKind.CUSTOMER
    cases = queries.of_order(session, actor, order.id)
    why = nothing.why_nothing(
        order.status,
        paid_cents=order.paid_cents,
        free=sum(not each.taken for each in units),
        open_cases=sum(each.ended_at is None for each in cases),
    )
    return {
        "order_id": order.id,
        "order_no": order.order_no,
        "phase": phase,
        "currency": order.currency,
        "paid_cents": order.paid_cents,
        "freight_cents": order.freight_cents,
        "kinds": [] if why else KINDS[phase],
        "nothing": _sentence(why) if why else None,
        "reasons": _reasons(session, boss, order, phase),
        "lines": _lines(session, order, units),
        "instruments": _instruments(session, actor, order),
        "receiver": _receiver(actor, order) if mine else None,
        "return_methods": placing.methods(session, order.shop_id),
        "can_amend": order.status in rules.UNSHIPPED,
        "amendments": queries.amendments(session, order.id),
        "cases": [own_case(each, order) for each in cases],
    }


def _sentence(code: str) -> dict[str, str]:
    zh, en = nothing.SENTENCES[code]
    return {"code": code, "zh": zh, "en": en}


def own_case(case: Case, order: Order) -> dict[str, Any]:
    return {name: getattr(case, name) for name in OWN_CASE} | {"order_no": order.order_no}


def _receiver(actor: Actor, order: Order) -> dict[str, Any]:
    """In the clear for whom the shop vouches. An order's number and a phone's last digits, which
    are printed on every parcel, show no more than whose order it is."""
    name, phone, address = order.receiver_name, order.receiver_phone, order.receiver_address
    masked = not actor.may(Permission.AFTERSALES_VOUCHED)
    if masked:
        name, phone = privacy.mask_name(name), privacy.mask_phone(phone)
        address = privacy.mask_address(address)
    return {"name": name, "phone": phone, "address": address, "masked": masked}


def _reasons(session: Session, boss: Actor, order: Order, phase: Phase) -> list[dict[str, Any]]:
    """The reasons that make sense in this phase; the table is read once for all of them."""
    said = policies.preview(
        session,
        boss,
        table=deciding.REASONS,
        shop_id=order.shop_id,
        facts={"case.reason": Reason.NO_REASON.value},
    )
    version = Candidate(said.version_id, said.content_hash, VersionState.ACTIVE, "", 0)
    table = tables.loaded(session, version)
    found = []
    for reason in Reason:
        facts = table({**said.facts, "case.reason": reason.value}).outputs
        if phase.value in facts.get("phases", []):
            quality, liable = facts.get("quality", False), facts.get("liability", "none")
            found.append({"reason": reason, "quality": quality, "liability": liable})
    return found


def _lines(session: Session, order: Order, units: Sequence[UnitState]) -> list[dict[str, Any]]:
    lines = orders.lines(session, order.id)
    variants = _variants(session, lines)
    found = []
    for line in lines:
        free = [each for each in units if each.order_line_id == line.id and not each.taken]
        found.append(
            {
                "order_line_id": line.id,
                "sku_id": line.sku_id,
                "title": line.title,
                "spec": line.spec,
                "quantity": line.quantity or 1,
                "paid_cents": line.paid_cents,
                "free": len(free),
                "left_cents": sum(each.left_cents for each in free),
                "image_url": line.image_url,
                "variants": variants.get(line.sku_id, []) if line.sku_id else [],
            }
        )
    return found


def _variants(session: Session, lines: Sequence[OrderLine]) -> dict[UUID, list[dict[str, Any]]]:
    """By the SKU of a line, the variants of its product."""
    own = select(Sku.id, Sku.product_id).where(Sku.id.in_([each.sku_id for each in lines]))
    products: dict[UUID, UUID] = dict(session.execute(own).all())
    query = select(Sku).where(Sku.product_id.in_(set(products.values()))).order_by(Sku.id)
    by_product: dict[UUID, list[dict[str, Any]]] = {}
    for sku in session.scalars(query):
        shown = {
            "sku_id": sku.id,
            "spec": sku.spec,
            "price_cents": sku.price_cents,
            "available": pricing.available(sku),
        }
        by_product.setdefault(sku.product_id, []).append(shown)
    return {sku_id: by_product.get(product, []) for sku_id, product in products.items()}


def _instruments(session: Session, actor: Actor, order: Order) -> list[dict[str, Any]]:
    """The buyer's own; somebody who only knows the order's number is shown none."""
    stranger = actor.kind is ActorKind.CUSTOMER and order.customer_id != actor.id
    if order.customer_id is None or stranger:
        return []
    original = quoting.original_instruments(session, order)
    query = select(Instrument).where(
        Instrument.shop_id == order.shop_id, Instrument.customer_id == order.customer_id
    )
    return [
        {
            "id": each.id,
            "kind": each.kind.value,
            "label": each.label,
            "balance_cents": each.balance_cents,
            "original": each.id in original,
        }
        for each in session.scalars(query.order_by(Instrument.id))
    ]
