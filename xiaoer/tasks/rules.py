"""Where a task may move: pure."""

from collections.abc import Mapping

from xiaoer.tasks.errors import TaskCannotMove
from xiaoer.tasks.models import TaskState

NEXT_STATES: Mapping[TaskState, frozenset[TaskState]] = {
    TaskState.OPEN: frozenset({TaskState.ACKNOWLEDGED, TaskState.DONE, TaskState.CANCELLED}),
    TaskState.ACKNOWLEDGED: frozenset({TaskState.OPEN, TaskState.DONE, TaskState.CANCELLED}),
    TaskState.DONE: frozenset(),
    TaskState.CANCELLED: frozenset(),
}


def check_move(now: TaskState, then: TaskState) -> None:
    if then not in NEXT_STATES[now]:
        raise TaskCannotMove(state=now.value, to=then.value)
