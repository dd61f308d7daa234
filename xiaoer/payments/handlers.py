"""What payments do when something happens below."""

from sqlalchemy.orm import Session

from xiaoer.core.events import on
from xiaoer.customers.events import CustomerForgotten, CustomersMerged
from xiaoer.payments import service


@on(CustomersMerged)
def follow_merge(session: Session, event: CustomersMerged) -> None:
    service.follow_merge(session, kept_id=event.customer_id, merged_id=event.gone_id)


@on(CustomerForgotten)
def forget(session: Session, event: CustomerForgotten) -> None:
    service.forget(session, customer_id=event.customer_id)
