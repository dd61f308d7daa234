"""Offers, disputes, guides and what customers say."""

from xiaoer.core.errors import Conflict, Forbidden, NotFound


class OfferNotFound(NotFound):
    zh = "没有待回复的方案。"
    en = "There is no offer waiting for an answer."


class OfferUnderWay(Conflict):
    zh = "已有一个方案等待客户回复。"
    en = "An offer waits for the customer's answer already."


class OfferNotPossible(Conflict):
    zh = "没有可用的挽留方案（{why}）。"
    en = "No retention offer is possible here ({why})."


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
