"""The catalogue on the wire. Stocks are pieces, prices cents."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from xiaoer.catalog import rules
from xiaoer.catalog.models import (
    HintKind,
    Product,
    ProductCard,
    Replenishing,
    Replenishment,
    RiskHint,
    Sku,
)
from xiaoer.core.web import Words as Readable

Pieces = Annotated[int, Field(ge=0, le=100_000_000)]


class StockOut(BaseModel):
    page_stock: int | None
    actual_stock: int | None
    page_synced_at: datetime | None
    actual_synced_at: datetime | None
    synced_at: datetime | None
    difference: int | None
    flagged: bool

    @classmethod
    def of(cls, sku: Sku, threshold: int) -> "StockOut":
        return cls(**_stock(sku, threshold))


def _stock(sku: Sku, threshold: int) -> dict[str, object]:
    return {
        "page_stock": sku.page_stock,
        "actual_stock": sku.actual_stock,
        "page_synced_at": sku.page_synced_at,
        "actual_synced_at": sku.actual_synced_at,
        "synced_at": rules.last_sync(sku.page_synced_at, sku.actual_synced_at),
        "difference": sku.stock_difference,
        "flagged": rules.flagged(sku.stock_difference, threshold),
    }


class SkuOut(StockOut):
    id: UUID
    code: str | None
    spec: str
    price_cents: int
    currency: str
    image_url: str | None
    on_sale: bool
    safety_stock: int | None
    """From so many pieces on more are asked for."""

    @classmethod
    def of(cls, sku: Sku, threshold: int) -> "SkuOut":
        return cls(
            id=sku.id,
            code=sku.code,
            spec=sku.spec,
            price_cents=sku.price_cents,
            currency=sku.currency,
            image_url=sku.image_url,
            on_sale=sku.on_sale,
            safety_stock=sku.safety_stock,
            **_stock(sku, threshold),
        )


class ProductOut(BaseModel):
    id: UUID
    shop_id: UUID
    title: str
    category: str | None
    image_url: str | None
    page_url: str | None
    price_cents: int | None
    """The lowest price of its SKUs."""
    currency: str | None
    skus: list[SkuOut]

    @classmethod
    def of(cls, product: Product, skus: list[Sku], threshold: int) -> "ProductOut":
        return cls(
            id=product.id,
            shop_id=product.shop_id,
            title=product.title,
            category=product.category,
            image_url=product.image_url,
            page_url=product.page_url,
            price_cents=min((sku.price_cents for sku in skus), default=None),
            currency=skus[0].currency if skus else None,
            skus=[SkuOut.of(sku, threshold) for sku in skus],
        )


class ProductList(BaseModel):
    items: list[ProductOut]
    next: str | None


class ProductRef(BaseModel):
    id: UUID
    title: str


class DifferenceOut(StockOut):
    sku: SkuOut
    product: ProductRef

    @classmethod
    def made(cls, sku: Sku, title: str, threshold: int) -> "DifferenceOut":
        return cls(
            sku=SkuOut.of(sku, threshold),
            product=ProductRef(id=sku.product_id, title=title),
            **_stock(sku, threshold),
        )


class DifferenceList(BaseModel):
    items: list[DifferenceOut]
    next: str | None


class Counted(BaseModel):
    page_stock: Pieces | None = None
    actual_stock: Pieces | None = None


class Threshold(BaseModel):
    pieces: Pieces


Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000), Readable]
Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300), Readable]
Said = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), Readable
]


class ProductCardIn(BaseModel):
    """What is known of a product; a text left empty is not shown."""

    features: Words = ""
    functions: Words = ""
    precautions: Words = ""
    advantages: Words = ""
    usage: Words = ""
    policies: Words = ""
    owner_id: UUID | None = None
    review_on: date | None = None

    def words(self) -> dict[str, str]:
        return self.model_dump(exclude={"owner_id", "review_on"})


class HintIn(BaseModel):
    id: UUID | None = None
    shop_id: UUID
    product_id: UUID | None = None
    category: Annotated[Short | None, Field(max_length=100)] = None
    kind: HintKind
    text: Annotated[Short, Field(min_length=1)]
    fee_cents: Annotated[int, Field(ge=0, le=10**8)] | None = None
    within_hours: Annotated[int, Field(ge=1, le=24 * 60)] | None = None
    active: bool = True


class HintOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    product_id: UUID | None
    category: str | None
    kind: HintKind
    text: str
    fee_cents: int | None
    within_hours: int | None
    active: bool


class ProductCardOut(ProductCardIn):
    """The card of a product, with what must be told of it."""

    product_id: UUID
    title: str
    category: str | None
    updated_at: datetime | None
    updated_by: str
    due: bool
    """It was to be read again by now."""
    hints: list[HintOut]

    @classmethod
    def made(
        cls, product: Product, card: ProductCard | None, hints: list[RiskHint], today: date
    ) -> "ProductCardOut":
        names = ProductCardIn.model_fields
        told = {name: getattr(card, name) for name in names} if card else {}
        return cls(
            **told,
            product_id=product.id,
            title=product.title,
            category=product.category,
            updated_at=card.updated_at if card else None,
            updated_by=card.updated_by if card else "",
            due=bool(card and card.review_on and card.review_on <= today),
            hints=[HintOut.model_validate(each) for each in hints],
        )


class DoubtIn(BaseModel):
    words: Said


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
