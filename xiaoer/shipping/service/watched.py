"""A row of `ship_watches` as it is to be, and how it is written to PostgreSQL."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from xiaoer.shipping.models import Stage, Urgency


@dataclass(frozen=True, slots=True)
class Watched:
    """What is owed about one order, decided."""

    order_id: UUID
    shop_id: UUID
    order_version: int
    source: str
    warehouse_id: UUID | None
    courier: str
    stage: Stage
    urgency: Urgency
    overlooked: bool
    paid_at: datetime | None
    ship_by: datetime
    pickup_by: datetime
    overlook_at: datetime
    due_at: datetime
    warn_hours: tuple[int, ...]
    marked_at: datetime | None
    handed_at: datetime | None
    held_since: datetime | None
    held_sec: int
    rule_row: str
    rule_version_id: UUID | None
    complaint: bool
    compensation_cents: int
    compensation_form: str


KINDS = {
    "order_id": "uuid", "shop_id": "uuid", "order_version": "int", "source": "text",
    "warehouse_id": "uuid", "courier": "text", "stage": "text", "urgency": "text",
    "overlooked": "boolean", "paid_at": "timestamptz", "ship_by": "timestamptz",
    "pickup_by": "timestamptz", "overlook_at": "timestamptz", "due_at": "timestamptz",
    "warn_hours": "int[]", "marked_at": "timestamptz", "handed_at": "timestamptz",
    "held_since": "timestamptz", "held_sec": "int", "rule_row": "text",
    "rule_version_id": "uuid", "complaint": "boolean", "compensation_cents": "bigint",
    "compensation_form": "text",
}  # fmt: skip
"""The columns with their types, for a recordset."""
