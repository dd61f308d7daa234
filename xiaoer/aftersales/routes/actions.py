"""What may be done about a case now, by whom, and what follows from it: said before it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from xiaoer.aftersales import rules
from xiaoer.aftersales.models import Case, CaseKind, CaseState, Goods, Mode, Money
from xiaoer.aftersales.rules import Command
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.money import Money as Amount

P, C = Permission, Command


@dataclass(frozen=True)
class Action:
    """A sub-resource of the case, the right it asks for, the command behind it, and in words what
    it leads to (`{amount}` is the case's)."""

    permission: Permission
    command: Command
    zh: str
    en: str
    when: Callable[[Case], bool] = lambda _case: True


def _untouched(case: Case) -> bool:
    return case.money is Money.NONE and case.goods is not Goods.RECEIVED


def _pays(case: Case) -> bool:
    return case.kind in rules.PAYS_BACK


def _ours(case: Case) -> bool:
    return case.mode is not Mode.MIRRORED


def _returning(case: Case) -> bool:
    return case.kind is CaseKind.RETURN_REFUND and case.money is Money.NONE and _ours(case)


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
        lambda case: not case.quality,
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
        _untouched,
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
        "拒收，须附照片。",
        "Refuses the parcel; photos are needed.",
        lambda case: not case.fast,
    ),
    "fast-refund": Action(
        P.AFTERSALES_DECIDE,
        C.FAST_REFUND,
        "收到退货前先退款 {amount}。",
        "Refunds {amount} before the goods are back.",
        _returning,
    ),
    "shipped-instead": Action(
        P.AFTERSALES_DECIDE,
        C.SHIP_INSTEAD,
        "已真实发货，关闭未发货退款申请。",
        "It was shipped; the refund before shipping closes.",
        lambda case: bool(case.notes.get("shipped_meanwhile")),
    ),
    "replacement": Action(
        P.AFTERSALES_RECEIVE,
        C.SHIP_REPLACEMENT,
        "登记补发或换货的包裹。",
        "Notes the parcel with the replacement.",
    ),
    "conversion": Action(
        P.AFTERSALES_DECIDE,
        C.CONVERT,
        "改为退款。",
        "Refunds instead of sending.",
        _ours,
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
        P.AFTERSALES_DECIDE, C.AGREE, "双方和解。", "Both sides agree after all.", _pays
    ),
    "evidence": Action(P.AFTERSALES_DECIDE, C.ADD_EVIDENCE, "补充凭证。", "Adds proof, for good."),
    "override": Action(
        P.AFTERSALES_OVERRIDE,
        C.OVERRIDE,
        "不按政策处理，记录原因。",
        "Decides otherwise than policy, with a reason on record.",
    ),
}


def possible(actor: Actor, case: Case) -> list[dict[str, Any]]:
    """What this actor may do now. Facts that only the doing finds out are told then."""
    return [
        _told(name, each, case)
        for name, each in ACTIONS.items()
        if actor.may(each.permission)
        and case.state in rules.MOVES[each.command].before
        and each.when(case)
    ]


def _told(name: str, action: Action, case: Case) -> dict[str, Any]:
    cents = max(case.approved_cents or case.requested_cents, -case.due_cents)
    words = {"amount": str(Amount(cents, case.currency))}
    stays = name in ("evidence", "override", "retention", "judgement", "contest")
    then = {case.state} if stays else rules.MOVES[action.command].after
    if action.command is Command.APPROVE:
        back = case.kind in rules.RETURNS_GOODS and case.terms.get("require_return", True)
        then = {rules.agreed_state(case.kind, due_cents=case.due_cents, must_return=bool(back))}
        cents = case.requested_cents
    return {
        "action": name,
        "path": f"/api/cases/{case.id}/{name}",
        "leads_to": sorted(then, key=lambda state: list(CaseState).index(state)),
        "cents": cents if "{amount}" in action.zh else None,
        "consequence": {"zh": action.zh.format(**words), "en": action.en.format(**words)},
    }


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
    if not _untouched(case) and "withdrawal" in found:
        found.remove("withdrawal")
    if offered and "acceptance" not in found:
        found += ["acceptance", "decline"]
    return found
