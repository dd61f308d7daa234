"""What people do with calls: take one, write it up, log one by hand, see its number."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.channels.phone import queries
from xiaoer.channels.phone.errors import CallNotLogical, CallOver, CallTaken, NumberWithheld
from xiaoer.channels.phone.events import (
    CallAnswered,
    CallEnded,
    CallMissed,
    CallNumberShown,
    CallWrittenUp,
)
from xiaoer.channels.phone.models import Call, CallDirection, CallState, Matter
from xiaoer.channels.phone.service import promising
from xiaoer.channels.phone.service.telling import common, only_one
from xiaoer.complaints import service as complaints
from xiaoer.complaints.models import About, ComplaintCause
from xiaoer.complaints.service import Brought
from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.customers import queries as customers
from xiaoer.customers.errors import CustomerNotFound
from xiaoer.customers.rules import phone


@dataclass(frozen=True, kw_only=True)
class Notes:
    """What a call was about, and what came of it."""

    matter: Matter
    subject: str
    result: str = ""
    customer_id: UUID | None = None


def pick_up(session: Session, actor: Actor, call_id: UUID) -> Call:
    """It is mine: for telephone systems that do not tell who answers. Raises `CallTaken`."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    call = queries.one(session, actor, call_id, lock=True)
    if call.agent_id not in (None, actor.id):
        raise CallTaken(agent=call.agent_name)
    if call.state in (CallState.MISSED, CallState.ENDED):
        raise CallOver
    before = call.state
    call.agent_id, call.agent_name = actor.id, actor.name
    call.answered_at = call.answered_at or max(clock.now(), call.at)
    session.flush()
    if before is CallState.RINGING:
        events.emit(session, actor, CallAnswered(**common(call)))
        promising.keep(session, actor, call)
    return call


def write_up(session: Session, actor: Actor, call_id: UUID, notes: Notes) -> Call:
    """Note what it was about; again, when there is more to say. A call nobody took is theirs."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    call = queries.one(session, actor, call_id, lock=True)
    if call.agent_id is None:
        call.agent_id, call.agent_name = actor.id, actor.name
    _write(session, actor, call, notes)
    return call


def log_call(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    number: str,
    direction: CallDirection,
    at: datetime,
    seconds: int | None,
    notes: Notes,
) -> Call:
    """Write down a call that no system told of; without `seconds` it was not answered.

    Raises `CallNotLogical` when it would not be over yet.
    """
    actor.must(Permission.CONVERSATIONS_REPLY)
    shops.must_reach(actor, shop_id)
    ended_at = at + timedelta(seconds=seconds or 0)
    if ended_at > clock.now():
        raise CallNotLogical
    digits = phone(number) or ""
    call = Call(
        shop_id=shop_id,
        direction=direction,
        number=digits,
        customer_id=only_one(session, shop_id, digits),
        agent_id=actor.id,
        agent_name=actor.name,
        at=at,
        answered_at=None if seconds is None else at,
        ended_at=ended_at,
    )
    session.add(call)
    session.flush()
    events.emit(session, actor, _over(call))
    _write(session, actor, call, notes)
    promising.keep(session, actor, call)
    return call


def show_number(session: Session, actor: Actor, call_id: UUID) -> str:
    """The whole number, to call it; who saw it is kept. Raises `NumberWithheld`."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    call = queries.one(session, actor, call_id)
    if not call.number:
        raise NumberWithheld
    events.emit(session, actor, CallNumberShown(**common(call)))
    return call.number


def _over(call: Call) -> CallMissed | CallEnded:
    said = common(call)
    return CallMissed(**said) if call.seconds is None else CallEnded(**said, seconds=call.seconds)


def _write(session: Session, actor: Actor, call: Call, notes: Notes) -> None:
    if notes.customer_id is not None:
        customer = customers.one_visible(session, actor, notes.customer_id)
        if customer.shop_id != call.shop_id:
            raise CustomerNotFound
        call.customer_id = customer.id
    call.matter, call.subject, call.result = notes.matter, notes.subject, notes.result
    call.written_at = clock.now()
    session.flush()
    told = CallWrittenUp(**common(call), matter=notes.matter.value)
    events.emit(session, actor, told)
    if notes.matter is Matter.COMPLAINT:
        _note_complaint(session, call)


def _note_complaint(session: Session, call: Call) -> None:
    brought = Brought(
        shop_id=call.shop_id,
        type=About.CALL,
        subject_id=call.id,
        cause=ComplaintCause.UNSAID,
        words=call.subject,
        customer_id=call.customer_id,
        agent_id=call.agent_id,
        agent_name=call.agent_name,
    )
    complaints.note(session, system("phone"), brought)
