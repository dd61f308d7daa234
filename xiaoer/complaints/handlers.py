"""Complaints that other rooms tell of."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from xiaoer.complaints import queries, service
from xiaoer.complaints.models import About, Complaint, ComplaintCause
from xiaoer.complaints.service import Brought
from xiaoer.core.auth import system
from xiaoer.core.events import on
from xiaoer.customers.events import CustomerForgotten, CustomersMerged
from xiaoer.customers.queries import export_with
from xiaoer.orders.events import CodDeceived

export_with("complaints", queries.exported)


@on(CodDeceived)
def note_price_on_delivery(session: Session, event: CodDeceived) -> None:
    """COD-6: deceived about the price of paying on delivery."""
    assert event.shop_id is not None
    brought = Brought(
        shop_id=event.shop_id,
        type=About.ORDER,
        subject_id=event.order_id,
        cause=ComplaintCause.COD_PRICE,
        words=event.words[:500],
        customer_id=event.customer_id,
    )
    service.note(session, system("complaints"), brought)


@on(CustomersMerged)
def complaints_follow(session: Session, event: CustomersMerged) -> None:
    """Two customers were one person."""
    session.execute(
        update(Complaint)
        .where(Complaint.shop_id == event.shop_id, Complaint.customer_id == event.gone_id)
        .values(customer_id=event.customer_id)
    )


@on(CustomerForgotten)
def forget_words(session: Session, event: CustomerForgotten) -> None:
    """That somebody complained stays, and of what; their words go."""
    session.execute(
        update(Complaint)
        .where(Complaint.shop_id == event.shop_id, Complaint.customer_id == event.customer_id)
        .values(words="")
    )
