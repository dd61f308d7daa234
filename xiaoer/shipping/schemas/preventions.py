"""The checklist of warehouses on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from xiaoer.shipping.service.preventing import Measure
from xiaoer.tasks.models import TaskState


class PreventionIn(BaseModel):
    due_at: AwareDatetime
    owners: Annotated[dict[Measure, UUID], Field(min_length=1)]


class PreventionOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    warehouse_id: UUID
    warehouse: str
    measure: Measure
    task_id: UUID | None
    state: TaskState | None
    due_at: datetime | None
    owner: str | None
    result: str | None
