"""What is watched for in replies, and the managed emojis, over HTTP."""

from typing import Any
from uuid import UUID

from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.phrases import queries, schemas
from xiaoer.phrases.models import CheckSettings, Emoji, WordRule
from xiaoer.phrases.service import words

router = Router(prefix="/api", tags=["phrases"])


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
