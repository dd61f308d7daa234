"""Automatic replies over HTTP."""

from typing import Any
from uuid import UUID

from xiaoer.conversations.models import AutoReply
from xiaoer.conversations.schemas import auto as wire
from xiaoer.conversations.service import answering
from xiaoer.conversations.service.answering import Wanted
from xiaoer.core.web import Db, Me, Router

router = Router(prefix="/api", tags=["conversations"])


@router.get("/auto-replies", response_model=wire.AutoReplyList)
def listed(session: Db, actor: Me, shop_id: UUID) -> dict[str, Any]:
    """In the order in which they are tried."""
    return {"items": answering.listed(session, actor, shop_id)}


@router.post("/auto-replies", response_model=wire.AutoReplyOut, status_code=201)
def add(session: Db, actor: Me, body: wire.NewAutoReply) -> AutoReply:
    """A text that neither guides nor reassures is refused."""
    wanted = Wanted(**body.model_dump(exclude={"shop_id"}))
    return answering.add(session, actor, body.shop_id, wanted)


@router.put("/auto-replies/{auto_reply_id}", response_model=wire.AutoReplyOut)
def change(session: Db, actor: Me, auto_reply_id: UUID, body: wire.AutoReplyIn) -> AutoReply:
    return answering.change(session, actor, auto_reply_id, Wanted(**body.model_dump()))


@router.delete("/auto-replies/{auto_reply_id}", status_code=204)
def remove(session: Db, actor: Me, auto_reply_id: UUID) -> None:
    """Switched off; what it said stays in the talks."""
    answering.remove(session, actor, auto_reply_id)
