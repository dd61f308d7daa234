"""What a talk is a consultation about (RSP-2), coarser than a topic; a talk may have several."""

from collections.abc import Sequence
from enum import StrEnum


class Consultation(StrEnum):
    PRODUCT = "product"
    PROMOTION = "promotion"
    LOGISTICS = "logistics"
    AFTERSALES = "aftersales"


_OFFERS = ("优惠", "活动", "赠品", "价格", "券", "满减", "积分", "会员")
_BY_GROUP = {
    "商品": Consultation.PRODUCT,
    "售前": Consultation.PRODUCT,
    "物流": Consultation.LOGISTICS,
    "售后": Consultation.AFTERSALES,
    "会员": Consultation.PROMOTION,
}


def consultation(topic: str) -> Consultation | None:
    """Of a two-level topic, as `物流/催发货`; None for what is none of the four."""
    group, _, kind = topic.partition("/")
    if any(word in kind for word in _OFFERS):
        return Consultation.PROMOTION
    return _BY_GROUP.get(group)


def joined(known: Sequence[str], topic: str) -> list[str]:
    """The consultations of a talk with what it turns to now."""
    found = consultation(topic)
    return list(dict.fromkeys([*known, found.value])) if found else list(known)
