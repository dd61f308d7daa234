"""Products and SKUs on the wire. Stocks are pieces, prices cents."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from xiaoer.catalog import rules
from xiaoer.catalog.models import Product, Sku

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
