"""A reply is looked over before it is sent (CMM-4, CMM-5, EMO-3, QP-16)."""

from functools import partial
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations.errors import ReplyNotAllowed
from xiaoer.conversations.queries import messages, people, rows, tension
from xiaoer.core.auth import Actor, Permission
from xiaoer.phrases import queries as phrases
from xiaoer.phrases import rules
from xiaoer.phrases.models import Emoji
from xiaoer.phrases.rules import Finding, Limits
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
    reply = described(session, actor, talk["shop_id"], conversation_id, text, phrase_id)
    return checking.look_over(session, reply), reply.is_tense()


def described(
    session: Session,
    actor: Actor,
    shop_id: UUID,
    conversation_id: UUID,
    text: str,
    phrase_id: UUID | None,
    *,
    client_id: UUID | None = None,
) -> Reply:
    """The words with what the check may want to know of their talk. `client_id`: not to be counted
    as said before."""
    return Reply(
        shop_id,
        conversation_id,
        text,
        phrase_id,
        is_tense=partial(tension.is_tense, session, conversation_id),
        said_before=partial(messages.said_before, session, conversation_id, client_id=client_id),
        phrase_texts=partial(_texts, session, actor, phrase_id),
        language=partial(people.language_of, session, conversation_id),
    )


def _texts(session: Session, actor: Actor, phrase_id: UUID | None) -> list[str]:
    return phrases.texts_of(session, actor, phrase_id) if phrase_id else []


def emojis(
    session: Session, actor: Actor, conversation_id: UUID, *, text: str
) -> tuple[list[Emoji], str | None]:
    """The managed emojis that suit this customer (EMO-7), and the use that suits `text` (EMO-4)."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    talk = rows.get(session, actor, conversation_id)
    limits, _ = phrases.checks_of(session, talk["shop_id"])
    known = phrases.emojis(session, talk["shop_id"])
    language = people.language_of(session, conversation_id)
    unsafe = checking.allowed(known, limits or Limits(), language).unsafe
    offered = [one for one in known if not unsafe & set(rules.emojis_in(one.emoji))]
    tense = tension.is_tense(session, conversation_id)
    return offered, rules.emoji_use_for(text, tense=tense)


def check(session: Session, reply: Reply) -> list[Finding]:
    """What is to be said of it; raises `ReplyNotAllowed` for what may not be sent."""
    found = checking.look_over(session, reply)
    if blocking := [each.word for each in found if each.blocks]:
        raise ReplyNotAllowed(words="、".join(blocking))
    return found
