"""稍等承诺: a customer is asked to wait, kept company, and answered when it was promised.

One at a time in a talk. Its time is a promise of kind `hold_promise`; while it is live the talk
cannot be closed, and it goes along when the talk changes hands.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations import rules
from xiaoer.conversations.errors import (
    HoldGoesOn,
    HoldWithoutTime,
    NoHold,
    NotDefinite,
    ReasonAndAlternativeNeeded,
)
from xiaoer.conversations.events import (
    HoldAnswered,
    HoldBegan,
    HoldCancelled,
    HoldExpired,
    HoldExtended,
    HoldReminded,
)
from xiaoer.conversations.models import HoldPromise, HoldState
from xiaoer.conversations.queries import holds, locked, messages
from xiaoer.conversations.queries.locked import Locked
from xiaoer.conversations.service import clocks, replying
from xiaoer.conversations.service.changing import change
from xiaoer.conversations.service.log import Said
from xiaoer.core import clock, events, i18n
from xiaoer.core.auth import Actor, Permission
from xiaoer.promises import service as promises
from xiaoer.workforce import queries as workforce

KIND = "hold_promise"


def begin(
    session: Session,
    actor: Actor,
    conversation_id: UUID,
    *,
    client_id: UUID,
    checking: str,
    minutes: int,
    text: str = "",
) -> Said:
    """Ask the customer to wait about `minutes` while `checking` is looked into.

    Without `text` the usual words are sent; own words must name the time. Raises `HoldGoesOn`,
    `HoldWithoutTime`, and what a reply raises.
    """
    actor.must(Permission.CONVERSATIONS_REPLY)
    words = text.strip() or rules.hold_text(checking, minutes, i18n.reader.get())
    _check_time(words, minutes)
    talk = locked.by_id(session, actor, conversation_id)
    said = replying.reply(session, actor, conversation_id, client_id=client_id, text=words)
    if said.again:
        return said
    standing = holds.live(session, conversation_id)
    if standing is not None:
        raise HoldGoesOn(checking=standing.checking)
    assert actor.id is not None
    hold = HoldPromise(
        shop_id=talk.shop_id,
        conversation_id=talk.id,
        agent_id=talk.assignee_id or actor.id,
        checking=checking,
        started_at=clock.now(),
        due_at=clock.now() + timedelta(minutes=minutes),
    )
    session.add(hold)
    session.flush()
    _promise(session, actor, talk, hold, minutes)
    began = HoldBegan(**_about(talk, hold), checking=checking, due_at=hold.due_at)
    events.emit(session, actor, began)
    return said


def extend(
    session: Session,
    actor: Actor,
    conversation_id: UUID,
    *,
    client_id: UUID,
    minutes: int,
    text: str = "",
) -> Said:
    """Tell the customer that it takes `minutes` more from now; there is no other way to gain time
    (HOLD-11). A time that has passed already stays in the books."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    talk, hold = _held(session, actor, conversation_id, said_already=client_id)
    checking = hold.checking if hold else ""
    words = text.strip() or rules.extension_text(checking, minutes, i18n.reader.get())
    _check_time(words, minutes)
    said = replying.reply(session, actor, conversation_id, client_id=client_id, text=words)
    if said.again or hold is None:
        return said
    hold.due_at = clock.now() + timedelta(minutes=minutes)
    hold.extensions += 1
    hold.state = HoldState.OPEN
    _end_promise(session, actor, talk, "extended")
    _promise(session, actor, talk, hold, minutes)
    told = HoldExtended(**_about(talk, hold), due_at=hold.due_at, extensions=hold.extensions)
    events.emit(session, actor, told)
    return said


def answer(
    session: Session,
    actor: Actor,
    conversation_id: UUID,
    *,
    client_id: UUID,
    text: str,
    as_hoped: bool,
    reason: str = "",
    alternatives: Sequence[str] = (),
    attachment_ids: Sequence[UUID] = (),
) -> Said:
    """Give the definite result (HOLD-9). One that disappoints carries a reason and at least one
    alternative, both in the words the customer reads (HOLD-10).

    Raises `NoHold`, `NotDefinite`, `ReasonAndAlternativeNeeded`, and what a reply raises.
    """
    actor.must(Permission.CONVERSATIONS_REPLY)
    others = [each.strip() for each in alternatives if each.strip()]
    if not text.strip() or rules.puts_off(text):
        raise NotDefinite
    if not as_hoped and not (reason.strip() and others):
        raise ReasonAndAlternativeNeeded
    words = text
    if not as_hoped:
        words = rules.answer_text(text, reason.strip(), others, i18n.reader.get())
    talk, hold = _held(session, actor, conversation_id, said_already=client_id)
    what: dict[str, Any] = {"client_id": client_id, "text": words}
    said = replying.reply(session, actor, conversation_id, **what, attachment_ids=attachment_ids)
    if said.again or hold is None:
        return said
    promises.keep_for(session, actor, shop_id=talk.shop_id, subject_id=talk.id, kinds=(KIND,))
    _note_late(hold)
    hold.state = HoldState.KEPT if hold.late_at is None else HoldState.LATE
    hold.answer_seq, hold.as_hoped = said.message.seq, as_hoped
    hold.reason, hold.alternatives = ("", []) if as_hoped else (reason.strip(), others)
    _end(session, talk, hold)
    told = HoldAnswered(**_about(talk, hold), late=hold.state is HoldState.LATE, as_hoped=as_hoped)
    events.emit(session, actor, told)
    return said


