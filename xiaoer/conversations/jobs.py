"""Background work of the inbox."""

import asyncio
import contextlib
import logging
from datetime import timedelta
from uuid import UUID

import anyio.to_thread
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from xiaoer.conversations.queries import waiting
from xiaoer.conversations.rules import LIVE_CHANNELS
from xiaoer.conversations.service import (
    answering,
    mining,
    noticing,
    routing,
    snoozing,
    watching,
    welcoming,
)
from xiaoer.core import auth, db, periodic, queue, shops
from xiaoer.knowledge.ranking import sense
from xiaoer.notices.service import DeliveryReport, Outgoing, Receipt, register

EVERY_SEC = 10.0
MINING = "conversations.mine"

logger = logging.getLogger(__name__)

ROUTING = auth.system("routing")


@queue.task("conversations.route")
def route(session: Session, payload: queue.Payload) -> None:
    """Find an agent for a talk that was opened, woken, reopened or given back."""
    conversation_id = UUID(payload["conversation_id"])
    routing.route(session, ROUTING, conversation_id)
    if payload.get("greet"):
        welcoming.greet(session, ROUTING, conversation_id)
        answering.answer(session, auth.system("auto"), conversation_id, 1)


@queue.task(answering.JOB)
def answer(session: Session, payload: queue.Payload) -> None:
    """A rule may answer what a customer said."""
    conversation_id = UUID(payload["conversation_id"])
    answering.answer(session, auth.system("auto"), conversation_id, payload["seq"])


@queue.task("conversations.serve_queue")
def serve_queue(session: Session, payload: queue.Payload) -> None:
    """Somebody has time again: the longest waiting comes first."""
    routing.serve_all(session, ROUTING, [UUID(each) for each in payload["shop_ids"]])


@queue.task("conversations.wake")
def wake(session: Session, payload: queue.Payload) -> None:
    """The time of a snoozed talk has come."""
    snoozing.wake_when_due(session, auth.system("clock"), UUID(payload["conversation_id"]))


@queue.task("conversations.requeue")
def requeue(session: Session, payload: queue.Payload) -> None:
    """A question stayed unanswered for as long as the channel allows."""
    conversation_id, seq = UUID(payload["conversation_id"]), payload["waiting_seq"]
    watching.requeue_unanswered(session, auth.system("clock"), conversation_id, seq)


@queue.task(noticing.SEEN)
def notice_seen(session: Session, payload: queue.Payload) -> None:
    """Whether the customer's screen has shown a notice by now."""
    about = payload["key"], UUID(payload["conversation_id"]), payload["seq"], payload["looks"]
    noticing.look(session, *about)


@queue.task(MINING, own_transactions=True)
def mine(_session: Session, _payload: queue.Payload) -> None:
    """What many customers ask, each shop in a transaction of its own; twice is harmless."""
    with db.transaction() as session:
        shop_ids = [shop.id for shop in shops.visible_to(session, auth.system("mining"))]
    for shop_id in shop_ids:
        with db.transaction() as session:
            mining.mine(session, auth.system("mining"), shop_id)
    sense.rest_now()


class TalkSender:
    """Carries notices into the talk; what no screen shows in time goes by the next channel."""

    def send(self, outgoing: Outgoing) -> Receipt:
        with db.transaction() as session:
            return noticing.say(session, outgoing)

    def reports(self) -> list[DeliveryReport]:
        """Told by `notice_seen`."""
        return []


for _channel in LIVE_CHANNELS:
    register(_channel, TalkSender(), by_customer=True)


async def loop(url: str, shutdown: asyncio.Event) -> None:
    await asyncio.gather(queues(url, shutdown), once_a_day(url, shutdown))


once_a_day = periodic.every(timedelta(days=1), MINING)


async def queues(_url: str, shutdown: asyncio.Event) -> None:
    """Look over the queues every few seconds: shops open, and what a lost moment left behind."""
    while not shutdown.is_set():
        try:
            await anyio.to_thread.run_sync(look_over)
        except OperationalError as error:
            logger.warning("The look over the queues found no database (%s).", error)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(shutdown.wait(), EVERY_SEC)


def look_over() -> None:
    """One round: each shop and each absent agent in a transaction of its own."""
    with db.transaction() as session:
        shop_ids = waiting.shops_with_a_queue(session)
        absent = watching.absent_with_waiting(session)
    for agent_id in absent:
        with db.transaction() as session:
            watching.release_waiting_of(session, ROUTING, agent_id)
    for shop_id in shop_ids:
        with db.transaction() as session:
            routing.serve_queue(session, ROUTING, shop_id)
