"""The twin's side of the wire: play a person who writes, look at their phone, spoil its mood."""

from typing import Any
from uuid import UUID

from fastapi import Path

from xiaoer.channels.wechat import queries, service
from xiaoer.channels.wechat.schemas import MoodIn, OpenId, PhoneOut, WrittenIn, WrittenOut
from xiaoer.core.web import Db, Me, Router

router = Router(prefix="/api/shops/{shop_id}/wechat-twin", tags=["channels"])


@router.post("/people/{open_id}/messages", response_model=WrittenOut, status_code=201)
def write(
    session: Db, actor: Me, shop_id: UUID, body: WrittenIn, open_id: OpenId = Path()
) -> dict[str, Any]:
    received = service.write_on_twin(
        session,
        actor,
        shop_id,
        open_id=open_id,
        name=body.name,
        key=body.key,
        text=body.text,
    )
    return {"conversation_id": received.conversation_id, "seq": received.message.seq}


@router.get("/people/{open_id}/messages", response_model=PhoneOut)
def phone(session: Db, actor: Me, shop_id: UUID, open_id: OpenId = Path()) -> dict[str, Any]:
    service.check_reach(session, actor, shop_id)
    return {"items": queries.phone(session, shop_id, open_id)}


@router.put("", response_model=MoodIn)
def set_mood(session: Db, actor: Me, shop_id: UUID, body: MoodIn) -> dict[str, Any]:
    return {"mood": service.set_mood(session, actor, shop_id, body.mood).mood}
