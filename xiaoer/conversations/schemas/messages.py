"""What was said, and what happened around it."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field

from xiaoer.conversations.models import MessageKind
from xiaoer.conversations.schemas.people import RefOut


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
