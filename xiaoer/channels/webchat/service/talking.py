"""What a visitor says, sends and has seen."""

import math
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.channels.webchat import limits, queries, showing
from xiaoer.channels.webchat.errors import TooManyMessages, TooManyUploads
from xiaoer.channels.webchat.service.visiting import Guest, guest_of
from xiaoer.channels.webchat.visitors import ANONYMOUS, Visitor
from xiaoer.conversations import service as conversations
from xiaoer.conversations.service import Further, Received, Remembered, marking
from xiaoer.core.files import service as files
from xiaoer.core.files.models import StoredFile

MOST_REMEMBERED = 20_000

_remembered: OrderedDict[Visitor, Remembered] = OrderedDict()
"""Who wrote to this process last, and into which talk; never trusted, only tried first."""

CHANNEL = ANONYMOUS
"""Talks of the widget, whoever vouches for the visitor."""


def keep_pace(visitor: Visitor) -> None:
    """Count a message of the visitor's. Raises `TooManyMessages` for a flood."""
    wait = limits.messages.wait_for(f"{visitor.shop_id}{visitor.external_id}")
    if wait:
        raise TooManyMessages(seconds=math.ceil(wait))


def further(visitor: Visitor, *, client_id: UUID, text: str) -> Further | None:
    """The message as one that only goes on in the visitor's talk, if this process knows it."""
    talk = _remembered.get(visitor)
    return Further(talk, client_id, text) if talk else None


def say_further(session: Session, said: Sequence[Further]) -> list[Received | None]:
    """Bring them into their talks together; None for each that must be said the ordinary way."""
    messages = conversations.receive_further(session, said)
    return [
        Received(message, each.talk.conversation_id, each.talk.number) if message else None
        for each, message in zip(said, messages, strict=True)
    ]


def say(
    session: Session,
    visitor: Visitor,
    *,
    client_id: UUID,
    text: str,
    attachment_ids: Sequence[UUID] = (),
    order_no: str | None = None,
) -> Received:
    """Bring what the visitor wrote into their talk; the same client_id again changes nothing."""
    guest = guest_of(session, visitor)
    actor = guest.actor
    attached = files.attachments(session, actor, attachment_ids, shop_id=guest.shop_id)
    received = conversations.receive(
        session,
        actor,
        shop_id=guest.shop_id,
        customer_id=guest.customer_id,
        channel=CHANNEL,
        client_id=client_id,
        text=text,
        attachments=attached,
        card=_mention(session, guest, order_no) if order_no else None,
        order_no=order_no,
    )
    _remember(visitor, guest, received)
    return received


def forget() -> None:
    """Remember nobody's talk."""
    _remembered.clear()


def _remember(visitor: Visitor, guest: Guest, received: Received) -> None:
    _remembered.pop(visitor, None)  # who wrote last stands last
    _remembered[visitor] = Remembered(
        conversation_id=received.conversation_id,
        number=received.number,
        shop_id=guest.shop_id,
        customer_id=guest.customer_id,
        customer_name=guest.name,
        identity_channel=visitor.channel,
        external_id=visitor.external_id,
    )
    while len(_remembered) > MOST_REMEMBERED:
        _remembered.popitem(last=False)


def _mention(session: Session, guest: Guest, order_no: str) -> dict[str, Any]:
    """What the message shows of the order it names: more than the number only of an order that
    this visitor may see."""
    known = queries.order_named(session, guest, order_no)
    return {"type": "order", "order_no": order_no} | (showing.mention(known) if known else {})


def keep_file(
    session: Session, visitor: Visitor, *, content: bytes, name: str, declared: str | None
) -> StoredFile:
    """Keep what the visitor uploads for the message they are writing."""
    wait = limits.uploads.wait_for(f"{visitor.shop_id}{visitor.external_id}")
    if wait:
        raise TooManyUploads(minutes=math.ceil(wait / 60))
    guest = guest_of(session, visitor)
    return files.keep_upload(
        session,
        guest.actor,
        content=content,
        name=name,
        declared=declared,
        shop_id=guest.shop_id,
    )


def saw(session: Session, guest: Guest, talk_id: UUID, *, seq: int, read: bool) -> None:
    """The visitor's screen has (`read`: they have read) everything up to `seq`."""
    marking.customer_saw(session, guest.actor, talk_id, shop_id=guest.shop_id, seq=seq, read=read)
