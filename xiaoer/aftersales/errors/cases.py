"""Cases that are not there, have changed, or belong to a platform."""

from xiaoer.core.errors import Conflict, Invalid, NotFound


class CaseNotFound(NotFound):
    zh = "没有这个售后申请。"
    en = "There is no such after-sales case."


class RecoveryOver(Conflict):
    zh = "这笔款已经有了结果，不能再改。"
    en = "It was settled already and stays as it is."


class RemindedLately(Conflict):
    zh = "{hours} 小时内已提醒过客户。"
    en = "The customer was reminded within the last {hours} hours."


class RecoveryNotFound(NotFound):
    zh = "没有这项追款。"
    en = "There is no such recovery."


class ActionUnknown(NotFound):
    zh = "没有这个操作。"
    en = "There is no such action."


class CaseCannotMove(Conflict):
    zh = "这个申请现在是“{state}”，不能这样操作（{command}）。"
    en = "This case is {state}; {command} is not possible now."


class CaseChanged(Conflict):
    zh = "这个申请已有变动（现为第 {version} 版），请刷新后再操作。"
    en = "This case has changed (it is at version {version} now); look again first."


class CentsChanged(Conflict):
    zh = "应退金额是 {cents} 分，不是 {given} 分，请核对后再操作。"
    en = "The amount is {cents} cents, not {given}; look again first."


class PlatformVersionChanged(Conflict):
    zh = "平台上的申请已有变动，请同步后再操作。"
    en = "The case has changed on the platform; fetch it again first."


class MoneyUnderWay(Conflict):
    zh = "退款已经在路上，不能撤回。"
    en = "Money is on its way already; it cannot be taken back."


class NotMirrored(Conflict):
    zh = "这个申请不由平台管理。"
    en = "This case does not belong to a platform."


class PlatformOwnsIt(Conflict):
    zh = "这个申请由平台管理，请通过平台操作。"
    en = "A platform owns this case; act through it."


class PlatformWordUnknown(Invalid):
    zh = "不认识平台 {platform} 的状态“{word}”。"
    en = "The state {word} of {platform} is not known."
