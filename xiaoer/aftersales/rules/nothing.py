"""Why nothing can be asked for on an order, as a sentence for whoever stands before it: pure."""

from collections.abc import Mapping
from types import MappingProxyType

from xiaoer.orders.models import OrderStatus

O = OrderStatus  # noqa: E741 - the order's own word for itself

SENTENCES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "unpaid": (
            "订单还没有付款，付款后才能申请售后。",
            "The order is not paid yet; once it is, you can ask here.",
        ),
        "cancelled": (
            "订单已取消，没有可以申请的商品。",
            "The order was cancelled; there is nothing left to ask for.",
        ),
        "closed": (
            "订单已关闭，款项已经退回，没有可以再申请的商品。",
            "The order is closed and its money went back; there is nothing left to ask for.",
        ),
        "free": (
            "这笔订单没有付过款项，没有可以退的金额。",
            "Nothing was paid for this order, so nothing can be paid back.",
        ),
        "under_way": (
            "商品都在处理中的申请里；要改内容，请打开那个申请。",
            "All items are part of a request that is under way; open it to change anything.",
        ),
        "done": (
            "商品都已经退换或退款完成，没有可以再申请的。",
            "All items were returned, exchanged or refunded already.",
        ),
    }
)
_ENDED = {O.UNPAID: "unpaid", O.CANCELLED: "cancelled", O.CLOSED: "closed"}


def why_nothing(status: OrderStatus, *, paid_cents: int, free: int, open_cases: int) -> str | None:
    """The code of the sentence; None: something can be asked for. `free`: units in no case."""
    if status in _ENDED:
        return _ENDED[status]
    if not paid_cents:
        return "free"
    if free:
        return None
    return "under_way" if open_cases else "done"
