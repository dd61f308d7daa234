"""Reactions to what happens below."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from xiaoer.channels.phone import queries
from xiaoer.channels.phone.models import Call
from xiaoer.channels.phone.scored import Calls
from xiaoer.core import events
from xiaoer.customers.events import CustomerForgotten, CustomersMerged
from xiaoer.customers.queries import export_with
from xiaoer.quality.models import SheetKind
from xiaoer.quality.queries import work

export_with("calls", queries.exported)
work.register(SheetKind.CALL, Calls())


@events.on(CustomersMerged)
def calls_follow(session: Session, event: CustomersMerged) -> None:
    """Two customers were one person: the one called whenever the other did."""
    session.execute(
        update(Call)
        .where(Call.shop_id == event.shop_id, Call.customer_id == event.gone_id)
        .values(customer_id=event.customer_id)
    )


@events.on(CustomerForgotten)
def forget_number(session: Session, event: CustomerForgotten) -> None:
    """That there was a call stays; the number, the words and the recording's address go."""
    session.execute(
        update(Call)
        .where(Call.shop_id == event.shop_id, Call.customer_id == event.customer_id)
        .values(number="", subject="", result="", recording_url="")
    )
