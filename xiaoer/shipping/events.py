"""Facts about shipping. What is done about them is for those above."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class ShippingSuspended(Event):
    """A time was announced in which nobody has to ship."""

    subject_field = "suspension_id"

    suspension_id: UUID
    starts_at: datetime
    ends_at: datetime
    reason: str

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class WarehouseChanged(Event):
    """A warehouse was added or set otherwise."""

    subject_field = "warehouse_id"

    warehouse_id: UUID
    code: str
    name: str

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]
