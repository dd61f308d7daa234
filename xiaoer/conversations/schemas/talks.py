"""Conversations as lists and heads show them."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from xiaoer.conversations.models import Priority, Stage, State
from xiaoer.conversations.schemas.messages import MessagePage
from xiaoer.conversations.schemas.people import CustomerRef, RefOut

ViewName = Literal["mine", "unassigned", "all", "waiting", "snoozed", "closed"]
Sort = Literal["recent", "waiting"]


class LastMessageOut(BaseModel):
    seq: int
    sender: Annotated[str, Field(alias="from")]
    kind: str
    text: str
    at: datetime


class RowHold(BaseModel):
    """The customer was asked to wait until then; `late`: that time has passed."""

    until: datetime
    late: bool


class Row(BaseModel):
    """A conversation in a list. The clock counts from `waiting_since`: amber at `target_sec` times
    `amber_ratio`, red at `target_sec`. Of two with one id the higher `version` is the newer."""

    id: UUID
    number: int
    shop_id: UUID
    shop_name: str
    channel: str
    state: State
    stage: Stage | None
    priority: Priority
    customer: CustomerRef
    assignee: RefOut | None
    group: RefOut | None
    queue_position: int | None
    last_message: LastMessageOut | None
    unread: int
    waiting_since: datetime | None
    target_sec: int
    amber_ratio: float
    snoozed_until: datetime | None
    closed_reason: str | None
    tags: list[str]
    order_no: str | None
    hold: RowHold | None
    updated_at: datetime
    version: int


class RowPage(BaseModel):
    items: list[Row]
    next: str | None


class DraftOut(BaseModel):
    kind: Literal["reply", "note"]
    text: str


class StatsOut(BaseModel):
    """Seconds; a turn goes from the first unanswered question to the first answer by a person."""

    first_response_sec: float | None
    avg_response_sec: float | None
    turns: int
    waiting_sec: float | None


class ConversationOut(Row):
    customer_typing: bool
    viewers: list[RefOut]
    draft: DraftOut | None
    stats: StatsOut
    customer_delivered_seq: int
    customer_read_seq: int
    staff_delivered_seq: int
    staff_read_seq: int
    opened_at: datetime
    closed_at: datetime | None
    left_unanswered_at: datetime | None
    allowed: list[str]
    messages: MessagePage | None = None


class CountsOut(BaseModel):
    """Each ends at 1000, which means “more than 999”."""

    mine: int
    mine_unread: int
    unassigned: int
    all: int
    waiting: int
    snoozed: int
    waiting_mine: int


class LossOut(BaseModel):
    conversation: Row
    left_at: datetime
    waited_sec: float


class LossWindow(BaseModel):
    """What was counted for the shops of one time zone."""

    timezone: str
    start: datetime
    end: datetime


class LossDay(BaseModel):
    day: date
    count: int


class LossesOut(BaseModel):
    """流失: figures of everybody in the windows, and a page of those asked for.

    `before_first_answer` counts those whom nobody answered; `by_hour` has 24 counts.
    """

    items: list[LossOut]
    total: int
    before_first_answer: int
    average_wait_sec: float | None
    median_wait_sec: float | None
    longest_wait_sec: float | None
    by_hour: list[int]
    by_day: list[LossDay]
    windows: list[LossWindow]
    next: str | None
