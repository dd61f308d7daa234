"""A shop's choices for shipping on the wire."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from xiaoer.shipping.service import News

Channel = Annotated[str, Field(min_length=1, max_length=20)]


class ShippingSettingsOut(BaseModel):
    notices: dict[News, bool]
    """News of parcels that customers hear by themselves."""
    notice_channels: list[str]
    """In their order; the next one where one fails."""
    quick_refund: bool
    calendar_id: UUID | None
    """Hours in which the clock of shipping runs; none: always."""
    care_group_id: UUID | None
    """Who talks to customers about their parcels; none: whoever may."""


class ShippingSettingsIn(BaseModel):
    """What is left out stays as it is."""

    shop_id: UUID
    notices: dict[News, bool] = {}
    notice_channels: Annotated[list[Channel], Field(min_length=1, max_length=10)] = ["webchat"]
    quick_refund: bool = False
    calendar_id: UUID | None = None
    care_group_id: UUID | None = None
