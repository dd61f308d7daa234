"""Buyers are rated after the deal, one or many at once (RAT-1, RAT-2)."""

import re
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.orders import queries
from xiaoer.orders.errors import RatingNotFit
from xiaoer.orders.events import BuyerRated
from xiaoer.orders.models import BuyerRating, Order, OrderStatus
from xiaoer.orders.service import settings
from xiaoer.tasks import service as tasks
from xiaoer.tasks.models import Task

KIND = "rate_buyers"
OPEN_FOR = timedelta(days=15)
"""So long after the deal a buyer can be rated."""
LONGEST = 120
RECOMMENDED_AGAIN_AFTER = timedelta(days=30)
_CONTACT = re.compile(r"https?:|www\.|\d{6,}|[@＠]|微信|QQ|加我|VX", re.IGNORECASE)


def ask(session: Session, order_id: UUID) -> None:
    """A deal is done: there is a task to rate buyers, one for a shop at a time."""
    order = session.get_one(Order, order_id)
    standing = select(Task.id).where(
        Task.shop_id == order.shop_id, Task.kind == KIND, Task.ended_at.is_(None)
    )
    if session.scalar(standing.limit(1)) is None:
        tasks.open_task(
            session,
            system("orders"),
            title="给买家写评价",
            kind=KIND,
            due_at=clock.now() + OPEN_FOR,
            shop_id=order.shop_id,
            agent_id=queries.who_confirms(session, order.shop_id),
        )


def rate(
    session: Session,
    actor: Actor,
    *,
    order_ids: Sequence[UUID],
    text: str,
    recommends: bool = False,
) -> list[BuyerRating]:
    """Write the same words for these buyers. With `recommends` they also recommend the shop: then
    only words the shop has approved, without contacts or links, and a buyer reads it once a month.

    What was rated or is too old is left out. Raises `RatingNotFit`.
    """
    actor.must(Permission.ORDERS_CONFIRM)
    if not text.strip() or len(text) > LONGEST or _CONTACT.search(text):
        raise RatingNotFit
    made = []
    for order_id in sorted(set(order_ids)):
        order = queries.get(session, actor, order_id, lock=True)
        approved = settings.of(session, order.shop_id).rating_templates
        if recommends and text not in approved:
            raise RatingNotFit
        if not _open(order) or session.get(BuyerRating, order_id) is not None:
            continue
        if recommends and _recommended_lately(session, order):
            continue
        made.append(_write(session, actor, order, text, recommends=recommends))
    return made


def _open(order: Order) -> bool:
    return (
        order.status == OrderStatus.COMPLETED
        and order.completed_at is not None
        and order.completed_at > clock.now() - OPEN_FOR
    )


def _recommended_lately(session: Session, order: Order) -> bool:
    query = select(func.count()).where(
        BuyerRating.customer_id == order.customer_id,
        BuyerRating.recommends,
        BuyerRating.at > clock.now() - RECOMMENDED_AGAIN_AFTER,
    )
    return bool(session.scalar(query))


def _write(
    session: Session, actor: Actor, order: Order, text: str, *, recommends: bool
) -> BuyerRating:
    rating = BuyerRating(
        order_id=order.id,
        shop_id=order.shop_id,
        customer_id=order.customer_id,
        text=text,
        recommends=recommends,
        by=actor.name,
    )
    session.add(rating)
    session.flush()
    told = BuyerRated(
        shop_id=order.shop_id,
        order_id=order.id,
        order_no=order.order_no,
        customer_id=order.customer_id,
        recommends=recommends,
    )
    events.emit(session, actor, told)
    return rating
