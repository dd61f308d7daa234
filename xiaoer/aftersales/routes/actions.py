"""What may be done about a case now, by whom, and what follows from it: said before it is done."""

from xiaoer.aftersales import rules
from xiaoer.aftersales.models import Case, CaseState
from xiaoer.aftersales.routes.conditions import (
    UNDER_WAY,
    Action,
    ours,
    pays,
    returning,
    to_choose,
    to_stop,
    unsigned,
    untouched,
)
from xiaoer.aftersales.rules import Command
from xiaoer.core.auth import Permission

P, C = Permission, Command

ACTIONS = {
    "approval": Action(
        P.AFTERSALES_DECIDE, C.APPROVE, "同意申请，金额 {amount}。", "Agrees to it: {amount}."
    ),
    "refusal": Action(
        P.AFTERSALES_DECIDE,
        C.REFUSE,
        "拒绝申请；客户可修改申请或请平台介入。",
        "Refuses it; the customer may ask again or escalate.",
    ),
    "offer": Action(
        P.AFTERSALES_DECIDE,
        C.PROPOSE,
        "向客户提出其他金额或方式，等待客户答复。",
        "Offers another amount or kind; the customer answers.",
    ),
    "retention": Action(
        P.AFTERSALES_DECIDE,
        C.RETAIN,
        "提出挽留方案；审批期限不变。",
        "Offers something for keeping the order; the deadline stays.",
        lambda case, _: not case.quality,
    ),
    "acceptance": Action(
        P.AFTERSALES_REQUEST, C.ACCEPT, "客户接受方案。", "The customer takes the offer."
    ),
    "decline": Action(
        P.AFTERSALES_REQUEST, C.DECLINE, "客户不接受方案。", "The customer declines the offer."
    ),
    "withdrawal": Action(
        P.AFTERSALES_REQUEST,
        C.WITHDRAW,
        "撤销申请，商品可再次申请。",
        "Takes the request back; the items may be asked for again.",
        untouched,
    ),
    "revision": Action(
        P.AFTERSALES_REQUEST, C.REVISE, "按新内容再次申请。", "Asks once more, changed."
    ),
    "escalation": Action(
        P.AFTERSALES_REQUEST,
        C.ESCALATE,
        "转入纠纷，双方举证。",
        "Becomes a dispute; both sides bring evidence.",
    ),
    "return": Action(
        P.AFTERSALES_REQUEST, C.SHIP_BACK, "登记退回的包裹。", "Notes the parcel coming back."
    ),
    "receipt": Action(
        P.AFTERSALES_RECEIVE,
        C.RECEIVE,
        "登记收货与检验；合格部分立即继续（{amount}），其余另立申请。",
        "Notes what came; what is accepted goes on at once ({amount}), the rest apart.",
    ),
    "receipt-refusal": Action(
        P.AFTERSALES_RECEIVE,
        C.REFUSE_RECEIPT,
        "不收这个包裹，须附照片；客户可修改申请或请平台介入。",
        "Does not take the parcel; photos are needed. The customer may ask again or escalate.",
        lambda case, _: not case.fast,
    ),
    "fast-refund": Action(
        P.AFTERSALES_DECIDE,
        C.FAST_REFUND,
        "收到退货前先退款 {amount}。",
        "Refunds {amount} before the goods are back.",
        returning,
    ),
    "shipped-instead": Action(
        P.AFTERSALES_DECIDE,
        C.SHIP_INSTEAD,
        "已真实发货，关闭未发货退款申请。",
        "It was shipped; the refund before shipping closes.",
        lambda case, _: bool(case.notes.get("shipped_meanwhile")),
    ),
    "replacement": Action(
        P.AFTERSALES_RECEIVE,
        C.SHIP_REPLACEMENT,
        "登记包裹单号，通知客户已寄出，等客户签收。",
        "Notes the parcel; the customer is told, and signs for it.",
    ),
    "conversion": Action(
        P.AFTERSALES_DECIDE,
        C.CONVERT,
        "不再寄出换新，按退货退款退回货款。",
        "No replacement is sent; what was paid goes back.",
        ours,
    ),
    "confirmation": Action(
        P.AFTERSALES_REQUEST, C.CONFIRM, "客户已收到，结束。", "The customer has it; it ends."
    ),
    "retry": Action(
        P.AFTERSALES_DECIDE,
        C.RETRY,
        "再次退款 {amount}，不会重复到账。",
        "Sends {amount} again; it is never paid twice.",
    ),
    "judgement": Action(
        P.AFTERSALES_DECIDE,
        C.AGREE,
        "判断责任方；系统据此建议同意、抗辩或协商。",
        "Says whose fault it is; to agree, contest or settle is advised by it.",
    ),
    "concession": Action(
        P.AFTERSALES_DECIDE,
        C.AGREE,
        "商家责任：立即同意全部诉求 {amount}。",
        "Our own fault: agrees to all of it, {amount}.",
    ),
    "contest": Action(
        P.AFTERSALES_DECIDE,
        C.AGREE,
        "举证抗辩，由第三方裁决；必备证据须齐全。",
        "Contests it with proof; a third person rules. Mandatory evidence has to be there.",
    ),
    "ruling": Action(
        P.AFTERSALES_RULE,
        C.RULE,
        "裁决；经手过的人不能裁决。",
        "Rules on it; whoever handled it cannot.",
    ),
    "settlement": Action(
        P.AFTERSALES_DECIDE,
        C.AGREE,
        "按双方谈妥的金额了结，纠纷结束。",
        "Ends the dispute at the amount both agreed on.",
        pays,
    ),
    "interception": Action(
        P.AFTERSALES_DECIDE,
        C.NOTE,
        "请快递把包裹拦下；到时没有答复，会有任务提醒你催。",
        "Asks the courier to stop the parcel; a task reminds you if no answer comes.",
        to_stop,
    ),
    "interception-answer": Action(
        P.AFTERSALES_DECIDE,
        C.NOTE,
        "记下快递的答复：拦截成功即可同意退款，失败则由客户选择拒签或等待。",
        "Notes the courier's answer: stopped, the refund may be agreed to; if not, the customer "
        "refuses the parcel or waits.",
        lambda _, around: around.stop in UNDER_WAY,
    ),
    "choice": Action(
        P.AFTERSALES_DECIDE,
        C.NOTE,
        "包裹拦不住：记下客户选择拒签还是等退回。",
        "The parcel cannot be stopped: notes whether the customer refuses it or waits.",
        to_choose,
    ),
    "parcel-back": Action(
        P.AFTERSALES_RECEIVE,
        C.NOTE,
        "登记拦截或拒签的包裹已到仓；之后可以同意退款。",
        "Signs for the stopped or refused parcel; the refund may be agreed to.",
        unsigned,
    ),
    "pickup": Action(
        P.AFTERSALES_REQUEST,
        C.SHIP_BACK,
        "约快递上门取件；取走后登记运单号。",
        "The courier comes for the goods; the number is noted once they are taken.",
    ),
    "payment": Action(
        P.AFTERSALES_REQUEST,
        C.TOP_UP,
        "从客户选的账户收取差价 {amount}，到账后寄出换新。",
        "Charges the difference of {amount}; the replacement follows once it is there.",
        ours,
    ),
    "needs": Action(
        P.AFTERSALES_DECIDE,
        C.NOTE,
        "记下沟通得知的真实需求；不改变进度。",
        "Notes what the customer really wants; nothing else changes.",
    ),
    "return-news": Action(
        P.AFTERSALES_RECEIVE,
        C.RECEIVE,
        "登记退回包裹到了哪里；签收后验货期限开始，丢失则向快递索赔。",
        "Notes where the returning parcel is; delivered, the inspection's clock begins; lost, "
        "a claim is made.",
    ),
    "replacement-news": Action(
        P.AFTERSALES_RECEIVE,
        C.CONFIRM,
        "登记换新包裹到了哪里；签收后等客户确认。",
        "Notes where the replacement is; delivered, the customer confirms.",
    ),
    "reopening": Action(
        P.AFTERSALES_OVERRIDE,
        C.OVERRIDE,
        "以相同商品另立一张售后单；这张保持原样。",
        "Opens a new case for the same items; this one stays as it is.",
        ours,
    ),
    "feedback": Action(
        P.AFTERSALES_REQUEST,
        C.CONFIRM,
        "记下客户口头的评价；不满意会建回访任务。",
        "Notes what the customer said of it; dissatisfied, a task to call back is opened.",
    ),
    "evidence": Action(
        P.AFTERSALES_DECIDE,
        C.ADD_EVIDENCE,
        "交上后不能删改，双方都能看到。",
        "Kept for good; both sides see it.",
    ),
    "override": Action(
        P.AFTERSALES_OVERRIDE,
        C.OVERRIDE,
        "不按政策处理，记录原因。",
        "Decides otherwise than policy, with a reason on record.",
    ),
}


