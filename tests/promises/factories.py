"""Promises and calendars for tests, made with only what matters."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import auth, clock
from xiaoer.core.ids import new_id
from xiaoer.promises import service
from xiaoer.promises.models import BusinessCalendar, Promise
from xiaoer.promises.rules import Terms

WORKING_WEEK = {str(day): [["09:00", "12:00"], ["13:00", "18:00"]] for day in range(1, 6)}


def some_terms(shop_id: UUID, **what_matters: Any) -> Terms:
    defaults = {
        "kind": "reply",
        "subject_type": "conversation",
        "subject_id": new_id(),
        "due_at": clock.now() + timedelta(minutes=3),
    }
    return Terms(shop_id=shop_id, **(defaults | what_matters))


def make_promise(session: Session, shop_id: UUID, **what_matters: Any) -> Promise:
    return service.make(session, auth.system(), some_terms(shop_id, **what_matters))


def make_calendar(
    session: Session, shop_id: UUID, week: Any = None, **what_matters: Any
) -> BusinessCalendar:
    return service.add_calendar(
        session,
        auth.system(),
        shop_id=shop_id,
        name=what_matters.pop("name", "白班"),
        week=WORKING_WEEK if week is None else week,
        **what_matters,
    )
