"""The settings of a shop for its orders on the wire."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

Hour = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Hours = Annotated[float, Field(gt=0, le=720)]
Cents = Annotated[int, Field(ge=0, le=10**6)]
Words = Annotated[str, Field(min_length=1, max_length=200)]


class OrderSettingsOut(BaseModel):
    address_check: bool
    no_answer: str
    """`ship`, `call` or `hold`: what happens when nobody confirms the address in time."""
    answer_hours: float
    couriers: list[str]
    cod_call: bool
    cod_fee_cents: int
    cod_call_cents: int
    cutoff: str
    invoice_hours: float
    nudges: int
    nudge_hours: float
    quiet: list[str]
    rating_templates: list[str]


class OrderSettingsIn(BaseModel):
    """What is left out stays as it is."""

    shop_id: UUID
    address_check: bool = False
    no_answer: Literal["ship", "call", "hold"] = "ship"
    answer_hours: Hours = 4
    couriers: Annotated[list[Words], Field(max_length=20)] = []
    cod_call: bool = True
    cod_fee_cents: Cents = 0
    cod_call_cents: Cents = 0
    cutoff: Hour = "16:00"
    invoice_hours: Hours = 72
    nudges: Annotated[int, Field(ge=0, le=10)] = 2
    nudge_hours: Hours = 4
    quiet: Annotated[list[Hour], Field(min_length=2, max_length=2)] = ["22:00", "08:00"]
    rating_templates: Annotated[list[Words], Field(min_length=1, max_length=20)] = ["好买家"]
