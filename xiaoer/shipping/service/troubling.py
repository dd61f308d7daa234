"""Logistics cases: found or reported, asked about, claimed, told to the customer, and ended."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order
from xiaoer.promises import service as promises
from xiaoer.promises.rules import Terms
from xiaoer.shipping.errors import TroubleEnded, TroubleNotFound
from xiaoer.shipping.events import ParcelMoved, ParcelStalled, TroubleEndedWith, TroubleOpened
from xiaoer.shipping.models import (
    EntryKind,
    Node,
    Parcel,
    Trouble,
    TroubleEnd,
    TroubleEntry,
    TroubleType,
)
from xiaoer.shipping.service import owning, saying, wording
from xiaoer.tasks import service as tasks
from xiaoer.tasks.models import Task
from xiaoer.workforce.queries import Owner

FOLLOW, OVERDUE, KIND, SUBJECT = (
    "courier_follow_up",
    "logistics_overdue",
    "logistics_case",
    "logistics_case",
)
FOLLOW_WITHIN = timedelta(hours=24)
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
    _clock(session, trouble, owner)
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


def _clock(session: Session, trouble: Trouble, owner: Owner) -> None:
    terms = Terms(
        shop_id=trouble.shop_id,
        kind=FOLLOW,
        subject_type=SUBJECT,
        subject_id=trouble.id,
        due_at=trouble.follow_up_at,
        owner_agent_id=owner.agent_id,
        owner_group_id=owner.group_id,
    )
    promises.make_many(session, system("shipping"), [terms])


def found(session: Session, event: ParcelMoved | ParcelStalled) -> None:
    """A scan or silence tells of trouble: there is a case from now on. A late parcel that arrives
    ends its own."""
    node = Node(event.node)
    if isinstance(event, ParcelMoved) and node is Node.SIGNED:
        standing = _of_parcel(session, event.parcel_id)
        if standing is not None and standing.type is TroubleType.DELAY:
            end(session, system("shipping"), standing.id, how=TroubleEnd.DELIVERED, words="已签收")
        return
    if isinstance(event, ParcelStalled):
        kind, note = TroubleType.DELAY, "长时间没有新的物流轨迹"
    else:
        kind, note = FOUND[node], event.text
    open_trouble(
        session,
        system("shipping"),
        order_id=event.order_id,
        parcel_id=event.parcel_id,
        type=kind,
        note=note,
    )


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
    _clock(session, trouble, owner)


def one(session: Session, actor: Actor, trouble_id: UUID) -> Trouble:
    """A case of the actor's shops that is not over, locked."""
    trouble = session.get(Trouble, trouble_id, with_for_update=True, populate_existing=True)
    if trouble is None or not actor.reaches(trouble.shop_id):
        raise TroubleNotFound
    if trouble.ended_at is not None:
        raise TroubleEnded
    return trouble


def inquire(
    session: Session, actor: Actor, trouble_id: UUID, *, words: str, due_at: datetime
) -> TroubleEntry:
    """Ask the courier; by when they are to answer."""
    return _write(session, actor, trouble_id, EntryKind.INQUIRY, words, due_at=due_at)


def answered(session: Session, actor: Actor, trouble_id: UUID, *, words: str) -> TroubleEntry:
    """The courier's answer; the oldest inquiry without one is answered by it."""
    entry = _write(session, actor, trouble_id, EntryKind.ANSWER, words)
    query = select(TroubleEntry).where(
        TroubleEntry.trouble_id == trouble_id,
        TroubleEntry.kind == EntryKind.INQUIRY,
        TroubleEntry.answered_at.is_(None),
    )
    asked = session.scalars(query.order_by(TroubleEntry.id).limit(1)).first()
    if asked is not None:
        asked.answered_at = clock.now()
        session.flush()
    return entry


def milestone(session: Session, actor: Actor, trouble_id: UUID, *, words: str) -> TroubleEntry:
    """Tell the customer how far it is (LOG-4)."""
    entry = _write(session, actor, trouble_id, EntryKind.MILESTONE, words)
    order = session.get_one(Order, session.get_one(Trouble, trouble_id).order_id)
    entry.notice_id = saying.say(session, actor, order, wording.MILESTONE, {"news": words})
    session.flush()
    return entry


def claim(
    session: Session, actor: Actor, trouble_id: UUID, *, cents: int, words: str
) -> TroubleEntry:
    """Claim so much of the courier."""
    entry = _write(session, actor, trouble_id, EntryKind.CLAIM, words, cents=cents)
    session.get_one(Trouble, trouble_id).claim_cents += cents
    session.flush()
    return entry


def paid_out(
    session: Session, actor: Actor, trouble_id: UUID, *, cents: int, words: str
) -> TroubleEntry:
    """The courier has paid so much of it."""
    entry = _write(session, actor, trouble_id, EntryKind.PAYOUT, words, cents=cents)
    session.get_one(Trouble, trouble_id).paid_cents += cents
    session.flush()
    return entry


def _write(
    session: Session,
    actor: Actor,
    trouble_id: UUID,
    kind: EntryKind,
    words: str,
    *,
    cents: int = 0,
    due_at: datetime | None = None,
) -> TroubleEntry:
    actor.must(Permission.SHIPPING_DELAY)
    trouble = one(session, actor, trouble_id)
    entry = TroubleEntry(
        trouble_id=trouble.id, kind=kind, text=words, cents=cents, due_at=due_at, by=actor.name
    )
    session.add(entry)
    trouble.follow_up_at = due_at or clock.now() + FOLLOW_WITHIN
    session.flush()
    _kept(session, actor, trouble)
    _clock(session, trouble, owning.care(session, trouble.shop_id))
    return entry


def _kept(session: Session, actor: Actor, trouble: Trouble) -> None:
    promises.keep_for(
        session, actor, shop_id=trouble.shop_id, subject_id=trouble.id, kinds=[FOLLOW]
    )


def end(
    session: Session, actor: Actor, trouble_id: UUID, *, how: TroubleEnd, words: str
) -> Trouble:
    """It ends delivered, sent anew, refunded or claimed, and the customer is told so."""
    actor.must(Permission.SHIPPING_DELAY)
    milestone(session, actor, trouble_id, words=words)
    trouble = one(session, actor, trouble_id)
    trouble.ended, trouble.ended_at = how, clock.now()
    session.flush()
    _kept(session, actor, trouble)
    task = session.get(Task, trouble.task_id, with_for_update=True) if trouble.task_id else None
    if task is not None and not task.ended:
        tasks.complete(session, system(actor.name), task.id, result=words)
    told = TroubleEndedWith(
        shop_id=trouble.shop_id,
        trouble_id=trouble.id,
        order_id=trouble.order_id,
        courier=trouble.courier,
        type=trouble.type.value,
        ended=how.value,
    )
    events.emit(session, actor, told)
    return trouble
