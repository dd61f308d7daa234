"""The settings of a shop for its after-sales, on the wire."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from xiaoer.aftersales.models import CaseKind, ReturnMethod
from xiaoer.aftersales.rules.legs import Leg
from xiaoer.aftersales.schemas.fields import Cents, Count

ShopType = Literal["flagship", "specialty", "other"]


class ChoicesIn(BaseModel):
    """Only what is named is changed."""

    shop_id: UUID
    retention_budget_cents: Cents = 0
    return_methods: list[ReturnMethod] = []
    leg_targets: dict[Leg, Count] = {}
    completion_targets: dict[CaseKind, Count] = {}
    confirm_days: Count = 0
    calendar_id: UUID | None = None
    ship_instead: bool = True
    promotion: bool = False
    seven_day: bool = True
    freight_insurance: bool = False
    price_protect_days: Count = 0
    warranty_days: Count | None = None
    stalled_hours: Count = 0
    parcel_back_days: Count = 0
    shop_type: ShopType | None = None

    def named(self) -> dict[str, Any]:
        """What was sent."""
        sent = self.model_dump(exclude_unset=True, exclude={"shop_id"})
        if "return_methods" in sent:
            sent["return_methods"] = tuple(dict.fromkeys(self.return_methods))
        return sent


class ChangeOut(BaseModel):
    """By name of the setting what stood there and what does."""

    at: dt.datetime
    by: str
    changes: dict[str, list[Any]]


class ChoicesOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    retention_budget_cents: int
    return_methods: list[ReturnMethod]
    leg_targets: dict[Leg, int]
    completion_targets: dict[CaseKind, int]
    confirm_days: int
    calendar_id: UUID | None
    ship_instead: bool
    promotion: bool
    seven_day: bool
    freight_insurance: bool
    price_protect_days: int
    warranty_days: int | None
    stalled_hours: int
    parcel_back_days: int
    shop_type: ShopType | None


class CaseSettingsOut(BaseModel):
    """`retention_spent_cents`: of the budget, what offers taken or open have used; `bounds`: the
    least and the most of each number."""

    choices: ChoicesOut
    currency: str
    retention_spent_cents: int
    bounds: dict[str, list[int]]
    changes: list[ChangeOut]
