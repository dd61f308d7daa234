"""Hand-overs and what talks before a purchase brought, on the wire."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field


class HandoverIn(BaseModel):
    shop_id: UUID
    to_agent_id: UUID
    note: Annotated[str, Field(max_length=2000)] = ""


class HeldOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    kind: str
    """`talk`, `task`, `promise` or `order`."""
    id: UUID
    label: str


class HandoverOut(BaseModel):
    id: UUID
    from_agent_id: UUID
    from_name: str
    to_agent_id: UUID
    to_name: str
    note: str
    items: list[HeldOut]
    at: datetime
    acknowledged_at: datetime | None

    @classmethod
    def of(cls, row: Any) -> "HandoverOut":
        made = row.Handover
        names = {"from_name": row.from_name, "to_name": row.to_name}
        told = {name: getattr(made, name) for name in cls.model_fields if name not in names}
        return cls(**told, **names)


class ConversionOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    agent_id: UUID
    name: str
    inquirers: int
    next_day: int
    bought: int
    cents: int
