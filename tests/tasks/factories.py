"""Tasks for tests, made with only what matters."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import auth, clock
from xiaoer.core.auth import Actor
from xiaoer.tasks import service
from xiaoer.tasks.models import Task


def make_task(
    session: Session, shop_id: UUID, actor: Actor | None = None, **what_matters: Any
) -> Task:
    defaults = {"title": "回访顾客", "due_at": clock.now() + timedelta(hours=2)}
    return service.open_task(
        session, actor or auth.system(), shop_id=shop_id, **(defaults | what_matters)
    )
