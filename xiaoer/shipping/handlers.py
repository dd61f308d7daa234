"""What shipping does when something happens below. Each is safe to run twice."""

from sqlalchemy.orm import Session

from xiaoer.core.events import on
from xiaoer.orders.events import OrderMoved, OrdersLoaded
from xiaoer.shipping import queries, service


@on(OrdersLoaded)
def watch_loaded(session: Session, event: OrdersLoaded) -> None:
    assert event.shop_id
    ids = list(event.renewed)
    if event.first_id and event.last_id:
        ids += queries.created_between(session, event.shop_id, event.first_id, event.last_id)
    service.watch(session, event.shop_id, ids)


@on(OrderMoved)
def watch_moved(session: Session, event: OrderMoved) -> None:
    assert event.shop_id
    service.watch(session, event.shop_id, [event.order_id])
