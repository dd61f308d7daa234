"""The wire of phrases. Rendering needs a conversation's facts; its route lives there."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import Query

from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.phrases import queries, rules, schemas, service
from xiaoer.phrases.models import CheckSettings, Emoji, Phrase, PhraseCategory, WordRule
from xiaoer.phrases.service import words

router = Router(prefix="/api", tags=["phrases"])


@router.get("/phrases", response_model=schemas.PhrasePage)
def offered(
    session: Db,
    actor: Me,
    q: Annotated[str, Query(max_length=100)] = "",
    category: UUID | None = None,
    scope: Literal["shared", "personal"] | None = None,
    shop_id: UUID | None = None,
    retired: bool = False,
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
        retired=retired,
        after=after,
        limit=limit,
    )
    return {"items": items, "next": following}


@router.post("/phrases", response_model=schemas.PhraseOut, status_code=201)
def write(session: Db, actor: Me, body: schemas.NewPhrase) -> Phrase:
    wanted = body.model_dump(exclude={"scope"})
    return service.write(session, actor, shared=body.scope == "shared", **wanted)


@router.get("/phrases/{phrase_id}", response_model=schemas.PhraseOut)
def get(session: Db, actor: Me, phrase_id: UUID) -> Phrase:
    actor.must(Permission.PHRASES_READ)
    return queries.get(session, actor, phrase_id)


@router.put("/phrases/{phrase_id}", response_model=schemas.PhraseOut)
def change(session: Db, actor: Me, phrase_id: UUID, body: schemas.PhraseIn) -> Phrase:
    wanted = body.model_dump(exclude={"version"})
    return service.change(session, actor, phrase_id, expected_version=body.version, **wanted)


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


@router.get("/word-rules", response_model=schemas.WordList)
def word_rules(session: Db, actor: Me, shop_id: UUID) -> dict[str, Any]:
    """Words watched for in replies: the house's and the shop's own."""
    actor.must(Permission.PHRASES_READ)
    return {"items": queries.word_rules(session, actor, shop_id)}


@router.put("/word-rules", response_model=schemas.WordOut)
def watch(session: Db, actor: Me, body: schemas.WordIn) -> WordRule:
    """The shop's own rule of a word, in place of the house's. Again: changed."""
    return words.watch(session, actor, **body.model_dump())


@router.delete("/word-rules/{rule_id}", status_code=204)
def forget_word(session: Db, actor: Me, rule_id: UUID) -> None:
    words.forget(session, actor, rule_id)


@router.get("/emojis", response_model=schemas.EmojiList)
def emojis(session: Db, actor: Me, shop_id: UUID) -> dict[str, Any]:
    """The managed set of a shop, switched off ones too."""
    actor.must(Permission.PHRASES_READ)
    queries.check_settings(session, actor, shop_id)
    return {"items": queries.emojis(session, shop_id, active=False)}


@router.put("/emojis", response_model=schemas.EmojiOut)
def put_emoji(session: Db, actor: Me, body: schemas.EmojiIn) -> Emoji:
    """The shop's own word on an emoji. Again: changed."""
    return words.put_emoji(session, actor, **body.model_dump())


@router.get("/shops/{shop_id}/reply-checks", response_model=schemas.ChecksOut)
def checks(session: Db, actor: Me, shop_id: UUID) -> CheckSettings:
    actor.must(Permission.PHRASES_READ)
    return queries.check_settings(session, actor, shop_id)


@router.put("/shops/{shop_id}/reply-checks", response_model=schemas.ChecksOut)
def set_checks(session: Db, actor: Me, shop_id: UUID, body: schemas.ChecksIn) -> CheckSettings:
    return words.set_checks(session, actor, shop_id, words.Checks(**body.model_dump()))
