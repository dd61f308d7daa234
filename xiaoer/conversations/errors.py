"""Refusals of the inbox."""

from xiaoer.core.errors import Conflict, Forbidden, Invalid, NotFound


class ConversationNotFound(NotFound):
    zh = "没有找到这个会话。"
    en = "There is no such conversation."


class ViewNotFound(NotFound):
    zh = "没有找到这个视图。"
    en = "There is no such view."


class AlreadyClaimed(Conflict):
    zh = "这个会话已由 {name} 接待。"
    en = "{name} already serves this conversation."


class ConversationIsClosed(Conflict):
    zh = "会话已结束，请先重新打开。"
    en = "The conversation is closed; reopen it first."


class ConversationNotOpen(Conflict):
    zh = "会话不在接待中。"
    en = "The conversation is not open."


class NotSnoozed(Conflict):
    zh = "会话没有稍后提醒。"
    en = "The conversation is not snoozed."


class NotClosed(Conflict):
    zh = "会话没有结束。"
    en = "The conversation is not closed."


class AnotherIsOpen(Conflict):
    zh = "这位顾客已有另一个进行中的会话。"
    en = "This customer has another conversation going on."


class AgentNotAvailable(Conflict):
    zh = "这位客服不在这家店铺或已停用。"
    en = "This agent does not work in this shop."


class NotYours(Forbidden):
    zh = "这个会话由别人接待。"
    en = "Somebody else serves this conversation."


class EmptyMessage(Invalid):
    zh = "消息没有内容。"
    en = "The message is empty."


class MessageTooLong(Invalid):
    zh = "消息太长，最多 {limit} 字。"
    en = "The message is too long: at most {limit} characters."


class UnresolvedVariable(Invalid):
    zh = "快捷语里还有没填的变量：{names}。"
    en = "The phrase still has blanks: {names}."


class SnoozeInThePast(Invalid):
    zh = "提醒时间必须在将来。"
    en = "The time to wake up must lie ahead."


class UnknownReason(Invalid):
    zh = "没有这个结束原因：{reason}。"
    en = "There is no closing reason {reason}."


class UnknownFilter(Invalid):
    zh = "无法识别的筛选条件：{name}。"
    en = "This filter is not understood: {name}."


class MissingArgument(Invalid):
    zh = "缺少参数：{name}。"
    en = "The argument {name} is missing."


class HoldGoesOn(Conflict):
    zh = "已经承诺顾客稍等（{checking}），请先给出答复。"
    en = "The customer was asked to wait already ({checking}); answer that first."


class NoHold(Conflict):
    zh = "这个会话没有进行中的稍等承诺。"
    en = "Nothing is being checked in this conversation."


class HoldOpen(Conflict):
    zh = "还有未答复的稍等承诺（{checking}），不能结束会话。"
    en = "The customer still waits for an answer ({checking}); the conversation cannot be closed."


class HoldWithoutTime(Invalid):
    zh = "稍等语句必须写明大约需要 {wait}。"
    en = "Words that ask to wait must say about how long: {wait}."


class NotDefinite(Invalid):
    zh = "答复必须有明确的结果，不能只是请顾客继续等。"
    en = "An answer needs a definite result; these words only ask to wait on."


class ReasonAndAlternativeNeeded(Invalid):
    zh = "结果不如顾客所愿时，请写明原因和至少一个替代方案。"
    en = "An answer that disappoints needs a reason and at least one alternative."


class ReplyNotAllowed(Invalid):
    zh = "这些话不能发给顾客：{words}。请换一种说法。"
    en = "These words may not be sent to a customer: {words}. Say it otherwise."


class HelpAskedAlready(Conflict):
    zh = "已经求助过了，组长会尽快来看。"
    en = "You have asked already; a lead will look soon."


class AutoReplyNotFound(NotFound):
    zh = "没有这条自动回复。"
    en = "There is no such automatic reply."


class AutoReplyTooPlain(Invalid):
    zh = (
        "自动回复要能引导或安抚：写上{{排队位置}}或{{预计等待}}、自助链接或菜单，"
        "或者问订单号、问题。"
    )
    en = (
        "An automatic reply guides or reassures: give {{position}} or {{wait}}, a link or a menu,"
        " or ask for the order number or the problem."
    )


class UnknownPlace(Invalid):
    zh = "自动回复里没有“{name}”这个变量，只能用{{排队位置}}和{{预计等待}}。"
    en = 'An automatic reply knows no "{name}", only {{position}} and {{wait}}.'


class KeywordsNeeded(Invalid):
    zh = "按关键词触发的自动回复要写关键词。"
    en = "A reply by keyword needs its keywords."


class HotQuestionNotFound(NotFound):
    zh = "没有这个热点问题。"
    en = "There is no such hot question."


class NothingHeld(Conflict):
    zh = "您手上没有要交接的会话、承诺、任务或改过的订单。"
    en = "You hold no talks, promises, tasks or changed orders to hand over."


class HandoverToOneself(Invalid):
    zh = "请选一位同事接班。"
    en = "Choose a colleague to take over."


class HandoverNotFound(NotFound):
    zh = "没有找到这次交接。"
    en = "There is no such hand-over."


class NotHandedToYou(Forbidden):
    zh = "只有接班的同事能确认这次交接。"
    en = "Only the colleague who takes over can acknowledge it."
