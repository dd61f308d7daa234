"""A telephone system tells of calls, piece by piece: in any order, late, and more than once."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.channels.phone import rules
from xiaoer.channels.phone.errors import CallNotLogical
from xiaoer.channels.phone.events import CallAnswered, CallEnded, CallMissed, CallRang
from xiaoer.channels.phone.models import Call, CallDirection, CallState
from xiaoer.channels.phone.service import promising
from xiaoer.channels.phone.service.telling import common, only_one
from xiaoer.core import clock, events, ids, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.config import settings
from xiaoer.customers.rules import phone
from xiaoer.workforce import queries as workforce

CLOCKS_DIFFER = timedelta(minutes=2)


class Piece(StrEnum):
    RINGING = "ringing"
    ANSWERED = "answered"
    ENDED = "ended"


@dataclass(frozen=True, kw_only=True)
class News:
    """One piece of one call."""

    ref: str
    piece: Piece
    at: datetime
    number: str
    direction: CallDirection = CallDirection.INBOUND
    agent_login: str = ""
    recording_url: str = ""


def key_of(shop_id: UUID) -> str:
    """What the shop's telephone system shows at the door; it opens no other shop's."""
    purpose = f"phone:{shop_id}".encode()
    return hmac.new(settings().secret.encode(), purpose, hashlib.sha256).hexdigest()


def known_key(shop_id: UUID, shown: str) -> bool:
    return hmac.compare_digest(key_of(shop_id).encode(), shown.encode())


def hear(session: Session, actor: Actor, *, shop_id: UUID, news: News) -> Call:
    """Take one piece. The same again changes nothing; pieces in any order come to the same call.

    A call that ends unanswered is promised a call back, within the shop's time; the promise is
    withdrawn when it turns out that it was answered. Raises `CallNotLogical` for the future.
    """
    actor.must(Permission.CONVERSATIONS_RECEIVE)
    if news.at > clock.now() + CLOCKS_DIFFER:
        raise CallNotLogical
    call, new = _of(session, shop_id, news)
    before = None if new else call.state
    _note(session, call, news)
    session.flush()
    if call.state != before:
        _tell(session, actor, call)
        _follow(session, actor, call, before)
    return call


def _of(session: Session, shop_id: UUID, news: News) -> tuple[Call, bool]:
    number = phone(news.number) or ""
    made = session.execute(
        pg_insert(Call)
        .values(
            id=ids.new_id(),
            shop_id=shop_id,
            external_id=news.ref,
            direction=news.direction,
            number=number,
            customer_id=only_one(session, shop_id, number),
            agent_name="",
            at=news.at,
            subject="",
            result="",
            recording_url="",
            created_at=clock.now(),
        )
        .on_conflict_do_nothing()
        .returning(Call.id)
    ).scalar()
    query = select(Call).where(Call.shop_id == shop_id, Call.external_id == news.ref)
    return session.scalars(query.with_for_update()).one(), made is not None


def _note(session: Session, call: Call, news: News) -> None:
    call.at = min(call.at, news.at)
    if news.piece is Piece.ANSWERED:
        call.answered_at = min(call.answered_at or news.at, news.at)
    if news.piece is Piece.ENDED:
        call.ended_at = max(call.ended_at or news.at, news.at)
    call.recording_url = news.recording_url or call.recording_url
    if news.agent_login and call.agent_id is None:
        agent = workforce.by_login(session, news.agent_login, shop_id=call.shop_id)
        if agent is not None:
            call.agent_id, call.agent_name = agent.id, agent.name


def _tell(session: Session, actor: Actor, call: Call) -> None:
    said = common(call)
    match call.state:
        case CallState.RINGING:
            events.emit(session, actor, CallRang(**said))
        case CallState.TALKING:
            events.emit(session, actor, CallAnswered(**said))
        case CallState.MISSED:
            events.emit(session, actor, CallMissed(**said))
        case CallState.ENDED:
            events.emit(session, actor, CallEnded(**said, seconds=call.seconds or 0))


def _follow(session: Session, actor: Actor, call: Call, before: CallState | None) -> None:
    if call.state is CallState.MISSED and call.direction is CallDirection.INBOUND and call.number:
        within = rules.call_back_within(shops.get(session, call.shop_id).settings)
        promising.promise(session, actor, call, due_at=clock.now() + within)
    if before is CallState.MISSED:
        promising.withdraw(session, call, reason="后来得知电话已接通")
    promising.keep(session, actor, call)
