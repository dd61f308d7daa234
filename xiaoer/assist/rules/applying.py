"""Asking for money back by talking to the bot: who wants it, who agrees, what is shown. Pure."""

import re
from typing import Any, Literal

from xiaoer.aftersales.models import CaseKind, Phase, Reason

Locale = Literal["zh", "en"]
_WANTS = re.compile(
    r"(我|帮|给|麻烦|请|申请|想|要|直接)[^。？?！!]{0,8}(退款|退货|退掉|退了它|退钱)|^(退款|退货|申请退|不想要了)|"
    r"\b(want|like|need|please|help me)\b.{0,24}\b(refund|return)\b",
    re.IGNORECASE,
)
_ASKS_ABOUT = re.compile(
    r"多久|几天|怎么|如何|到账|条件|流程|能不能|可以.{0,6}吗|进度|\b(how|when|can|does|where)\b",
    re.IGNORECASE,
)
_AGREES = re.compile(
    r"^\W*(确认(提交)?|确定|提交|是的?|对的?|好的?|可以|行|嗯+|ok(ay)?|yes|confirm(ed)?|submit)\W*$",
    re.IGNORECASE,
)
_DECLINES = re.compile(
    r"^\W*(算了|不(用|要|退|提交|需要)了?|先?不|取消|别(退|提交)了?)\W*$|"
    r"^\W*(no|never ?mind|cancel|don'?t)\W*$",
    re.IGNORECASE,
)
_FAULTY = re.compile(
    r"坏|碎|裂|破|质量|瑕疵|划痕|\b(broken|damaged|faulty|defect\w*)\b", re.IGNORECASE
)
_BACK = frozenset({Phase.DELIVERED, Phase.COMPLETED})
_KINDS = {
    CaseKind.REFUND_ONLY: ("仅退款", "refund"),
    CaseKind.RETURN_REFUND: ("退货退款", "return and refund"),
}


def wants_money_back(text: str) -> bool:
    """Whether it is asked for; who asks how long it takes wants to know, not to apply."""
    return bool(_WANTS.search(text)) and not _ASKS_ABOUT.search(text)


def agrees(text: str) -> bool:
    """Nothing but a yes counts as one."""
    return bool(_AGREES.match(text.strip()))


def declines(text: str) -> bool:
    return bool(_DECLINES.match(text.strip()))


def asked_for(phase: Phase, text: str) -> tuple[CaseKind, Reason]:
    """What it comes to, as far as the order has gone and by what was said of the goods."""
    if phase not in _BACK:
        return CaseKind.REFUND_ONLY, Reason.NO_LONGER_NEEDED
    return CaseKind.RETURN_REFUND, (
        Reason.QUALITY_DEFECT if _FAULTY.search(text) else Reason.NO_REASON
    )


def which_order(locale: Locale) -> str:
    if locale == "zh":
        return "可以帮您申请。请把订单号发给我；回复“人工”转客服。"
    return 'I can apply for it. Please send the order number; "human" calls us.'


def unproven(locale: Locale) -> str:
    """The number alone is printed on every parcel: it shows no more than that there is an order."""
    if locale == "zh":
        return (
            "请先在“查订单”里填订单号和收货手机号后四位，对上后再把订单号发给我；回复“人工”转客服。"
        )
    return (
        "Please find the order first with its number and the last four digits of the receiver's"
        ' phone, then send me the number again; "human" calls us.'
    )


def preview(told: dict[str, Any], locale: Locale) -> str:
    """What would come back, before anything is asked for. The figures are those of the quote."""
    zh, en = _KINDS[CaseKind(told["kind"])]
    amount = f"¥{told['cents'] / 100:,.2f}"
    if locale == "zh":
        lines = [f"订单 {told['order_no']}：申请{zh}", f"预计退回 {amount}"]
        lines += [f"其中扣除{label['zh']} ¥{cents / 100:,.2f}" for label, cents in told["kept"]]
        lines += ["需要寄回商品"] if told["kind"] == CaseKind.RETURN_REFUND else []
        lines += ["提交后请补充照片等凭证"] if told["missing"] else []
        return "\n".join([*lines, "回复“确认”提交，回复“算了”不提交，回复“人工”转客服。"])
    lines = [f"Order {told['order_no']}: {en}", f"You would get back {amount}"]
    lines += [f"less {label['en']} ¥{cents / 100:,.2f}" for label, cents in told["kept"]]
    lines += ["The goods are to be sent back"] if told["kind"] == CaseKind.RETURN_REFUND else []
    lines += ["Pictures are needed after that"] if told["missing"] else []
    return "\n".join([*lines, 'Reply "confirm" to submit, "cancel" to leave it, "human" for us.'])


def submitted(number: int, locale: Locale) -> str:
    if locale == "zh":
        return f"已提交，售后单号 {number}。进度和下一步在“售后”里看得到。"
    return f"Submitted: case {number}. Its progress and next steps are under “After-sales”."


def left(locale: Locale) -> str:
    if locale == "zh":
        return "好的，没有提交。还需要什么，请告诉我。"
    return "All right, nothing was submitted. Tell me what else you need."
