"""Before the purchase: what is confirmed, what is told, what is recommended."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.catalog import queries as catalog
from xiaoer.catalog.models import RiskHint
from xiaoer.core import clock, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.money import Money
from xiaoer.customers import queries as customers
from xiaoer.orders.errors import (
    AnsweredAlready,
    CardFieldsMissing,
    CardNotFound,
    NoneToPromise,
    NothingToTell,
)
from xiaoer.orders.models import CardAnswer, HintTold, Preconfirmation, Recommendation
from xiaoer.orders.queries import stock
from xiaoer.orders.service import settings

FIELDS = "card_fields"
"""In the shop's settings of orders: which fields a category's card must have."""


@dataclass(frozen=True)
class Intent:
    """What a customer wants to buy, and where it is to go."""

    customer_id: UUID
    sku_id: UUID
    quantity: int
    address: str
    fields: dict[str, str]
    conversation_id: UUID | None = None


def preconfirm(session: Session, actor: Actor, intent: Intent) -> Preconfirmation:
    """Write the card that the customer is sent to confirm.

    Raises `CardFieldsMissing` without what the category needs, and `NoneToPromise` when there are
    not so many to promise: what cannot be sent is not confirmed (STK-4).
    """
    actor.must(Permission.CATALOG_ASK)
    standing = stock.standing(session, actor, intent.sku_id)
    sku = standing.sku
    customers.one_visible(session, actor, intent.customer_id)
    product = catalog.product(session, actor, sku.product_id)
    wanted = fields_of(session, sku.shop_id, product.category)
    missing = [each for each in wanted if not intent.fields.get(each, "").strip()]
    if missing:
        raise CardFieldsMissing(fields="、".join(missing))
    if standing.available is not None and standing.available < intent.quantity:
        raise NoneToPromise(left=standing.available)
    card = Preconfirmation(
        shop_id=sku.shop_id,
        customer_id=intent.customer_id,
        conversation_id=intent.conversation_id,
        sku_id=sku.id,
        model=product.title,
        spec=sku.spec,
        quantity=intent.quantity,
        address=intent.address,
        price_cents=sku.price_cents * intent.quantity,
        currency=sku.currency,
        fields=intent.fields,
        sent_by=actor.name,
    )
    session.add(card)
    session.flush()
    return card


def fields_of(session: Session, shop_id: UUID, category: str | None) -> list[str]:
    """What a card must say besides, by the product's category (PCF-2)."""
    kept = shops.get(session, shop_id).settings.get(settings.NAME, {}).get(FIELDS, {})
    return list(kept.get(category or "", []))


def set_fields(
    session: Session, actor: Actor, *, shop_id: UUID, category: str, fields: Sequence[str]
) -> None:
    actor.must(Permission.CATALOG_EDIT)
    shops.must_reach(actor, shop_id)
    shop = shops.get(session, shop_id)
    mine = shop.settings.get(settings.NAME, {})
    kept = mine.get(FIELDS, {}) | {category: list(fields)}
    shop.settings = shop.settings | {settings.NAME: mine | {FIELDS: kept}}
    session.flush()


def words_of(card: Preconfirmation) -> str:
    """The card as it is sent."""
    lines = [
        "请您核对要购买的商品：",
        f"型号：{card.model}",
        f"规格：{card.spec}",
        *(f"{name}：{said}" for name, said in card.fields.items()),
        f"数量：{card.quantity} 件",
        f"收货地址：{card.address}",
        f"合计：{Money(card.price_cents, card.currency)}",
        "都对的话回复“确认”；有要改的，直接告诉我。",
    ]
    return "\n".join(line for line in lines if not line.endswith("："))


def answer_card(
    session: Session, actor: Actor, card_id: UUID, *, answer: CardAnswer, words: str = ""
) -> Preconfirmation:
    """What the customer says of it; said once."""
    actor.must(Permission.CATALOG_ASK)
    card = session.get(Preconfirmation, card_id, with_for_update=True)
    if card is None or not actor.reaches(card.shop_id):
        raise CardNotFound
    if card.answer is not None:
        raise AnsweredAlready
    card.answer, card.words, card.answered_at = answer, words, clock.now()
    session.flush()
    return card


def tell_hints(
    session: Session,
    actor: Actor,
    *,
    customer_id: UUID,
    product_id: UUID,
    hint_ids: Sequence[UUID],
    conversation_id: UUID | None = None,
) -> list[HintTold]:
    """Keep that the customer was told; told again in the same talk it stays the first time."""
    actor.must(Permission.CATALOG_ASK)
    product = catalog.product(session, actor, product_id)
    customers.one_visible(session, actor, customer_id)
    open_ = {each.id: each for each in catalog.hints(session, [product])[product_id]}
    if not hint_ids or any(each not in open_ for each in hint_ids):
        raise NothingToTell
    told = [
        _told(session, conversation_id, customer_id, hint_id)
        or _note(session, actor, open_[hint_id], customer_id, product_id, conversation_id)
        for hint_id in hint_ids
    ]
    session.flush()
    return told


def _told(
    session: Session, conversation_id: UUID | None, customer_id: UUID, hint_id: UUID
) -> HintTold | None:
    query = select(HintTold).where(
        HintTold.customer_id == customer_id,
        HintTold.hint_id == hint_id,
        HintTold.conversation_id == conversation_id,
    )
    return session.scalars(query.limit(1)).first() if conversation_id else None


def _note(
    session: Session,
    actor: Actor,
    hint: RiskHint,
    customer_id: UUID,
    product_id: UUID,
    conversation_id: UUID | None,
) -> HintTold:
    told = HintTold(
        shop_id=hint.shop_id,
        customer_id=customer_id,
        conversation_id=conversation_id,
        product_id=product_id,
        hint_id=hint.id,
        kind=hint.kind.value,
        text=hint.text,
        by=actor.name,
    )
    session.add(told)
    return told


def recommend(
    session: Session,
    actor: Actor,
    *,
    customer_id: UUID,
    sku_id: UUID,
    need: str = "",
    conversation_id: UUID | None = None,
) -> Recommendation:
    """Keep what was recommended to whom. Raises `NoneToPromise` where there is none (PRD-6)."""
    actor.must(Permission.CATALOG_ASK)
    standing = stock.standing(session, actor, sku_id)
    customers.one_visible(session, actor, customer_id)
    if standing.available == 0:
        raise NoneToPromise(left=0)
    found = Recommendation(
        shop_id=standing.sku.shop_id,
        customer_id=customer_id,
        conversation_id=conversation_id,
        sku_id=sku_id,
        need=need,
        agent_id=actor.id,
        by=actor.name,
    )
    session.add(found)
    session.flush()
    return found
