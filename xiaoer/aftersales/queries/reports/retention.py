"""Offers for keeping an order: how many were taken, and what they saved (RTN-5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import (
    RETENTION,
    Case,
    Offer,
    OfferState,
)
from xiaoer.aftersales.queries.reports.windows import MOST, Window, newest


@dataclass(frozen=True)
class Retained:
    """Attempts to keep orders, by who made them or for which reason the money was asked back."""

    key: str
    attempts: int
    accepted: int
    declined: int
    expired: int
    cost_cents: int
    """What was given away for the accepted ones."""
    saved_cents: int
    """What would have been refunded without them."""
    case_ids: Sequence[UUID]

    @property
    def success_bp(self) -> int:
        return self.accepted * 10_000 // self.attempts if self.attempts else 0


def retention(
    session: Session, shop_id: UUID, when: Window, by: Literal["agent", "reason"]
) -> list[Retained]:
    """RTN-5: offers for keeping the order that were made in the window, the most frequent first."""
    key: ColumnElement[str] = Offer.by_name if by == "agent" else Case.reason  # type: ignore[assignment]

    def of(state: OfferState) -> ColumnElement[int]:
        return func.count().filter(Offer.state == state)

    taken = Offer.state == OfferState.ACCEPTED
    query = (
        select(
            key,
            func.count(),
            of(OfferState.ACCEPTED),
            of(OfferState.DECLINED),
            of(OfferState.EXPIRED),
            func.coalesce(func.sum(Offer.cents).filter(taken), 0),
            func.coalesce(func.sum(Offer.saves_cents).filter(taken), 0),
            newest(Offer.case_id, Offer.at),
        )
        .join(Case, Case.id == Offer.case_id)
        .where(
            Offer.shop_id == shop_id,
            Offer.kind.in_(RETENTION),
            Offer.at >= when.since,
            Offer.at <= when.until,
        )
        .group_by(key)
        .order_by(func.count().desc(), key)
    )
    return [_retained(*row) for row in session.execute(query)]


def _retained(
    name: Any,
    made: int,
    accepted: int,
    declined: int,
    expired: int,
    cost: int,
    saved: int,
    ids: Sequence[UUID],
) -> Retained:
    return Retained(
        key=str(getattr(name, "value", name)),
        attempts=made,
        accepted=accepted,
        declined=declined,
        expired=expired,
        cost_cents=int(cost),
        saved_cents=int(saved),
        case_ids=ids[:MOST],
    )
