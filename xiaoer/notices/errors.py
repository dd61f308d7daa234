"""Why a notice cannot be sent."""

from xiaoer.core.errors import Conflict, Invalid, NotFound


class NoticeNotFound(NotFound):
    zh = "没有这条通知。"
    en = "There is no such notice."


class TemplateNotFound(NotFound):
    zh = "没有通知模板“{code}”。"
    en = 'There is no notice template "{code}".'


class FactsMissing(Invalid):
    zh = "通知缺少内容：{missing}。"
    en = "The notice lacks: {missing}."


class NoChannel(Invalid):
    zh = "请选择至少一个可用的发送渠道。"
    en = "Choose at least one channel that can send."


class NoConsent(Conflict):
    zh = "顾客没有同意接收营销信息。"
    en = "The customer has not agreed to marketing messages."
