"""What customers say comes in here, whatever the channel."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.conversations import rules
from xiaoer.conversations.events import (
    ConversationEvent,
    ConversationOpened,
    MessageReceived,
    Reopened,
    Woke,
)
from xiaoer.conversations.models import Author, MessageKind, State
from xiaoer.conversations.queries import locked
from xiaoer.conversations.queries.locked import Locked, Whose
from xiaoer.conversations.queries.messages import MessageView
from xiaoer.conversations.service import answering, clocks, log
from xiaoer.conversations.service.clocks import Target
from xiaoer.conversations.service.log import Attachment, Said, Words
from xiaoer.core import clock, events, ids, queue, shops
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.config import settings
from xiaoer.workforce.models import Presence

REOPEN_WITHIN = timedelta(days=7)
"""A customer who comes back within this time continues the old talk; later a new one begins."""

CHANNEL_RIGHTS = frozenset({Permission.CONVERSATIONS_RECEIVE})


@dataclass(frozen=True, slots=True)
class Received:
    """The customer's message as it stands in the talk.

    `again`: this client_id was received before and nothing changed.
    """

    message: MessageView
    conversation_id: UUID
    number: int
    opened: bool = False
    again: bool = False


def as_customer(*, shop_id: UUID, customer_id: UUID, name: str) -> Actor:
    """The actor in whose name a channel brings a customer's words."""
    return Actor(
        kind=ActorKind.CUSTOMER,
        id=customer_id,
        name=name,
        permissions=CHANNEL_RIGHTS,
        shop_ids=frozenset({shop_id}),
    )


def receive(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    customer_id: UUID,
    channel: str,
    client_id: UUID,
    text: str = "",
    attachments: list[Attachment] | None = None,
    card: dict[str, Any] | None = None,
    order_no: str | None = None,
) -> Received:
    """Take a customer's message into the open talk, wake or reopen it, or begin one.

    `attachments` are stored files as the wire shows them; the channel has checked that they are
    the customer's own. The same client_id again gives the first answer; with other content it
    raises `KeyReused`.
    """
    actor.must(Permission.CONVERSATIONS_RECEIVE)
    words = _words(actor, customer_id, client_id, text, attachments or [], card)
    now = clock.now()
    whose = Whose(shop_id, customer_id, channel)
    talk = locked.last_of_customer(session, whose)
    if talk is None or (talk.closed_at and now - talk.closed_at > REOPEN_WITHIN):
        last_agent = (talk.assignee_id or talk.last_agent_id) if talk else None
        opened = _open(session, actor, words, now, order_no, whose, last_agent)
        if opened:
            return opened
        # Another message of this customer opened the talk while this one waited for it.
        talk = locked.last_of_customer(session, whose)
        assert talk is not None
    return _continue(session, actor, talk, words, now, order_no)


def _words(
    actor: Actor,
    customer_id: UUID,
    client_id: UUID,
    text: str,
    attachments: list[Attachment],
    card: dict[str, Any] | None,
) -> Words:
    limit = settings().message_limit_chars
    rules.check_content(text, attached=bool(attachments or card), limit=limit)
    return Words(
        client_id=client_id,
        author=Author.CUSTOMER,
        author_id=customer_id,
        author_name=actor.name,
        kind=MessageKind.CARD if card else rules.kind_of(attachments),
        text=text,
        attachments=attachments,
        card=card,
    )


def _continue(
    session: Session, actor: Actor, talk: Locked, words: Words, now: datetime, order_no: str | None
) -> Received:
    closed = talk.state == State.CLOSED
    assignee = None if closed else talk.assignee_id
    said = log.customer_words(
        session,
        talk,
        words,
        at=now,
        assignee_id=assignee,
        last_agent_id=(talk.assignee_id or talk.last_agent_id) if closed else talk.last_agent_id,
        queued_at=None if assignee else talk.queued_at or now,
        order_no=order_no,
    )
    if not said.again:
        _announce(session, actor, talk, said, assignee)
        if talk.waiting_since is None:
            clocks.start(
                session,
                actor,
                shop_id=talk.shop_id,
                conversation_id=talk.id,
                assignee_id=assignee,
                target=clocks.next_target(talk),
            )
    return Received(said.message, talk.id, talk.number, again=said.again)


