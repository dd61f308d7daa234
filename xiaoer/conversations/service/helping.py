"""A lead helps with a talk: unseen by its customer, or by taking it over (EMT-3)."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.conversations.errors import ConversationIsClosed, HelpAskedAlready
from xiaoer.conversations.events import HelpAsked, HelpGiven
from xiaoer.conversations.models import HelpRequest, HelpWay, State
from xiaoer.conversations.queries import locked
from xiaoer.conversations.queries.locked import Locked
from xiaoer.conversations.service import assigning, replying
from xiaoer.conversations.service.log import Said
from xiaoer.conversations.service.replying import about_of
from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.workforce import queries as workforce

MOST_SHOWN = 100


def ask(
    session: Session, actor: Actor, conversation_id: UUID, *, way: HelpWay, note: str = ""
) -> HelpRequest:
    """Call the leads of the shop; the customer notices nothing."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    talk = locked.by_id(session, actor, conversation_id)
    if talk.state == State.CLOSED:
        raise ConversationIsClosed
    if _open(session, talk.id) is not None:
        raise HelpAskedAlready
    assert actor.id is not None
    asked = HelpRequest(
        shop_id=talk.shop_id, conversation_id=talk.id, agent_id=actor.id, way=way, note=note
    )
    session.add(asked)
    session.flush()
    leads = workforce.holders(
        session, shop_id=talk.shop_id, permission=Permission.CONVERSATIONS_MANAGE
    )
    about = about_of(talk, talk.assignee_id)
    told = HelpAsked(
        **about, way=way, note=note, lead_ids=[each for each in leads if each != actor.id]
    )
    events.emit(session, actor, told)
    return asked


def whisper(
    session: Session, actor: Actor, conversation_id: UUID, *, client_id: UUID, text: str
) -> Said:
    """A private note for who serves the talk; it answers the call for help."""
    actor.must(Permission.CONVERSATIONS_MANAGE)
    said = replying.note(session, actor, conversation_id, client_id=client_id, text=text)
    if not said.again:
        _answer(session, actor, locked.by_id(session, actor, conversation_id), HelpWay.WHISPER)
    return said


def take_over(session: Session, actor: Actor, conversation_id: UUID) -> None:
    """The lead serves the talk from now on, with everything owed in it."""
    actor.must(Permission.CONVERSATIONS_MANAGE)
    talk = locked.by_id(session, actor, conversation_id)
    assigning.take(session, actor, conversation_id, expected_id=talk.assignee_id)
    _answer(session, actor, locked.by_id(session, actor, conversation_id), HelpWay.TAKE_OVER)


def _answer(session: Session, actor: Actor, talk: Locked, way: HelpWay) -> None:
    asked = _open(session, talk.id)
    if asked is not None:
        asked.answer, asked.answered_by, asked.answered_at = way, actor.id, clock.now()
        session.flush()
    events.emit(session, actor, HelpGiven(**about_of(talk, talk.assignee_id), way=way))


def _open(session: Session, conversation_id: UUID) -> HelpRequest | None:
    query = select(HelpRequest).where(
        HelpRequest.conversation_id == conversation_id, HelpRequest.answered_at.is_(None)
    )
    return session.scalar(query.with_for_update())


def waiting(session: Session, actor: Actor) -> Sequence[HelpRequest]:
    """Calls nobody has answered, the oldest first."""
    actor.must(Permission.CONVERSATIONS_MANAGE)
    query = select(HelpRequest).where(HelpRequest.answered_at.is_(None))
    if not actor.all_shops:
        query = query.where(HelpRequest.shop_id.in_(actor.shop_ids))
    return session.scalars(query.order_by(HelpRequest.at).limit(MOST_SHOWN)).all()
