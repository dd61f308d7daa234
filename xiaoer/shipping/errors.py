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
