"""Orders over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Line, Me, Router
from xiaoer.orders import queries, service
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.queries import Wanted
from xiaoer.orders.schemas import OrderCard, OrderList, OrderOut, RemarkIn, RemarkOut

router = Router(prefix="/api/orders", tags=["orders"])


@router.get("")
def orders(
    session: Db,
    actor: Me,
    customer_id: UUID | None = None,
    shop_id: UUID | None = None,
    status: OrderStatus | None = None,
    q: Line = "",
    after: str | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> OrderList:
    actor.must(Permission.ORDERS_READ)
    wanted = Wanted(customer_id=customer_id, shop_id=shop_id, status=status, q=q)
    found, following = queries.cards(session, actor, wanted, after=after, limit=limit)
    return OrderList(items=[OrderCard.of(card) for card in found], next=following)


@router.get("/{order_id}")
def order(session: Db, actor: Me, order_id: UUID) -> OrderOut:
    actor.must(Permission.ORDERS_READ)
    found = queries.get(session, actor, order_id)
    return OrderOut.made(
        found,
        queries.lines(session, found.id),
        queries.remarks(session, found.id),
        queries.history(session, found.id),
    )


@router.post("/{order_id}/remarks", status_code=201)
def remark(session: Db, actor: Me, order_id: UUID, body: RemarkIn) -> RemarkOut:
    entry = service.remark(
        session,
        actor,
        order_id=order_id,
        type=body.type,
        text=body.text,
        old_value=body.old_value,
        new_value=body.new_value,
        flag=body.flag,
        source_message_id=body.source_message_id,
    )
    return RemarkOut.of(entry)
