"""The wire of assist."""

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import Query
from fastapi.responses import StreamingResponse

from xiaoer.assist import schemas
from xiaoer.assist.engine import topics
from xiaoer.assist.queries import aiding, asked, guiding, hard, switches, talks
from xiaoer.assist.rules.features import Feature
from xiaoer.assist.rules.guiding import PROCEDURE
from xiaoer.assist.service import asking, cooling, drafting, switching, teaching
from xiaoer.core import i18n, shops
from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.phrases.models import Phrase

router = Router(prefix="/api", tags=["assist"])


@router.get("/conversations/{conversation_id}/assist", response_model=schemas.AidOut)
def aid(session: Db, actor: Me, conversation_id: UUID) -> dict[str, Any]:
    """Topic, mood, picks, summary and suggestions of a talk; what is switched off is left out."""
    return schemas.shown(aiding.aid(session, actor, conversation_id))


@router.get("/conversations/{conversation_id}/guide", response_model=schemas.GuideOut)
def guide(session: Db, actor: Me, conversation_id: UUID) -> dict[str, Any]:
    """How far the talk has come, and words for this moment: said back, asking, soothing."""
    found = guiding.guide(session, actor, conversation_id, locale=i18n.reader.get())

    def words(some: Sequence[Phrase]) -> list[dict[str, Any]]:
        return [{"phrase_id": each.id, "title": each.title, "text": each.text} for each in some]

    steps = [{"key": key, "zh": zh, "en": en} for key, zh, en in PROCEDURE]
    return {
        "confirm": found.confirm,
        "questions": words(found.questions),
        "empathy": words(found.empathy),
        "calming": words(found.calming),
        "procedure": steps if found.procedure else [],
        "steps": [vars(each) for each in found.steps],
    }


@router.get("/conversations/{conversation_id}/questions", response_model=schemas.GuidedOut)
def questions(session: Db, actor: Me, conversation_id: UUID) -> dict[str, Any]:
    """Guided questions per kind of problem, and what the customer answered so far."""
    return schemas.asked(asked.of_talk(session, actor, conversation_id))


@router.put("/conversations/{conversation_id}/questions", response_model=schemas.GuidedOut)
def answer(
    session: Db, actor: Me, conversation_id: UUID, body: schemas.GuidedAnswersIn
) -> dict[str, Any]:
    """Write down the answers so far; `fields` are those of a case opened from the talk."""
    asking.answer(session, actor, conversation_id, body.made())
    return schemas.asked(asked.of_talk(session, actor, conversation_id))


@router.put("/conversations/{conversation_id}/topic", response_model=schemas.AidOut)
def set_topic(
    session: Db, actor: Me, conversation_id: UUID, body: schemas.TopicSet
) -> dict[str, Any]:
    """Say what the talk is about; the shop's own model may learn from it."""
    teaching.set_topic(session, actor, conversation_id, body.topic)
    return schemas.shown(aiding.aid(session, actor, conversation_id))


@router.post("/conversations/{conversation_id}/drafts")
def draft(
    session: Db, actor: Me, conversation_id: UUID, body: schemas.DraftAsked
) -> StreamingResponse:
    """Server-sent steps of a draft. The transaction ends before the model is asked; its silence
    is answered by the local engine."""
    made = drafting.brief(
        session, actor, conversation_id, way=body.way, text=body.text, locale=body.locale
    )
    steps = drafting.written(made, drafting.model())
    lines = (b"data: " + orjson.dumps(step, default=str) + b"\n\n" for step in steps)
    return StreamingResponse(lines, media_type="text/event-stream")


@router.get("/assist/topics", response_model=schemas.TopicList)
def all_topics(actor: Me) -> dict[str, Any]:
    actor.must(Permission.CONVERSATIONS_READ)
    return {"items": [{"name": t.name, "name_en": t.name_en} for t in topics.shipped()]}


@router.get("/assist/tense", response_model=schemas.TenseList)
def tense(session: Db, actor: Me) -> dict[str, Any]:
    """Open talks that call for care: lists mark them."""
    actor.must(Permission.CONVERSATIONS_READ)
    return {"items": talks.tense(session, actor)}


@router.get("/assist/switches", response_model=schemas.SwitchList)
def switched(session: Db, actor: Me) -> dict[str, Any]:
    """What each of the actor's shops has switched on."""
    actor.must(Permission.CONVERSATIONS_READ)
    ids = [shop.id for shop in shops.visible_to(session, actor)]
    found = switches.of_shops(session, ids)
    return {"items": [{"shop_id": each, "features": found[each]} for each in ids]}


@router.put("/assist/switches/{shop_id}/{feature}", status_code=204)
def switch(
    session: Db, actor: Me, shop_id: UUID, feature: Feature, body: schemas.SwitchSet
) -> None:
    switching.switch(session, actor, shop_id=shop_id, feature=feature, on=body.on)


@router.post("/me/cool-down", response_model=schemas.RestOut, status_code=201)
def rest(session: Db, actor: Me, body: schemas.RestIn) -> dict[str, Any]:
    """Rest a little after a hard talk: nothing new comes meanwhile, and it ends by itself."""
    return {"until": cooling.rest(session, actor, minutes=body.minutes).until}


@router.get("/hard-talks", response_model=schemas.HardList)
def hard_talks(
    session: Db, actor: Me, shop_id: UUID, days: Annotated[int, Query(ge=1, le=92)] = 7
) -> dict[str, Any]:
    """Hard talks by agent and day, for leads."""
    return {"items": hard.per_agent(session, actor, shop_id, days=days)}
