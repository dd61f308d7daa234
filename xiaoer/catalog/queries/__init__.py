"""Reads of the catalogue, scoped to what the actor may reach."""

from xiaoer.catalog.queries.asked import (
    asked,
    asked_in,
    cards,
    hints,
    product,
    replenishing,
    replenishments,
)
from xiaoer.catalog.queries.goods import (
    Part,
    differences,
    held,
    kits,
    part,
    products_visible_to,
    search,
    sku,
    sku_ids,
    skus_of,
    skus_visible_to,
    thresholds,
)

__all__ = [
    "Part",
    "asked",
    "asked_in",
    "cards",
    "differences",
    "held",
    "hints",
    "kits",
    "part",
    "product",
    "products_visible_to",
    "replenishing",
    "replenishments",
    "search",
    "sku",
    "sku_ids",
    "skus_of",
    "skus_visible_to",
    "thresholds",
]
