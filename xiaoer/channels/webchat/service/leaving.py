"""Whether the customer's page is still open: whoever goes away while waiting is a loss (RSP-6)."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.channels.webchat import queries
from xiaoer.channels.webchat.service.talking import CHANNEL
from xiaoer.channels.webchat.service.visiting import Guest
from xiaoer.conversations import service as conversations
from xiaoer.core import clock, queue

AWAY_AFTER = timedelta(seconds=90)
"""A phone that changes networks, or a reloaded page, is back sooner."""

_HERE = text(
    "INSERT INTO webchat_presence (customer_id, seen_at) VALUES (:customer_id, :now)"
    " ON CONFLICT (customer_id) DO UPDATE SET seen_at = :now"
)
_SEEN = text("SELECT seen_at FROM webchat_presence WHERE customer_id = :customer_id")


def here(session: Session, guest: Guest) -> None:
    """A page of the customer is open. Called when it connects, and every now and then."""
    session.execute(_HERE, {"customer_id": guest.customer_id, "now": clock.now()})


def closed(session: Session, guest: Guest) -> None:
    """A page of the customer was closed: look in a moment whether they are back, or gone."""
    now = clock.now()
    whose = {"shop_id": guest.shop_id, "customer_id": guest.customer_id, "closed_at": now}
    queue.defer(session, "webchat.gone", whose, run_at=now + AWAY_AFTER)


def look(session: Session, *, shop_id: UUID, customer_id: UUID, closed_at: datetime) -> None:
    """Unless a page was open since `closed_at`, the customer has left their talk."""
    seen = session.scalar(_SEEN, {"customer_id": customer_id})
    if seen is not None and seen > closed_at:
        return
    talk = queries.last_talk(session, shop_id, customer_id, CHANNEL)
    if talk is not None and talk.state == "open":
        customer = conversations.as_customer(shop_id=shop_id, customer_id=customer_id, name="")
        conversations.leave(session, customer, talk.id)
