"""A customer is asked to wait, and answered when it was promised."""

from datetime import datetime
from typing import Any
from uuid import UUID

from fastapi import Query, Response
from pydantic import AwareDatetime

from xiaoer.conversations import rules, schemas
from xiaoer.conversations.models import HoldPromise
from xiaoer.conversations.queries import holds, messages, rows
from xiaoer.conversations.service import channels, holding
from xiaoer.conversations.service.log import Said
from xiaoer.core import i18n
from xiaoer.core.web import Db, Me, Router
from xiaoer.core.web.answering import answer as answered

router = Router(prefix="/api", tags=["conversations"])


@router.get("/conversations/{conversation_id}/hold", response_model=schemas.HoldNow)
def hold(session: Db, actor: Me, conversation_id: UUID) -> dict[str, Any]:
    """What is being checked for this customer now."""
    talk = rows.get(session, actor, conversation_id)
    found: HoldPromise | None = holds.live(session, conversation_id)
    settings = channels.get(session, actor, talk["shop_id"], talk["channel"])
    return {
        "hold": found,
        "contact_texts": rules.contact_texts(i18n.reader.get()),
        "lookup_sec": settings.hold_lookup_sec,
    }


@router.post(
    "/conversations/{conversation_id}/hold",
    response_model=schemas.MessageOut,
    status_code=201,
)
def begin(session: Db, actor: Me, conversation_id: UUID, body: schemas.HoldIn) -> Response:
    """Ask the customer to wait; the message says what is checked and about how long."""
    return _said(holding.begin(session, actor, conversation_id, **body.model_dump()))


@router.post(
    "/conversations/{conversation_id}/hold/extensions",
    response_model=schemas.MessageOut,
    status_code=201,
)
def extend(session: Db, actor: Me, conversation_id: UUID, body: schemas.HoldExtension) -> Response:
    """Tell the customer a later time."""
    return _said(holding.extend(session, actor, conversation_id, **body.model_dump()))


@router.post(
    "/conversations/{conversation_id}/hold/answer",
    response_model=schemas.MessageOut,
    status_code=201,
)
def answer(session: Db, actor: Me, conversation_id: UUID, body: schemas.HoldAnswer) -> Response:
    """Give the definite answer that was promised."""
    return _said(holding.answer(session, actor, conversation_id, **body.model_dump()))


@router.post("/conversations/{conversation_id}/hold/cancellation", status_code=204)
def cancel(session: Db, actor: Me, conversation_id: UUID, body: schemas.HoldGivenUp) -> None:
    """Nobody waits for it any more."""
    holding.cancel(session, actor, conversation_id, reason=body.reason)


@router.get("/late-holds", response_model=schemas.RowPage)
def late(session: Db, actor: Me) -> Response:
    """Talks whose promised time has passed, the longest overdue first: they stand on top of every
    list. One's own; all of them for those who manage talks."""
    ids = holds.late_talks(session, actor)
    found = rows.by_ids(session, ids) if ids else {}
    return answered({"items": [found[each] for each in ids if each in found], "next": None})


@router.get("/hold-report", response_model=schemas.SharesOut)
def report(
    session: Db,
    actor: Me,
    shop_id: UUID,
    start: AwareDatetime,
    end: AwareDatetime = Query(...),
) -> dict[str, Any]:
    """How each agent kept what customers were promised, of holds begun in this stretch."""
    window: dict[str, datetime] = {"start": start, "end": end}
    return {"items": holds.shares(session, actor, shop_id=shop_id, **window)}


def _said(said: Said) -> Response:
    return answered(messages.wire(said.message), 200 if said.again else 201)
