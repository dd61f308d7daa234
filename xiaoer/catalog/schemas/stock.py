"""What is asked for, what comes, and what was counted, on the wire. Stocks are pieces."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from xiaoer.catalog.models import Replenishing, Replenishment, Sku
from xiaoer.catalog.schemas.cards import Said
from xiaoer.catalog.schemas.goods import Pieces


class ReplenishIn(BaseModel):
    sku_id: UUID
    pieces: Annotated[int, Field(ge=1, le=1_000_000)]
    reason: Said


class ExpectIn(BaseModel):
    expected_on: date
    pieces: Annotated[int, Field(ge=1, le=1_000_000)] | None = None


class WithdrawalIn(BaseModel):
    why: Said


class SafetyIn(BaseModel):
    pieces: Pieces | None


class ReplenishmentOut(BaseModel):
    id: UUID
    sku_id: UUID
    title: str
    spec: str
    code: str | None
    actual_stock: int | None
    pieces: int
    reason: str
    automatic: bool
    state: Replenishing
    asked_by: str
    asked_at: datetime
    expected_on: date | None
    ended_at: datetime | None
    note: str

    @classmethod
    def made(cls, found: Replenishment, sku: Sku, title: str) -> "ReplenishmentOut":
        names = [name for name in cls.model_fields if hasattr(found, name)]
        told = {name: getattr(found, name) for name in names}
        about = {"spec": sku.spec, "code": sku.code, "actual_stock": sku.actual_stock}
        return cls(**told | about | {"title": title})


class AskedOut(BaseModel):
    """A SKU that was asked for, and how often in the same time before."""

    model_config = ConfigDict(from_attributes=True)

    sku_id: UUID
    title: str
    spec: str
    code: str | None
    page_stock: int | None
    actual_stock: int | None
    asks: int
    before: int
    lost: int
    lost_pieces: int


class CountIn(BaseModel):
    """Pieces of a SKU by its article number, as they were `at` that time; now unless it is told."""

    sku: Said
    page_stock: Pieces | None = None
    actual_stock: Pieces | None = None
    at: AwareDatetime | None = None


class CountsIn(BaseModel):
    shop_id: UUID
    counts: Annotated[list[CountIn], Field(min_length=1, max_length=5000)]


class CountedOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    written: int
    known: int
    refused: list[int]
