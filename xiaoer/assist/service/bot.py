"""The bot answers while nobody serves, from published knowledge and the customer's own orders,
takes them through a request for money back (`applying`), and hands over with the whole talk: when
asked, on anger, on a second failure (SMT-1)."""

from typing import Literal, cast
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from xiaoer.assist.events import BotHandedOver
from xiaoer.assist.models import BotTalk, Reading
from xiaoer.assist.queries.suggesting import spoken
from xiaoer.assist.rules import bot, picks
from xiaoer.assist.rules.moods import CALLS_FOR_CARE
from xiaoer.assist.service import applying
from xiaoer.conversations.models import Author, State
from xiaoer.conversations.queries import locked, people
from xiaoer.conversations.queries.locked import Locked
from xiaoer.conversations.service import replying
from xiaoer.core import events
from xiaoer.core.auth import Actor
from xiaoer.knowledge import service as knowledge
from xiaoer.orders import queries as orders
from xiaoer.orders import service as order_service

JOB = "assist.bot"


def consider(session: Session, actor: Actor, conversation_id: UUID, seq: int) -> None:
    """Answer the customer's message, or hand over. Twice is once; while a person serves, and after
    handing over, it says nothing."""
    talk = locked.by_id(session, actor, conversation_id)
    if talk.state != State.OPEN or talk.assignee_id is not None:
        return
    held = session.get(BotTalk, talk.id, with_for_update=True)
    if held is None:
        held = BotTalk(conversation_id=talk.id, shop_id=talk.shop_id, seq=0, answered=0, failed=0)
        session.add(held)
    if held.handed_over is not None or held.seq >= seq:
        return
    held.seq = seq
    text = people.words_of(session, talk.id, seq)
    reading = session.get(Reading, talk.id)
    if bot.wants_a_person(text):
        _hand_over(session, actor, talk, held, "asked")
    elif reading is not None and reading.risk >= CALLS_FOR_CARE:
        _hand_over(session, actor, talk, held, "emotion")
    else:
        _answer(session, actor, talk, held, text)


def _answer(session: Session, actor: Actor, talk: Locked, held: BotTalk, text: str) -> None:
    locale = _locale(session, talk)
    if (request := applying.said(session, talk, held, text, locale)) is not None:
        held.answered, held.failed = held.answered + 1, 0
        _say(session, actor, talk, held, request)
        return
    words = _known(session, actor, talk, text, locale)
    if words is not None:
        held.answered, held.failed = held.answered + 1, 0
        _say(session, actor, talk, held, bot.answer(words, locale))
        return
    held.failed += 1
    if held.failed >= bot.MOST_FAILURES:
        _hand_over(session, actor, talk, held, "failed")
    else:
        _say(session, actor, talk, held, bot.puzzled(locale))


def _known(
    session: Session, actor: Actor, talk: Locked, text: str, locale: Literal["zh", "en"]
) -> str | None:
    """Where the customer's own order stands, or what published knowledge says. Amounts and states
    come from our services, never from the bot."""
    numbers = picks.order_numbers(text)
    if numbers or picks.urges_shipment(text):
        for number in [*numbers, *([talk.order_no] if talk.order_no else [])]:
            order = orders.by_number(session, shop_id=talk.shop_id, order_no=number)
            if order is not None and order.customer_id == talk.customer_id:
                return order_service.status_sentence(
                    session, actor, order_id=order.id, locale=locale
                )
    hits = knowledge.search_public(session, talk.shop_id, text, limit=1)
    if not hits or not hits[0].answers:
        return None
    version = hits[0].shown.version
    body = version.body_en if locale == "en" and version.body_en else version.body
    return spoken(body) or version.title


def _hand_over(session: Session, actor: Actor, talk: Locked, held: BotTalk, why: str) -> None:
    held.handed_over = why
    _say(session, actor, talk, held, bot.handing_over(_locale(session, talk)))
    events.emit(
        session,
        actor,
        BotHandedOver(
            shop_id=talk.shop_id, conversation_id=talk.id, why=why, answered=held.answered
        ),
    )


def _say(session: Session, actor: Actor, talk: Locked, held: BotTalk, text: str) -> None:
    key = uuid5(talk.id, f"bot {held.seq}")
    replying.say_automatically(session, actor, talk, text=text, author=Author.BOT, client_id=key)
    session.flush()


def _locale(session: Session, talk: Locked) -> Literal["zh", "en"]:
    return cast(Literal["zh", "en"], people.language_of(session, talk.id) or "zh")
