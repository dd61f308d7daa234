"""A reply is looked over before it is sent (CMM-4, CMM-5, EMO-3, QP-16)."""

from functools import partial
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations.errors import ReplyNotAllowed
from xiaoer.conversations.queries import messages, rows, tension
from xiaoer.core.auth import Actor, Permission
from xiaoer.phrases.rules import Finding
from xiaoer.phrases.service import checking
from xiaoer.phrases.service.checking import Reply


def look_over(
    session: Session,
    actor: Actor,
    conversation_id: UUID,
    *,
    text: str,
    phrase_id: UUID | None = None,
) -> tuple[list[Finding], bool]:
    """What is to be said of words that are being written, and whether the talk is tense."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    talk = rows.get(session, actor, conversation_id)
    reply = described(session, talk["shop_id"], conversation_id, text, phrase_id)
    return findings(session, actor, reply), reply.tense


def described(
    session: Session, shop_id: UUID, conversation_id: UUID, text: str, phrase_id: UUID | None
) -> Reply:
    tense = tension.is_tense(session, conversation_id)
    return Reply(shop_id, conversation_id, text, phrase_id, tense)


def findings(
    session: Session, actor: Actor, reply: Reply, client_id: UUID | None = None
) -> list[Finding]:
    before = partial(messages.said_before, session, reply.conversation_id, client_id=client_id)
    return checking.look_over(session, actor, reply, before)


def check(session: Session, actor: Actor, reply: Reply, client_id: UUID) -> list[Finding]:
    """What is to be said of it; raises `ReplyNotAllowed` for what may not be sent."""
    found = findings(session, actor, reply, client_id)
    if blocking := [each.word for each in found if each.blocks]:
        raise ReplyNotAllowed(words="、".join(blocking))
    return found
