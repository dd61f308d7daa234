"""Why a promise or a calendar cannot do what was asked."""

from xiaoer.core.errors import Conflict, Invalid, NotFound


class PromiseNotFound(NotFound):
    zh = "没有这项承诺。"
    en = "There is no such promise."


class PromiseCannotMove(Conflict):
    zh = "承诺现在是“{state}”，不能变为“{to}”。"
    en = "This promise is {state}; it cannot become {to}."


class DueInThePast(Invalid):
    zh = "承诺的时间必须在将来。"
    en = "A promise must be due in the future."


class DueTooFar(Invalid):
    zh = "承诺的时间最多在 {years} 年之内。"
    en = "A promise must be due within {years} years."


class NotLater(Invalid):
    zh = "延长后的时间必须晚于原来的时间。"
    en = "An extension must be later than the time promised before."


class TellTheCustomerFirst(Conflict):
    zh = "延长承诺之前，请先告知顾客。"
    en = "Tell the customer before you extend the promise."


class CalendarNotFound(NotFound):
    zh = "没有这个营业日历。"
    en = "There is no such calendar."


class BadHours(Invalid):
    zh = "营业时间“{hours}”写得不对：{why_zh}。"
    en = 'The hours "{hours}" are wrong: {why_en}.'


class NeverOpen(Invalid):
    zh = "日历“{calendar}”在一年内没有营业时间。"
    en = 'The calendar "{calendar}" has no business hours within a year.'
