"""What every event about a promise says."""

from datetime import datetime
from typing import Any, Protocol
from uuid import UUID


class Told(Protocol):
    """A promise, or a row of one."""

    @property
    def id(self) -> UUID: ...
    @property
    def shop_id(self) -> UUID: ...
    @property
    def kind(self) -> str: ...
    @property
    def subject_type(self) -> str: ...
    @property
    def subject_id(self) -> UUID: ...
    @property
    def owner_agent_id(self) -> UUID | None: ...
    @property
    def owner_group_id(self) -> UUID | None: ...
    @property
    def due_at(self) -> datetime: ...
    @property
    def facts(self) -> dict[str, Any]: ...


def common(promise: Told) -> dict[str, Any]:
    """The fields of `PromiseEvent`."""
    return {
        "shop_id": promise.shop_id,
        "promise_id": promise.id,
        "kind": promise.kind,
        "subject_type": promise.subject_type,
        "subject_id": promise.subject_id,
        "owner_agent_id": promise.owner_agent_id,
        "owner_group_id": promise.owner_group_id,
        "due_at": promise.due_at,
        "facts": promise.facts,
    }
