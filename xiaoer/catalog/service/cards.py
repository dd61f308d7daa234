"""What there is to know of a product, and what must be told before it is bought."""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.catalog import queries
from xiaoer.catalog.errors import HintNeedsAPlace
from xiaoer.catalog.events import ProductAnswerDoubted, ProductCardWritten
from xiaoer.catalog.models import HintKind, ProductCard, RiskHint
from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import must_reach


def write_card(
    session: Session,
    actor: Actor,
    product_id: UUID,
    *,
    words: dict[str, str],
    owner_id: UUID | None,
    review_on: date | None,
) -> ProductCard:
    """Write down what is known of the product: `words` are the card's texts by name."""
    actor.must(Permission.CATALOG_EDIT)
    product = queries.product(session, actor, product_id)
    card = session.get(ProductCard, product_id)
    if card is None:
        card = ProductCard(product_id=product_id)
        session.add(card)
    for name, said in words.items():
        setattr(card, name, said)
    card.owner_id, card.review_on = owner_id, review_on
    card.updated_at, card.updated_by = clock.now(), actor.name
    session.flush()
    events.emit(session, actor, ProductCardWritten(shop_id=product.shop_id, product_id=product_id))
    return card


def doubt(session: Session, actor: Actor, product_id: UUID, *, words: str) -> None:
    """Say that the card is wrong: whoever answers for it hears of it (PRD-4)."""
    actor.must(Permission.CATALOG_ASK)
    product = queries.product(session, actor, product_id)
    card = session.get(ProductCard, product_id)
    told = ProductAnswerDoubted(
        shop_id=product.shop_id,
        product_id=product_id,
        title=product.title,
        owner_id=card.owner_id if card else None,
        words=words,
    )
    events.emit(session, actor, told)


def keep_hint(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    kind: HintKind,
    text: str,
    product_id: UUID | None = None,
    category: str | None = None,
    fee_cents: int | None = None,
    within_hours: int | None = None,
    active: bool = True,
    hint_id: UUID | None = None,
) -> RiskHint:
    """What is to be told of a product or a category; with `hint_id` in the place of another."""
    actor.must(Permission.CATALOG_EDIT)
    must_reach(actor, shop_id)
    if (product_id is None) == (not category):
        raise HintNeedsAPlace
    if product_id is not None:
        queries.product(session, actor, product_id)
    found = session.get(RiskHint, hint_id) if hint_id else None
    if found is None or found.shop_id != shop_id:
        found = RiskHint(shop_id=shop_id)
        session.add(found)
    found.kind, found.text, found.active = kind, text, active
    found.product_id, found.category = product_id, category or None
    found.fee_cents, found.within_hours = fee_cents, within_hours
    session.flush()
    return found
