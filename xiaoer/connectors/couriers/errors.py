"""Refusals of the couriers' door."""

from xiaoer.core.errors import Invalid, NotFound, Unauthorized


class CourierNotFound(NotFound):
    zh = "没有连接这家快递服务。"
    en = "No such courier service is connected."


class NotSigned(Unauthorized):
    zh = "签名不正确。"
    en = "The signature is wrong."


class ScansNotUnderstood(Invalid):
    zh = "推送的物流轨迹无法识别。"
    en = "The pushed scans could not be understood."
