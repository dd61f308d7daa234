"""What a shop chose for its after-sales: who changed it, and what of its budget is left."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.aftersales.events import ChoicesMade
from xiaoer.aftersales.models import RETENTION, Offer, OfferState
from xiaoer.core.events import EventRow

SHOWN = 20


def changes(session: Session, shop_id: UUID) -> Sequence[EventRow]:
    """The latest changes of the shop's settings, the newest first."""
    query = select(EventRow).where(
        EventRow.shop_id == shop_id, EventRow.kind == ChoicesMade.__name__
    )
    return session.scalars(query.order_by(EventRow.at.desc()).limit(SHOWN)).all()


def retention_spent(session: Session, shop_id: UUID) -> int:
    """Cents of the offers for keeping an order that were taken, or still may be."""
    query = select(func.coalesce(func.sum(Offer.cents), 0)).where(
        Offer.shop_id == shop_id,
        Offer.kind.in_(RETENTION),
        Offer.state.in_((OfferState.ACCEPTED, OfferState.OPEN)),
    )
    return int(session.scalar(query) or 0)
