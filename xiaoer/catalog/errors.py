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


class ReplenishmentNotFound(NotFound):
    zh = "没有这条补货申请。"
    en = "There is no such request for goods."


class AskedAlready(Conflict):
    zh = "“{spec}”已有未完成的补货申请。"
    en = "More of {spec} is asked for already."


class ReplenishmentEnded(Conflict):
    zh = "这条补货申请已经结束。"
    en = "This request for goods has ended."


class HintNeedsAPlace(Invalid):
    zh = "风险提示请选一件商品或一个类目。"
    en = "Say of which product or which category the hint is."
