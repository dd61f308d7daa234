"""Calls on the wire. Numbers are masked."""

from typing import Annotated, Any
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, HttpUrl

from xiaoer.channels.phone.models import Call, CallDirection, CallState, Matter
from xiaoer.channels.phone.service import Notes, Piece
from xiaoer.core.web import Line, Words
from xiaoer.customers.rules import mask_phone
from xiaoer.tasks.models import Task

Number = Annotated[str, Field(max_length=40)]


class Named(BaseModel):
    id: UUID
    name: str


class CallbackOut(BaseModel):
    """What was promised, and whether it is still to be done."""

    task_id: UUID
    due_at: AwareDatetime
    open: bool


class CallOut(BaseModel):
    id: UUID
    shop_id: UUID
    direction: CallDirection
    state: CallState
    number: str
    customer: Named | None
    agent: Named | None
    at: AwareDatetime
    answered_at: AwareDatetime | None
    ended_at: AwareDatetime | None
    seconds: int | None
    matter: Matter | None
    subject: str
    result: str
    recording_url: str
    callback: CallbackOut | None
    by_hand: bool


class CallPage(BaseModel):
    items: list[CallOut]
    next: str | None


class Caller(BaseModel):
    """Somebody who has the number of the call."""

    id: UUID
    name: str
    tags: list[str]


class CallDetail(CallOut):
    callers: list[Caller]
    """Who it may be, when it is not clear; empty when it is."""
    earlier: int
    """How many calls there were with this number before."""


class CallFigures(BaseModel):
    inbound: int
    outbound: int
    missed: int
    complaints: int
    callbacks_open: int
    callbacks_late: int
    wait_sec: float | None
    talk_sec: float | None
    since: AwareDatetime


class NotesIn(BaseModel):
    matter: Matter
    subject: Annotated[Line, Field(min_length=1, max_length=200)]
    result: Annotated[Words, Field(max_length=2000)] = ""
    customer_id: UUID | None = None

    def notes(self) -> Notes:
        return Notes(**self.model_dump(include={"matter", "subject", "result", "customer_id"}))


class LoggedCall(NotesIn):
    """Without `seconds` it was not answered."""

    shop_id: UUID
    number: Number
    direction: CallDirection
    at: AwareDatetime
    seconds: Annotated[int, Field(ge=0, le=24 * 3600)] | None = None


class CallbackIn(BaseModel):
    due_at: AwareDatetime
    note: Annotated[Words, Field(max_length=500)] = ""


class NumberOut(BaseModel):
    number: str


class PhoneKey(BaseModel):
    key: str


class NewsIn(BaseModel):
    """One piece of a call, as a telephone system tells it."""

    call: Annotated[Line, Field(min_length=1, max_length=100)]
    event: Piece
    at: AwareDatetime
    number: Number = ""
    direction: CallDirection = CallDirection.INBOUND
    agent: Annotated[Line, Field(max_length=60)] = ""
    recording_url: Annotated[HttpUrl, Field(max_length=500)] | None = None


class Heard(BaseModel):
    call_id: UUID
    state: CallState


def shown(call: Call, names: dict[UUID, str], tasks: dict[UUID, Task]) -> dict[str, Any]:
    """A call as everybody may see it."""
    task = tasks.get(call.callback_task_id) if call.callback_task_id else None
    known = call.customer_id and {"id": call.customer_id, "name": names.get(call.customer_id, "")}
    return {
        **{name: getattr(call, name) for name in _PLAIN},
        "number": mask_phone(call.number),
        "customer": known or None,
        "agent": {"id": call.agent_id, "name": call.agent_name} if call.agent_id else None,
        "callback": task and {"task_id": task.id, "due_at": task.due_at, "open": not task.ended},
        "by_hand": call.external_id is None,
    }


_PLAIN = (
    "id", "shop_id", "direction", "state", "at", "answered_at", "ended_at", "seconds",
    "matter", "subject", "result", "recording_url",
)  # fmt: skip
