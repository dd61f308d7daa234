"""Read talks beside the message path: follow the events, judge what customers said, tell screens.

A job for each message would cost the message path a row. One reader per house follows the stream
instead (ADR 0003), takes many messages of a talk in one go, and rests the longer the more it read.
"""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.assist.events import TalkRead
from xiaoer.assist.models import Reading, ReadingPlace
from xiaoer.assist.queries import switches, talks
from xiaoer.assist.queries.talks import Words
from xiaoer.assist.rules import consulting, moods, picks
from xiaoer.assist.rules.features import READ_IN_BACKGROUND, Feature
from xiaoer.assist.rules.moods import Risk
from xiaoer.assist.service import bot, judging
from xiaoer.core import auth, clock, events, queue
from xiaoer.core.auth import Actor

SURE = 0.25
"""A topic with a smaller share says nothing; the talk keeps the one it has."""
SHORTEST = 3
"""A message of fewer characters (好的, ok) does not change what a talk is about."""
MOST_ORDERS = 5


def read_on(session: Session) -> bool:
    """One round; whether there is more to read. Nothing while somebody else reads.

    It writes at its very end: the stream of events stands still for a transaction that has
    written something.
    """
    if not talks.reads_alone(session):
        return False
    place = talks.place(session)
    if place is None:
        xid, event_id = talks.beginning(session)
        session.add(ReadingPlace(id=1, xid=xid, event_id=event_id))
        return False
    found, xid, event_id, more = talks.talked_since(session, place.xid, place.event_id)
    if found:
        read(session, auth.system("assist"), found)
    place.xid, place.event_id = xid, event_id
    return more


def read(session: Session, actor: Actor, conversation_ids: Sequence[UUID]) -> None:
    """Judge what was not read yet in these talks. Reading again changes nothing."""
    unread = talks.unread(session, conversation_ids)
    on = switches.of_shops(session, {words.shop_id for words in unread})
    known = talks.readings(session, conversation_ids)
    told = []
    for conversation_id, said in itertools.groupby(unread, lambda each: each.conversation_id):
        messages = list(said)
        wanted = on[messages[0].shop_id]
        if not any(wanted[each] for each in READ_IN_BACKGROUND) and not wanted[Feature.BOT]:
            continue
        reading = known.get(conversation_id) or _new(session, messages[0])
        before = _shown(reading)
        for words in messages:
            _take_in(reading, words, wanted)
        reading.read_at = clock.now()
        if _shown(reading) != before:
            told.append(_told(reading))
    events.emit_many(session, actor, told)
    for words in {each.conversation_id: each for each in unread}.values():
        if on[words.shop_id][Feature.BOT]:
            which = {"conversation_id": str(words.conversation_id), "seq": words.seq}
            queue.defer(session, bot.JOB, which)


def _new(session: Session, words: Words) -> Reading:
    reading = Reading(
        conversation_id=words.conversation_id,
        shop_id=words.shop_id,
        seq=0,
        topic_share=0.0,
        moods=[],
        mood_words=[],
        risk=0,
        hardest=0,
        consultations=[],
        urges=0,
        order_nos=[],
    )
    session.add(reading)
    return reading


def _shown(reading: Reading) -> tuple[object, ...]:
    return (
        reading.topic,
        tuple(reading.moods),
        tuple(reading.mood_words),
        reading.risk,
        reading.urges,
        tuple(reading.order_nos),
    )


def _take_in(reading: Reading, words: Words, on: Mapping[Feature, bool]) -> None:
    """One message into the reading of its talk."""
    reading.seq = words.seq
    if on[Feature.PICKS]:
        reading.urges += picks.urges_shipment(words.text)
        reading.order_nos = _joined(reading.order_nos, picks.order_numbers(words.text))
    if on[Feature.MOOD]:
        felt = moods.feeling(words.text, judging.bad_share(words.text))
        reading.risk = int(moods.settled(Risk(reading.risk), felt))
        reading.hardest = max(reading.hardest, reading.risk)
        if felt.moods or reading.risk == Risk.CALM:
            reading.moods = [each.value for each in felt.moods]
            reading.mood_words = [word[:40] for word in felt.words]
            reading.mood_seq = words.seq if felt.moods else None
    if on[Feature.TOPIC] and reading.topic_by is None and len(words.text) >= SHORTEST:
        name, share = judging.topic(words.text)
        if share >= SURE:
            reading.topic, reading.topic_share = name, round(share, 3)
            reading.consultations = consulting.joined(reading.consultations, name)


def _joined(known: Iterable[str], more: Iterable[str]) -> list[str]:
    return list(dict.fromkeys([*more, *known]))[:MOST_ORDERS]


def _told(reading: Reading) -> TalkRead:
    return TalkRead(
        shop_id=reading.shop_id,
        conversation_id=reading.conversation_id,
        seq=reading.seq,
        topic=reading.topic,
        moods=list(reading.moods),
        risk=reading.risk,
    )
