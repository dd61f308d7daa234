"""Refusals of the catalogue."""

from xiaoer.core.errors import Conflict, Invalid, NotFound


class ProductNotFound(NotFound):
    zh = "没有这件商品。"
    en = "There is no such product."


class SkuNotFound(NotFound):
    zh = "没有这个 SKU。"
    en = "There is no such SKU."


class NothingCounted(Invalid):
    zh = "请给出页面库存或实际库存。"
    en = "Give the page stock, the actual stock, or both."


class OutOfStock(Conflict):
    zh = "“{spec}”库存不足，还剩 {left} 件。"
    en = "There is not enough of {spec}; {left} left."
