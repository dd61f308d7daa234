"""Why a task cannot be opened, taken or done."""

from xiaoer.core.errors import Conflict, Forbidden, Invalid, NotFound


class TaskNotFound(NotFound):
    zh = "没有这项任务。"
    en = "There is no such task."


class TaskCannotMove(Conflict):
    zh = "任务现在是“{state}”，不能变为“{to}”。"
    en = "This task is {state}; it cannot become {to}."


class TaskTakenAlready(Conflict):
    zh = "任务已由其他同事接手。"
    en = "A colleague has taken this task already."


class NotYourTask(Forbidden):
    zh = "这是别人的任务。"
    en = "This is somebody else's task."


class DueInThePast(Invalid):
    zh = "截止时间必须在将来。"
    en = "A task must be due in the future."


class ResultNeeded(Invalid):
    zh = "请写明处理结果。"
    en = "Say what the result is."


class WhichShop(Invalid):
    zh = "请说明任务属于哪家店铺。"
    en = "Say which shop the task belongs to."
