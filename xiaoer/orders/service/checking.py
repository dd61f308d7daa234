"""Addresses are confirmed after payment (ADR-1..7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.errors import DeskError
from xiaoer.customers.models import Address
from xiaoer.notices import service as notices
from xiaoer.orders import queries
from xiaoer.orders.errors import CheckSettled, CourierNotOffered, NoCheck, NotYours
from xiaoer.orders.events import OrderChecked
from xiaoer.orders.models import (
    CheckKind,
    CheckState,
    Order,
    OrderCheck,
    OrderStatus,
    RemarkType,
)
from xiaoer.orders.service import settings
from xiaoer.orders.service.amending import UNSHIPPED, change_address
from xiaoer.orders.service.remarking import remark
from xiaoer.promises import service as promises
from xiaoer.promises.rules import Terms
from xiaoer.tasks import service as tasks

ANSWER, SUBJECT = "address_answer", "order_check"
CHANNELS = ("webchat", "sms", "email")
CALL_WITHIN = timedelta(hours=4)
RECENT = timedelta(hours=24)


@dataclass(frozen=True)
class Corrected:
    """Where it is to go instead; an empty name or phone stays."""

    address: str
    name: str = ""
    phone: str = ""


def ask(session: Session, order_id: UUID) -> OrderCheck | None:
    """Ask the customer of a paid order whether everything is right; once, where the shop does."""
    order = session.get_one(Order, order_id)
    rule = settings.of(session, order.shop_id)
    fresh = order.paid_at is not None and order.paid_at > clock.now() - RECENT
    if not rule.address_check or order.status != OrderStatus.PAID or not fresh:
        return None
    known = select(OrderCheck).where(
        OrderCheck.order_id == order_id, OrderCheck.kind == CheckKind.ADDRESS
    )
    if (standing := session.scalars(known).one_or_none()) is not None:
        return standing
    check = OrderCheck(
        shop_id=order.shop_id,
        order_id=order.id,
        kind=CheckKind.ADDRESS,
        several=_addresses(session, order) > 1,
        courier=rule.couriers[0] if rule.couriers else "",
        due_at=rule.answer_by(clock.now()),
    )
    session.add(check)
    session.flush()
    check.notice_id = _tell(session, order, check, rule)
    terms = Terms(
        shop_id=order.shop_id,
        kind=ANSWER,
        subject_type=SUBJECT,
        subject_id=check.id,
        due_at=check.due_at,
    )
    promises.make_many(session, system("orders"), [terms])
    session.flush()
    return check


def _addresses(session: Session, order: Order) -> int:
    query = select(func.count()).where(Address.customer_id == order.customer_id)
    return session.scalar(query) or 0


def _tell(
    session: Session, order: Order, check: OrderCheck, rule: settings.Confirming
) -> UUID | None:
    if order.customer_id is None:
        return None
    goods = "、".join(line.title for line in queries.lines(session, order.id)) or order.order_no
    facts = {
        "order_no": order.order_no,
        "receiver": order.receiver_name or "–",
        "phone": order.receiver_phone or "–",
        "address": order.receiver_address or "–",
        "goods": goods[:200],
        "couriers": "、".join(rule.couriers) or "–",
        "courier": check.courier or "–",
    }
    try:
        with session.begin_nested():
            return notices.notify(
                session,
                system("orders"),
                customer_id=order.customer_id,
                template_code="address_check",
                facts=facts,
                channels=CHANNELS,
                subject_type="order",
                subject_id=order.id,
                dedupe_key=f"{order.id}:address_check",
            ).id
    except DeskError:
        return None


def answer(
    session: Session,
    actor: Actor,
    *,
    order_id: UUID,
    corrected: Corrected | None = None,
    courier: str = "",
) -> OrderCheck:
    """The customer confirms with one tap, or corrects; or an agent writes down that they did.

    A correction changes the order before it is shipped, and is remarked for the warehouse (ADR-5).
    Raises `NoCheck`, `CheckSettled`, `CourierNotOffered`, `OrderCannotMove`.
    """
    order = queries.get(session, actor, order_id, lock=True)
    if actor.kind is ActorKind.CUSTOMER:
        if not _theirs(session, actor, order):
            raise NotYours
    else:
        actor.must(Permission.ORDERS_CONFIRM)
    check = of_order(session, order_id, CheckKind.ADDRESS, lock=True)
    if check is None:
        raise NoCheck
    late = check.state is CheckState.UNANSWERED and order.status in UNSHIPPED
    if check.settled_at is not None and not late:
        raise CheckSettled
    rule = settings.of(session, order.shop_id)
    if courier and courier not in rule.couriers:
        raise CourierNotOffered(couriers="、".join(rule.couriers))
    if courier:
        check.courier, check.courier_chosen = courier, True
    if corrected is not None:
        _correct(session, actor, order, check, corrected)
    settle(session, actor, check, CheckState.CHANGED if corrected else CheckState.CONFIRMED)
    return check


def _theirs(session: Session, actor: Actor, order: Order) -> bool:
    """In their name, or they proved to know it."""
    assert actor.id
    proved = queries.belongs_to(actor.id, vouched=False)
    known = select(Order.id).where(Order.id == order.id, proved)
    return order.customer_id == actor.id or session.scalar(known) is not None


def _correct(
    session: Session, actor: Actor, order: Order, check: OrderCheck, corrected: Corrected
) -> None:
    boss = system(actor.name or "顾客")
    before = f"{order.receiver_name} {order.receiver_phone} {order.receiver_address}".strip()
    check.facts = check.facts | {"before": before}
    change_address(
        session,
        boss,
        order_id=order.id,
        name=corrected.name,
        phone=corrected.phone,
        address=corrected.address,
    )
    after = f"{order.receiver_name} {order.receiver_phone} {order.receiver_address}".strip()
    remark(
        session,
        boss,
        order_id=order.id,
        type=RemarkType.ADDRESS,
        old_value=before,
        new_value=after,
        text="顾客核对时更正",
    )


def settle(session: Session, actor: Actor, check: OrderCheck, state: CheckState) -> None:
    """It is answered, one way or another."""
    check.state, check.settled_at, check.settled_by = state, clock.now(), actor.name
    session.flush()
    promises.keep_for(
        session, system("orders"), shop_id=check.shop_id, subject_id=check.id, kinds=[ANSWER]
    )
    _announce(session, actor, check)


def _announce(session: Session, actor: Actor, check: OrderCheck) -> None:
    order = session.get_one(Order, check.order_id)
    told = OrderChecked(
        shop_id=check.shop_id,
        order_id=check.order_id,
        order_no=order.order_no,
        customer_id=order.customer_id,
        check=check.kind.value,
        state=check.state.value,
    )
    events.emit(session, actor, told)


def unanswered(session: Session, check_id: UUID) -> None:
    """Nobody answered in time: it is sent as it is, somebody calls, or it waits (ADR-4)."""
    check = session.get(OrderCheck, check_id, with_for_update=True)
    if check is None or check.state is not CheckState.OPEN:
        return
    rule = settings.of(session, check.shop_id)
    if rule.no_answer == "ship":
        check.state, check.settled_at = CheckState.UNANSWERED, clock.now()
        check.settled_by = "规则"
    else:
        check.state = CheckState.HELD
    session.flush()
    if rule.no_answer == "call":
        order = session.get_one(Order, check.order_id)
        tasks.open_task(
            session,
            system("orders"),
            title=f"电话核对收货信息 · {order.order_no}",
            kind="address_call",
            due_at=clock.now() + CALL_WITHIN,
            shop_id=check.shop_id,
            subject_type="order",
            subject_id=order.id,
            agent_id=queries.who_confirms(session, check.shop_id),
        )
    _announce(session, system("orders"), check)


def of_order(
    session: Session, order_id: UUID, kind: CheckKind, *, lock: bool = False
) -> OrderCheck | None:
    query = select(OrderCheck).where(OrderCheck.order_id == order_id, OrderCheck.kind == kind)
    query = query.with_for_update() if lock else query
    return session.scalars(query, execution_options={"populate_existing": True}).one_or_none()


def held_back(session: Session, order_ids: Sequence[UUID]) -> dict[UUID, CheckKind]:
    """Orders that must not be sent yet, and what is to be confirmed first: cash on delivery always
    (COD-1), an address where the shop's rule says so."""
    query = select(OrderCheck.order_id, OrderCheck.kind).where(
        OrderCheck.order_id.in_(order_ids),
        (OrderCheck.kind == CheckKind.COD) & (OrderCheck.state == CheckState.OPEN)
        | (OrderCheck.state == CheckState.HELD),
    )
    return {row[0]: row[1] for row in session.execute(query)}
