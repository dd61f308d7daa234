"""What a request would come to, said before anybody asks for it: line by line, and when."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import (
    AmountNotAllowed,
    GivenNotAskedFor,
    NothingToRefund,
    OrderHasNoCases,
)
from xiaoer.aftersales.models import CaseKind, Phase
from xiaoer.aftersales.rules import Amounts, Deduction, UnitState
from xiaoer.aftersales.service import (
    clawing,
    deciding,
    deducting,
    pricing,
    refunding,
    restoring,
)
from xiaoer.aftersales.service.gathering import Matter
from xiaoer.aftersales.service.holding import engine
from xiaoer.aftersales.service.requests import Back, Quote, Request
from xiaoer.core.auth import Actor
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order, OrderLine
from xiaoer.payments import queries as paid
from xiaoer.payments import service as payments
from xiaoer.payments.models import Instrument
from xiaoer.payments.rules import told_payments
from xiaoer.policies.service import Judged


def quote(
    session: Session, actor: Actor, *, order: Order, request: Request, against_policy: bool = False
) -> Quote:
    """Weigh a request; nothing is kept. Raises what `open_case` would. The order is locked by the
    caller when something is to follow from it."""
    boss = engine(actor)
    phase = _check_order(order, request)
    lines = {line.id: line for line in orders.lines(session, order.id)}
    units = _units(session, boss, order, request)
    chosen = rules.chosen_units(units, request.wanted)
    freight = _freight(session, boss, order, request, units, chosen)
    if request.kind is CaseKind.PRICE_ADJUST and not against_policy:
        chosen = pricing.dropped(session, boss, lines, chosen)
    about = [lines[each] for each in dict.fromkeys(each.order_line_id for each in chosen)]
    most = sum(each.left_cents for each in chosen) + freight
    matter = _matter(session, order, phase, request, about, most)
    prices = _prices(session, boss, request, lines, chosen, matter)
    said = deciding.judge(session, boss, matter)
    if not against_policy:
        deciding.check_allowed(session, request.kind, said)
    rules.check_shipped(phase, request.kind)
    back = freight if said.outputs.get("ship_fee_refundable") else 0
    kept = _kept(session, order, request, said, lines, units, chosen)
    amounts = _amounts(request, chosen, back, kept)
    told = deciding.reason_facts(session, boss, order.shop_id, request.reason)
    return Quote(
        order=order,
        phase=phase,
        matter=matter,
        wanted=request.wanted,
        chosen=chosen,
        amounts=amounts,
        freight_cents=back,
        prices=prices,
        due_cents=_due(request, said, matter, prices),
        said=said,
        points=restoring.points_of(order, list(lines.values()), request.kind, chosen, amounts),
        reasonable=phase.value in told.get("phases", []),
        reason_facts=told,
    )


def _kept(
    session: Session,
    order: Order,
    request: Request,
    said: Judged,
    lines: Mapping[UUID, OrderLine],
    units: Sequence[UnitState],
    chosen: Sequence[UnitState],
) -> list[Deduction]:
    if request.kind not in restoring.TAKES_UNITS:
        return []
    lapsed = clawing.lapse(session, order, said.outputs, lines, units, chosen)
    return deducting.of_return(request, said.outputs, lines, units, chosen, lapsed_cents=lapsed)


def _prices(
    session: Session,
    boss: Actor,
    request: Request,
    lines: Mapping[UUID, OrderLine],
    chosen: Sequence[UnitState],
    matter: Matter,
) -> dict[UUID, int]:
    if request.kind is not CaseKind.EXCHANGE:
        return {}
    return pricing.replacements(session, boss, request.wanted, lines, chosen, matter)


def _due(request: Request, said: Judged, matter: Matter, prices: Mapping[UUID, int]) -> int:
    if request.kind is not CaseKind.EXCHANGE:
        return 0
    payable = request.instrument_id is not None
    return pricing.due(request.wanted, said, matter, prices, payable=payable)


def _check_order(order: Order, request: Request) -> Phase:
    if request.kind is CaseKind.COMPENSATION:
        raise GivenNotAskedFor
    phase = rules.phase_of(order.status, order.shipped_at, order.signed_at)
    if phase is Phase.CLOSED or not order.paid_cents:
        raise OrderHasNoCases
    if request.currency is not None:
        rules.check_currency(request.currency, order.currency)
    if request.cents is not None and request.cents <= 0:
        raise AmountNotAllowed
    return phase


def _units(session: Session, boss: Actor, order: Order, request: Request) -> list[UnitState]:
    """The units of the order; a price is adjusted once per unit, which counts as taken then."""
    units = queries.units_of(session, boss, order)
    if request.kind is not CaseKind.PRICE_ADJUST:
        return units
    adjusted = queries.adjusted_units(session, order.id)
    return [replace(each, taken=each.taken or each.key in adjusted) for each in units]


def _matter(
    session: Session,
    order: Order,
    phase: Phase,
    request: Request,
    about: Sequence[OrderLine],
    most: int,
) -> Matter:
    got = request.got_goods or {
        Phase.PRE_SHIP: "not",
        Phase.SHIPPED: "not",
    }.get(phase, "received")
    used = None
    more: dict[str, Any] = {}
    if request.instrument_id is not None:
        used = paid.instrument_of_shop(session, order.shop_id, request.instrument_id)
        if used.id in original_instruments(session, order):
            more["refund.destination"] = "original"
    return Matter(
        order=order,
        phase=phase,
        kind=request.kind,
        reason=request.reason,
        lines=about,
        cents=most if request.cents is None else request.cents,
        refundable_cents=most,
        attempts=queries.recent_attempts(session, order.id, [line.id for line in about]),
        got_goods=got,
        condition=request.condition,
        evidence=[each.kind for each in request.proofs],
        instrument=used,
        more=more,
    )


def original_instruments(session: Session, order: Order) -> set[UUID]:
    """How the order was paid; before its payments are opened, how the source says it was."""
    if opened := paid.paid_with(session, order.id):
        return set(opened)
    told = told_payments(order.facts, paid=order.paid_cents, refunded=order.refunded_cents)
    names = [each.method for each in told if each.method]
    known = (
        paid.named(session, shop_id=order.shop_id, customer_id=order.customer_id, external_id=name)
        for name in names
    )
    return {each.id for each in known if each is not None}


def _freight(
    session: Session,
    boss: Actor,
    order: Order,
    request: Request,
    units: Sequence[UnitState],
    chosen: Sequence[UnitState],
) -> int:
    """The shipping fee goes back with the last units of an order, once (I6)."""
    if request.kind is CaseKind.PRICE_ADJUST:
        return 0
    taken = {each.key for each in chosen}
    if any(not each.taken and each.key not in taken for each in units):
        return 0
    return paid.refundable(session, boss, order.id).freight_left_cents


def _amounts(
    request: Request, chosen: Sequence[UnitState], freight: int, kept: Sequence[Deduction]
) -> Amounts:
    if request.kind is CaseKind.PRICE_ADJUST and request.cents is None:
        raise AmountNotAllowed
    if request.kind in rules.PAYS_BACK:
        found = rules.amounts(
            chosen, freight_cents=freight, asked_cents=request.cents, deductions=kept
        )
        if found.net_cents <= 0:
            raise NothingToRefund
        return found
    return rules.amounts(chosen)


def ways_back(session: Session, actor: Actor, quote: Quote, request: Request) -> list[Back]:
    """The transfers of a quote, each with its arrival (RNT-2); none when no money goes back."""
    if request.kind not in rules.PAYS_BACK:
        return []
    boss = engine(actor)
    found = []
    wanted = refunding.asks_for(
        session, boss, quote.order, quote.amounts, request.kind, request.instrument_id
    )
    for ask in wanted:
        for part in payments.preview(session, boss, order_id=quote.order.id, ask=ask):
            used: Instrument = part.instrument
            soon, late = deciding.arrival(session, boss, quote.order.shop_id, used)
            found.append(
                Back(used.label or used.kind.value, used.kind.value, part.cents, soon, late)
            )
    return found
