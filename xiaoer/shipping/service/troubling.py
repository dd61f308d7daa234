"""Logistics cases: found by rule or reported, each with an owner and a clock."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order
from xiaoer.shipping.events import ParcelMoved, ParcelStalled, TroubleOpened
from xiaoer.shipping.models import Node, Parcel, Trouble, TroubleEnd, TroubleType
from xiaoer.shipping.service import owning
from xiaoer.shipping.service.pursuing import FOLLOW_WITHIN, end, follow_up

OVERDUE, KIND = "logistics_overdue", "logistics_case"
DONE_WITHIN = timedelta(days=5)
FOUND = {
    Node.TROUBLE: TroubleType.DELAY,
    Node.LOST: TroubleType.LOSS,
    Node.REFUSED: TroubleType.REFUSED,
    Node.RETURNING: TroubleType.REFUSED,
}
NAMES = {
    TroubleType.DELAY: "延误",
    TroubleType.DAMAGE: "破损",
    TroubleType.LOSS: "丢件",
    TroubleType.WRONG: "错送",
    TroubleType.REFUSED: "拒收",
}


def open_trouble(
    session: Session,
    actor: Actor,
    *,
    order_id: UUID,
    type: TroubleType,  # noqa: A002 - the word of the trade (LOG-1)
    parcel_id: UUID | None = None,
    note: str = "",
    wrong_address: bool = False,
) -> Trouble:
    """Open a case with an owner and a clock; the parcel's open case if it has one (LOG-1).

    `wrong_address`: that is why; it is counted to show what asking for addresses is worth (ADR-9).
    """
    actor.must(Permission.SHIPPING_DELAY)
    order = orders.get(session, actor, order_id, lock=True)
    if wrong_address:
        order.facts = order.facts | {"wrong_address": True}
    parcel = session.get(Parcel, parcel_id) if parcel_id else None
    if parcel is None or parcel.order_id != order.id:
        first = select(Parcel).where(Parcel.order_id == order.id).order_by(Parcel.id.desc())
        parcel = session.scalars(first.limit(1)).first()
    if parcel is not None and (standing := _of_parcel(session, parcel.id)):
        return standing
    return _open(session, actor, order, parcel, type, note)


def _open(
    session: Session,
    actor: Actor,
    order: Order,
    parcel: Parcel | None,
    kind: TroubleType,
    note: str,
) -> Trouble:
    owner = owning.care(session, order.shop_id)
    trouble = Trouble(
        shop_id=order.shop_id,
        number=shops.next_number(session, order.shop_id, "logistics"),
        order_id=order.id,
        parcel_id=parcel.id if parcel else None,
        courier=parcel.courier if parcel else order.courier[:40],
        region=parcel.region if parcel else "",
        type=kind,
        note=note,
        opened_by=actor.name,
        follow_up_at=clock.now() + FOLLOW_WITHIN,
    )
    session.add(trouble)
    session.flush()
    trouble.task_id = owning.task_about(
        session,
        shop_id=order.shop_id,
        kind=KIND,
        title=f"物流{NAMES[kind]} · {order.order_no}",
        due_at=clock.now() + DONE_WITHIN,
        subject=("order", order.id),
        owner=owner,
        description=note,
    ).id
    follow_up(session, trouble, owner)
    events.emit(session, actor, _opened(trouble))
    return trouble


def _opened(trouble: Trouble) -> TroubleOpened:
    return TroubleOpened(
        shop_id=trouble.shop_id,
        trouble_id=trouble.id,
        order_id=trouble.order_id,
        courier=trouble.courier,
        type=trouble.type.value,
    )


def _of_parcel(session: Session, parcel_id: UUID) -> Trouble | None:
    query = select(Trouble).where(Trouble.parcel_id == parcel_id, Trouble.ended_at.is_(None))
    return session.scalars(query).one_or_none()


def found(session: Session, event: ParcelMoved | ParcelStalled) -> None:
    """A scan or silence tells of trouble: there is a case from now on."""
    if isinstance(event, ParcelStalled):
        kind, note = TroubleType.DELAY, "长时间没有新的物流轨迹"
    else:
        kind, note = FOUND[Node(event.node)], event.text
    open_trouble(
        session,
        system("shipping"),
        order_id=event.order_id,
        parcel_id=event.parcel_id,
        type=kind,
        note=note,
    )


def arrived(session: Session, parcel_ids: Sequence[UUID]) -> None:
    """A late parcel that arrives ends its own case."""
    query = select(Trouble.id).where(
        Trouble.parcel_id.in_(parcel_ids),
        Trouble.ended_at.is_(None),
        Trouble.type == TroubleType.DELAY,
    )
    for trouble_id in session.scalars(query.order_by(Trouble.id)).all() if parcel_ids else ():
        end(session, system("shipping"), trouble_id, how=TroubleEnd.DELIVERED, words="已签收")


def overdue(session: Session, trouble_id: UUID) -> None:
    """Nothing happened in time: a task calls whoever owns it, and the clock starts again."""
    trouble = session.get(Trouble, trouble_id, with_for_update=True)
    if trouble is None or trouble.ended_at is not None:
        return
    order = session.get_one(Order, trouble.order_id)
    owner = owning.care(session, trouble.shop_id)
    owning.task_about(
        session,
        shop_id=trouble.shop_id,
        kind=OVERDUE,
        title=f"物流{NAMES[trouble.type]}超时未跟进 · {order.order_no}",
        due_at=clock.now() + timedelta(hours=4),
        subject=("order", order.id),
        owner=owner,
    )
    trouble.follow_up_at = clock.now() + FOLLOW_WITHIN
    session.flush()
    follow_up(session, trouble, owner)
