"""What platforms tell of a case, in their own words."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from xiaoer.aftersales.models import CaseKind, CaseState, Reason
from xiaoer.core.web import Words

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100), Words]
Word = Annotated[str, StringConstraints(strip_whitespace=True, max_length=60), Words]


class PlatformLine(BaseModel):
    """So many units of the line at this position of the order, from 1."""

    position: Annotated[int, Field(ge=1, le=1000)]
    qty: Annotated[int, Field(ge=1, le=100_000)] = 1


class PlatformOpens(BaseModel):
    """A case that we do not have yet: what its buyer asks for."""

    order_no: Name
    kind: CaseKind
    reason: Reason
    lines: Annotated[list[PlatformLine], Field(min_length=1, max_length=200)]
    cents: Annotated[int, Field(ge=1, lt=2**53)] | None = None
    text: Annotated[str, StringConstraints(max_length=1000), Words] = ""


class PlatformTold(BaseModel):
    """`version` is the platform's own mark of its case: it is sent back with every decision."""

    ref: Name
    version: Name
    status: Word
    refund: Word = ""
    dispute: Word = ""
    goods_back: bool = False
    refunded_cents: Annotated[int, Field(ge=0, lt=2**53)] | None = None
    opens: PlatformOpens | None = None


class PlatformTaken(BaseModel):
    case_id: UUID
    number: int
    state: CaseState
    version: str


class PlatformKey(BaseModel):
    key: str
