"""What the demo's customers ask for, and how far it has come."""

from dataclasses import dataclass

from xiaoer.aftersales.models import CaseKind, EvidenceKind, Reason, ReturnMethod
from xiaoer.orders.models import OrderStatus

K, R, E, S = CaseKind, Reason, EvidenceKind, OrderStatus


@dataclass(frozen=True)
class Story:
    """A request so many hours ago, and what happened then, `every` so many hours.

    The order had been paid, shipped or signed at most `within_days` before."""

    status: OrderStatus
    kind: CaseKind
    reason: Reason
    said: str
    hours: float
    then: tuple[str, ...] = ()
    every: float = 3
    proofs: tuple[EvidenceKind, ...] = ()
    method: ReturnMethod | None = None
    cents: int | None = None
    dearer: bool = False
    first_only: bool = False
    within_days: int = 6
    least_cents: int = 2000
    most_cents: int = 20_000


PAID, MOVING, SIGNED = S.PAID, S.IN_TRANSIT, S.SIGNED
BACK, SELF = K.RETURN_REFUND, ReturnMethod.SELF_SHIP

STORIES = (
    # Not shipped yet: what is safe is agreed to together.
    Story(PAID, K.REFUND_ONLY, R.NO_LONGER_NEEDED, "家里已经有了，不需要了。", 23.2),
    Story(PAID, K.REFUND_ONLY, R.WRONG_ORDER, "颜色拍错了，想重新下单。", 19),
    Story(PAID, K.REFUND_ONLY, R.DUPLICATE_ORDER, "手滑拍了两单。", 11),
    Story(PAID, K.REFUND_ONLY, R.NO_LONGER_NEEDED, "", 7),
    Story(PAID, K.REFUND_ONLY, R.WRONG_ORDER, "地址填错了，退了重拍。", 3.5),
    Story(PAID, K.REFUND_ONLY, R.LATE_SHIP, "说好今天发，怎么还没发？", 2, first_only=True),
    Story(PAID, K.REFUND_ONLY, R.NO_LONGER_NEEDED, "朋友送了一套，先退了吧。", 9, ("retain",), 1,
          least_cents=5000, most_cents=30_000),
    Story(PAID, K.REFUND_ONLY, R.NO_LONGER_NEEDED, "预算不够了。", 5, ("ask_second",), 1,
          least_cents=25_000, most_cents=90_000),
    # On the way.
    Story(MOVING, K.REFUND_ONLY, R.NO_LONGER_NEEDED, "等不及了，已经在实体店买了。", 6),
    Story(MOVING, K.REFUND_ONLY, R.LATE_DELIVERY, "三天没动静。", 14, ("intercept",), 2),
    Story(MOVING, K.REFUND_ONLY, R.WRONG_ORDER, "型号买错了。", 20,
          ("intercept", "not_stopped"), 5),
    Story(MOVING, K.REFUND_ONLY, R.NOT_RECEIVED, "显示到了，可是没有收到。", 9),
    Story(MOVING, K.REFUND_ONLY, R.NO_LONGER_NEEDED, "不要了，麻烦拦截。", 22,
          ("intercept", "stopped"), 6),
    # Returns and exchanges to look at.
    Story(SIGNED, BACK, R.NO_REASON, "和想象的不太一样，没有用过。", 30, method=SELF),
    Story(SIGNED, BACK, R.DISLIKE, "颜色偏深，家里不搭。", 12, method=SELF),
    Story(SIGNED, BACK, R.QUALITY_DEFECT, "打开就有一道裂纹，见照片。", 8,
          proofs=(E.ITEM_PHOTO,), method=SELF),
    Story(SIGNED, BACK, R.DAMAGED_IN_TRANSIT, "箱子破了，东西也磕了。", 5,
          proofs=(E.ITEM_PHOTO, E.PACKAGE_PHOTO), method=SELF),
    Story(SIGNED, K.EXCHANGE, R.QUALITY_DEFECT, "把手是松的，换一个。", 26,
          proofs=(E.ITEM_PHOTO,), method=ReturnMethod.PICK_UP),
    Story(SIGNED, K.REFUND_ONLY, R.MISSING_PARTS, "少了一个盖子，退一点就行。", 4,
          proofs=(E.ITEM_PHOTO,), cents=900),
    Story(SIGNED, K.RESHIP, R.MISSING_ITEM, "一共两件只收到一件。", 16,
          proofs=(E.PACKAGE_PHOTO,), first_only=True),
    # The customer's turn.
    Story(SIGNED, K.RETURN_REFUND, R.COLOR_MISMATCH_DESC, "页面是浅灰，收到是米色。", 28,
          ("propose",), 4, (E.ITEM_PHOTO,), ReturnMethod.SELF_SHIP),
    Story(SIGNED, BACK, R.NO_REASON, "尺寸不合适。", 40, then=("approve",), method=SELF),
    Story(SIGNED, K.RETURN_REFUND, R.DISLIKE, "用不上。", 36, ("approve", "pickup"),
          method=ReturnMethod.PICK_UP),
    Story(SIGNED, BACK, R.SIZE_MISMATCH_DESC, "标的是 1.5 米，实际量 1.42 米。", 44,
          then=("refuse",), proofs=(E.ITEM_PHOTO,), method=SELF),
    Story(SIGNED, K.EXCHANGE, R.DISLIKE, "想换大一号，差价我补。", 60,
          ("approve", "send", "signed", "receive"), 8, dearer=True, most_cents=90_000),
    # To receive.
    Story(SIGNED, BACK, R.NO_REASON, "没拆封。", 70,
          then=("approve", "send", "collected"), every=10, method=SELF),
    Story(SIGNED, BACK, R.DISLIKE, "", 75,
          then=("approve", "send", "on_the_way"), every=12, method=SELF),
    Story(SIGNED, BACK, R.QUALITY_DEFECT, "线头很多。", 90,
          then=("approve", "send", "on_the_way", "signed"), every=14,
          proofs=(E.ITEM_PHOTO,), method=SELF),
    Story(SIGNED, BACK, R.WRONG_ORDER, "买重了。", 84,
          then=("approve", "send", "signed"), every=15, method=SELF),
    Story(SIGNED, K.EXCHANGE, R.DAMAGED_IN_TRANSIT, "杯口有缺口。", 80,
          ("approve", "send", "on_the_way"), 12, (E.ITEM_PHOTO,), most_cents=90_000),
    Story(SIGNED, BACK, R.NO_REASON, "", 88,
          then=("approve", "send", "signed", "receive_bad"), every=15, method=SELF),
    # To send out.
    Story(SIGNED, K.RESHIP, R.MISSING_PARTS, "缺一包配件。", 30, ("approve",), 4,
          (E.PACKAGE_PHOTO,), first_only=True),
    Story(SIGNED, K.EXCHANGE, R.QUALITY_DEFECT, "拉链坏了。", 92,
          ("approve", "send", "signed", "receive"), 12, (E.ITEM_PHOTO,), most_cents=90_000),
    Story(SIGNED, K.RESHIP, R.WRONG_ITEM, "发成别的款了。", 60, ("approve", "replace"), 10,
          (E.PACKAGE_PHOTO,), first_only=True),
    # Disputes.
    Story(SIGNED, BACK, R.QUALITY_DEFECT, "洗一次就缩水了。", 66,
          then=("refuse", "escalate"), every=12, proofs=(E.ITEM_PHOTO,), method=SELF),
    Story(SIGNED, BACK, R.COUNTERFEIT, "和专柜的标不一样。", 58,
          then=("refuse", "escalate", "show"), every=9, proofs=(E.ITEM_PHOTO,), method=SELF),
    Story(SIGNED, K.REFUND_ONLY, R.EMPTY_PARCEL, "收到是空盒子。", 72,
          ("refuse", "escalate"), 20, (E.UNBOXING_VIDEO, E.PACKAGE_PHOTO)),
    # Money: on its way, not gone through, long since there.
    Story(PAID, K.REFUND_ONLY, R.WRONG_ORDER, "拍错了。", 6, ("approve",), 2),
    Story(PAID, K.REFUND_ONLY, R.NO_LONGER_NEEDED, "", 30, ("approve", "fail"), 1),
    Story(PAID, K.REFUND_ONLY, R.DUPLICATE_ORDER, "重复了。", 10, ("approve", "fail"), 2),
    Story(PAID, K.REFUND_ONLY, R.NO_LONGER_NEEDED, "不要了。", 28, ("approve", "settle"), 1),
    Story(PAID, K.REFUND_ONLY, R.WRONG_ORDER, "", 18, ("approve", "settle"), 1),
    Story(SIGNED, BACK, R.NO_REASON, "谢谢，退得很快。", 90,
          then=("approve", "send", "signed", "receive", "settle"), every=12, method=SELF),
    Story(SIGNED, BACK, R.DISLIKE, "", 50, then=("withdraw",), every=4, method=SELF),
)  # fmt: skip
