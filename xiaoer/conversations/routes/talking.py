"""What agents do with a talk. A state is a sub-resource: set it, or delete it."""

from typing import Any, TypeVar, assert_never
from uuid import UUID

from fastapi import Response

from xiaoer.conversations import schemas, service
from xiaoer.conversations.errors import MissingArgument
from xiaoer.conversations.queries import messages, rows
from xiaoer.conversations.service import batches, drafts, marking
from xiaoer.core import i18n
from xiaoer.core.auth import Actor
from xiaoer.core.web import Db, Me, Router
from xiaoer.core.web.answering import answer

T = TypeVar("T")

router = Router(prefix="/api", tags=["conversations"])


@router.post(
    "/conversations/{conversation_id}/messages",
    response_model=schemas.MessageOut,
    status_code=201,
)
def say(session: Db, actor: Me, conversation_id: UUID, body: schemas.Say) -> Response:
    """Answer, or leave a private note. The same `client_id` again: 200 and the same message."""
    what: dict[str, Any] = {
        "client_id": body.client_id,
        "text": body.text,
        "attachment_ids": body.attachment_ids,
    }
    if body.kind == "note":
        said = service.note(session, actor, conversation_id, **what)
    else:
        said = service.reply(session, actor, conversation_id, **what, phrase_id=body.phrase_id)
    return answer(messages.wire(said.message), 200 if said.again else 201)


@router.put("/conversations/{conversation_id}/assignment", response_model=schemas.Row)
def assign(session: Db, actor: Me, conversation_id: UUID, body: schemas.Assignment) -> Response:
    _assign(session, actor, conversation_id, body)
    return _row(session, actor, conversation_id)


@router.delete("/conversations/{conversation_id}/assignment", response_model=schemas.Row)
def give_back(session: Db, actor: Me, conversation_id: UUID) -> Response:
    service.give_back(session, actor, conversation_id)
    return _row(session, actor, conversation_id)


@router.put("/conversations/{conversation_id}/snooze", response_model=schemas.Row)
def snooze(session: Db, actor: Me, conversation_id: UUID, body: schemas.Snooze) -> Response:
    service.snooze(session, actor, conversation_id, until=body.until)
    return _row(session, actor, conversation_id)


@router.delete("/conversations/{conversation_id}/snooze", response_model=schemas.Row)
def wake(session: Db, actor: Me, conversation_id: UUID) -> Response:
    service.wake(session, actor, conversation_id)
    return _row(session, actor, conversation_id)


@router.put("/conversations/{conversation_id}/closure", response_model=schemas.Row)
def close(session: Db, actor: Me, conversation_id: UUID, body: schemas.Closure) -> Response:
    service.close(session, actor, conversation_id, reason=body.reason, remark=body.note or "")
    return _row(session, actor, conversation_id)


@router.delete("/conversations/{conversation_id}/closure", response_model=schemas.Row)
def reopen(session: Db, actor: Me, conversation_id: UUID) -> Response:
    service.reopen(session, actor, conversation_id)
    return _row(session, actor, conversation_id)


@router.put("/conversations/{conversation_id}/stage", response_model=schemas.Row)
def set_stage(session: Db, actor: Me, conversation_id: UUID, body: schemas.StageSet) -> Response:
    marking.set_stage(session, actor, conversation_id, body.stage)
    return _row(session, actor, conversation_id)


@router.put("/conversations/{conversation_id}/priority", response_model=schemas.Row)
def set_priority(
    session: Db, actor: Me, conversation_id: UUID, body: schemas.PrioritySet
) -> Response:
    marking.set_priority(session, actor, conversation_id, body.priority)
    return _row(session, actor, conversation_id)


@router.put("/conversations/{conversation_id}/tags", response_model=schemas.Row)
def set_tags(session: Db, actor: Me, conversation_id: UUID, body: schemas.TagsSet) -> Response:
    marking.set_tags(session, actor, conversation_id, body.tags)
    return _row(session, actor, conversation_id)


@router.put("/conversations/{conversation_id}/read", status_code=204)
def read(session: Db, actor: Me, conversation_id: UUID, body: schemas.ReadSet) -> None:
    marking.read(session, actor, conversation_id, body.seq)


@router.delete("/conversations/{conversation_id}/read", response_model=schemas.Row)
def mark_unread(session: Db, actor: Me, conversation_id: UUID) -> Response:
    marking.mark_unread(session, actor, conversation_id)
    return _row(session, actor, conversation_id)


@router.put("/conversations/{conversation_id}/draft", status_code=204)
def keep_draft(session: Db, actor: Me, conversation_id: UUID, body: schemas.DraftSet) -> None:
    drafts.keep(session, actor, conversation_id, kind=body.kind, text=body.text)


@router.post("/conversation-batches", response_model=schemas.BatchOut)
def batch(session: Db, actor: Me, body: schemas.Batch) -> Response:
    """One action on many talks; what could not be done says why and is left as it was."""
    outcome = batches.run(session, body.ids, _act(session, actor, body))
    locale = i18n.reader.get()
    refused = [
        {"id": each, "code": error.code, "message": error.sentence(locale)}
        for each, error in outcome.refused
    ]
    return answer({"done": outcome.done, "refused": refused})


def _act(session: Db, actor: Actor, body: schemas.Batch) -> batches.Act:
    args = body.args
    match body.action:
        case "assign":
            return lambda each: _assign(session, actor, each, args)
        case "close":
            reason = _given("reason", args.reason)
            return lambda each: service.close(session, actor, each, reason=reason, remark=args.note)
        case "snooze":
            until = _given("until", args.until)
            return lambda each: service.snooze(session, actor, each, until=until)
        case "stage":
            return lambda each: marking.set_stage(session, actor, each, args.stage)
        case "tags":
            return lambda each: marking.set_tags(session, actor, each, args.tags)
        case other:
            assert_never(other)


def _given(name: str, value: T | None) -> T:
    if value is None:
        raise MissingArgument(name=name)
    return value


def _assign(session: Db, actor: Actor, conversation_id: UUID, wanted: schemas.Assignment) -> None:
    expected = wanted.expected_assignee_id
    if wanted.agent_id is None and wanted.group_id is None:
        service.give_back(session, actor, conversation_id)
    elif wanted.agent_id is None:
        group_id = _given("group_id", wanted.group_id)
        service.transfer_to_group(
            session, actor, conversation_id, group_id=group_id, note=wanted.note
        )
    elif wanted.agent_id == actor.id:
        service.take(session, actor, conversation_id, expected_id=expected)
    else:
        service.transfer(
            session,
            actor,
            conversation_id,
            agent_id=wanted.agent_id,
            note=wanted.note,
            expected_id=expected,
        )


def _row(session: Db, actor: Actor, conversation_id: UUID) -> Response:
    return answer(rows.get(session, actor, conversation_id))
