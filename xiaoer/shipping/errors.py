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