def _announce(
    session: Session, actor: Actor, talk: Locked, said: Said, assignee_id: UUID | None
) -> None:
    about: dict[str, Any] = {
        "shop_id": talk.shop_id,
        "conversation_id": talk.id,
        "customer_id": talk.customer_id,
        "assignee_id": assignee_id,
    }
    told: list[ConversationEvent] = []
    if talk.state == State.CLOSED:
        told.append(Reopened(**about, from_agent_id=talk.assignee_id, by_customer=True))
    elif talk.state == State.SNOOZED:
        told.append(Woke(**about, by_customer=True))
    told.append(MessageReceived(**about, message_id=said.message.id, seq=said.message.seq))
    events.emit_many(session, actor, told)
    # Who has gone home keeps a quiet talk, but not one in which somebody waits.
    left_alone = assignee_id is not None and talk.agent_presence == Presence.OFFLINE
    if talk.state != State.OPEN or left_alone:
        queue.defer(session, "conversations.route", {"conversation_id": str(talk.id)})
    served = assignee_id is not None
    if answering.heeds(session, talk.shop_id, said.message.text, served=served):
        answering.notice(session, talk.id, said.message.seq)


_OPEN = text(
    "WITH moved AS (INSERT INTO conversations (id, shop_id, number, channel, customer_id, state,"
    " priority, skill, last_agent_id, queued_at, waiting_since, waiting_seq, last_seq, last_from,"
    " last_kind, last_text, last_at, unread, staff_read_seq, staff_delivered_seq,"
    " customer_read_seq, customer_delivered_seq, responses, response_total_sec, order_no, tags,"
    " opened_at, activity_at, version) SELECT CAST(:id AS uuid), CAST(:shop_id AS uuid), :number,"
    " CAST(:channel AS text), CAST(:customer_id AS uuid), 'open', 'normal', s.skill,"
    " CAST(:last_agent_id AS uuid), :at, :at, 1, 1, :author, :kind, :preview, :at, 1,"
    " 0, 0, 0, 0, 0, 0, CAST(:order_no AS text), '{}', :at, :at, 1"
    " FROM (SELECT 1) one LEFT JOIN channel_settings s"
    " ON s.shop_id = :shop_id AND s.channel = :channel"
    " ON CONFLICT (shop_id, customer_id, channel) WHERE state <> 'closed' DO NOTHING"
    " RETURNING id, shop_id, last_seq),"
    " turn AS (INSERT INTO turns (conversation_id, question_seq, shop_id, asked_at)"
    " SELECT id, last_seq, shop_id, :at FROM moved),"
    f" put AS ({log.MESSAGE})"
    f" SELECT {clocks.FIRST_TARGET} FROM moved"
    " LEFT JOIN channel_settings s ON s.shop_id = :shop_id AND s.channel = :channel"
)


def _open(
    session: Session,
    actor: Actor,
    words: Words,
    now: datetime,
    order_no: str | None,
    whose: Whose,
    last_agent_id: UUID | None,
) -> Received | None:
    """Begin a talk with its first message; None when somebody else just began one."""
    number = shops.draw_number(session, whose.shop_id, "conversation")
    message = words.written(ids.new_id(), 1, now)
    values = log.values_of(message, words, whose.shop_id, number) | {
        **whose._asdict(),
        "number": number,
        "order_no": order_no,
        "last_agent_id": last_agent_id,
    }
    settings = session.execute(_OPEN, values).one_or_none()
    if settings is None:
        return None
    _tell_opened(session, actor, whose, number, message, Target(*settings))
    return Received(message, message.conversation_id, number, opened=True)


def _tell_opened(
    session: Session,
    actor: Actor,
    whose: Whose,
    number: int,
    message: MessageView,
    target: Target,
) -> None:
    talk_id = message.conversation_id
    about: dict[str, Any] = {
        "shop_id": whose.shop_id,
        "conversation_id": talk_id,
        "customer_id": whose.customer_id,
        "assignee_id": None,
    }
    told = [
        ConversationOpened(**about, number=number, channel=whose.channel),
        MessageReceived(**about, message_id=message.id, seq=1),
    ]
    events.emit_many(session, actor, told)
    clocks.start(
        session,
        actor,
        shop_id=whose.shop_id,
        conversation_id=talk_id,
        assignee_id=None,
        target=target,
    )
    answering.recall(session, whose.shop_id)
    which = {"conversation_id": str(talk_id), "greet": True}
    queue.defer(session, "conversations.route", which)
