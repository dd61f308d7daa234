"""Offers, disputes, guides and what customers say."""

from typing import ClassVar, Self

from xiaoer.core.errors import Conflict, Forbidden, NotFound


class OfferNotFound(NotFound):
    zh = "没有待回复的方案。"
    en = "There is no offer waiting for an answer."


class OfferUnderWay(Conflict):
    zh = "已有一个方案等待客户回复。"
    en = "An offer waits for the customer's answer already."


class OfferNotPossible(Conflict):
    """Nothing may be offered for keeping an order; `why` names what forbids it."""

    zh = "不能提出这个挽留方案：{because_zh}。"
    en = "This offer cannot be made: {because_en}."
    BECAUSE: ClassVar[dict[str, tuple[str, str]]] = {
        "state": ("申请已不在待审批", "the request does not wait for approval any more"),
        "quality": ("质量原因的申请不挽留", "the reason is the quality of the goods"),
        "offered": ("这笔订单已经提出过挽留", "one was made for this order already"),
        "policy": (
            "政策没有适合的方案，或预算不足",
            "policy or the budget has none for it",
        ),
        "deadline": ("离审批时限太近，来不及等客户答复", "the deadline is too near for an answer"),
    }

    @classmethod
    def because(cls, why: str) -> Self:
        zh, en = cls.BECAUSE[why]
        return cls(why=why, because_zh=zh, because_en=en)


class OfferExpired(Conflict):
    zh = "方案已过期。"
    en = "The offer has expired."


class DisputeUnderWay(Conflict):
    zh = "已有进行中的纠纷。"
    en = "A dispute is under way already."


class EvidenceTooLate(Conflict):
    zh = "举证期已过。"
    en = "The time for evidence is over."


class GuideNotFound(NotFound):
    zh = "现在没有这份操作指引。"
    en = "There is no such guide now."


class NotOver(Conflict):
    zh = "这个申请还没有结束。"
    en = "This case is not over yet."


class NotAskedYet(Conflict):
    zh = "这个申请没有邀请评价。"
    en = "Nobody was asked about this case."


class FeedbackGivenAlready(Conflict):
    zh = "已经评价过。"
    en = "It has been answered already."


class AnsweredAlready(Conflict):
    zh = "这个纠纷已经答复过。"
    en = "This dispute has been answered already."


class ArbiterHandledIt(Forbidden):
    zh = "处理过这个申请的人不能裁决。"
    en = "Whoever handled the case cannot rule on it."
