"""What knowledge does when something it repeats has changed."""

from sqlalchemy.orm import Session

from xiaoer.core import auth
from xiaoer.core.events import on
from xiaoer.knowledge import service
from xiaoer.policies.events import PolicyActivated, PolicyRetired


@on(PolicyActivated)
def follow_policy(session: Session, event: PolicyActivated) -> None:
    """Articles that repeat it are looked at again (POL-8)."""
    service.mark_policy_changed(
        session, auth.system("policies"), shop_id=event.shop_id, table=event.table
    )


@on(PolicyRetired)
def follow_retired_policy(session: Session, event: PolicyRetired) -> None:
    service.mark_policy_changed(
        session, auth.system("policies"), shop_id=event.shop_id, table=event.table
    )
