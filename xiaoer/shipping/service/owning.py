"""Whose work it is: nothing is left to nobody while somebody of the shop can do it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core import shops
from xiaoer.core.auth import Permission, system
from xiaoer.shipping.service.ruling import SETTINGS
from xiaoer.tasks import service as tasks
from xiaoer.tasks.models import Task
from xiaoer.workforce import queries as workforce
from xiaoer.workforce.queries import Owner

CARE_GROUP = "care_group_id"
"""In the shop's settings of shipping: the group that talks to customers about their parcels."""


def care(session: Session, shop_id: UUID) -> Owner:
    """Who tells customers: the group the shop has named, else the one with the most people who
    may, else one of those people."""
    named = shops.get(session, shop_id).settings.get(SETTINGS, {}).get(CARE_GROUP)
    if named:
        return Owner(UUID(named), None)
    return workforce.owner(session, shop_id=shop_id, permission=Permission.SHIPPING_DELAY)


def task_about(
    session: Session,
    *,
    shop_id: UUID,
    kind: str,
    title: str,
    due_at: datetime,
    subject: tuple[str, UUID] | None,
    owner: Owner,
    description: str = "",
) -> Task:
    """The open task of that kind about the subject, or a new one."""
    subject_type, subject_id = subject or (None, None)
    standing = select(Task).where(
        Task.shop_id == shop_id,
        Task.kind == kind,
        Task.title == title,
        Task.subject_id.is_not_distinct_from(subject_id),
        Task.ended_at.is_(None),
    )
    found = session.scalars(standing.order_by(Task.id).limit(1)).first()
    return found or tasks.open_task(
        session,
        system("shipping"),
        title=title,
        kind=kind,
        due_at=due_at,
        shop_id=shop_id,
        description=description,
        subject_type=subject_type,
        subject_id=subject_id,
        group_id=owner.group_id,
        agent_id=owner.agent_id,
    )
