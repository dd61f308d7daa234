"""At the end of a shift all that an agent holds goes to a colleague, who says they have seen it."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations.errors import (
    AgentNotAvailable,
    HandoverNotFound,
    HandoverToOneself,
    NotHandedToYou,
    NothingHeld,
)
from xiaoer.conversations.events import HandoverAcknowledged, ShiftHandedOver
from xiaoer.conversations.models import Handover
from xiaoer.conversations.queries import handing, people
from xiaoer.conversations.service import assigning
from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.core.shops import must_reach
from xiaoer.promises import service as promises
from xiaoer.promises.rules import Terms
from xiaoer.tasks import service as tasks

KIND, SEEN_WITHIN = "handover", timedelta(minutes=30)


def hand_over(
    session: Session, actor: Actor, *, shop_id: UUID, to_agent_id: UUID, note: str = ""
) -> Handover:
    """Give talks, tasks and promises to a colleague at once, since customers do not wait, and name
    the orders one has changed; the colleague acknowledges it within `SEEN_WITHIN` (MEM-6)."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    must_reach(actor, shop_id)
    if actor.id is None or actor.id == to_agent_id:
        raise HandoverToOneself
    if people.works_in(session, to_agent_id, shop_id) is None:
        raise AgentNotAvailable
    held = handing.held(session, actor.id, shop_id)
    if not held:
        raise NothingHeld
    for each in held:
        _give(session, actor, each, to_agent_id, note)
    made = Handover(
        shop_id=shop_id,
        from_agent_id=actor.id,
        to_agent_id=to_agent_id,
        note=note,
        items=[{"kind": each.kind, "id": str(each.id), "label": each.label} for each in held],
    )
    session.add(made)
    session.flush()
    _clock(session, made)
    told = ShiftHandedOver(
        shop_id=shop_id,
        handover_id=made.id,
        from_agent_id=actor.id,
        to_agent_id=to_agent_id,
        count=len(held),
    )
    events.emit(session, actor, told)
    return made


def _clock(session: Session, made: Handover) -> None:
    terms = Terms(
        shop_id=made.shop_id,
        kind=KIND,
        subject_type=KIND,
        subject_id=made.id,
        due_at=clock.now() + SEEN_WITHIN,
        owner_agent_id=made.to_agent_id,
    )
    promises.make_many(session, system("shift"), [terms])


def _give(session: Session, actor: Actor, held: handing.Held, agent_id: UUID, note: str) -> None:
    """What is one's own may be given away, whatever other rights one has."""
    giver = system(actor.name)
    if held.kind == "talk":
        assigning.transfer(
            session, giver, held.id, agent_id=agent_id, note=note, expected_id=actor.id
        )
    elif held.kind == "task":
        tasks.reassign(session, giver, held.id, agent_id=agent_id, note=note)
    elif held.kind == "promise":
        promises.hand_over(session, giver, held.id, agent_id=agent_id)


def acknowledge(session: Session, actor: Actor, handover_id: UUID) -> Handover:
    """The colleague has seen it. Said again it changes nothing."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    made = session.get(Handover, handover_id, with_for_update=True)
    if made is None or not actor.reaches(made.shop_id):
        raise HandoverNotFound
    if made.to_agent_id != actor.id:
        raise NotHandedToYou
    if made.acknowledged_at is None:
        made.acknowledged_at = clock.now()
        session.flush()
        promises.keep_for(
            session, system("shift"), shop_id=made.shop_id, subject_id=made.id, kinds=[KIND]
        )
        told = HandoverAcknowledged(
            shop_id=made.shop_id,
            handover_id=made.id,
            from_agent_id=made.from_agent_id,
            to_agent_id=made.to_agent_id,
        )
        events.emit(session, actor, told)
    return made
