"""Acts of shipping, done once per key."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import Header
from pydantic import BaseModel
from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor
from xiaoer.core.once import once

Key = Annotated[UUID | None, Header(alias="Idempotency-Key")]


def acted(
    session: Session,
    actor: Actor,
    act: str,
    key: UUID | None,
    body: BaseModel,
    do: Callable[[], BaseModel],
) -> dict[str, Any]:
    """Done once per key and actor; the answer of the first time is given again."""
    scope = f"shipping.{act}:{actor.kind}:{actor.id}"
    content = body.model_dump(mode="json") if key else None

    def done() -> dict[str, Any]:
        return do().model_dump(mode="json")

    with session.begin_nested():
        return once(session, scope=scope, key=key, content=content, do=done)
