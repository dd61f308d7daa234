"""A change remarked on an order is a task for those who must act, and stops the parcel until they
say that they have seen it (MEM-4, MEM-5)."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.auth import system
from xiaoer.orders.events import OrderRemarked
from xiaoer.orders.models import Order, OrderStatus
from xiaoer.orders.rules import CHANGES
from xiaoer.shipping.models import Party, RemarkDuty, ShipWatch, Warehouse
from xiaoer.shipping.service import owning
from xiaoer.tasks import service as tasks
from xiaoer.workforce.models import Agent
from xiaoer.workforce.queries import Owner

KIND, WITHIN = "remark_duty", timedelta(hours=2)
PARTIES = {
    OrderStatus.PAID: Party.WAREHOUSE,
    OrderStatus.HELD: Party.WAREHOUSE,
    OrderStatus.PART_SHIPPED: Party.WAREHOUSE,
    OrderStatus.SHIPPED: Party.SHIPPING,
    OrderStatus.IN_TRANSIT: Party.SHIPPING,
    OrderStatus.REFUNDING: Party.RETURNS,
}
"""Whom a change concerns, by how far the order is; of one that is done nobody must do anything."""


def concerns(event: OrderRemarked) -> bool:
    return event.type in CHANGES


def assign(session: Session, event: OrderRemarked) -> None:
    """Leave a task for those who must act; once for a remark."""
    order = session.get_one(Order, event.order_id)
    party = PARTIES.get(order.status)
    known = select(RemarkDuty).where(RemarkDuty.remark_id == event.remark_id)
    if party is None or session.scalars(known).first() is not None:
        return
    owner, picking = _owner(session, order, party)
    task = tasks.open_task(
        session,
        system("shipping"),
        title=f"订单有改动：{order.order_no}",
        kind=KIND,
        due_at=clock.now() + WITHIN,
        shop_id=order.shop_id,
        description=_words(event, picking),
        subject_type="order",
        subject_id=order.id,
        agent_id=owner.agent_id,
        group_id=owner.group_id,
    )
    duty = RemarkDuty(
        remark_id=event.remark_id,
        party=party,
        shop_id=order.shop_id,
        order_id=order.id,
        task_id=task.id,
    )
    session.add(duty)
    session.flush()


def _owner(session: Session, order: Order, party: Party) -> tuple[Owner, bool]:
    """Its people, and whether a label was made already."""
    watch = session.get(ShipWatch, order.id)
    place = session.get(Warehouse, watch.warehouse_id) if watch and watch.warehouse_id else None
    if party is Party.WAREHOUSE and place is not None and (place.group_id or place.lead_id):
        return Owner(place.group_id, None if place.group_id else place.lead_id), _picking(order)
    return owning.care(session, order.shop_id), False


def _picking(order: Order) -> bool:
    return order.tracking_no != ""


def _words(event: OrderRemarked, picking: bool) -> str:
    change = " → ".join(each for each in (event.old_value, event.new_value) if each)
    words = "\n".join(each for each in (change, event.text) if each)
    return f"已开始拣货，请立即拦下。\n{words}" if picking else words


def acknowledged(session: Session, task_id: UUID, agent_id: UUID | None) -> None:
    """Those it concerns have taken it into account: the parcel may leave."""
    agent = session.get(Agent, agent_id) if agent_id else None
    session.execute(
        update(RemarkDuty)
        .where(RemarkDuty.task_id == task_id, RemarkDuty.acknowledged_at.is_(None))
        .values(
            acknowledged_at=clock.now(),
            acknowledged_by=agent.name if agent else "",
        )
    )


def unseen(session: Session, order_ids: Sequence[UUID]) -> set[UUID]:
    """Orders with a change nobody in the warehouse has said to have seen."""
    query = select(RemarkDuty.order_id).where(
        RemarkDuty.order_id.in_(order_ids),
        RemarkDuty.party == Party.WAREHOUSE,
        RemarkDuty.acknowledged_at.is_(None),
    )
    return set(session.scalars(query))
