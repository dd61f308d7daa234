"""What orders do when something happens below."""

from collections.abc import Sequence
from importlib.resources import files
from uuid import UUID

import orjson
from sqlalchemy.orm import Session

from xiaoer.catalog.events import (
    CatalogLoaded,
    ProductAnswerDoubted,
    ReplenishmentAsked,
    ReplenishmentMoved,
    StockRecorded,
)
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.events import on, on_many
from xiaoer.customers.events import CustomerForgotten, CustomersMerged
from xiaoer.evidence.models import SubjectType
from xiaoer.evidence.queries import Snapshot, snapshots_of
from xiaoer.notices.service import bring_words
from xiaoer.orders import queries, rules, service
from xiaoer.orders.events import OrderMoved, OrdersLoaded
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import checking, stocking
from xiaoer.promises.events import PromiseBroken

bring_words(orjson.loads((files("xiaoer.orders") / "shipped" / "notices.json").read_bytes()))


@on(OrdersLoaded, when=lambda event: event.created > 0 or bool(event.renewed))
def ask_loaded(session: Session, event: OrdersLoaded) -> None:
    """New orders are confirmed with their customers, where the shop does so."""
    assert event.shop_id
    for order_id in queries.to_ask(
        session, event.shop_id, event.first_id, event.last_id, event.renewed
    ):
        service.ask_address(session, order_id)
        service.ask_cod(session, order_id)


@on(OrderMoved, when=lambda event: event.after in (OrderStatus.PAID, OrderStatus.COMPLETED))
def ask_moved(session: Session, event: OrderMoved) -> None:
    if event.after == OrderStatus.PAID:
        service.ask_address(session, event.order_id)
    else:
        service.ask_rating(session, event.order_id)


@on_many(OrderMoved, when=lambda event: event.after == OrderStatus.SIGNED)
def install(session: Session, events: Sequence[OrderMoved]) -> None:
    service.owe_installations(session, {each.order_id for each in events})


@on(PromiseBroken, when=lambda event: event.kind == checking.ANSWER)
def unanswered(session: Session, event: PromiseBroken) -> None:
    service.unanswered_address(session, event.subject_id)


@on(StockRecorded)
def look_for_low(session: Session, event: StockRecorded) -> None:
    assert event.shop_id
    service.replenish_low(session, event.shop_id)


@on(CatalogLoaded)
def look_for_low_in_all(session: Session, event: CatalogLoaded) -> None:
    assert event.shop_id
    service.replenish_low(session, event.shop_id)


@on(ReplenishmentAsked)
def buy_in(session: Session, event: ReplenishmentAsked) -> None:
    stocking.to_buy_in(session, event)


@on(ReplenishmentMoved)
def bought_in(session: Session, event: ReplenishmentMoved) -> None:
    assert event.shop_id
    stocking.bought_in(session, event.shop_id, event.replenishment_id, event.state)


@on(ProductAnswerDoubted)
def correct_card(session: Session, event: ProductAnswerDoubted) -> None:
    stocking.to_correct(session, event)


@on(CustomersMerged)
def follow_merge(session: Session, event: CustomersMerged) -> None:
    service.follow_merge(session, kept_id=event.customer_id, merged_id=event.gone_id)


@on(CustomerForgotten)
def forget(session: Session, event: CustomerForgotten) -> None:
    service.forget(session, customer_id=event.customer_id)


@snapshots_of(SubjectType.ORDER)
def order_as_evidence(
    session: Session, actor: Actor, order_id: UUID, _message_ids: Sequence[UUID]
) -> Snapshot:
    """The order as it stands now: what was bought, for how much, when, and what was remarked."""
    actor.must(Permission.ORDERS_READ)
    order = queries.get(session, actor, order_id)
    lines, remarks = queries.lines(session, order_id), queries.remarks(session, order_id)
    return Snapshot(order.shop_id, rules.as_evidence(order, lines, remarks))
