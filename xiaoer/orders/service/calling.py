"""Cash on delivery: nothing is sent before the customer was called (COD-1..8)."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.core.errors import DeskError
from xiaoer.core.money import Money
from xiaoer.notices import service as notices
from xiaoer.orders import queries
from xiaoer.orders.errors import CheckSettled, NoCheck, NoCodComplaint, NotRefusable
from xiaoer.orders.events import CodDeceived, CodRefused
from xiaoer.orders.models import (
    CallOutcome,
    CheckKind,
    CheckState,
    CodComplaint,
    CodRefusal,
    Order,
    OrderCall,
    OrderCheck,
    OrderStatus,
    RefusalCause,
)
from xiaoer.orders.service import checking, settings
from xiaoer.orders.service.moving import move
from xiaoer.promises import service as promises
from xiaoer.promises.rules import Terms
from xiaoer.tasks import service as tasks
from xiaoer.tasks.models import Task
from xiaoer.workforce import queries as workforce

KIND, WITHIN = "cod_call", timedelta(hours=1)
TRIES, AGAIN = 3, (timedelta(hours=2), timedelta(hours=6))
"""So often somebody is called; then the order is closed. Waits between the calls."""
WAITING = (OrderStatus.UNPAID, OrderStatus.PAID)
TO_SEND = (*WAITING, OrderStatus.HELD)


def ask(session: Session, order_id: UUID) -> OrderCheck | None:
    """A new order paid on delivery waits for a call, with a task of its own (COD-1, COD-7)."""
    order = session.get_one(Order, order_id)
    rule = settings.of(session, order.shop_id)
    if not rule.cod_call or not order.facts.get("cod") or order.status not in WAITING:
        return None
    standing = checking.of_order(session, order_id, CheckKind.COD)
    if standing is not None:
        return standing
    check = OrderCheck(
        shop_id=order.shop_id,
        order_id=order.id,
        kind=CheckKind.COD,
        due_at=clock.now() + WITHIN,
    )
    session.add(check)
    session.flush()
    _clock(session, check)
    tasks.open_task(
        session,
        system("orders"),
        title=f"货到付款电话确认 · {order.order_no}",
        kind=KIND,
        due_at=check.due_at,
        shop_id=order.shop_id,
        subject_type="order",
        subject_id=order.id,
        agent_id=queries.who_confirms(session, order.shop_id),
    )
    return check


def _clock(session: Session, check: OrderCheck) -> None:
    terms = Terms(
        shop_id=check.shop_id,
        kind=KIND,
        subject_type=checking.SUBJECT,
        subject_id=check.id,
        due_at=check.due_at,
    )
    promises.make_many(session, system("orders"), [terms])


def log_call(
    session: Session,
    actor: Actor,
    *,
    order_id: UUID,
    outcome: CallOutcome,
    seconds: int,
    note: str = "",
    new_order_no: str = "",
) -> OrderCheck:
    """Write down a call and what came of it: only a call settles it (COD-3, COD-4).

    Kept: the order may be sent. Online: it is closed, the new one is linked, the customer is told
    how. Refused: it is closed. Unreachable: called again later; after the last try it is closed.
    """
    actor.must(Permission.ORDERS_CONFIRM)
    order = queries.get(session, actor, order_id, lock=True)
    check = checking.of_order(session, order_id, CheckKind.COD, lock=True)
    if check is None:
        raise NoCheck
    if check.settled_at is not None:
        raise CheckSettled
    call = OrderCall(check_id=check.id, seconds=seconds, outcome=outcome, note=note, by=actor.name)
    session.add(call)
    session.flush()
    promises.keep_for(session, actor, shop_id=check.shop_id, subject_id=check.id, kinds=[KIND])
    if outcome is CallOutcome.UNREACHABLE and _tries(session, check) < TRIES:
        check.due_at = clock.now() + AGAIN[_tries(session, check) - 1]
        session.flush()
        _clock(session, check)
        return check
    _end(session, actor, order, check, outcome, new_order_no)
    return check


def _tries(session: Session, check: OrderCheck) -> int:
    return session.scalar(select(func.count()).where(OrderCall.check_id == check.id)) or 0


def _end(
    session: Session,
    actor: Actor,
    order: Order,
    check: OrderCheck,
    outcome: CallOutcome,
    new_order_no: str,
) -> None:
    kept = outcome is CallOutcome.KEPT
    check.facts = check.facts | {"outcome": outcome.value}
    if outcome is CallOutcome.ONLINE:
        check.facts = check.facts | {"new_order_no": new_order_no}
        _guide(session, order)
    if not kept and order.status in TO_SEND:
        move(session, system(actor.name), order_id=order.id, status=OrderStatus.CANCELLED)
    checking.settle(session, actor, check, CheckState.CONFIRMED if kept else CheckState.CHANGED)
    query = select(Task).where(
        Task.kind == KIND, Task.subject_id == order.id, Task.ended_at.is_(None)
    )
    for task in session.scalars(query.with_for_update()):
        tasks.complete(session, system(actor.name), task.id, result=outcome.value)


def _guide(session: Session, order: Order) -> None:
    """Tell the customer to order anew and what it saves."""
    if order.customer_id is None:
        return
    saved = price_of(session, order).difference_cents
    facts = {"order_no": order.order_no, "saved": str(Money(saved, order.currency))}
    try:
        with session.begin_nested():
            notices.notify(
                session,
                system("orders"),
                customer_id=order.customer_id,
                template_code="cod_online",
                facts=facts,
                channels=checking.CHANNELS,
                subject_type="order",
                subject_id=order.id,
            )
    except DeskError:
        return


def price_of(session: Session, order: Order) -> "queries.CodPrice":
    """What it costs on delivery and online (COD-2)."""
    fee = order.facts.get("buyer_cod_fee_cents")
    usual = settings.of(session, order.shop_id).cod_fee_cents
    return queries.cod_price(order, int(fee) if fee is not None else usual)


def refused(
    session: Session, actor: Actor, *, order_id: UUID, cause: RefusalCause, freight_cents: int
) -> CodRefusal:
    """The parcel was refused at the door: why, and what its way cost (COD-5)."""
    actor.must(Permission.ORDERS_CONFIRM)
    order = queries.get(session, actor, order_id, lock=True)
    if not order.facts.get("cod") or session.get(CodRefusal, order_id) is not None:
        raise NotRefusable
    entry = CodRefusal(
        order_id=order.id,
        shop_id=order.shop_id,
        cause=cause,
        freight_cents=freight_cents,
        by=actor.name,
    )
    session.add(entry)
    session.flush()
    told = CodRefused(
        shop_id=order.shop_id,
        order_id=order.id,
        order_no=order.order_no,
        customer_id=order.customer_id,
        cause=cause.value,
        freight_cents=freight_cents,
    )
    events.emit(session, actor, told)
    return entry


COMPLAINT, ANSWER_WITHIN = "cod_complaint", timedelta(hours=24)


def deceived(session: Session, actor: Actor, *, order_id: UUID, words: str) -> CodComplaint:
    """A customer says they were deceived about the price of paying on delivery: counted apart from
    refusals, with whether they had been called, and answered by somebody (COD-6)."""
    actor.must(Permission.ORDERS_CONFIRM)
    order = queries.get(session, actor, order_id, lock=True)
    if not order.facts.get("cod") or session.get(CodComplaint, order_id) is not None:
        raise NoCodComplaint
    check = checking.of_order(session, order_id, CheckKind.COD)
    entry = CodComplaint(
        order_id=order.id,
        shop_id=order.shop_id,
        words=words,
        called_before=check is not None and check.settled_at is not None,
        task_id=_to_answer(session, order, words).id,
        by=actor.name,
    )
    session.add(entry)
    session.flush()
    told = CodDeceived(
        shop_id=order.shop_id,
        order_id=order.id,
        order_no=order.order_no,
        customer_id=order.customer_id,
        words=words,
    )
    events.emit(session, actor, told)
    return entry


def _to_answer(session: Session, order: Order, words: str) -> Task:
    owner = workforce.owner(session, shop_id=order.shop_id, permission=Permission.ORDERS_EDIT)
    return tasks.open_task(
        session,
        system("orders"),
        title=f"货到付款价格投诉 · {order.order_no}",
        kind=COMPLAINT,
        due_at=clock.now() + ANSWER_WITHIN,
        shop_id=order.shop_id,
        description=words,
        subject_type="order",
        subject_id=order.id,
        agent_id=owner.agent_id,
        group_id=owner.group_id,
    )
