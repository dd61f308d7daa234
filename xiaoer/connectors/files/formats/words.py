"""What the marketplaces' own words mean (domain.md §10)."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from xiaoer.orders import rules
from xiaoer.orders.models import Flag, LineStatus, OrderStatus

S = OrderStatus
KEPT = 1000
"""A file says the same few words in every row."""

_STATUSES: Mapping[str, OrderStatus] = {
    "tradenocreatepay": S.UNPAID,
    "waitbuyerpay": S.UNPAID,
    "paypending": S.UNPAID,
    "waitpreauthconfirm": S.UNPAID,
    "等待买家付款": S.UNPAID,
    "待付款": S.UNPAID,
    "未付款": S.UNPAID,
    "unpaid": S.UNPAID,
    "waitsellersendgoods": S.PAID,
    "买家已付款等待卖家发货": S.PAID,
    "等待卖家发货": S.PAID,
    "买家已付款": S.PAID,
    "待发货": S.PAID,
    "已付款": S.PAID,
    "paid": S.PAID,
    "paidforbidconsign": S.HELD,
    "sellerconsignedpart": S.PART_SHIPPED,
    "卖家部分发货": S.PART_SHIPPED,
    "部分发货": S.PART_SHIPPED,
    "waitbuyerconfirmgoods": S.SHIPPED,
    "卖家已发货等待买家确认": S.SHIPPED,
    "卖家已发货": S.SHIPPED,
    "等待买家确认收货": S.SHIPPED,
    "待收货": S.SHIPPED,
    "已发货": S.SHIPPED,
    "shipped": S.SHIPPED,
    "运输中": S.IN_TRANSIT,
    "派送中": S.IN_TRANSIT,
    "intransit": S.IN_TRANSIT,
    "tradebuyersigned": S.SIGNED,
    "买家已签收": S.SIGNED,
    "买家已签收货到付款专用": S.SIGNED,
    "已签收": S.SIGNED,
    "signed": S.SIGNED,
    "delivered": S.SIGNED,
    "tradefinished": S.COMPLETED,
    "交易成功": S.COMPLETED,
    "已完成": S.COMPLETED,
    "completed": S.COMPLETED,
    "退款中": S.REFUNDING,
    "退款处理中": S.REFUNDING,
    "refunding": S.REFUNDING,
    "tradeclosed": S.CLOSED,
    "交易关闭": S.CLOSED,
    "已关闭": S.CLOSED,
    "已退款": S.CLOSED,
    "closed": S.CLOSED,
    "refunded": S.CLOSED,
    "tradeclosedbytaobao": S.CANCELLED,
    "已取消": S.CANCELLED,
    "cancelled": S.CANCELLED,
    "canceled": S.CANCELLED,
}

_FLAGS: Mapping[str, Flag] = {
    **{str(number): flag for number, flag in rules.FLAGS_BY_NUMBER.items()},
    **{flag.value: flag for flag in Flag},
    "红": Flag.RED,
    "黄": Flag.YELLOW,
    "绿": Flag.GREEN,
    "蓝": Flag.BLUE,
    "紫": Flag.PURPLE,
}

_FEEDBACK: Mapping[str, LineStatus] = {
    "返修": LineStatus.REPAIR_ASKED,
    "拒货": LineStatus.REFUSED,
    "拒收": LineStatus.REFUSED,
}


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).lower()


@lru_cache(KEPT)
def status(text: str) -> OrderStatus | None:
    """The status these words mean; None for words not known."""
    return _STATUSES.get(_plain(text))


@lru_cache(KEPT)
def flag(text: str) -> Flag | None:
    """A colour, or the marketplaces' number 1–5; 0 and anything else is none."""
    return _FLAGS.get(_plain(text).removesuffix("色").removesuffix("旗").removesuffix("色"))


@lru_cache(KEPT)
def line_status(feedback: str, refund: str) -> LineStatus:
    """What the customer's feedback and the refund column say of a line."""
    if refund and not re.search(r"没有|未申请|无|关闭|拒绝", refund):
        if re.search(r"成功|完成|已退款", refund):
            return LineStatus.REFUNDED
        if re.search(r"退款|退货|售后", refund):
            return LineStatus.REFUNDING
    return _FEEDBACK.get(feedback.strip(), LineStatus.NORMAL)
