"""How phrases are kept true, over HTTP."""

from typing import Any
from uuid import UUID

from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.phrases import queries, schemas
from xiaoer.phrases.models import Phrase, Promotion
from xiaoer.phrases.routes.wire import care_of
from xiaoer.phrases.routes.wire import link as link_of
from xiaoer.phrases.schemas import care as wire
from xiaoer.phrases.service import caring, promotions

router = Router(prefix="/api", tags=["phrases"])


@router.put("/phrases/{phrase_id}/care", response_model=schemas.PhraseOut)
def care_for(session: Db, actor: Me, phrase_id: UUID, body: wire.CareIn) -> Phrase:
    """Dates, keeper, review cycle and what it repeats; all of it is set."""
    return caring.care_for(session, actor, phrase_id, care_of(body))


@router.post("/phrases/{phrase_id}/reviews", response_model=schemas.PhraseOut)
def review(session: Db, actor: Me, phrase_id: UUID) -> Phrase:
    """It still holds."""
    return caring.review(session, actor, phrase_id)


@router.get("/phrase-inconsistencies", response_model=wire.InconsistencyList)
def inconsistencies(session: Db, actor: Me, shop_id: UUID) -> dict[str, Any]:
    """Phrases of which a linked fact changed after the last look."""
    actor.must(Permission.PHRASES_READ)
    return {
        "items": [
            {
                "phrase_id": phrase.id,
                "title": phrase.title,
                "text": phrase.text,
                "keeper_id": phrase.keeper_id,
                "reviewed_at": phrase.reviewed_at,
                "link": link_of(link),
            }
            for phrase, link in queries.inconsistent(session, actor, shop_id)
        ]
    }


@router.get("/promotions", response_model=wire.PromotionList)
def all_promotions(session: Db, actor: Me, shop_id: UUID) -> dict[str, Any]:
    actor.must(Permission.PHRASES_READ)
    return {"items": queries.promotions(session, actor, shop_id)}


@router.put("/promotions", response_model=wire.PromotionOut)
def put_promotion(session: Db, actor: Me, body: wire.PromotionIn) -> Promotion:
    """The promotion of this code, from now on so; phrases that repeat it are looked at again."""
    return promotions.put(session, actor, **body.model_dump())
