"""What happens to tasks."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class TaskEvent(Event):
    """Common to all facts about a task; shown on the timeline of the task itself."""

    subject_field = "task_id"

    task_id: UUID
    number: int
    kind: str
    title: str
    subject_type: str | None
    subject_id: UUID | None
    assignee_agent_id: UUID | None
    assignee_group_id: UUID | None
    due_at: datetime

    def topics(self) -> list[str]:
        told = [f"task:{self.task_id}", f"shop:{self.shop_id}"]
        if self.assignee_agent_id:
            told.append(f"me:{self.assignee_agent_id}")
        if self.subject_id:
            told.append(f"{self.subject_type}:{self.subject_id}")
        return told


@dataclass(frozen=True, kw_only=True)
class TaskOpened(TaskEvent):
    """There is something to do."""


@dataclass(frozen=True, kw_only=True)
class TaskAcknowledged(TaskEvent):
    """Somebody has taken it."""


@dataclass(frozen=True, kw_only=True)
class TaskReassigned(TaskEvent):
    """Another person or group is to do it."""

    from_agent_id: UUID | None
    from_group_id: UUID | None
    note: str

    def topics(self) -> list[str]:
        told = super().topics()
        return [*told, f"me:{self.from_agent_id}"] if self.from_agent_id else told


@dataclass(frozen=True, kw_only=True)
class TaskPostponed(TaskEvent):
    """It is due at another time than `before`."""

    before: datetime
    reason: str


@dataclass(frozen=True, kw_only=True)
class TaskCommented(TaskEvent):
    comment_id: UUID
    text: str


@dataclass(frozen=True, kw_only=True)
class TaskDone(TaskEvent):
    result: str


@dataclass(frozen=True, kw_only=True)
class TaskCancelled(TaskEvent):
    reason: str
