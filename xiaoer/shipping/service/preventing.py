"""What keeps a warehouse from sending wrong, late or nothing: a checklist with owners (FM2-3)."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor, Permission, system
from xiaoer.shipping.errors import WarehouseNotFound
from xiaoer.shipping.models import Warehouse
from xiaoer.tasks import service as tasks
from xiaoer.tasks.models import Task


class Measure(StrEnum):
    """What is done before a busy time, so that nothing goes wrong in it."""

    PROCESS = "process"
    STAFF = "staff"
    CHECKING = "checking"
    PUNCTUAL = "punctual"
    RETURNS = "returns"


SUBJECT, PREFIX = "warehouse", "prevention_"
TITLES = {
    Measure.PROCESS: "优化仓库流程",
    Measure.STAFF: "增加仓库人手",
    Measure.CHECKING: "加强出库检验",
    Measure.PUNCTUAL: "保证按时发货",
    Measure.RETURNS: "检验退回的商品",
}


def prevent(
    session: Session,
    actor: Actor,
    *,
    warehouse_id: UUID,
    due_at: datetime,
    owners: Mapping[Measure, UUID],
) -> list[Task]:
    """Give measures to their owners, each a task due at `due_at`; one that is still open stays
    with whom it is. Raises `WarehouseNotFound` and what `open_task` raises."""
    actor.must(Permission.SHIPPING_MANAGE)
    place = session.get(Warehouse, warehouse_id, with_for_update=True)
    if place is None or not actor.reaches(place.shop_id):
        raise WarehouseNotFound
    going = select(Task.kind).where(
        Task.shop_id == place.shop_id, Task.subject_id == place.id, Task.ended_at.is_(None)
    )
    open_kinds = set(session.scalars(going))
    return [
        tasks.open_task(
            session,
            system(actor.name),
            title=f"{TITLES[measure]} · {place.name}",
            kind=f"{PREFIX}{measure}",
            due_at=due_at,
            shop_id=place.shop_id,
            subject_type=SUBJECT,
            subject_id=place.id,
            agent_id=agent_id,
        )
        for measure, agent_id in sorted(owners.items())
        if f"{PREFIX}{measure}" not in open_kinds
    ]
