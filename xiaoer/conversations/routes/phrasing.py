"""Phrases in talks: which words fit, how they do, and what has none yet."""

from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query

from xiaoer.conversations.models import HotQuestion, HotState
from xiaoer.conversations.queries import fitting, hot, phrase_report
from xiaoer.conversations.schemas import phrasing as wire
from xiaoer.conversations.service import mining
from xiaoer.core import clock
from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.phrases.schemas import OfferedList

router = Router(prefix="/api", tags=["conversations"])


@router.get("/conversations/{conversation_id}/phrases", response_model=OfferedList)
def offered(
    session: Db,
    actor: Me,
    conversation_id: UUID,
    limit: Annotated[int, Query(ge=1, le=500)] = 500,
) -> dict[str, Any]:
    """Phrases for this talk, each with the words that fit its customer and situation (QP-13)."""
    return {"items": fitting.offered(session, actor, conversation_id, limit=limit)}


@router.get("/phrase-report", response_model=wire.PhraseReport)
def report(
    session: Db,
    actor: Me,
    shop_id: UUID,
    days: Annotated[int, Query(ge=1, le=366)] = 30,
) -> dict[str, Any]:
    """Each phrase's and each agent's figures of the last days."""
    end = clock.now()
    window: dict[str, Any] = {"shop_id": shop_id, "start": end - timedelta(days=days), "end": end}
    return {
        "start": window["start"],
        "end": end,
        "phrases": phrase_report.phrases(session, actor, **window),
        "agents": phrase_report.agents(session, actor, **window),
    }


@router.get("/hot-questions", response_model=wire.HotList)
def hot_questions(
    session: Db, actor: Me, shop_id: UUID, state: HotState | None = None
) -> dict[str, Any]:
    """What many customers ask; `open`: no phrase answers it (QP-2)."""
    actor.must(Permission.PHRASES_READ)
    return {"items": hot.listed(session, actor, shop_id, state)}


@router.post("/hot-questions/mining", response_model=wire.HotList)
def mine(session: Db, actor: Me, body: wire.MineIn) -> dict[str, Any]:
    """Look over the last thirty days now; it happens by itself once a day."""
    mining.mine(session, actor, body.shop_id)
    return {"items": hot.listed(session, actor, body.shop_id, None)}


@router.post("/hot-questions/{hot_id}/dismissal", response_model=wire.HotOut)
def dismiss(session: Db, actor: Me, hot_id: UUID) -> HotQuestion:
    return mining.dismiss(session, actor, hot_id)


@router.put("/hot-questions/{hot_id}/phrase", response_model=wire.HotOut)
def cover(session: Db, actor: Me, hot_id: UUID, body: wire.CoverIn) -> HotQuestion:
    return mining.cover(session, actor, hot_id, phrase_id=body.phrase_id)
