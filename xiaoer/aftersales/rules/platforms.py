"""What the platforms' own words for a case mean here (aftersales.md A.9)."""

from collections.abc import Mapping
from dataclasses import dataclass

from xiaoer.aftersales.models.words import CaseState

S = CaseState


@dataclass(frozen=True)
class Words:
    """A platform tells in up to three fields: the case, its refund, and the dispute about it."""

    cases: Mapping[str, CaseState]
    refunds: Mapping[str, CaseState]
    disputes: frozenset[str]


PLATFORMS: Mapping[str, Words] = {
    "taobao": Words(
        cases={
            "WAIT_SELLER_AGREE": S.AWAITING_MERCHANT,
            "SELLER_REFUSE_BUYER": S.MERCHANT_REFUSED,
            "WAIT_BUYER_RETURN_GOODS": S.AWAITING_BUYER_RETURN,
            "WAIT_SELLER_CONFIRM_GOODS": S.AWAITING_MERCHANT_RECEIPT,
            "SUCCESS": S.COMPLETED,
            "CLOSED": S.CLOSED,
            # exchanges are numbered
            "1": S.AWAITING_MERCHANT,
            "2": S.AWAITING_BUYER_RETURN,
            "3": S.AWAITING_MERCHANT_RECEIPT,
            "4": S.CLOSED,
            "5": S.COMPLETED,
            "6": S.MERCHANT_REFUSED,
            "12": S.AWAITING_REPLACEMENT_SHIP,
            "13": S.AWAITING_BUYER_RECEIPT,
            "14": S.AWAITING_REFUND,
        },
        refunds={},
        disputes=frozenset({"2", "3", "4", "5", "10", "11"}),
    ),
    "douyin": Words(
        cases={
            "6": S.AWAITING_MERCHANT,
            "7": S.AWAITING_BUYER_RETURN,
            "8": S.AWAITING_REPLACEMENT_SHIP,
            "11": S.AWAITING_MERCHANT_RECEIPT,
            "12": S.COMPLETED,
            "13": S.AWAITING_BUYER_RECEIPT,
            "14": S.COMPLETED,
            "27": S.MERCHANT_REFUSED,
            "28": S.CLOSED,
            "29": S.RECEIPT_REFUSED,
            "51": S.CLOSED,
        },
        refunds={"2": S.REFUND_PROCESSING, "4": S.REFUND_FAILED},
        disputes=frozenset({"1", "4", "5"}),
    ),
    "wechat": Words(
        cases={
            "MERCHANT_PROCESSING": S.AWAITING_MERCHANT,
            "USER_WAIT_CONFIRM": S.AWAITING_BUYER_CONFIRM,
            "MERCHANT_REJECT_REFUND": S.MERCHANT_REFUSED,
            "MERCHANT_REJECT_RETURN": S.RECEIPT_REFUSED,
            "USER_WAIT_RETURN": S.AWAITING_BUYER_RETURN,
            "MERCHANT_WAIT_RECEIPT": S.AWAITING_MERCHANT_RECEIPT,
            "PLATFORM_REFUNDING": S.REFUND_PROCESSING,
            "PLATFORM_REFUND_FAIL": S.REFUND_FAILED,
            "MERCHANT_OVERDUE_REFUND": S.REFUND_FAILED,
            "MERCHANT_REFUND_SUCCESS": S.COMPLETED,
            "MERCHANT_RETURN_SUCCESS": S.COMPLETED,
            "USER_CANCELD": S.CLOSED,
            "RETURN_CLOSED": S.CLOSED,
            "MERCHANT_FAIL": S.CLOSED,
        },
        refunds={},
        disputes=frozenset(str(number) for number in range(100, 112)),
    ),
}
_GOODS_BACK = "SELLER_REFUSE_BUYER"


def state_told(
    platform: str, status: str, *, refund: str = "", dispute: str = "", goods_back: bool = False
) -> CaseState | None:
    """The state that a platform tells of; None for a word we do not know.

    An end stands above a dispute, and a dispute above what the refund does. `goods_back`: the
    buyer had sent the goods already, so that a refusal is one of the parcel.
    """
    words = PLATFORMS.get(platform)
    state = words.cases.get(status) if words else None
    if words is None or state is None or state in (S.COMPLETED, S.CLOSED):
        return state
    if dispute in words.disputes:
        return S.DISPUTED
    if refund in words.refunds:
        return words.refunds[refund]
    return S.RECEIPT_REFUSED if goods_back and status == _GOODS_BACK else state
