"""What stands around talks: views, closing reasons, channel settings, ready words."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Path, Query
from sqlalchemy import select

from xiaoer.conversations import schemas
from xiaoer.conversations.models import ChannelSettings, ClosingReason, SavedView
from xiaoer.conversations.service import channels, checking, composing, views
from xiaoer.core import i18n
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.phrases.rules import Rendered
from xiaoer.phrases.schemas import EmojiOffer, LookedOver

router = Router(prefix="/api", tags=["conversations"])

Channel = Annotated[str, Path(pattern=r"^[a-z][a-z0-9_]{0,19}$")]


@router.get("/closing-reasons", response_model=schemas.ReasonList)
def closing_reasons(session: Db, actor: Me) -> dict[str, Any]:
    actor.must(Permission.CONVERSATIONS_READ)
    query = select(ClosingReason).where(ClosingReason.active).order_by(ClosingReason.position)
    return {"items": session.scalars(query).all()}


@router.get("/views", response_model=schemas.ViewList)
def my_views(session: Db, actor: Me) -> dict[str, Any]:
    return {"items": [_shown(view, actor) for view in views.visible_to(session, actor)]}


@router.post("/views", response_model=schemas.ViewOut, status_code=201)
def keep_view(session: Db, actor: Me, body: schemas.ViewIn) -> dict[str, Any]:
    filters = body.filters.model_dump(mode="json", exclude_defaults=True)
    view = views.keep(session, actor, name=body.name, filters=filters, scope=body.scope)
    return _shown(view, actor)


@router.put("/views/{view_id}", response_model=schemas.ViewOut)
def change_view(session: Db, actor: Me, view_id: UUID, body: schemas.ViewIn) -> dict[str, Any]:
    filters = body.filters.model_dump(mode="json", exclude_defaults=True)
    view = views.change(session, actor, view_id, name=body.name, filters=filters, scope=body.scope)
    return _shown(view, actor)


@router.delete("/views/{view_id}", status_code=204)
def drop_view(session: Db, actor: Me, view_id: UUID) -> None:
    views.drop(session, actor, view_id)


def _shown(view: SavedView, actor: Actor) -> dict[str, Any]:
    return {
        "id": view.id,
        "name": view.name,
        "filters": {"view": "all"} | view.filters,
        "scope": view.scope,
        "mine": view.agent_id == actor.id,
    }


@router.get("/shops/{shop_id}/channels/{channel}", response_model=schemas.ChannelSettingsOut)
def channel_settings(session: Db, actor: Me, shop_id: UUID, channel: Channel) -> ChannelSettings:
    return channels.get(session, actor, shop_id, channel)


@router.put("/shops/{shop_id}/channels/{channel}", response_model=schemas.ChannelSettingsOut)
def change_channel_settings(
    session: Db, actor: Me, shop_id: UUID, channel: Channel, body: schemas.ChannelSettingsIn
) -> ChannelSettings:
    settings = channels.Settings(**body.model_dump())
    return channels.change(session, actor, shop_id, channel, settings)


@router.post("/phrases/{phrase_id}/rendering", response_model=schemas.RenderedOut)
def render_phrase(session: Db, actor: Me, phrase_id: UUID, body: schemas.PhraseContext) -> Rendered:
    """The phrase filled in from this talk and its order; `missing` is still to be filled."""
    return composing.render_phrase(
        session,
        actor,
        phrase_id,
        conversation_id=body.conversation_id,
        order_id=body.order_id,
    )


@router.post("/conversations/{conversation_id}/order-status", response_model=schemas.SentenceOut)
def order_status(
    session: Db, actor: Me, conversation_id: UUID, body: schemas.OrderStatusAsk
) -> dict[str, str]:
    """A ready sentence about the order for the composer (ORD-2)."""
    locale = i18n.reader.get()
    text = composing.order_status(
        session, actor, conversation_id, order_id=body.order_id, locale=locale
    )
    return {"text": text}


@router.post("/conversations/{conversation_id}/check", response_model=LookedOver)
def look_over(
    session: Db, actor: Me, conversation_id: UUID, body: schemas.BeingWritten
) -> dict[str, Any]:
    """What is to be said of a reply before it is sent; what blocks would be refused."""
    found, tense = checking.look_over(session, actor, conversation_id, **body.model_dump())
    return {"findings": found, "tense": tense}


@router.get("/conversations/{conversation_id}/emojis", response_model=EmojiOffer)
def emojis(
    session: Db,
    actor: Me,
    conversation_id: UUID,
    text: Annotated[str, Query(max_length=2000)] = "",
) -> dict[str, Any]:
    """Emojis for this customer, and which use suits what is being written."""
    items, suggested = checking.emojis(session, actor, conversation_id, text=text)
    return {"items": items, "suggested": suggested}
