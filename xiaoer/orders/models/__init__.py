"""Tables of orders. Amounts are cents of the order's currency."""

from xiaoer.orders.models.confirming import (
    BuyerRating,
    CallOutcome,
    CheckKind,
    CheckState,
    CodComplaint,
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
from xiaoer.orders.models.owing import OwedKind, OwedService
from xiaoer.orders.models.presale import (
    CardAnswer,
    HintTold,
    Preconfirmation,
    Recommendation,
)

__all__ = [
    "BuyerRating",
    "CallOutcome",
    "CardAnswer",
    "CheckKind",
    "CheckState",
    "CodComplaint",
    "CodRefusal",
    "Flag",
    "HintTold",
    "LineStatus",
    "Nudge",
    "Order",
    "OrderCall",
    "OrderCheck",
    "OrderLine",
    "OrderRemark",
    "OrderStatus",
    "OwedKind",
    "OwedService",
    "Preconfirmation",
    "Recommendation",
    "RefusalCause",
    "RemarkType",
    "UnpaidNote",
    "UnpaidWhy",
]
