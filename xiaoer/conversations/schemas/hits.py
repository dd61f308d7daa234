"""What a search finds."""

from pydantic import BaseModel

from xiaoer.conversations.schemas.messages import MessageOut
from xiaoer.conversations.schemas.talks import Row


class HitOut(BaseModel):
    """In `highlight` each hit stands between U+0001 and U+0002."""

    conversation: Row
    message: MessageOut
    highlight: str


class HitPage(BaseModel):
    items: list[HitOut]
    next: str | None
