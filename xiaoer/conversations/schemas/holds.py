"""What is checked for a customer, as the desk shows it."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from xiaoer.conversations.models import HoldState


class HoldOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    conversation_id: UUID
    agent_id: UUID
    checking: str
    state: HoldState
    started_at: datetime
    due_at: datetime
    extensions: int
    late_at: datetime | None


class HoldNow(BaseModel):
    """The one that is live, with ready words that keep contact; None: nobody waits for a check.

    `lookup_sec`: how long a lookup may last before the customer is asked to wait (HOLD-2).
    """

    hold: HoldOut | None
    contact_texts: list[str]
    lookup_sec: int


class ShareOut(BaseModel):
    """`on_time`: of those decided, 0 … 1. Seconds."""

    model_config = ConfigDict(from_attributes=True)

    agent_id: UUID
    name: str
    begun: int
    kept: int
    late: int
    never_answered: int
    extensions: int
    average_over_sec: float | None
    on_time: float | None


class SharesOut(BaseModel):
    items: list[ShareOut]
