"""Acts on a case, done once per key."""

from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

from fastapi import Header
from pydantic import BaseModel
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries
from xiaoer.core import events
from xiaoer.core.auth import Actor
from xiaoer.core.once import once
from xiaoer.core.remembering import once_each

Key = Annotated[UUID | None, Header(alias="Idempotency-Key")]


def acted(
    session: Session,
    actor: Actor,
    act: str,
    case_id: UUID,
    key: UUID | None,
    body: BaseModel | None,
    do: Callable[[], Any],
) -> UUID:
    """Do it unless this actor did so with this key before; a stranger's case is not there.

    The case to show then: the one that `do` names, if it made another.
    """
    queries.get(session, actor, case_id)

    def done() -> dict[str, Any]:
        made = do()
        return {"case": made if isinstance(made, UUID) else case_id}

    content = body.model_dump(mode="json") if body else {}
    with once_each(session), session.begin_nested(), events.together(session):
        scope = f"{act}:{case_id}:{actor.kind}:{actor.id}"
        answer = once(session, scope=scope, key=key, content=content, do=done)
    return UUID(str(answer["case"]))
