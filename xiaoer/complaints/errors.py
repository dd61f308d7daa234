"""Refusals about complaints."""

from xiaoer.core.errors import Conflict, NotFound


class ComplaintNotFound(NotFound):
    zh = "没有这条投诉。"
    en = "There is no such complaint."


class ComplaintNotedAlready(Conflict):
    zh = "这里的投诉已经登记过，可以改原因。"
    en = "This complaint is noted already; its cause can be changed."
