"""Warehouses and couriers are asked, answer, and leave lessons; who they are, and their shares."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query
from pydantic import BaseModel

from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Line, Me, Router
from xiaoer.shipping import queries, service
from xiaoer.shipping.models import Cause
from xiaoer.shipping.routes.once import Key, acted
from xiaoer.shipping.schemas.reminders import (
    AnswerIn,
    ClosingIn,
    CourierIn,
    CourierOut,
    LessonPage,
    PlanIn,
    PresaleOut,
    ReminderList,
    ReminderOut,
    RemindersOut,
    RemindIn,
)

router = Router(prefix="/api", tags=["shipping"])


@router.post("/shipping/reminders", response_model=RemindersOut, status_code=201)
def remind(session: Db, actor: Me, body: RemindIn, key: Key = None) -> dict[str, Any]:
    """Ask the warehouses or couriers of these orders to hurry, in one act."""

    def do() -> BaseModel:
        made = service.remind(session, actor, **body.asked())
        return RemindersOut(items=[ReminderOut.of(each, 0) for each in made])

    return acted(session, actor, "remind", key, body, do)


@router.get("/shipping/reminders")
def reminders(
    session: Db, actor: Me, shop_id: UUID, closed: bool = False, order_id: UUID | None = None
) -> ReminderList:
    """People of warehouses and couriers see those that went to their groups."""
    actor.must(Permission.SHIPPING_READ)
    found = queries.reminders(session, actor, shop_id=shop_id, closed=closed, order_id=order_id)
    return ReminderList(items=[ReminderOut.of(each, count) for each, count in found])


@router.put("/shipping/reminders/{reminder_id}/answer")
def answer(session: Db, actor: Me, reminder_id: UUID, body: AnswerIn) -> ReminderOut:
    told = service.answer(session, actor, reminder_id, **body.model_dump())
    return ReminderOut.of(told, len(queries.orders_of_reminder(session, reminder_id)))


@router.put("/shipping/reminders/{reminder_id}/plan")
def agree(session: Db, actor: Me, reminder_id: UUID, body: PlanIn) -> ReminderOut:
    told = service.agree(session, actor, reminder_id, plan=body.plan)
    return ReminderOut.of(told, len(queries.orders_of_reminder(session, reminder_id)))


@router.put("/shipping/reminders/{reminder_id}/closing")
def close(session: Db, actor: Me, reminder_id: UUID, body: ClosingIn) -> ReminderOut:
    told = service.close(session, actor, reminder_id, **body.model_dump())
    return ReminderOut.of(told, len(queries.orders_of_reminder(session, reminder_id)))


@router.get("/shipping/lessons")
def lessons(
    session: Db, actor: Me, shop_id: UUID, q: Line = "", cause: Cause | None = None
) -> LessonPage:
    """What was learned, and how often each cause came up."""
    actor.must(Permission.SHIPPING_READ)
    found, causes = queries.lessons(session, actor, shop_id=shop_id, q=q, cause=cause)
    return LessonPage(items=[ReminderOut.of(each, 0) for each in found], causes=causes)


@router.put("/shipping/couriers")
def set_courier(session: Db, actor: Me, body: CourierIn) -> CourierOut:
    """Share, people and whether a courier takes parcels."""
    return CourierOut.of(service.set_courier(session, actor, **body.model_dump()))


@router.get("/shipping/couriers/next")
def next_courier(session: Db, actor: Me, shop_id: UUID) -> dict[str, str]:
    """Who takes the next parcel, by today's shares."""
    return {"courier": service.choose_courier(session, actor, shop_id=shop_id)}


@router.get("/shipping/unmarked-presales")
def unmarked_presales(
    session: Db, actor: Me, shop_id: Annotated[UUID, Query()]
) -> list[PresaleOut]:
    """Presale goods without the label or the day they ship."""
    actor.must(Permission.SHIPPING_READ)
    rows = queries.unmarked_presales(session, actor, shop_id)
    return [PresaleOut.model_validate(row, from_attributes=True) for row in rows]
