"""The facts policy decides by: gathered here, and nowhere else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.models import (
    Amendment,
    AmendmentKind,
    Case,
    CaseKind,
    CaseParcel,
    EvidenceKind,
    Inspection,
    Interception,
    ParcelWay,
    Phase,
    Reason,
)
from xiaoer.aftersales.queries import Credit
from xiaoer.aftersales.service import clocks
from xiaoer.core import clock, shops
from xiaoer.core.remembering import remembered
from xiaoer.orders.models import Order, OrderLine
from xiaoer.payments.models import Instrument, InstrumentKind

METHODS: Mapping[InstrumentKind, str] = {
    InstrumentKind.CARD: "credit_card",
    InstrumentKind.WALLET: "wallet",
    InstrumentKind.BANK: "debit_card",
    InstrumentKind.GIFT_CARD: "gift_card",
    InstrumentKind.BALANCE: "balance",
    InstrumentKind.SOURCE: "credit_card",
}
"""Our instruments in the words of policies (`payment.method`)."""


@dataclass
class Matter:
    """What is to be decided about: an order, some of its lines, and what is asked for."""

    order: Order
    phase: Phase
    kind: CaseKind
    reason: Reason
    lines: Sequence[OrderLine] = ()
    cents: int | None = None
    refundable_cents: int | None = None
    attempts: int = 0
    got_goods: str | None = None
    condition: str | None = None
    evidence: Sequence[EvidenceKind] = ()
    instrument: Instrument | None = None
    due_cents: int | None = None
    replacement_known: bool | None = None
    replacement_available: bool | None = None
    more: dict[str, Any] = field(default_factory=dict)


def method_of(used: Instrument) -> str:
    if used.kind is InstrumentKind.WALLET and used.external_id.startswith("paypal"):
        return "paypal"
    return METHODS[used.kind]


def gather(session: Session, matter: Matter, credit: Credit | None = None) -> dict[str, Any]:
    """Every fact that is known; what nobody knows is left out and asked for by policy."""
    order = matter.order
    shop = shops.get(session, order.shop_id)
    choices = clocks.choices(session, shop.id)
    now = clock.now()
    known = credit or _credit(session, order.customer_id)
    facts: dict[str, Any] = {
        "order.phase": matter.phase.value,
        "order.source": order.source,
        "order.paid_cents": order.paid_cents,
        "order.days_since_paid": rules.days_since(order.paid_at or order.placed_at, now, shop.zone),
        "order.item_swaps": _swaps(session, order.id),
        "order.goods_cases": _goods_cases(session, order.id),
        "case.kind": matter.kind.value,
        "case.reason": matter.reason.value,
        "case.requested_cents": matter.cents,
        "case.refundable_cents": matter.refundable_cents,
        "case.attempts": matter.attempts,
        "case.got_goods": matter.got_goods,
        "case.condition": matter.condition,
        "case.evidence": [each.value for each in matter.evidence],
        "case.days_since_delivery": _delivered(matter, now, shop),
        "warehouse.unshipped": order.status in rules.UNSHIPPED,
        "promotion.active": choices.promotion,
        "parcel.node": node_of(order),
        "parcel.interception": "none",
        "return.node": "none",
        "return.tracking_given": False,
        "return.inspection": "pending",
        **_of_lines(session, matter, choices, _delivered(matter, now, shop)),
        **_of_customer(known, order),
        **_of_store(choices),
        **_of_payment(matter),
    }
    return {name: value for name, value in (facts | matter.more).items() if value is not None}


def _delivered(matter: Matter, now: Any, shop: shops.Shop) -> int | None:
    if matter.phase in (Phase.PRE_SHIP, Phase.SHIPPED):
        return None
    order = matter.order
    return rules.days_since(order.signed_at or order.completed_at, now, shop.zone)


def _of_lines(
    session: Session, matter: Matter, choices: rules.Choices, days: int | None
) -> dict[str, Any]:
    articles = queries.articles(session, matter.lines).values()
    usual = choices.warranty_days
    warranties = [each.facts.get("warranty_days", usual) for each in articles] or [usual]
    told = [line.facts for line in matter.lines] + [each.facts for each in articles]
    return {
        "line.flags": sorted({str(flag) for facts in told for flag in facts.get("flags", [])}),
        "line.category": next((each.category for each in articles if each.category), None),
        "line.paid_cents": sum(line.paid_cents for line in matter.lines),
        "item.in_warranty": _in_warranty(days, warranties),
    }


def _in_warranty(days: int | None, warranties: Sequence[Any]) -> bool | None:
    """Whether all of them still are; None when somebody does not tell."""
    if days is None or any(each is None for each in warranties):
        return None
    return all(days <= int(each) for each in warranties)


def _of_customer(known: Credit, order: Order) -> dict[str, Any]:
    return {
        "customer.risk": known.risk,
        "customer.credit_score": known.score,
        "customer.orders_90d": known.orders_90d,
        "customer.disputes_90d": known.disputes_90d,
        "customer.open_cases": known.open_cases,
        "customer.refund_rate_90d_bp": known.refund_rate_90d_bp,
        "customer.fast_refund_open_cents": known.unrecovered_cents,
        "customer.fast_refund": order.facts.get("fast_refund", "none"),
    }


def _of_store(choices: rules.Choices) -> dict[str, Any]:
    return {
        "store.seven_day": choices.seven_day,
        "store.freight_insurance": choices.freight_insurance,
        "store.price_protect_days": choices.price_protect_days,
        "store.warranty_days": choices.warranty_days,
    }


def _of_payment(matter: Matter) -> dict[str, Any]:
    used, order = matter.instrument, matter.order
    facts: dict[str, Any] = {
        "amendment.due_cents": matter.due_cents,
        "amendment.pairs_match": matter.replacement_known,
        "amendment.available": matter.replacement_available,
        "stock.replacement_available": matter.replacement_available,
        "refund.destination": "original",
    }
    if used is None:
        return facts
    owned = used.shop_id == order.shop_id and used.customer_id == order.customer_id
    return facts | {
        "payment.owned": owned,
        "payment.method": method_of(used),
        "payment.gift_balance_cents": used.balance_cents,
        "refund.destination": matter.more.get("refund.destination", _destination(used, owned)),
    }


def _destination(used: Instrument, owned: bool) -> str:
    if not owned:
        return "foreign"
    return "own_gift_card" if used.kind is InstrumentKind.GIFT_CARD else "own_other"


def _credit(session: Session, customer_id: UUID | None) -> Credit:
    read = partial(queries.credit_of, session, customer_id)
    return remembered(session, ("credit", customer_id), read)


def _swaps(session: Session, order_id: UUID) -> int:
    def read() -> int:
        if not queries.past(session, order_id).amended:
            return 0
        swaps = Amendment.order_id == order_id, Amendment.kind == AmendmentKind.SWAP_ITEMS
        return session.scalar(select(func.count()).select_from(Amendment).where(*swaps)) or 0

    return remembered(session, ("swaps", order_id), read)


def _goods_cases(session: Session, order_id: UUID) -> int:
    def read() -> int:
        if not queries.past(session, order_id).cases:
            return 0
        for_goods = (
            Case.order_id == order_id,
            Case.kind.in_((CaseKind.RETURN_REFUND, CaseKind.EXCHANGE)),
            Case.closed_reason.is_(None),
        )
        return session.scalar(select(func.count()).select_from(Case).where(*for_goods)) or 0

    return remembered(session, ("goods cases", order_id), read)


def node_of(order: Order) -> str:
    """Where the parcel to the buyer is, as far as the order tells."""
    told = order.facts.get("parcel_node")
    if isinstance(told, str):
        return told
    if order.signed_at:
        return "signed"
    return "in_transit" if order.shipped_at or order.tracking_no else "none"


def of_case(session: Session, case: Case, matter: Matter) -> dict[str, Any]:
    """Facts about the parcels, the interception and the inspection of a case."""
    facts = gather(session, matter)
    for parcel in session.scalars(select(CaseParcel).where(CaseParcel.case_id == case.id)):
        if parcel.way is ParcelWay.BACK:
            facts |= {"return.node": parcel.node, "return.tracking_given": True}
    stop = session.scalars(
        select(Interception).where(Interception.case_id == case.id).order_by(Interception.id.desc())
    ).first()
    if stop is not None:
        facts["parcel.interception"] = stop.state.value
    seen = session.scalars(
        select(Inspection).where(Inspection.case_id == case.id).order_by(Inspection.id.desc())
    ).first()
    if seen is not None:
        facts["return.inspection"] = "passed" if seen.passed else "failed"
    return facts


def matter_of(session: Session, case: Case, order: Order) -> Matter:
    """A case as something to decide about again."""
    from_lines = {each.order_line_id for each in queries.lines_of(session, case.id)}
    lines = session.scalars(select(OrderLine).where(OrderLine.id.in_(from_lines))).all()
    return Matter(
        order=order,
        phase=case.phase,
        kind=case.kind,
        reason=case.reason,
        lines=lines,
        cents=case.requested_cents or None,
        refundable_cents=max(order.paid_cents - order.refunded_cents, 0),
        attempts=case.attempts,
        got_goods=case.got_goods,
        condition=case.condition,
        instrument=session.get(Instrument, case.instrument_id) if case.instrument_id else None,
        due_cents=case.due_cents,
    )