ENDED = {"reopening": rules.TERMINAL, "feedback": frozenset({CaseState.COMPLETED})}
"""What is done about a case that has ended; the state machine has no command for it."""
STAYS = frozenset(
    {
        "evidence", "override", "retention", "judgement", "contest", "interception", "choice",
        "interception-answer", "parcel-back", "pickup", "needs", "return-news", "replacement-news",
        "reopening", "feedback",
    }
)  # fmt: skip
"""These leave the case in the state it is in."""


OWN = {
    "acceptance": Command.ACCEPT,
    "decline": Command.DECLINE,
    "withdrawal": Command.WITHDRAW,
    "revision": Command.REVISE,
    "escalation": Command.ESCALATE,
    "return": Command.SHIP_BACK,
    "pickup": Command.SHIP_BACK,
    "confirmation": Command.CONFIRM,
    "payment": Command.TOP_UP,
    "evidence": Command.ADD_EVIDENCE,
}


def own(case: Case, *, offered: bool) -> list[str]:
    """What the buyer may do now."""
    found = [name for name, command in OWN.items() if case.state in rules.MOVES[command].before]
    if not untouched(case) and "withdrawal" in found:
        found.remove("withdrawal")
    if offered and "acceptance" not in found:
        found += ["acceptance", "decline"]
    return found
