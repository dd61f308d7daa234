"""Reactions to what happens below."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from xiaoer.core import events
from xiaoer.customers.events import CustomerForgotten
from xiaoer.notices.models import Notice


@events.on(CustomerForgotten)
def forget_words(session: Session, event: CustomerForgotten) -> None:
    """That something was said and when stays; the words, which name the customer, go."""
    session.execute(
        update(Notice)
        .where(Notice.shop_id == event.shop_id, Notice.customer_id == event.customer_id)
        .values(text="", facts={})
    )
