"""Tables of orders. Amounts are cents of the order's currency."""

from xiaoer.orders.models.confirming import (
    BuyerRating,
    CallOutcome,
    CheckKind,
    CheckState,
    CodRefusal,
    Nudge,
    OrderCall,
    OrderCheck,
    RefusalCause,
    UnpaidNote,
    UnpaidWhy,
)
from xiaoer.orders.models.orders import (
    Flag,
    LineStatus,
    Order,
    OrderLine,
    OrderRemark,
    OrderStatus,
    RemarkType,
)

__all__ = [
    "BuyerRating",
    "CallOutcome",
    "CheckKind",
    "CheckState",
    "CodRefusal",
    "Flag",
    "LineStatus",
    "Nudge",
    "Order",
    "OrderCall",
    "OrderCheck",
    "OrderLine",
    "OrderRemark",
    "OrderStatus",
    "RefusalCause",
    "RemarkType",
    "UnpaidNote",
    "UnpaidWhy",
]
