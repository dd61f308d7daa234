"""What was settled in the past weeks: reports have something to show, and credit something to
rest on."""

from xiaoer.aftersales.models import CaseKind, EvidenceKind, Reason, ReturnMethod
from xiaoer.app.demo.stories import Story
from xiaoer.orders.models import OrderStatus

K, R, E = CaseKind, Reason, EvidenceKind
DONE, BACK, SELF = OrderStatus.COMPLETED, K.RETURN_REFUND, ReturnMethod.SELF_SHIP
WHOLE = ("approve", "send", "collected", "on_the_way", "signed", "receive", "settle")


def _returned(days: float, reason: Reason, said: str, every: float) -> Story:
    """A return from the application to the money; each step took `every` hours."""
    return Story(DONE, BACK, reason, said, days * 24, WHOLE, every, method=SELF)


PAST = (
    _returned(27, R.NO_REASON, "尺寸和想的不一样。", 13),
    _returned(24, R.DISLIKE, "颜色不喜欢。", 9),
    _returned(21, R.WRONG_ORDER, "买重了。", 16),
    _returned(18, R.NO_REASON, "", 8),
    _returned(15, R.DISLIKE, "手感一般。", 20),
    _returned(12, R.NO_REASON, "用不上了。", 11),
    _returned(10, R.NO_REASON, "没拆。", 7),
    Story(DONE, BACK, R.DISLIKE, "朋友送了。", 20 * 24, ("retain", "accept"), 5, method=SELF,
          least_cents=5000, most_cents=29_000),
    Story(DONE, BACK, R.NO_REASON, "不太需要。", 16 * 24, ("retain", "accept"), 3, method=SELF,
          least_cents=5000, most_cents=29_000),
    Story(DONE, BACK, R.DISLIKE, "还是想退。", 13 * 24, ("retain", "decline", *WHOLE), 8,
          method=SELF, least_cents=5000, most_cents=29_000),
    Story(DONE, K.REFUND_ONLY, R.MISSING_PARTS, "少了杯盖。", 17 * 24, ("approve", "settle"), 6,
          (E.ITEM_PHOTO,), cents=900),
    Story(DONE, BACK, R.QUALITY_DEFECT, "有裂纹，商家不认。", 19 * 24,
          ("refuse", "escalate", "show", "rule", "settle"), 20, (E.ITEM_PHOTO,), SELF),
    # Refunded before the goods were back: one never came, the other came damaged.
    Story(DONE, BACK, R.NO_REASON, "已寄出，请尽快退款。", 14 * 24,
          ("approve", "send", "collected", "fast", "settle", "never"), 6, method=SELF),
    Story(DONE, BACK, R.DISLIKE, "不合适，已寄。", 6 * 24,
          ("approve", "send", "collected", "fast", "settle", "signed", "receive_bad"), 12,
          method=SELF),
)  # fmt: skip
AUTOMATIC = tuple(
    Story(OrderStatus.PAID, K.REFUND_ONLY, reason, said, hours, ("settle",), 0.2,
          first_only=True, most_cents=40_000)
    for hours, reason, said in (
        (26, R.NO_LONGER_NEEDED, "不要了。"), (17, R.WRONG_ORDER, "拍错了。"),
        (9, R.DUPLICATE_ORDER, "重复下单。"), (6, R.NO_LONGER_NEEDED, ""),
    )
)  # fmt: skip
"""Asked for while refunds of what is not shipped were agreed to by themselves."""
