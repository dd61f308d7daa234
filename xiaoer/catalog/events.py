"""Facts of the catalogue."""

from dataclasses import dataclass
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class CatalogLoaded(Event):
    """Products and SKUs were created or brought up to date in bulk."""

    products: int
    skus: int

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class ProductsChanged(Event):
    """What is known of these products changed: a title, a fact, a price, whether it is sold."""

    product_ids: list[UUID]

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class StockRecorded(Event):
    """A count of one SKU arrived; numbers are pieces, None means not counted yet."""

    subject_field = "sku_id"

    sku_id: UUID
    page_stock: int | None
    actual_stock: int | None
    flagged: bool

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class StockThresholdSet(Event):
    """From now on a difference of more than `pieces` is listed for correction."""

    pieces: int

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class ReplenishmentAsked(Event):
    """More pieces of a SKU are wanted; `automatic`: its safety stock was reached."""

    subject_field = "sku_id"

    replenishment_id: UUID
    sku_id: UUID
    title: str
    pieces: int
    automatic: bool

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class ReplenishmentMoved(Event):
    """It is known when they come, they came, or nobody wants them any more."""

    subject_field = "sku_id"

    replenishment_id: UUID
    sku_id: UUID
    state: str

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class ProductCardWritten(Event):
    """What there is to know of a product was written anew."""

    subject_field = "product_id"

    product_id: UUID


@dataclass(frozen=True, kw_only=True)
class ProductAnswerDoubted(Event):
    """Somebody says that what the card tells of a product is wrong (PRD-4)."""

    subject_field = "product_id"

    product_id: UUID
    title: str
    owner_id: UUID | None
    words: str
