"""Refusals of shipping."""

from xiaoer.core.errors import Conflict, Invalid, NotFound


class NotWatched(NotFound):
    zh = "这个订单没有发货时限。"
    en = "There is no shipping deadline for this order."


class WarehouseNotFound(NotFound):
    zh = "没有这个仓库。"
    en = "There is no such warehouse."


class WarehouseCodeTaken(Conflict):
    zh = "仓库代码 {code} 已被使用。"
    en = "The warehouse code {code} is taken."


class NoTimeSuspended(Invalid):
    zh = "暂停的结束时间必须晚于开始时间。"
    en = "A suspension must end after it starts."


class ReminderNotFound(NotFound):
    zh = "没有这条提醒。"
    en = "There is no such reminder."


class ReminderClosed(Conflict):
    zh = "这条提醒已经结案。"
    en = "This reminder is closed already."


class NoCourierTakes(Conflict):
    zh = "没有快递可以接单：请先设置快递或恢复揽收。"
    en = "No courier takes parcels now: set one up, or let one start again."


class NobodyToTell(Conflict):
    zh = "订单没有关联顾客，无法通知。"
    en = "The order has no customer to be told."


class NothingToAnnounce(Conflict):
    zh = "订单 {order} 还没有包裹。"
    en = "The order {order} has no parcel yet."


class TroubleNotFound(NotFound):
    zh = "没有这个物流个案。"
    en = "There is no such logistics case."


class TroubleEnded(Conflict):
    zh = "这个物流个案已经结束。"
    en = "This logistics case is over."


class EntryIncomplete(Invalid):
    zh = "询问快递要写明答复时限，索赔和赔付要写明金额。"
    en = "An inquiry says when it is to be answered; a claim and a payout say how much."


class DelayReasonNeeded(Invalid):
    zh = "请写明延迟的原因和以后的新时间。"
    en = "Say why it is delayed, and a new time that is still to come."


class DelayAnswered(Conflict):
    zh = "顾客的答复已经在处理了。"
    en = "What the customer wants is being carried out already."