def cancel(session: Session, actor: Actor, conversation_id: UUID, *, reason: str) -> None:
    """Nobody waits for it any more, and why. What was late stays counted as never answered."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    talk = locked.by_id(session, actor, conversation_id)
    hold = holds.live(session, conversation_id, lock=True)
    if hold is None:
        raise NoHold
    _end_promise(session, actor, talk, "cancelled")
    _note_late(hold)
    hold.state, hold.reason = HoldState.CANCELLED, reason
    _end(session, talk, hold)
    events.emit(session, actor, HoldCancelled(**_about(talk, hold), reason=reason))


def remind(session: Session, actor: Actor, conversation_id: UUID, *, what: str) -> None:
    """Its agent is prompted: keep contact, or the countdown (HOLD-6, HOLD-7)."""
    hold = holds.live(session, conversation_id)
    if hold is None:
        return
    talk = locked.by_id(session, actor, conversation_id)
    told = HoldReminded(**_about(talk, hold), what=what, due_at=hold.due_at)
    events.emit(session, actor, told)


def expire(session: Session, actor: Actor, conversation_id: UUID) -> None:
    """The promised time has passed: the talk is pinned, and the leads are told (HOLD-7)."""
    talk = locked.by_id(session, actor, conversation_id)
    hold = holds.live(session, conversation_id, lock=True)
    if hold is None or hold.state is HoldState.LATE or clock.now() < hold.due_at:
        return
    hold.state = HoldState.LATE
    hold.late_at = hold.late_at or hold.due_at
    change(session, talk, hold_late=True)
    leads = workforce.holders(
        session, shop_id=talk.shop_id, permission=Permission.CONVERSATIONS_MANAGE
    )
    told = HoldExpired(**_about(talk, hold), checking=hold.checking, lead_ids=leads)
    events.emit(session, actor, told)


def hand_over(session: Session, actor: Actor, talk: Locked, agent_id: UUID | None) -> None:
    """The talk changed hands, and the promise with it; in the queue the last agent still owes."""
    hold = holds.live(session, talk.id, lock=True)
    if hold is None or agent_id is None:
        return
    hold.agent_id = agent_id
    promises.hand_over_for(
        session,
        actor,
        shop_id=talk.shop_id,
        subject_id=talk.id,
        agent_id=agent_id,
        kinds=(KIND,),
    )


def _note_late(hold: HoldPromise) -> None:
    """The time has passed although the clock has not come round yet."""
    if hold.late_at is None and clock.now() >= hold.due_at:
        hold.late_at = hold.due_at


def _check_time(text: str, minutes: int) -> None:
    if not rules.says_how_long(text, minutes):
        raise HoldWithoutTime(wait=rules.waiting_words(minutes, i18n.reader.get()))


def _held(
    session: Session, actor: Actor, conversation_id: UUID, *, said_already: UUID
) -> tuple[Locked, HoldPromise | None]:
    """The talk and its live hold; none only where that very message has been said before."""
    talk = locked.by_id(session, actor, conversation_id)
    hold = holds.live(session, conversation_id, lock=True)
    if hold is None and messages.by_client_id(session, conversation_id, said_already) is None:
        raise NoHold
    return talk, hold


def _about(talk: Locked, hold: HoldPromise) -> dict[str, Any]:
    return replying.about_of(talk, hold.agent_id) | {"hold_id": hold.id}


def _promise(session: Session, actor: Actor, talk: Locked, hold: HoldPromise, minutes: int) -> None:
    seconds = minutes * 60.0
    warnings = rules.hold_warnings(seconds, talk.hold_contact_ratio, talk.hold_alert_sec)
    terms = promises.terms(
        session,
        shop_id=talk.shop_id,
        kind=KIND,
        subject_type=clocks.SUBJECT,
        subject_id=talk.id,
        seconds=seconds,
        warn_after=[after for after, _ in warnings],
        owner_agent_id=hold.agent_id,
        facts={"warnings": [what for _, what in warnings]},
    )
    promises.make_many(session, actor, [terms])
    change(session, talk, hold_until=hold.due_at, hold_late=False)


def _end_promise(session: Session, actor: Actor, talk: Locked, reason: str) -> None:
    promises.release_for(
        session, actor, shop_id=talk.shop_id, subject_id=talk.id, kinds=(KIND,), reason=reason
    )


def _end(session: Session, talk: Locked, hold: HoldPromise) -> None:
    hold.ended_at = clock.now()
    session.flush()
    change(session, talk, hold_until=None, hold_late=False)
