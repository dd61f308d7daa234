from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from xiaoer.core.web import Line, Words

Locale = Literal["zh", "en"]
OneLine = Annotated[Line, StringConstraints(pattern=r"^[^\n\t]*$")]


class IdentityIn(BaseModel):
    """The shop's word for its signed-in customer. The signature is HMAC-SHA256, in hex, over
    the lines id, name and issued_at (seconds since 1970), and counts for five minutes."""

    id: Annotated[OneLine, Field(min_length=1)]
    name: OneLine
    issued_at: int = Field(ge=0, lt=2**40)
    signature: Annotated[str, StringConstraints(max_length=200)]
    phone: Annotated[OneLine, Field(max_length=40)] | None = None
    email: OneLine | None = None


class VisitIn(BaseModel):
    visitor_token: Annotated[str, StringConstraints(max_length=1000)] | None = None
    identity: IdentityIn | None = None
    locale: Locale = "zh"
    page_url: Annotated[Words, Field(max_length=2000)] | None = None


class CustomerOut(BaseModel):
    name: str
    verified: bool


class ShopOut(BaseModel):
    name: str
    open: bool
    welcome: str
    hours_text: str


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
    """A message as its customer sees it."""

    model_config = ConfigDict(populate_by_name=True)

    id: UUID
    client_id: UUID
    seq: int
    from_: Literal["me", "agent", "bot", "system"] = Field(alias="from")
    author_name: str | None
    kind: str
    text: str
    attachments: list[AttachmentOut]
    card: dict[str, Any] | None
    system: dict[str, Any] | None
    at: datetime


class NamedOut(BaseModel):
    name: str


class QueueOut(BaseModel):
    position: int
    expected_wait_sec: int | None


class TalkOut(BaseModel):
    """The head of the visitor's talk. `queued` without `queue`: the place was not counted."""

    id: UUID
    number: int
    state: str
    agent: NamedOut | None
    queued: bool
    queue: QueueOut | None = None
    staff_delivered_seq: int
    staff_read_seq: int
    hold_until: datetime | None
    """Something is being checked: by when the customer was promised to hear of it."""


class TalkWithMessagesOut(TalkOut):
    messages: list[MessageOut]
    more: bool


class VisitOut(BaseModel):
    visitor_token: str
    customer: CustomerOut
    shop: ShopOut
    conversation: TalkWithMessagesOut | None


class CurrentOut(BaseModel):
    conversation: TalkOut | None


class MessageIn(BaseModel):
    """`client_id` names the message: sending it again with the same content changes nothing."""

    client_id: UUID
    text: Words = ""
    attachment_ids: list[UUID] = Field(default_factory=list, max_length=20)
    order_no: Annotated[Line, Field(max_length=60)] | None = None


class PageOut(BaseModel):
    items: list[MessageOut]
    more: bool


class ReadIn(BaseModel):
    seq: int = Field(ge=0, lt=2**31)


class ClaimIn(BaseModel):
    order_no: Annotated[Line, Field(min_length=1, max_length=64)]
    phone_tail: Annotated[Line, Field(min_length=1, max_length=20)]


class ItemOut(BaseModel):
    title: str
    image_url: str | None


class ParcelOut(BaseModel):
    text: str
    at: datetime


class OrderOut(BaseModel):
    """An order for its buyer: nobody's name, phone or street."""

    id: UUID
    order_no: str
    status: str
    status_text: str
    placed_at: datetime
    paid_cents: int
    currency: str
    item_count: int
    first_item: ItemOut | None
    courier: str | None
    tracking_no: str | None
    last_parcel_event: ParcelOut | None


class ClaimOut(BaseModel):
    order: OrderOut


class OrdersOut(BaseModel):
    items: list[OrderOut]


class SettingsIn(BaseModel):
    frame_ancestors: list[Annotated[str, StringConstraints(max_length=200)]] = Field(max_length=50)


class SettingsOut(BaseModel):
    frame_ancestors: list[str]
    vouching_secret: str
    snippet: str


class RatingIn(BaseModel):
    """1: not at all content, 5: very."""

    score: Annotated[int, Field(ge=1, le=5)]
    comment: Annotated[Words, Field(max_length=500)] = ""
