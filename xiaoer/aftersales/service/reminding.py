"""Reminders of the true reason: what is said to be a fault and is none (KP4-4)."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import orjson
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case, Reason
from xiaoer.aftersales.service import deciding
from xiaoer.aftersales.service.holding import robot

REASONS: Mapping[Reason, tuple[str, str]] = {
    Reason.NO_REASON: ("七天无理由", "seven days, no reason"),
    Reason.DISLIKE: ("不喜欢", "not liked"),
    Reason.NO_LONGER_NEEDED: ("不想要了", "no longer needed"),
    Reason.WRONG_ORDER: ("拍错了", "ordered by mistake"),
    Reason.SIZE_MISMATCH_DESC: ("尺寸与描述不符", "size not as described"),
    Reason.COLOR_MISMATCH_DESC: ("颜色与描述不符", "colour not as described"),
    Reason.QUALITY_DEFECT: ("质量问题", "a fault"),
    Reason.DAMAGED_IN_TRANSIT: ("运输破损", "damaged on the way"),
    Reason.WRONG_ITEM: ("发错货", "the wrong item"),
    Reason.MISSING_ITEM: ("少件", "an item is missing"),
    Reason.MISSING_PARTS: ("少配件", "parts are missing"),
    Reason.EMPTY_PARCEL: ("空包裹", "an empty parcel"),
    Reason.NOT_RECEIVED: ("未收到货", "not received"),
    Reason.LATE_SHIP: ("未按约定时间发货", "not shipped as agreed"),
    Reason.LATE_DELIVERY: ("送货太慢", "delivered late"),
    Reason.COUNTERFEIT: ("假冒品牌", "counterfeit"),
    Reason.EXPIRED_GOODS: ("商品过期", "past its date"),
    Reason.SAFETY: ("安全问题", "unsafe"),
    Reason.PRICE_DROP: ("降价补差", "the price dropped"),
    Reason.OVERCHARGE: ("多收费用", "overcharged"),
    Reason.DUPLICATE_ORDER: ("重复下单", "ordered twice"),
    Reason.WARRANTY_FAULT: ("保修期内故障", "a fault under warranty"),
    Reason.INVOICE_ISSUE: ("发票问题", "the invoice"),
    Reason.AGREED_WITH_MERCHANT: ("与商家协商一致", "agreed with the shop"),
}


@cache
def shipped() -> Mapping[str, Mapping[str, str]]:
    raw = files("xiaoer.aftersales") / "shipped" / "reminders.json"
    found: Mapping[str, Mapping[str, str]] = orjson.loads(raw.read_bytes())
    return found


def of_reason(session: Session, case: Case) -> dict[str, str] | None:
    """What to say when a fault was given as the reason and talk found another; None: all is well.

    It asks for the true reason and takes nothing away: amount and speed stay the same.
    """
    found = case.notes.get("needs", {}).get("reason")
    if not case.quality or found is None or found == case.reason:
        return None
    reason = Reason(found)
    if deciding.reason_facts(session, robot(), case.shop_id, reason).get("quality"):
        return None
    said, true = REASONS[case.reason], REASONS[reason]
    words = shipped()["reason"]
    return {
        "zh": words["zh"].format(reason=said[0], found=true[0]),
        "en": words["en"].format(reason=said[1], found=true[1]),
    }


def card() -> Mapping[str, str]:
    """The return guarantee card, in both languages."""
    return shipped()["card"]
