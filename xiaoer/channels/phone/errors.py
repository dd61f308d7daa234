"""Why a call cannot be told of, taken or promised."""

from xiaoer.core.errors import Conflict, Invalid, NotFound, Unauthorized


class CallNotFound(NotFound):
    zh = "没有这通电话。"
    en = "There is no such call."


class HookNotKnown(Unauthorized):
    zh = "电话系统的密钥不对。"
    en = "The telephone system's key is not right."


class CallTaken(Conflict):
    zh = "这通电话由{agent}接听。"
    en = "{agent} has this call."


class CallOver(Conflict):
    zh = "电话已经结束。"
    en = "The call is over."


class CallbackPromised(Conflict):
    zh = "已经约好回电，可以在任务里改时间。"
    en = "A call back is promised already; its time can be changed in the tasks."


class CallNotLogical(Invalid):
    zh = "电话要先开始才能接通，接通后才能结束；时间不能在将来。"
    en = "A call begins, is answered, then ends; and none of it lies in the future."


class NumberWithheld(Conflict):
    zh = "对方没有显示号码。"
    en = "The number was withheld."
