"""What the desk says: answers, notes among colleagues, automatic texts and system lines."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations import rules
from xiaoer.conversations.errors import ConversationIsClosed, UnresolvedVariable
from xiaoer.conversations.events import (
    Assigned,
    ConversationEvent,
    MessageQueued,
    MessageSent,
    NoteAdded,
    SystemLineAdded,
)
from xiaoer.conversations.models import Author, MessageKind, State
from xiaoer.conversations.queries import locked
from xiaoer.conversations.queries.locked import Locked
from xiaoer.conversations.service import checking, clocks, log
from xiaoer.conversations.service.log import Said, Words
from xiaoer.core import clock, events, i18n, ids
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.config import settings
from xiaoer.core.files import service as files
from xiaoer.phrases.service import checking as noting


def reply(
    session: Session,
    actor: Actor,
    conversation_id: UUID,
    *,
    client_id: UUID,
    text: str = "",
    attachment_ids: Sequence[UUID] = (),
    card: dict[str, Any] | None = None,
    phrase_id: UUID | None = None,
) -> Said:
    """Answer the customer. Whoever answers a talk that nobody serves takes it.

    Ends the open turn and keeps the reply promise. The same client_id again gives the same
    message. Raises `ConversationIsClosed`, `UnresolvedVariable`, `ReplyNotAllowed`, `KeyReused`.
    """
    actor.must(Permission.CONVERSATIONS_REPLY)
    _check(text, attached=bool(attachment_ids or card))
    talk = locked.by_id(session, actor, conversation_id)
    if talk.state == State.CLOSED:
        raise ConversationIsClosed
    about = (talk.shop_id, talk.id, text, phrase_id)
    written = checking.described(session, actor, *about, client_id=client_id)
    found = checking.check(session, written)
    attachments = files.attachments(session, actor, attachment_ids, shop_id=talk.shop_id)
    words = replace(
        _by(actor, client_id, text, attachments),
        kind=MessageKind.CARD if card else rules.kind_of(attachments),
        card=card,
        phrase_id=phrase_id,
    )
    assignee = talk.assignee_id or (actor.id if talk.state == State.OPEN else None)
    said = log.answer(session, talk, words, at=clock.now(), assignee_id=assignee)
    if not said.again:
        noting.note(session, actor, written, said.message.id, found)
        _follow_up(session, actor, talk, said, assignee)
    return said


def _by(actor: Actor, client_id: UUID, text: str, attachments: list[log.Attachment]) -> Words:
    """What a person of the desk says."""
    return Words(
        client_id=client_id,
        author=Author.AGENT,
        author_id=actor.id,
        author_name=actor.name,
        kind=rules.kind_of(attachments),
        text=text,
        attachments=attachments,
    )


def _follow_up(
    session: Session, actor: Actor, talk: Locked, said: Said, assignee: UUID | None
) -> None:
    if talk.waiting_since is not None:
        clocks.keep(session, actor, talk)
    about = about_of(talk, assignee)
    told: list[ConversationEvent] = []
    if assignee != talk.assignee_id:
        told.append(Assigned(**about, by_rule=False))
    told.append(sent(said, about))
    if talk.channel not in rules.LIVE_CHANNELS:
        told.append(queued(talk, said, about))
    events.emit_many(session, actor, told)


def say_automatically(
    session: Session,
    actor: Actor,
    talk: Locked,
    *,
    text: str,
    author: Author,
    client_id: UUID,
    card: dict[str, Any] | None = None,
) -> Said:
    """A standing text: the customer sees it, no turn ends by it. `card`: what it points at."""
    words = Words(client_id=client_id, author=author, text=text, card=card, auto=True)
    said = log.aside(session, talk, words, at=clock.now())
    about = about_of(talk, talk.assignee_id)
    told: list[ConversationEvent] = [sent(said, about)]
    if talk.channel not in rules.LIVE_CHANNELS:
        told.append(queued(talk, said, about))
    events.emit_many(session, actor, told)
    return said


def note(
    session: Session,
    actor: Actor,
    conversation_id: UUID,
    *,
    client_id: UUID,
    text: str,
    attachment_ids: Sequence[UUID] = (),
) -> Said:
    """A private note: colleagues read it, the customer never does; no turn ends by it."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    _check(text, attached=bool(attachment_ids))
    talk = locked.by_id(session, actor, conversation_id)
    attachments = files.attachments(session, actor, attachment_ids, shop_id=talk.shop_id)
    words = replace(_by(actor, client_id, text, attachments), author=Author.NOTE)
    said = log.aside(session, talk, words, at=clock.now())
    if not said.again:
        added = NoteAdded(
            **about_of(talk, talk.assignee_id), message_id=said.message.id, seq=said.message.seq
        )
        events.emit(session, actor, added)
    return said


def system_line(
    session: Session, actor: Actor, talk: Locked, *, code: str, facts: dict[str, Any]
) -> Said:
    """A line of the talk's own story, shown in the reader's language by its code."""
    words = Words(
        client_id=ids.new_id(),
        author=Author.SYSTEM,
        kind="system",
        system={"code": code, "facts": facts},
        auto=True,
    )
    said = log.line(session, talk, words, at=clock.now())
    added = SystemLineAdded(
        **about_of(talk, talk.assignee_id),
        message_id=said.message.id,
        seq=said.message.seq,
        code=code,
    )
    events.emit(session, actor, added)
    return said


def about_of(talk: Locked, assignee_id: UUID | None) -> dict[str, Any]:
    """The fields that all events of a conversation share."""
    return {
        "shop_id": talk.shop_id,
        "conversation_id": talk.id,
        "customer_id": talk.customer_id,
        "assignee_id": assignee_id,
    }


def sent(said: Said, about: dict[str, Any]) -> MessageSent:
    message = said.message
    return MessageSent(**about, message_id=message.id, seq=message.seq, auto=message.auto)


def queued(talk: Locked, said: Said, about: dict[str, Any]) -> MessageQueued:
    message = said.message
    return MessageQueued(**about, message_id=message.id, seq=message.seq, channel=talk.channel)


def _check(text: str, *, attached: bool) -> None:
    rules.check_content(text, attached=attached, limit=settings().message_limit_chars)
    if blanks := rules.blanks(text, i18n.reader.get()):
        raise UnresolvedVariable(names=", ".join(blanks))
