"""Automatic replies: which rule speaks, once in its window, always marked as automatic.

The path of a message asks only what this process remembers of a shop's rules; a job does the rest.
"""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.conversations.errors import AutoReplyNotFound, KeywordsNeeded
from xiaoer.conversations.events import AutoRepliesChanged
from xiaoer.conversations.models import (
    Author,
    AutoReply,
    AutoReplySent,
    ChannelSettings,
    Occasion,
    State,
)
from xiaoer.conversations.queries import locked, people, waiting
from xiaoer.conversations.queries.locked import Locked
from xiaoer.conversations.rules import auto
from xiaoer.conversations.rules.auto import Situation
from xiaoer.conversations.service import replying, routing
from xiaoer.core import clock, events, queue, shops
from xiaoer.core.auth import Actor, Permission

JOB = "conversations.answer"
KNOWN_FOR_SEC = 5.0
"""So old may what a process remembers of the rules be when a talk or a turn begins."""


@dataclass(frozen=True)
class _Known:
    until: float
    keywords: dict[UUID, list[str]]
    by_time: bool

    def holding(self, text: str) -> list[UUID]:
        """The rules one of whose keywords is in `text`."""
        return [each for each, words in self.keywords.items() if auto.holds(words, text)]


_known: dict[UUID, _Known] = {}


def forget() -> None:
    """Remember no shop's rules."""
    _known.clear()


def heeds(session: Session, shop_id: UUID, text: str, *, served: bool) -> bool:
    """Whether a rule may answer these words; no statement while the rules are remembered."""
    known = recall(session, shop_id)
    return (known.by_time and not served) or bool(known.holding(text))


def may_answer(shop_id: UUID, text: str) -> list[UUID]:
    """The rules whose keyword is in words that only go on in a talk, as far as this process
    remembers: every message that opens a talk or a turn brings the memory up to date."""
    known = _known.get(shop_id)
    return known.holding(text) if known else []


def recall(session: Session, shop_id: UUID) -> _Known:
    """The shop's rules as they were at most `KNOWN_FOR_SEC` ago."""
    known = _known.get(shop_id)
    if known is None or known.until < time.monotonic():
        known = _known[shop_id] = _read(session, shop_id)
    return known


def _read(session: Session, shop_id: UUID) -> _Known:
    columns = (AutoReply.id, AutoReply.occasion, AutoReply.keywords)
    rows = session.execute(select(*columns).where(AutoReply.shop_id == shop_id, AutoReply.active))
    found = rows.all()
    return _Known(
        time.monotonic() + KNOWN_FOR_SEC,
        {each: words for each, _, words in found if words},
        any(occasion is not Occasion.KEYWORD for _, occasion, _ in found),
    )


def notice(session: Session, conversation_id: UUID, seq: int) -> None:
    """A rule may answer this message: somebody looks, beside the path of messages."""
    queue.defer(session, JOB, {"conversation_id": str(conversation_id), "seq": seq})


def answer(session: Session, actor: Actor, conversation_id: UUID, seq: int) -> AutoReply | None:
    """Say what the first fitting rule says, unless this customer got it lately. A job that runs
    twice speaks once."""
    talk = locked.by_id(session, actor, conversation_id)
    if talk.state != State.OPEN:
        return None
    now = _situation(session, talk, seq)
    rules = _active(session, talk.shop_id)
    for rule in rules:
        if auto.fits(rule, now) and (text := _text(session, talk, rule)):
            return rule if _say(session, actor, talk, rule, seq, text) else None
    return None


def _active(session: Session, shop_id: UUID) -> Sequence[AutoReply]:
    query = select(AutoReply).where(AutoReply.shop_id == shop_id, AutoReply.active)
    return session.scalars(query.order_by(AutoReply.position, AutoReply.id)).all()


def _situation(session: Session, talk: Locked, seq: int) -> Situation:
    settings = session.get(ChannelSettings, (talk.shop_id, talk.channel))
    return Situation(
        channel=talk.channel,
        text=people.words_of(session, talk.id, seq),
        open=routing.is_open(session, settings.open_hours if settings else None),
        served=talk.assignee_id is not None,
        queue=waiting.length(session, talk.shop_id),
    )


