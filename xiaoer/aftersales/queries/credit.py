"""The credit profile of a customer, with the facts behind it (FST-7)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import DateTime, Select, Uuid, bindparam, func, select
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import (
    Case,
    CaseState,
    Conduct,
    Dispute,
    Recovery,
    RecoveryState,
)
from xiaoer.core import clock
from xiaoer.core.prepared import prepared
from xiaoer.orders.models import Order

WINDOW = timedelta(days=90)
MOMENT = DateTime(timezone=True)
START, PER_DISPUTE, PER_RECOVERY, PER_ABUSE, PER_RATE_POINT = 100, 10, 25, 10, 0.5
LOW_RISK_FROM, HIGH_RISK_BELOW = 80, 50
FEW_ORDERS = 3
"""One return among so few tells nothing about a person."""


@dataclass(frozen=True)
class Weighed:
    """A fact about a customer, and what it takes off the score."""

    fact: str
    value: int
    off: int


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
    abusive_90d: int
    score: int
    risk: str
    why: Sequence[Weighed] = ()


NOBODY = Credit(0, 0, 0, 0, 0, 0, 0, 0, 90, "normal")
"""Of whom nothing is known."""


def credit_of(session: Session, customer_id: UUID | None) -> Credit:
    """One statement, however much there is."""
    if customer_id is None:
        return NOBODY
    since = clock.now() - WINDOW
    row = _counts().one(session, customer_id=customer_id, since=since)
    made, asked, paid, now, argued, abused, lost, cents = (int(each) for each in row)
    rate = paid * 10_000 // made if made else 0
    why = _weighed(made, rate, argued, lost, abused)
    score = max(0, min(100, START - sum(each.off for each in why)))
    risk = "low" if score >= LOW_RISK_FROM else "high" if score < HIGH_RISK_BELOW else "normal"
    return Credit(made, asked, argued, now, rate, lost, cents, abused, score, risk, tuple(why))


@prepared
def _counts() -> Select[*tuple[Any, ...]]:
    customer_id, since = bindparam("customer_id", type_=Uuid()), bindparam("since", type_=MOMENT)
    theirs = Case.customer_id == customer_id
    lately = (theirs, Case.opened_at >= since)
    bought = (Order.customer_id == customer_id, Order.recency >= since)
    refunded = (*lately, Case.state == CaseState.COMPLETED)
    argued = (
        select(func.count())
        .select_from(Dispute)
        .join(Case, Case.id == Dispute.case_id)
        .where(theirs, Dispute.at >= since)
    )
    abused = select(func.count()).where(Conduct.customer_id == customer_id, Conduct.at >= since)
    missing = (Recovery.customer_id == customer_id, Recovery.state != RecoveryState.RECOVERED)
    queries = (
        select(func.count(Order.id)).where(*bought),
        select(func.count(Case.id)).where(*lately),
        select(func.count(Case.order_id.distinct())).where(*refunded),
        select(func.count()).select_from(Case).where(theirs, Case.ended_at.is_(None)),
        argued,
        abused,
        select(func.count()).select_from(Recovery).where(*missing),
        select(func.coalesce(func.sum(Recovery.cents), 0)).where(*missing),
    )
    return select(*(each.scalar_subquery() for each in queries))


def _weighed(orders: int, rate: int, disputes: int, lost: int, abused: int) -> list[Weighed]:
    """The facts that count against a customer, the heaviest first."""
    points = int(-(-rate * PER_RATE_POINT // 100)) if orders > FEW_ORDERS else 0
    found = [
        Weighed("disputes_90d", disputes, disputes * PER_DISPUTE),
        Weighed("unrecovered", lost, lost * PER_RECOVERY),
        Weighed("abusive_90d", abused, abused * PER_ABUSE),
        Weighed("refund_rate_90d_bp", rate, points),
    ]
    return sorted((each for each in found if each.off), key=lambda each: -each.off)
