"""Reactions to what happens below."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from xiaoer.core import events
from xiaoer.customers.events import CustomerForgotten, CustomersMerged
from xiaoer.customers.queries import export_with
from xiaoer.notices import queries
from xiaoer.notices.models import Notice

export_with("notices", queries.exported)


@events.on(CustomersMerged)
def follow_the_customer(session: Session, event: CustomersMerged) -> None:
    """Two customers were one person: what the one was told, the other was told."""
    session.execute(
        update(Notice)
        .where(Notice.shop_id == event.shop_id, Notice.customer_id == event.gone_id)
        .values(customer_id=event.customer_id)
    )


@events.on(CustomerForgotten)
def forget_words(session: Session, event: CustomerForgotten) -> None:
    """That something was said and when stays; the words, which name the customer, go."""
    session.execute(
        update(Notice)
        .where(Notice.shop_id == event.shop_id, Notice.customer_id == event.customer_id)
        .values(text="", facts={})
    )
