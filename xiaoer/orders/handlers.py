"""What orders do when something happens below."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor, Permission
from xiaoer.core.events import on
from xiaoer.customers.events import CustomerForgotten, CustomersMerged
from xiaoer.evidence.models import SubjectType
from xiaoer.evidence.queries import Snapshot, snapshots_of
from xiaoer.orders import queries, rules, service


@on(CustomersMerged)
def follow_merge(session: Session, event: CustomersMerged) -> None:
    service.follow_merge(session, kept_id=event.customer_id, merged_id=event.gone_id)


@on(CustomerForgotten)
def forget(session: Session, event: CustomerForgotten) -> None:
    service.forget(session, customer_id=event.customer_id)


@snapshots_of(SubjectType.ORDER)
def order_as_evidence(
    session: Session, actor: Actor, order_id: UUID, _message_ids: Sequence[UUID]
) -> Snapshot:
    """The order as it stands now: what was bought, for how much, when, and what was remarked."""
    actor.must(Permission.ORDERS_READ)
    order = queries.get(session, actor, order_id)
    lines, remarks = queries.lines(session, order_id), queries.remarks(session, order_id)
    return Snapshot(order.shop_id, rules.as_evidence(order, lines, remarks))
