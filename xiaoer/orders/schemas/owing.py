"""Invoices and installations on the wire."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, StringConstraints

from xiaoer.core.web import Words
from xiaoer.orders.models import OwedKind

Said = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), Words]


class InvoiceIn(BaseModel):
    order_id: UUID
    title: Said
    tax_no: Annotated[str, StringConstraints(strip_whitespace=True, max_length=40), Words] = ""


class ServiceDoneIn(BaseModel):
    result: Said


class OwedServiceOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    order_id: UUID
    order_no: str
    kind: OwedKind
    title: str
    tax_no: str
    asked_by: str
    asked_at: datetime
    due_at: datetime
    late: bool
    done_at: datetime | None
    result: str
