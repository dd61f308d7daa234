"""Fast refunds that have to be got back, with whose they are (FST-8)."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales.errors import RecoveryNotFound
from xiaoer.aftersales.models import Case, Recovery, RecoveryState
from xiaoer.core.auth import Actor
from xiaoer.customers.models import Customer
from xiaoer.orders.models import Order

MOST = 500
SHOWN = (
    "id", "shop_id", "case_id", "customer_id", "cents", "why", "state", "at", "due_at",
    "reminders", "reminded_at", "ended_at", "note",
)  # fmt: skip


def recoveries(
    session: Session, actor: Actor, shop_id: UUID | None, *, over: bool = False
) -> Sequence[dict[str, Any]]:
    """Those that are open, the most urgent first; `over`: the others, the newest first."""
    query = _reachable(actor)
    if shop_id is not None:
        query = query.where(Recovery.shop_id == shop_id)
    if over:
        query = query.where(Recovery.state != RecoveryState.OPEN).order_by(
            Recovery.ended_at.desc(), Recovery.id
        )
    else:
        query = query.where(Recovery.state == RecoveryState.OPEN).order_by(Recovery.at, Recovery.id)
    return [_told(*row) for row in session.execute(query.limit(MOST))]


def recovery(session: Session, actor: Actor, recovery_id: UUID) -> dict[str, Any]:
    """Raises `RecoveryNotFound`."""
    row = session.execute(_reachable(actor).where(Recovery.id == recovery_id)).one_or_none()
    if row is None:
        raise RecoveryNotFound
    return _told(*row)


def _reachable(actor: Actor) -> Any:
    query = (
        select(Recovery, Case.number, Case.currency, Order.order_no, Customer.name)
        .join(Case, Case.id == Recovery.case_id)
        .join(Order, Order.id == Case.order_id)
        .outerjoin(Customer, Customer.id == Recovery.customer_id)
    )
    return query if actor.all_shops else query.where(Recovery.shop_id.in_(actor.shop_ids))


def _told(
    recovery: Recovery, number: int, currency: str, order_no: str, name: str | None
) -> dict[str, Any]:
    return {each: getattr(recovery, each) for each in SHOWN} | {
        "case_number": number,
        "currency": currency,
        "order_no": order_no,
        "customer_name": name or "",
    }
