"""Goods run low: more are asked for in time, and whoever buys in hears of it (STK-5, STK-6)."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.catalog import service as catalog
from xiaoer.catalog.events import ProductAnswerDoubted, ReplenishmentAsked
from xiaoer.core import clock
from xiaoer.core.auth import Permission, system
from xiaoer.orders.queries import stock
from xiaoer.tasks import queries as to_do
from xiaoer.tasks import service as tasks
from xiaoer.workforce import queries as workforce

REPLENISH, REPLENISH_WITHIN = "replenish", timedelta(hours=24)
CARD_WRONG, CARD_WITHIN = "product_card", timedelta(hours=24)


def replenish_low(session: Session, shop_id: UUID) -> int:
    """Ask for what has reached its safety stock, what is sold and here still counted off."""
    return catalog.ask_low(session, shop_id, stock.owed(session, shop_id))


def to_buy_in(session: Session, event: ReplenishmentAsked) -> None:
    """Whoever keeps the catalogue is to say when it comes. Told again, it is one task."""
    assert event.shop_id
    if to_do.open_about(session, event.shop_id, event.replenishment_id, REPLENISH):
        return
    permission = Permission.CATALOG_EDIT
    owner = workforce.owner(session, shop_id=event.shop_id, permission=permission)
    tasks.open_task(
        session,
        system("catalog"),
        title=f"补货 {event.pieces} 件：{event.title}"[:200],
        kind=REPLENISH,
        due_at=clock.now() + REPLENISH_WITHIN,
        shop_id=event.shop_id,
        subject_type="replenishment",
        subject_id=event.replenishment_id,
        group_id=owner.group_id,
        agent_id=owner.agent_id,
    )


def bought_in(session: Session, shop_id: UUID, replenishment_id: UUID, state: str) -> None:
    """It is known when they come, or it is over: the task is done."""
    for each in to_do.open_about(session, shop_id, replenishment_id, REPLENISH):
        tasks.complete(session, system("catalog"), each.id, result=state)


def to_correct(session: Session, event: ProductAnswerDoubted) -> None:
    """The owner of a product's card is to look at it; without one who keeps the catalogue."""
    assert event.shop_id
    if to_do.open_about(session, event.shop_id, event.product_id, CARD_WRONG):
        return
    permission = Permission.CATALOG_EDIT
    owner = workforce.owner(session, shop_id=event.shop_id, permission=permission)
    tasks.open_task(
        session,
        system("catalog"),
        title=f"商品资料有误：{event.title}"[:200],
        description=event.words,
        kind=CARD_WRONG,
        due_at=clock.now() + CARD_WITHIN,
        shop_id=event.shop_id,
        subject_type="product",
        subject_id=event.product_id,
        group_id=None if event.owner_id else owner.group_id,
        agent_id=event.owner_id or owner.agent_id,
    )
