"""Refusals of the couriers' door."""

from xiaoer.core.errors import DeskError, NotFound


class CourierNotFound(NotFound):
    zh = "没有连接这家快递服务。"
    en = "No such courier service is connected."


class NotSigned(DeskError):
    status = 401
    zh = "签名不正确。"
    en = "The signature is wrong."
