"""Who a call is with, and what every event of it says."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.channels.phone.models import Call
from xiaoer.customers import queries as customers
from xiaoer.customers.rules import mask_phone


def only_one(session: Session, shop_id: UUID, number: str) -> UUID | None:
    """Who has this number, when only one person has it."""
    found = customers.with_phone(session, shop_id, number)
    return found[0].id if len(found) == 1 else None


def common(call: Call) -> dict[str, Any]:
    return {
        "shop_id": call.shop_id,
        "call_id": call.id,
        "direction": call.direction.value,
        "number": mask_phone(call.number),
        "customer_id": call.customer_id,
        "agent_id": call.agent_id,
    }
