"""Orders nobody has paid: why, reminded while it is true, or closed (UNP-1..8)."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.core.errors import DeskError
from xiaoer.notices import service as notices
from xiaoer.orders import queries
from xiaoer.orders.errors import NudgeRefused, OrderNotUnpaid
from xiaoer.orders.events import BuyerNudged
from xiaoer.orders.models import Nudge, Order, OrderStatus, UnpaidNote, UnpaidWhy
from xiaoer.orders.service import settings
from xiaoer.orders.service.checking import CHANNELS
from xiaoer.orders.service.moving import move

TEMPLATE = "unpaid_nudge"
NUDGED = (UnpaidWhy.FORGOT, UnpaidWhy.UNKNOWN)


def classify(
    session: Session, actor: Actor, *, order_id: UUID, why: UnpaidWhy, said_no: bool = False
) -> UnpaidNote:
    """Why it is not paid, and whether the customer wants to hear no more of it."""
    actor.must(Permission.ORDERS_CONFIRM)
    order = _unpaid(session, actor, order_id)
    note = session.get(UnpaidNote, order.id) or UnpaidNote(order_id=order.id)
    note.why, note.said_no, note.by, note.at = why, said_no, actor.name, clock.now()
    session.add(note)
    session.flush()
    return note


def _unpaid(session: Session, actor: Actor, order_id: UUID) -> Order:
    order = queries.get(session, actor, order_id, lock=True)
    if order.status != OrderStatus.UNPAID:
        raise OrderNotUnpaid
    return order


def nudge(session: Session, actor: Actor, *, order_id: UUID, template: str = TEMPLATE) -> Nudge:
    """Tell the customer that paying now means shipping today, and only while it does (UNP-2).

    Refused after the cutoff, without stock, for what was bought by impulse or twice, at night, too
    often, too soon, and when the customer said no (`NudgeRefused` says which).
    """
    actor.must(Permission.ORDERS_CONFIRM)
    order = _unpaid(session, actor, order_id)
    rule = settings.of(session, order.shop_id)
    _check(session, order, rule)
    if order.customer_id is None:
        raise NudgeRefused(zh_why="订单没有关联顾客", en_why="the order has no customer")
    notice_id = _say(session, actor, order, order.customer_id, template, rule)
    made = Nudge(
        shop_id=order.shop_id,
        order_id=order.id,
        template=template,
        notice_id=notice_id,
        agent_id=actor.id,
        by=actor.name,
    )
    session.add(made)
    session.flush()
    told = BuyerNudged(
        shop_id=order.shop_id,
        order_id=order.id,
        order_no=order.order_no,
        customer_id=order.customer_id,
        template=template,
    )
    events.emit(session, actor, told)
    return made


def _say(
    session: Session,
    actor: Actor,
    order: Order,
    customer_id: UUID,
    template: str,
    rule: settings.Confirming,
) -> UUID:
    titles = "、".join(line.title for line in queries.lines(session, order.id))
    cutoff = rule.cutoff_at(clock.now()).astimezone(rule.zone)
    return notices.notify(
        session,
        system(actor.name),
        customer_id=customer_id,
        template_code=template,
        facts={"order_no": order.order_no, "goods": titles[:80], "cutoff": f"{cutoff:%H:%M}"},
        channels=CHANNELS,
        subject_type="order",
        subject_id=order.id,
    ).id


def _check(session: Session, order: Order, rule: settings.Confirming) -> None:
    now = clock.now()
    row = queries.unpaid_one(session, order)
    past = select(func.count(), func.max(Nudge.at)).where(Nudge.order_id == order.id)
    count, last = session.execute(past).one()
    for holds, zh, en in (
        (row.said_no, "顾客已表示不要再提醒", "the customer does not want to be reminded"),
        (row.why not in NUDGED, "冲动下单或重复下单不催付", "it was bought by impulse or twice"),
        (now >= rule.cutoff_at(now), "今天已过截单时间，当天发不了", "today's cutoff is over"),
        (rule.is_quiet(now), "现在是免打扰时段", "these are quiet hours"),
        (row.stock is not None and row.stock <= 0, "没有现货，付款也发不了", "there is no stock"),
        (count >= rule.nudges, "已催过规定的次数", "it was reminded as often as allowed"),
        (_soon(last, now, rule.nudge_hours), "离上次催付太近", "the last reminder is too near"),
    ):
        if holds:
            raise NudgeRefused(zh_why=zh, en_why=en)


def _soon(last: datetime | None, now: datetime, hours: float) -> bool:
    return last is not None and now - last < timedelta(hours=hours)


def close(session: Session, actor: Actor, *, order_id: UUID, reason: str) -> Order:
    """Close what will not be paid, and tell the customer why (UNP-6)."""
    actor.must(Permission.ORDERS_CONFIRM)
    order = _unpaid(session, actor, order_id)
    move(session, system(actor.name), order_id=order.id, status=OrderStatus.CANCELLED)
    order.facts = order.facts | {"closed_because": reason}
    session.flush()
    if order.customer_id is not None:
        try:
            with session.begin_nested():
                notices.notify(
                    session,
                    system(actor.name),
                    customer_id=order.customer_id,
                    template_code="order_closed",
                    facts={"order_no": order.order_no, "reason": reason},
                    channels=CHANNELS,
                    subject_type="order",
                    subject_id=order.id,
                )
        except DeskError:
            return order
    return order
