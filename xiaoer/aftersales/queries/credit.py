"""The credit profile of a customer, with the facts behind it (FST-7)."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case, CaseState, Dispute, Recovery, RecoveryState
from xiaoer.core import clock
from xiaoer.orders.models import Order

WINDOW = timedelta(days=90)
START, PER_DISPUTE, PER_RECOVERY, PER_RATE_POINT = 100, 10, 25, 0.5
LOW_RISK_FROM, HIGH_RISK_BELOW = 80, 50


@dataclass(frozen=True)
class Credit:
    """What is known about a customer's dealings; `score` from 0 to 100 follows from the rest."""

    orders_90d: int
    cases_90d: int
    disputes_90d: int
    open_cases: int
    refund_rate_90d_bp: int
    unrecovered: int
    unrecovered_cents: int
    score: int
    risk: str


NOBODY = Credit(0, 0, 0, 0, 0, 0, 0, 90, "normal")
"""Of whom nothing is known."""


def credit_of(session: Session, customer_id: UUID | None) -> Credit:
    if customer_id is None:
        return NOBODY
    since = clock.now() - WINDOW
    theirs = Case.customer_id == customer_id
    bought = (Order.customer_id == customer_id, Order.recency >= since)
    orders = select(func.count(Order.id)).where(*bought).scalar_subquery()
    cases = select(func.count(Case.id)).where(theirs, Case.opened_at >= since).scalar_subquery()
    refunded = (
        select(func.count(Case.order_id.distinct()))
        .where(theirs, Case.opened_at >= since, Case.state == CaseState.COMPLETED)
        .scalar_subquery()
    )
    standing = (
        select(func.count())
        .select_from(Case)
        .where(theirs, Case.ended_at.is_(None))
        .scalar_subquery()
    )
    disputes = (
        select(func.count())
        .select_from(Dispute)
        .join(Case, Case.id == Dispute.case_id)
        .where(theirs, Dispute.at >= since)
        .scalar_subquery()
    )
    missing = (Recovery.customer_id == customer_id, Recovery.state != RecoveryState.RECOVERED)
    lost = select(func.count()).select_from(Recovery).where(*missing).scalar_subquery()
    cents = select(func.coalesce(func.sum(Recovery.cents), 0)).where(*missing).scalar_subquery()
    row = session.execute(select(orders, cases, refunded, standing, disputes, lost, cents)).one()
    return _scored(*(int(each) for each in row))


def _scored(
    orders: int, cases: int, refunded: int, standing: int, disputes: int, lost: int, cents: int
) -> Credit:
    rate = refunded * 10_000 // orders if orders else 0
    # One return among few orders tells nothing about a person.
    weight = rate / 100 * PER_RATE_POINT if orders > 3 else 0
    score = max(0, min(100, int(START - disputes * PER_DISPUTE - lost * PER_RECOVERY - weight)))
    risk = "low" if score >= LOW_RISK_FROM else "high" if score < HIGH_RISK_BELOW else "normal"
    return Credit(orders, cases, disputes, standing, rate, lost, cents, score, risk)
