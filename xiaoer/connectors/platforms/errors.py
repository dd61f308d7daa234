"""Refusals of the platforms' door."""

from xiaoer.core.errors import Invalid, NotFound, Unauthorized


class PlatformNotFound(NotFound):
    zh = "没有这个平台。"
    en = "There is no such platform."


class PlatformNotSigned(Unauthorized):
    zh = "平台消息的签名不正确。"
    en = "The platform's signature is wrong."


class PlatformNotUnderstood(Invalid):
    zh = "平台的消息无法识别。"
    en = "The platform's message could not be understood."


class PlatformOrderUnknown(NotFound):
    zh = "没有平台消息里的这个订单，请先同步订单。"
    en = "The order the platform tells of is not here yet; fetch it first."
