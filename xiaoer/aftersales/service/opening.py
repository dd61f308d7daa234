"""A case is opened (T1): the units are claimed, the decision is kept, the clock starts."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import TooManyAttempts
from xiaoer.aftersales.events import CaseOpened
from xiaoer.aftersales.models import (
    Case,
    CaseLine,
    Phase,
)
from xiaoer.aftersales.service import (
    approving,
    clocks,
    deciding,
    deducting,
    making,
    placing,
    proving,
    quoting,
)
from xiaoer.aftersales.service.holding import Held, engine, told_of
from xiaoer.aftersales.service.requests import Back, Quote, Request
from xiaoer.core import events, ids
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.once import once
from xiaoer.core.remembering import once_each
from xiaoer.core.writing import filled
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order
from xiaoer.policies import service as policies
from xiaoer.policies.models import Decision

MOST_ATTEMPTS = 5
"""Applications for the same goods that came to nothing (domain.md §5; the table may say less)."""


def quote(
    session: Session, actor: Actor, *, order_id: UUID, request: Request
) -> tuple[Quote, list[Back]]:
    """Exactly what a request would come to, and when the money would be there; nothing is kept."""
    must(actor)
    order = queries.order_for(session, actor, order_id)
    found = quoting.quote(session, actor, order=order, request=request)
    return found, quoting.ways_back(session, actor, found, request)


def open_case(
    session: Session,
    actor: Actor,
    *,
    order_id: UUID,
    request: Request,
    key: UUID | None,
    override_reason: str = "",
) -> Case:
    """Ask for something on an order. Same `key` and same content: the same case (I9, I10).

    Policy decides at once; where an automation that is on covers it, it is agreed to at once.
    With `override_reason` and the right to it, what policy refuses is opened all the same (T29).
    Who goes on after a refusal undoes what had been done by then, with a savepoint of their own.
    Raises `PolicyRefuses`, `OtherKindNeeded`, `UnitTaken`, `UnitUnknown`, `AmountTooHigh`,
    `TooManyAttempts`, `OrderHasNoCases` and what the request itself lacks.
    """
    must(actor)
    if override_reason:
        actor.must(Permission.AFTERSALES_OVERRIDE)

    def do() -> dict[str, Any]:
        order = orders.get(session, actor, order_id, lock=True)
        return {"case": made(session, actor, order, request, override_reason).id}

    content = [order_id, repr(request), override_reason]
    scope = f"aftersales.open:{actor.kind}:{actor.id}"
    with once_each(session):
        queries.order_for(session, actor, order_id, lock=True)
        with events.together(session):
            answer = once(session, scope=scope, key=key, content=content, do=do)
    return queries.get(session, actor, UUID(str(answer["case"])))


def must(actor: Actor) -> None:
    asks = actor.kind is ActorKind.CUSTOMER
    actor.must(Permission.AFTERSALES_ASK if asks else Permission.AFTERSALES_REQUEST)


def made(
    session: Session, actor: Actor, order: Order, request: Request, override_reason: str
) -> Case:
    against = bool(override_reason)
    placing.check_method(session, order.shop_id, request.return_method)
    found = quoting.quote(session, actor, order=order, request=request, against_policy=against)
    most = min(int(found.said.outputs.get("max_attempts", MOST_ATTEMPTS)), MOST_ATTEMPTS)
    if found.matter.attempts >= most:
        raise TooManyAttempts(most=most)
    boss = engine(actor)
    case_id = ids.new_id()
    decision = deciding.keep(session, boss, found.matter, found.said, case_id)
    if against:
        decision = policies.override(
            session, boss, decision.id, outputs={"decision": "review"}, reason=override_reason
        )
    case = _case(session, actor, found, request, decision, case_id)
    _lines(session, case, found, request)
    opened = CaseOpened(
        **told_of(case), reason=case.reason.value, requested_cents=case.requested_cents
    )
    events.emit(session, actor, opened)
    if found.phase is not Phase.PRE_SHIP:  # else it has no such clock yet
        clocks.pause_order(session, boss, case)
    held = Held(order, case)
    for proof in request.proofs:
        proving.keep(session, actor, held, proof)
    if not against:
        approving.try_automation(session, held, found)
    return case


def _case(
    session: Session,
    actor: Actor,
    found: Quote,
    request: Request,
    decision: Decision,
    case_id: UUID,
) -> Case:
    order = found.order
    return making.make(
        session,
        actor,
        id=case_id,
        shop_id=order.shop_id,
        kind=request.kind,
        phase=found.phase,
        told=_told(found, request),
        order_id=order.id,
        customer_id=order.customer_id or _own(actor),
        goods=rules.goods_of(found.phase, found.matter.got_goods or "not"),
        currency=order.currency,
        requested_cents=found.cents if request.kind in rules.PAYS_BACK else 0,
        freight_cents=found.freight_cents,
        due_cents=found.due_cents,
        points=found.points,
        instrument_id=request.instrument_id,
        reason=request.reason,
        reason_text=request.text,
        condition=request.condition,
        got_goods=found.matter.got_goods or "not",
        return_method=request.return_method,
        pickup=dict(request.pickup),
        notes=_notes(found),
        **_terms(found),
        decision_id=decision.id,
        attempts=found.matter.attempts + 1,
    )


def _terms(found: Quote) -> dict[str, Any]:
    """What policy says about it, and about its reason."""
    outputs, reason = found.said.outputs, found.reason_facts
    return {
        "quality": bool(reason.get("quality", False)),
        "reasonable": found.reasonable,
        "liability": str(reason.get("liability", "none")),
        "freight_payer": str(outputs.get("freight_payer", "buyer")),
        "terms": dict(outputs),
    }


def _notes(found: Quote) -> dict[str, Any]:
    return {
        "max_cents": found.amounts.max_cents,
        "row": found.said.result.row,
        "deductions": deducting.noted(found.amounts.deductions),
    }


def _own(actor: Actor) -> UUID | None:
    return actor.id if actor.kind is ActorKind.CUSTOMER else None


def _lines(session: Session, case: Case, found: Quote, request: Request) -> None:
    by_id = {line.id: line for line in found.matter.lines}
    pays = request.kind in rules.PAYS_BACK
    taxes = rules.tax_back(found.matter.lines, found.chosen, found.amounts.units) if pays else {}
    lines = [
        CaseLine(
            case_id=case.id,
            order_line_id=each.order_line_id,
            title=by_id[each.order_line_id].title,
            spec=by_id[each.order_line_id].spec,
            qty=each.qty,
            replacement_sku_id=each.sku_id,
            quoted_cents=found.prices.get(each.sku_id) if each.sku_id else None,
            refund_cents=found.amounts.of_line(each.order_line_id) if pays else 0,
            tax_cents=taxes.get(each.order_line_id, 0),
        )
        for each in request.wanted
    ]
    session.add_all(map(filled, lines))
    claims = making.name_units(session, case, [each.key for each in found.chosen])
    queries.made_of(session, case.id, lines, claims)


def _told(found: Quote, request: Request) -> dict[str, Any]:
    return {
        "kind": request.kind.value,
        "reason": request.reason.value,
        "cents": found.cents,
        "due_cents": found.due_cents,
        "row": found.said.result.row,
        "missing": found.missing,
    }
