"""What the shop gives of its own for a mistake (T30): a small case, and no unit is used up."""

from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import AmountNotAllowed, CompensationTooHigh
from xiaoer.aftersales.events import CaseOpened
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    CaseState,
    Goods,
    Reason,
)
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import approving, authority, making
from xiaoer.aftersales.service.holding import Held, told_of
from xiaoer.core import events
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.once import once
from xiaoer.orders.models import Order
from xiaoer.payments import queries as paid


def compensate(
    session: Session,
    actor: Actor,
    *,
    order_id: UUID,
    cents: int,
    currency: str,
    reason: Reason,
    words: str = "",
    instrument_id: UUID | None = None,
    key: UUID | None = None,
) -> Case:
    """Give the customer something; within the actor's limit at once, else a second person agrees.

    All compensation of an order together stays within what was paid for it. Raises
    `AmountNotAllowed`, `OtherCurrencyAsked`, `CompensationTooHigh`, `InstrumentNotFound`.
    """
    actor.must(Permission.AFTERSALES_COMPENSATE)
    queries.order_for(session, actor, order_id, lock=True)

    def do() -> dict[str, Any]:
        order = queries.order_for(session, actor, order_id, lock=True)
        _check(session, order, cents, currency)
        if instrument_id is not None:
            paid.instrument_of_shop(session, order.shop_id, instrument_id)
        case = _open(session, actor, order, cents, reason, words, instrument_id)
        held = Held(order, case)
        if authority.enough(session, actor, held, "compensate", cents):
            approving.agree(session, actor, held, Command.APPROVE, cents=cents)
        return {"case": case.id}

    content = [order_id, cents, currency, reason, words, instrument_id]
    scope = f"aftersales.compensate:{actor.kind}:{actor.id}"
    with session.begin_nested():
        answer = once(session, scope=scope, key=key, content=content, do=do)
    return queries.get(session, actor, UUID(str(answer["case"])))


def _check(session: Session, order: Order, cents: int, currency: str) -> None:
    if cents <= 0:
        raise AmountNotAllowed
    rules.check_currency(currency, order.currency)
    given = select(func.coalesce(func.sum(Case.requested_cents), 0)).where(
        Case.order_id == order.id,
        Case.kind == CaseKind.COMPENSATION,
        Case.state != CaseState.CLOSED,
    )
    left = order.paid_cents - int(session.scalar(given) or 0)
    if cents > left:
        raise CompensationTooHigh(max_cents=max(left, 0))


def _open(
    session: Session,
    actor: Actor,
    order: Order,
    cents: int,
    reason: Reason,
    words: str,
    instrument_id: UUID | None,
) -> Case:
    case = making.make(
        session,
        actor,
        shop_id=order.shop_id,
        kind=CaseKind.COMPENSATION,
        phase=rules.phase_of(order.status, order.shipped_at, order.signed_at),
        told={"cents": cents},
        order_id=order.id,
        customer_id=order.customer_id,
        goods=Goods.STAYS,
        currency=order.currency,
        requested_cents=cents,
        instrument_id=instrument_id,
        reason=reason,
        reason_text=words,
        quality=False,
        reasonable=True,
        got_goods="received",
        liability="seller",
        freight_payer="seller",
    )
    told = CaseOpened(**told_of(case), reason=reason.value, requested_cents=cents)
    events.emit(session, actor, told)
    return case
