"""Why evidence cannot be kept or shown."""

from xiaoer.core.errors import Conflict, Invalid, NotFound


class EvidenceNotFound(NotFound):
    zh = "没有这份证据。"
    en = "There is no such evidence."


class NothingToKeep(Invalid):
    zh = "请选择要留证的消息或文件，或填写说明。"
    en = "Choose messages or files to keep, or write a note."


class WhichShop(Invalid):
    zh = "请说明这份证据属于哪家店铺。"
    en = "Say which shop this evidence belongs to."


class SupersededAlready(Conflict):
    zh = "这份证据已被另一份替代。"
    en = "This evidence has been superseded by another one already."


class OtherSubject(Conflict):
    zh = "替代的证据必须针对同一对象。"
    en = "Evidence can only be superseded by evidence about the same thing."
