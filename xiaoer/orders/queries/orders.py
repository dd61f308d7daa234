"""Reads of orders, scoped to what the actor may reach."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    String,
    Uuid,
    bindparam,
    false,
    or_,
    select,
    text,
    true,
    tuple_,
    union,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session, aliased

from xiaoer.core import paging
from xiaoer.core.auth import Actor
from xiaoer.core.prepared import among, prepared
from xiaoer.core.remembering import known, remembered
from xiaoer.core.shops import Shop
from xiaoer.orders.errors import OrderNotFound
from xiaoer.orders.models import Order, OrderLine, OrderRemark, OrderStatus

PHONE_TAIL_DIGITS = 4
MATCHES = 500
"""A search looks at the most recent so many orders per way of matching."""


@dataclass(frozen=True)
class Card:
    """An order as a list shows it, with its first line and its newest remark."""

    order: Order
    title: str | None
    image_url: str | None
    remark: OrderRemark | None


@dataclass(frozen=True)
class Wanted:
    """Which orders to list; None: all."""

    customer_id: UUID | None = None
    shop_id: UUID | None = None
    status: OrderStatus | None = None
    q: str = ""


Customer = UUID | BindParameter[UUID]
Proof = Callable[[Customer], Select[UUID]]
"""`proof(customer_id)`: ids of orders that the customer proved to know."""

_proofs: list[Proof] = []


def proved_by(proof: Proof) -> Proof:
    """Let a room above list orders under a customer who is not their buyer by record."""
    _proofs.append(proof)
    return proof


@dataclass(frozen=True)
class Shopper:
    """Whose orders: those they proved to know, and with `vouched` those in their name."""

    customer_id: UUID | None
    vouched: bool


def belongs_to(customer_id: Customer, *, vouched: bool) -> ColumnElement[bool]:
    """Orders that this customer proved to know, and with `vouched` those in their name."""
    ways: list[ColumnElement[bool]] = [Order.id.in_(proof(customer_id)) for proof in _proofs]
    if vouched:
        ways.append(Order.customer_id == customer_id)
    return or_(false(), *ways)


def visible_to(actor: Actor) -> Select[Order]:
    query = select(Order)
    return query if actor.all_shops else query.where(Order.shop_id.in_(actor.shop_ids))


def get(
    session: Session,
    actor: Actor,
    order_id: UUID,
    *,
    lock: bool = False,
    of: Shopper | None = None,
) -> Order:
    """The order, if the actor reaches its shop and it is one `of` this shopper's, where told.
    A verb that holds it locked has it at once."""
    held = remembered(session, ("order", order_id), dict[str, Order])
    there = "locked" in held and actor.reaches(held["locked"].shop_id)
    if not there or of is not None:
        found = _read(session, actor, order_id, lock=lock, of=of)
        if not lock:
            return found
        held["locked"] = found
    return held["locked"]


def lock_ahead(session: Session, actor: Actor, order_ids: Collection[UUID]) -> None:
    """Lock orders that a verb goes on to work on one by one, in the order of their ids: it asks
    for each with `get` and has it at once. Unknown ones are left out."""
    values = _within(actor) | {"ids": list(order_ids)}
    for each in _several(not actor.all_shops).all(session, **values):
        remembered(session, ("order", each.id), dict[str, Order])["locked"] = each


@prepared
def _several(within: bool) -> Select[Order]:
    query = select(Order).where(Order.id == among("ids"))
    if within:
        query = query.where(Order.shop_id == among("shops"))
    return query.order_by(Order.id).with_for_update()


def _within(actor: Actor) -> dict[str, Any]:
    """The shops an actor is limited to."""
    return {} if actor.all_shops else {"shops": list(actor.shop_ids)}


def locked(session: Session, order_id: UUID) -> bool:
    """Whether this verb holds it."""
    return "locked" in (known(session, ("order", order_id)) or {})


def _read(
    session: Session, actor: Actor, order_id: UUID, *, lock: bool, of: Shopper | None
) -> Order:
    values = _within(actor) | {"id": order_id}
    if of is not None:
        values["customer"] = of.customer_id
    query = _single(not actor.all_shops, lock, of.vouched if of else None)
    found = query.first(session, **values)
    if found is None:
        raise OrderNotFound
    return found


@prepared
def _single(within: bool, lock: bool, vouched: bool | None) -> Select[Order]:
    """One order: within some shops, of a shopper with or without what is in their name."""
    query = select(Order).where(Order.id == bindparam("id", type_=Uuid()))
    if within:
        query = query.where(Order.shop_id == among("shops"))
    if vouched is not None:
        customer = bindparam("customer", type_=Uuid())
        query = query.where(belongs_to(customer, vouched=vouched))
    return query.with_for_update() if lock else query


def by_number(session: Session, *, shop_id: UUID, order_no: str) -> Order | None:
    """The order of that number in this shop, whoever asks: for verbs that check by themselves."""
    return session.scalar(select(Order).where(Order.shop_id == shop_id, Order.order_no == order_no))


# One walk down the index of numbers per number: with `= ANY` a plan made while the table was
# small reads every order of the shop. The shop comes out of a row of its own because for a shop
# whose orders the statistics do not know yet, a plan with its id in it takes any index that
# begins with a shop, as one row is as good as another.
HASHES = text("""
WITH shop AS MATERIALIZED (SELECT CAST(:shop_id AS uuid) AS id)
SELECT known.order_no, known.content_hash FROM shop, unnest(:numbers) AS wanted(order_no)
CROSS JOIN LATERAL (
    SELECT order_no, content_hash FROM orders
    WHERE shop_id = shop.id AND order_no = wanted.order_no AND content_hash IS NOT NULL OFFSET 0
) AS known
""").bindparams(bindparam("numbers", type_=ARRAY(String)))


def hashes(session: Session, *, shop_id: UUID, numbers: Collection[str]) -> dict[str, bytes]:
    """The content hash of each of these orders that is known."""
    found = session.execute(HASHES, {"numbers": list(numbers), "shop_id": shop_id})
    return {order_no: bytes(content) for order_no, content in found}


def cards(
    session: Session,
    actor: Actor,
    wanted: Wanted,
    *,
    after: str | None = None,
    limit: int = 50,
) -> tuple[list[Card], str | None]:
    """Orders, the most recent first, in one statement."""
    page = _page(actor, wanted, after, limit + 1).subquery()
    order, remark = aliased(Order), aliased(OrderRemark)
    line = (
        select(OrderLine.title, OrderLine.image_url)
        .where(OrderLine.order_id == order.id)
        .order_by(OrderLine.position)
        .limit(1)
        .lateral()
    )
    newest = (
        select(OrderRemark.id)
        .where(OrderRemark.order_id == order.id)
        .order_by(OrderRemark.id.desc())
        .limit(1)
        .lateral()
    )
    rows = session.execute(
        select(order, line.c.title, line.c.image_url, remark)
        .join(page, page.c.id == order.id)
        .outerjoin(line, true())
        .outerjoin(newest, true())
        .outerjoin(remark, remark.id == newest.c.id)
        .order_by(order.recency.desc(), order.id.desc())
    )
    found = [Card(row[0], row[1], row[2], row[3]) for row in rows]
    more = len(found) > limit
    found = found[:limit]
    last = found[-1].order if found else None
    return found, paging.cursor(last.recency, last.id) if more and last else None


def _page(actor: Actor, wanted: Wanted, after: str | None, limit: int) -> Select[UUID, datetime]:
    order = aliased(Order)
    query = select(order.id, order.recency)
    if wanted.status:
        query = query.where(order.status == wanted.status)
    if wanted.q:
        query = query.where(order.id.in_(_matching(actor, wanted)))
    if after:
        key = tuple_(*paging.keys(after, (datetime, UUID)))
        query = query.where(tuple_(order.recency, order.id) < key)
    query = query.order_by(order.recency.desc(), order.id.desc()).limit(limit)
    if wanted.customer_id:
        if wanted.shop_id:
            query = query.where(order.shop_id == wanted.shop_id)
        if not actor.all_shops:
            query = query.where(order.shop_id.in_(actor.shop_ids))
        return _of_customer(query, order, wanted.customer_id, limit)
    # One walk along the index per shop, merged: an IN list would sort every order of the shops.
    shop = _shops(actor, wanted.shop_id).subquery()
    each = query.where(order.shop_id == shop.c.id).lateral()
    return (
        select(each.c.id, each.c.recency)
        .select_from(shop)
        .join(each, true())
        .order_by(each.c.recency.desc(), each.c.id.desc())
        .limit(limit)
    )


def _of_customer(
    query: Select[UUID, datetime], order: type[Order], customer_id: UUID, limit: int
) -> Select[UUID, datetime]:
    """The customer's own orders and those they proved to know, each way along its own index."""
    ways = [order.customer_id == customer_id]
    ways += [order.id.in_(proved(customer_id)) for proved in _proofs]
    found = union(*[query.where(way).subquery().select() for way in ways]).subquery()
    return (
        select(found.c.id, found.c.recency)
        .order_by(found.c.recency.desc(), found.c.id.desc())
        .limit(limit)
    )


def _shops(actor: Actor, shop_id: UUID | None) -> Select[UUID]:
    query = select(Shop.id)
    if not actor.all_shops:
        query = query.where(Shop.id.in_(actor.shop_ids))
    return query.where(Shop.id == shop_id) if shop_id else query


def _matching(actor: Actor, wanted: Wanted) -> Select[Any]:
    """Ids by order number (its beginning), tracking number (whole) or the phone's last digits."""
    shops = _shops(actor, wanted.shop_id)
    ways = [
        Order.order_no.startswith(wanted.q, autoescape=True),
        Order.tracking_no == wanted.q,
    ]
    if len(wanted.q) == PHONE_TAIL_DIGITS and wanted.q.isdigit():
        ways.append(Order.phone_tail == wanted.q)
    found = [select(Order.id).where(Order.shop_id.in_(shops), way).limit(MATCHES) for way in ways]
    return select(union_all(*[each.subquery().select() for each in found]).subquery().c.id)
