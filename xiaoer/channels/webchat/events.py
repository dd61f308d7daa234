from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class OrderClaimed(Event):
    """A visitor proved to know an order, and may see it from now on."""

    subject_field: ClassVar[str | None] = "customer_id"

    customer_id: UUID
    order_id: UUID


@dataclass(frozen=True, kw_only=True)
class WebchatSettingsChanged(Event):
    """Where the chat may be shown, or the vouching secret, changed."""

    changed: list[str]

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]
