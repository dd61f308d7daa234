"""What assist does when something happened elsewhere."""

from sqlalchemy.orm import Session

from xiaoer.assist.service import forgetting
from xiaoer.core.events import on
from xiaoer.customers.events import CustomerForgotten


@on(CustomerForgotten)
def forget(session: Session, event: CustomerForgotten) -> None:
    """What was read from a person's words goes with the person."""
    forgetting.forget(session, event.customer_id)
