from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.channels.wechat.models import TwinMessage
from xiaoer.conversations.models import Conversation, Message
from xiaoer.customers.models import Identity

CHANNEL = "wechat"
PHONE_SHOWS = 100


@dataclass(frozen=True)
class Due:
    """A message of the desk, and the WeChat name of whom it is for."""

    shop_id: UUID
    customer_id: UUID
    open_id: str
    conversation_id: UUID
    seq: int
    text: str
    attachments: list[dict[str, Any]] | None


def due(session: Session, message_id: UUID) -> Due | None:
    """What is to be carried out; None when the customer has no WeChat name any more."""
    query = (
        select(
            Message.shop_id,
            Conversation.customer_id,
            Identity.external_id,
            Message.conversation_id,
            Message.seq,
            Message.text,
            Message.attachments,
        )
        .join(Conversation, Conversation.id == Message.conversation_id)
        .join(Identity, Identity.customer_id == Conversation.customer_id)
        .where(Message.id == message_id, Identity.channel == CHANNEL)
        .order_by(Identity.id.desc())
        .limit(1)
    )
    row = session.execute(query).one_or_none()
    return Due(*row) if row else None


def phone(session: Session, shop_id: UUID, open_id: str) -> Sequence[TwinMessage]:
    """What stands on one phone of the twin, oldest first."""
    query = select(TwinMessage).where(
        TwinMessage.shop_id == shop_id, TwinMessage.open_id == open_id
    )
    newest = session.scalars(query.order_by(TwinMessage.id.desc()).limit(PHONE_SHOWS))
    return newest.all()[::-1]
