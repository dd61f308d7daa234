"""Cards confirmed, risks told and goods recommended before a purchase."""

from typing import Annotated
from uuid import UUID

from fastapi import Query
from pydantic import AwareDatetime

from xiaoer.catalog import queries as catalog
from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.orders import queries, service
from xiaoer.orders.schemas.presale import (
    BeforehandOut,
    CardAnswerIn,
    CardFieldsIn,
    HintsToldIn,
    HintToldOut,
    IntentIn,
    PreconfirmationOut,
    RecommendedOut,
    RecommendIn,
)
from xiaoer.orders.service import Intent, presale

router = Router(prefix="/api", tags=["orders"])
Moment = Annotated[AwareDatetime, Query()]


@router.post("/preconfirmations", status_code=201)
def preconfirm(session: Db, actor: Me, body: IntentIn) -> PreconfirmationOut:
    """Write a card; its `message` is what the customer is sent."""
    card = service.preconfirm(session, actor, Intent(**body.model_dump()))
    return PreconfirmationOut.of(card)


@router.get("/preconfirmation-fields")
def fields(session: Db, actor: Me, sku_id: UUID) -> list[str]:
    """What the card of this SKU must say besides."""
    actor.must(Permission.CATALOG_READ)
    sku = catalog.sku(session, actor, sku_id)
    product = catalog.product(session, actor, sku.product_id)
    return presale.fields_of(session, sku.shop_id, product.category)


@router.put("/preconfirmation-fields", status_code=204)
def set_fields(session: Db, actor: Me, body: CardFieldsIn) -> None:
    service.set_fields(session, actor, **body.model_dump())


@router.put("/preconfirmations/{card_id}/answer")
def answer(session: Db, actor: Me, card_id: UUID, body: CardAnswerIn) -> PreconfirmationOut:
    card = service.answer_card(session, actor, card_id, answer=body.answer, words=body.words)
    return PreconfirmationOut.of(card)


@router.post("/hints-told", status_code=201)
def tell(session: Db, actor: Me, body: HintsToldIn) -> list[HintToldOut]:
    """Keep that the customer was told of these risks."""
    told = service.tell_hints(session, actor, **body.model_dump())
    return [HintToldOut.model_validate(each) for each in told]


@router.get("/orders/{order_id}/beforehand")
def beforehand(session: Db, actor: Me, order_id: UUID) -> BeforehandOut:
    """What was confirmed and told before this order was placed."""
    actor.must(Permission.ORDERS_READ)
    order = queries.get(session, actor, order_id)
    return BeforehandOut.of(queries.beforehand(session, order))


@router.post("/recommendations", status_code=204)
def recommend(session: Db, actor: Me, body: RecommendIn) -> None:
    service.recommend(session, actor, **body.model_dump())


@router.get("/recommendations")
def recommended(
    session: Db, actor: Me, shop_id: UUID, since: Moment, until: Moment
) -> list[RecommendedOut]:
    """What each agent recommended, and what was bought of it."""
    actor.must(Permission.ORDERS_READ)
    rows = queries.recommended(session, actor, shop_id=shop_id, since=since, until=until)
    return [RecommendedOut.model_validate(each) for each in rows]
