"""What the chat reads of its own."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.channels.webchat.models import OrderClaim, WebchatSettings


def settings_of(session: Session, shop_id: UUID) -> WebchatSettings:
    """The shop's settings, or the defaults, which are not stored."""
    found = session.get(WebchatSettings, shop_id)
    return found or WebchatSettings(shop_id=shop_id, frame_ancestors=[], secret_generation=1)


def claimed_orders(session: Session, customer_id: UUID) -> list[UUID]:
    query = select(OrderClaim.order_id).where(OrderClaim.customer_id == customer_id)
    return list(session.scalars(query.order_by(OrderClaim.claimed_at.desc()).limit(50)))
