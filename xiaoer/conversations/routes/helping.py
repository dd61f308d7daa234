"""Help by a lead, over HTTP."""

from typing import Any
from uuid import UUID

from fastapi import Response

from xiaoer.conversations.models import HelpRequest
from xiaoer.conversations.queries import messages
from xiaoer.conversations.schemas import MessageOut
from xiaoer.conversations.schemas import help as wire
from xiaoer.conversations.service import helping
from xiaoer.core.web import Db, Me, Router
from xiaoer.core.web.answering import answer as answered

router = Router(prefix="/api", tags=["conversations"])


@router.get("/help-requests", response_model=wire.HelpList)
def waiting(session: Db, actor: Me) -> dict[str, Any]:
    """Agents who wait for a lead, the oldest call first."""
    return {"items": helping.waiting(session, actor)}


@router.post("/conversations/{conversation_id}/help", response_model=wire.HelpOut, status_code=201)
def ask(session: Db, actor: Me, conversation_id: UUID, body: wire.HelpIn) -> HelpRequest:
    """Call a lead: for a word the customer does not see, or to take over."""
    return helping.ask(session, actor, conversation_id, **body.model_dump())


@router.post(
    "/conversations/{conversation_id}/whispers", response_model=MessageOut, status_code=201
)
def whisper(session: Db, actor: Me, conversation_id: UUID, body: wire.WhisperIn) -> Response:
    """A lead's word to who serves the talk."""
    said = helping.whisper(session, actor, conversation_id, **body.model_dump())
    return answered(messages.wire(said.message), 200 if said.again else 201)


@router.put("/conversations/{conversation_id}/take-over", status_code=204)
def take_over(session: Db, actor: Me, conversation_id: UUID) -> None:
    """The lead serves it from now on."""
    helping.take_over(session, actor, conversation_id)
