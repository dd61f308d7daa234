"""Notices said in the customer's own talk, and whether their screen has shown them."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.conversations.models import Author, Conversation
from xiaoer.conversations.queries import locked
from xiaoer.conversations.queries.locked import Whose
from xiaoer.conversations.service import replying
from xiaoer.core import auth, clock, queue
from xiaoer.notices import service as notices
from xiaoer.notices.service import DeliveryReport, Outgoing, Receipt

SEEN = "conversations.notice_seen"
LOOK_AFTER = (timedelta(minutes=1), timedelta(minutes=10), timedelta(minutes=50))
"""When it is looked whether the customer's screen has it; after the last it goes another way."""
NO_TALK = "no talk"
NOT_SHOWN = "not shown in the talk"


def say(session: Session, outgoing: Outgoing) -> Receipt:
    """Put the words into the customer's newest talk over this channel, once."""
    whose = Whose(outgoing.shop_id, outgoing.customer_id, outgoing.channel)
    talk = locked.last_of_customer(session, whose) if locked.has_talked(session, whose) else None
    if talk is None:
        return Receipt(False, reason=NO_TALK)
    said = replying.say_automatically(
        session,
        auth.system("notices"),
        talk,
        text=outgoing.text,
        author=Author.BOT,
        client_id=uuid5(outgoing.notice_id, outgoing.channel),
        card=_card(outgoing),
    )
    if not said.again:
        _look_later(session, outgoing.key, talk.id, said.message.seq, 0)
    return Receipt(True, external_id=f"{talk.id}:{said.message.seq}")


def _card(outgoing: Outgoing) -> dict[str, Any] | None:
    """A notice about a case leads to it."""
    kind, subject_id = outgoing.about or ("", None)
    return {"type": "case", "case_id": str(subject_id)} if kind == "case" else None


def look(session: Session, key: str, conversation_id: UUID, seq: int, looks: int) -> None:
    """Delivered when the customer's screen has it; else look again, and then give this way up."""
    shown = session.scalar(
        select(Conversation.customer_delivered_seq).where(Conversation.id == conversation_id)
    )
    if shown is not None and shown >= seq:
        notices.report(session, [DeliveryReport(key, True)])
    elif looks + 1 < len(LOOK_AFTER):
        _look_later(session, key, conversation_id, seq, looks + 1)
    else:
        notices.report(session, [DeliveryReport(key, False, NOT_SHOWN)])


def _look_later(session: Session, key: str, conversation_id: UUID, seq: int, looks: int) -> None:
    about = {"key": key, "conversation_id": str(conversation_id), "seq": seq, "looks": looks}
    queue.defer(session, SEEN, about, run_at=clock.now() + LOOK_AFTER[looks])
