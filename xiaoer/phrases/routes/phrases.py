"""Phrases and their categories over HTTP."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Query

from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.phrases import queries, rules, schemas, service
from xiaoer.phrases.models import Phrase, PhraseCategory
from xiaoer.phrases.routes.wire import care_of, link
from xiaoer.phrases.rules import Standing

router = Router(prefix="/api", tags=["phrases"])


@router.get("/phrases", response_model=schemas.PhrasePage)
def offered(
    session: Db,
    actor: Me,
    q: Annotated[str, Query(max_length=100)] = "",
    category: UUID | None = None,
    scope: Literal["shared", "personal"] | None = None,
    shop_id: UUID | None = None,
    standing: Standing = Standing.HOLDS,
    after: Annotated[str | None, Query(max_length=600)] = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 200,
) -> dict[str, Any]:
    """Phrases to choose from; with `q` (shortcut, title, pinyin letters, text) best first."""
    actor.must(Permission.PHRASES_READ)
    items, following = queries.offered(
        session,
        actor,
        q=q,
        category_id=category,
        scope=scope,
        shop_id=shop_id,
        standing=standing,
        after=after,
        limit=limit,
    )
    return {"items": items, "next": following}


@router.post("/phrases", response_model=schemas.PhraseOut, status_code=201)
def write(session: Db, actor: Me, body: schemas.NewPhrase) -> Phrase:
    wanted = body.model_dump(exclude={"scope", "care"})
    care = care_of(body.care) if body.care else None
    return service.write(session, actor, shared=body.scope == "shared", care=care, **wanted)


@router.get("/phrases/{phrase_id}", response_model=schemas.PhraseFull)
def get(session: Db, actor: Me, phrase_id: UUID) -> schemas.PhraseFull:
    actor.must(Permission.PHRASES_READ)
    phrase = queries.get(session, actor, phrase_id)
    words = schemas.PhraseOut.model_validate(phrase).model_dump()
    links = [link(each) for each in queries.links(session, [phrase.id])]
    return schemas.PhraseFull.model_validate(words | {"links": links})


@router.put("/phrases/{phrase_id}", response_model=schemas.PhraseOut)
def change(session: Db, actor: Me, phrase_id: UUID, body: schemas.PhraseIn) -> Phrase:
    wanted = body.model_dump(exclude={"version", "care"})
    care = care_of(body.care) if body.care else None
    return service.change(
        session, actor, phrase_id, expected_version=body.version, care=care, **wanted
    )


@router.delete("/phrases/{phrase_id}", status_code=204)
def retire(session: Db, actor: Me, phrase_id: UUID) -> None:
    service.retire(session, actor, phrase_id)


@router.delete("/phrases/{phrase_id}/retirement", response_model=schemas.PhraseOut)
def restore(session: Db, actor: Me, phrase_id: UUID) -> Phrase:
    return service.restore(session, actor, phrase_id)


@router.post("/phrases/{phrase_id}/copies", response_model=schemas.PhraseOut, status_code=201)
def copy(session: Db, actor: Me, phrase_id: UUID) -> Phrase:
    return service.copy(session, actor, phrase_id)


@router.get("/phrases/{phrase_id}/versions", response_model=schemas.VersionList)
def versions(session: Db, actor: Me, phrase_id: UUID) -> dict[str, Any]:
    actor.must(Permission.PHRASES_READ)
    history = queries.versions(session, queries.get(session, actor, phrase_id))
    return {
        "items": [
            {
                "version": each.version,
                "title": each.title,
                "text": each.text,
                "variants": each.variants,
                "author": {"id": each.author_id, "name": each.author_name},
                "at": each.at,
            }
            for each in history
        ]
    }


@router.get("/phrase-variables", response_model=schemas.VariableList)
def variables(actor: Me) -> dict[str, Any]:
    actor.must(Permission.PHRASES_READ)
    items = [{"name": name, "zh": zh, "en": en} for name, (zh, en) in rules.VARIABLES.items()]
    return {"items": items}


@router.get("/phrase-categories", response_model=schemas.CategoryList)
def categories(session: Db, actor: Me) -> dict[str, Any]:
    actor.must(Permission.PHRASES_READ)
    return {"items": queries.categories(session)}


@router.post("/phrase-categories", response_model=schemas.CategoryOut, status_code=201)
def add_category(session: Db, actor: Me, body: schemas.NewCategory) -> PhraseCategory:
    return service.add_category(session, actor, **body.model_dump())


@router.put("/phrase-categories/order", response_model=schemas.CategoryList)
def order_categories(session: Db, actor: Me, body: schemas.CategoryOrder) -> dict[str, Any]:
    service.order_categories(session, actor, body.ids)
    return {"items": queries.categories(session)}


@router.put("/phrase-categories/{category_id}", response_model=schemas.CategoryOut)
def change_category(
    session: Db, actor: Me, category_id: UUID, body: schemas.CategoryIn
) -> PhraseCategory:
    return service.change_category(session, actor, category_id, **body.model_dump())
