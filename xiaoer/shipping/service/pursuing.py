"""A logistics case is pursued: couriers asked, claims made, customers told, until it ends."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.orders.models import Order
from xiaoer.promises import service as promises
from xiaoer.promises.rules import Terms
from xiaoer.shipping.errors import TroubleEnded, TroubleNotFound
from xiaoer.shipping.events import TroubleEndedWith
from xiaoer.shipping.models import EntryKind, Trouble, TroubleEnd, TroubleEntry
from xiaoer.shipping.service import owning, saying, wording
from xiaoer.tasks import service as tasks
from xiaoer.tasks.models import Task
from xiaoer.workforce.queries import Owner

FOLLOW, SUBJECT = "courier_follow_up", "logistics_case"
FOLLOW_WITHIN = timedelta(hours=24)


def follow_up(session: Session, trouble: Trouble, owner: Owner) -> None:
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
    follow_up(session, trouble, owning.care(session, trouble.shop_id))
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