def _text(session: Session, talk: Locked, rule: AutoReply) -> str | None:
    place = waiting.place(session, talk.id)
    wait = place.expected_wait_sec if place else None
    return auto.filled(
        rule.text,
        position=place.position if place else None,
        wait_min=None if wait is None else max(1, math.ceil(wait / 60)),
        locale=people.language_of(session, talk.id) or "zh",
    )


def _say(
    session: Session, actor: Actor, talk: Locked, rule: AutoReply, seq: int, text: str
) -> bool:
    now = clock.now()
    made = pg_insert(AutoReplySent).values(
        auto_reply_id=rule.id, customer_id=talk.customer_id, at=now
    )
    first = made.on_conflict_do_update(
        index_elements=["auto_reply_id", "customer_id"],
        set_={"at": now},
        where=AutoReplySent.at <= now - timedelta(minutes=rule.window_min),
    ).returning(AutoReplySent.at)
    if session.scalar(first) is None:
        return False
    key = uuid5(talk.id, f"auto {rule.id} {seq}")
    replying.say_automatically(session, actor, talk, text=text, author=Author.BOT, client_id=key)
    return True


@dataclass(frozen=True)
class Wanted:
    """A rule as somebody sets it."""

    name: str
    occasion: Occasion
    text: str
    channel: str | None = None
    keywords: Sequence[str] = ()
    queue_over: int = 5
    window_min: int = 30
    position: int = 0
    active: bool = True


def add(session: Session, actor: Actor, shop_id: UUID, wanted: Wanted) -> AutoReply:
    """Raises `AutoReplyTooPlain` for a text that neither guides nor reassures (RSP-8)."""
    _must(actor, shop_id)
    made = AutoReply(shop_id=shop_id)
    return _set(session, actor, made, wanted)


def change(session: Session, actor: Actor, auto_reply_id: UUID, wanted: Wanted) -> AutoReply:
    return _set(session, actor, _held(session, actor, auto_reply_id), wanted)


def remove(session: Session, actor: Actor, auto_reply_id: UUID) -> None:
    """It speaks no more; what it said stays in the talks."""
    held = _held(session, actor, auto_reply_id)
    held.active = False
    _told(session, actor, held)


def _set(session: Session, actor: Actor, rule: AutoReply, wanted: Wanted) -> AutoReply:
    auto.check_text(wanted.text)
    words = [each for each in dict.fromkeys(wanted.keywords) if each.strip()]
    if wanted.occasion is Occasion.KEYWORD and not words:
        raise KeywordsNeeded
    rule.name, rule.occasion, rule.text = wanted.name, wanted.occasion, wanted.text
    rule.channel, rule.position, rule.active = wanted.channel, wanted.position, wanted.active
    rule.keywords = words if wanted.occasion is Occasion.KEYWORD else []
    rule.queue_over, rule.window_min = wanted.queue_over, wanted.window_min
    rule.updated_at = clock.now()
    session.add(rule)
    _told(session, actor, rule)
    return rule


def _told(session: Session, actor: Actor, rule: AutoReply) -> None:
    session.flush()
    _known.pop(rule.shop_id, None)
    events.emit(session, actor, AutoRepliesChanged(shop_id=rule.shop_id, auto_reply_id=rule.id))


def listed(session: Session, actor: Actor, shop_id: UUID) -> Sequence[AutoReply]:
    """In the order in which they are tried."""
    _must(actor, shop_id)
    query = select(AutoReply).where(AutoReply.shop_id == shop_id)
    return session.scalars(query.order_by(AutoReply.position, AutoReply.id)).all()


def _held(session: Session, actor: Actor, auto_reply_id: UUID) -> AutoReply:
    actor.must(Permission.CHANNELS_MANAGE)
    query = select(AutoReply).where(AutoReply.id == auto_reply_id).with_for_update()
    found = session.scalar(query)
    if found is None or not actor.reaches(found.shop_id):
        raise AutoReplyNotFound
    return found


def _must(actor: Actor, shop_id: UUID) -> None:
    actor.must(Permission.CHANNELS_MANAGE)
    shops.must_reach(actor, shop_id)
