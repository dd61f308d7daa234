"""The inbox on the wire."""

from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from xiaoer.conversations.models import MessageKind, Priority, Stage, State, ViewScope
from xiaoer.core.web import Line, Words

Tag = Annotated[Line, Field(min_length=1, max_length=40)]
Standing = Annotated[Words, Field(max_length=1000)]
Seconds = Annotated[int, Field(ge=1, le=7 * 86400)]
ViewName = Literal["mine", "unassigned", "all", "waiting", "snoozed", "closed"]
Sort = Literal["recent", "waiting"]


class RefOut(BaseModel):
    id: UUID
    name: str


class CustomerRef(RefOut):
    avatar_letter: str


class LastMessageOut(BaseModel):
    seq: int
    sender: Annotated[str, Field(alias="from")]
    kind: str
    text: str
    at: datetime


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
    updated_at: datetime
    version: int


class RowPage(BaseModel):
    items: list[Row]
    next: str | None


class AttachmentOut(BaseModel):
    id: UUID
    name: str
    content_type: str
    size: int
    width: int | None
    height: int | None
    url: str
    thumb_url: str | None


class MessageOut(BaseModel):
    id: UUID
    client_id: UUID
    conversation_id: UUID
    seq: int
    sender: Annotated[str, Field(alias="from")]
    author: RefOut | None
    kind: MessageKind
    text: str
    attachments: list[AttachmentOut]
    card: dict[str, Any] | None
    system: dict[str, Any] | None
    auto: bool
    at: datetime


class MessagePage(BaseModel):
    items: list[MessageOut]
    more: bool


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


class Say(BaseModel):
    client_id: UUID
    kind: Literal["reply", "note"] = "reply"
    text: Words = ""
    attachment_ids: Annotated[list[UUID], Field(max_length=20)] = []
    phrase_id: UUID | None = None


class Assignment(BaseModel):
    """`agent_id`: who serves it now; none but `group_id`: that group's queue; neither: queue."""

    agent_id: UUID | None = None
    group_id: UUID | None = None
    note: Annotated[Words, Field(max_length=1000)] = ""
    expected_assignee_id: UUID | None = None


class Snooze(BaseModel):
    until: AwareDatetime


class Closure(BaseModel):
    reason: Annotated[Line, Field(min_length=1, max_length=40)]
    note: Annotated[Words, Field(max_length=4000)] | None = None


class StageSet(BaseModel):
    stage: Stage | None


class PrioritySet(BaseModel):
    priority: Priority


class TagsSet(BaseModel):
    tags: Annotated[list[Tag], Field(max_length=20)]


class ReadSet(BaseModel):
    seq: Annotated[int, Field(ge=0, lt=2**31)]


class DraftSet(BaseModel):
    kind: Literal["reply", "note"] = "reply"
    text: Annotated[Words, Field(max_length=10_000)]


class BatchArguments(Assignment):
    """What the action needs of these."""

    reason: Annotated[Line, Field(max_length=40)] | None = None
    until: AwareDatetime | None = None
    stage: Stage | None = None
    tags: Annotated[list[Tag], Field(max_length=20)] = []


class Batch(BaseModel):
    ids: Annotated[list[UUID], Field(min_length=1, max_length=200)]
    action: Literal["assign", "close", "snooze", "stage", "tags"]
    args: BatchArguments = BatchArguments()


class RefusalOut(BaseModel):
    id: UUID
    code: str
    message: str


class BatchOut(BaseModel):
    done: list[UUID]
    refused: list[RefusalOut]


class HitOut(BaseModel):
    """In `highlight` each hit stands between U+0001 and U+0002."""

    conversation: Row
    message: MessageOut
    highlight: str


class HitPage(BaseModel):
    items: list[HitOut]
    next: str | None


class ActorOut(BaseModel):
    kind: str
    name: str


class StoryOut(BaseModel):
    at: datetime
    kind: str
    actor: ActorOut
    facts: dict[str, Any]
    auto: bool


class StoryPage(BaseModel):
    items: list[StoryOut]
    next: str | None


class ReasonOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    code: str
    name_zh: str
    name_en: str


class ReasonList(BaseModel):
    items: list[ReasonOut]
    next: str | None = None


class ViewFilters(BaseModel):
    view: ViewName = "all"
    shop_id: UUID | None = None
    channel: Annotated[Line, Field(max_length=20)] | None = None
    stage: Stage | None = None
    priority: Priority | None = None
    tags: Annotated[list[Tag], Field(max_length=20)] = []
    sort: Sort | None = None


class ViewIn(BaseModel):
    name: Annotated[Line, Field(min_length=1, max_length=60)]
    filters: ViewFilters
    scope: ViewScope = ViewScope.MINE


class ViewOut(BaseModel):
    id: UUID
    name: str
    filters: dict[str, Any]
    scope: ViewScope
    mine: bool


class ViewList(BaseModel):
    items: list[ViewOut]
    next: str | None = None


class LossOut(BaseModel):
    conversation: Row
    left_at: datetime
    waited_sec: float


class LossesOut(BaseModel):
    """流失: `total` counts all of the window, `before_first_answer` those whom nobody answered."""

    items: list[LossOut]
    total: int
    before_first_answer: int
    average_wait_sec: float | None
    next: str | None


class ChannelSettingsIn(BaseModel):
    open_hours: UUID | None = None
    first_response_target_sec: Seconds = 30
    response_target_sec: Seconds = 180
    amber_ratio: Annotated[float, Field(gt=0, le=1)] = 0.7
    requeue_after_sec: Seconds | None = None
    skill: Annotated[Line, Field(max_length=40)] | None = None
    signature_zh: Line = ""
    signature_en: Line = ""
    welcome_text: Standing = ""
    offline_text: Standing = ""


class ChannelSettingsOut(ChannelSettingsIn):
    model_config = ConfigDict(from_attributes=True)


class PhraseContext(BaseModel):
    conversation_id: UUID
    order_id: UUID | None = None


class RenderedOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    text: str
    missing: list[str]


class OrderStatusAsk(BaseModel):
    order_id: UUID


class SentenceOut(BaseModel):
    text: str
