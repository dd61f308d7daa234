"""The facts that fill the notices of a case, said in the customer's language.

The house's own words lie in `shipped/notices.json`; a shop may write its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Literal
from zoneinfo import ZoneInfo

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales.errors import AddressNeeded
from xiaoer.aftersales.models import Case, CasePlace, CaseState, Dispute, Offer, ReturnMethod
from xiaoer.aftersales.service import deciding
from xiaoer.aftersales.service.holding import robot
from xiaoer.core import clock, shops
from xiaoer.core.money import Money as Amount
from xiaoer.customers.models import Customer
from xiaoer.orders.models import Order
from xiaoer.payments import queries as paid
from xiaoer.payments.models import InstrumentKind

Language = Literal["zh", "en"]


@dataclass
class Facts:
    """What a notice of a case is filled with: `told` grows, `data` is what the step itself says."""

    session: Session
    case: Case
    language: Language
    zone: ZoneInfo
    data: Mapping[str, Any]
    told: dict[str, str] = field(default_factory=dict)

    def say(self, words: tuple[str, str]) -> str:
        return words[0] if self.language == "zh" else words[1]

    def moment(self, at: datetime | None) -> str:
        """Day and minute in the shop's time zone."""
        if at is None:
            return self.say(("尽快", "soon"))
        local = at.astimezone(self.zone)
        return local.strftime("%m-%d %H:%M") if self.language == "zh" else f"{local:%d %b, %H:%M}"

    def day(self, at: datetime) -> str:
        local = at.astimezone(self.zone)
        return f"{local.month}月{local.day}日" if self.language == "zh" else f"{local:%d %b}"


@cache
def shipped() -> dict[str, dict[str, str]]:
    """Code → language → words, as the house has them."""
    raw = files("xiaoer.aftersales") / "shipped" / "notices.json"
    found: dict[str, dict[str, str]] = orjson.loads(raw.read_bytes())
    return found


def language_of(session: Session, case: Case) -> Language:
    """The customer's own, else that of their shop."""
    customer = session.get(Customer, case.customer_id) if case.customer_id else None
    told = customer.language if customer is not None else None
    told = told or shops.get(session, case.shop_id).settings.get("language")
    return "en" if told == "en" else "zh"


def zone_of(session: Session, case: Case) -> ZoneInfo:
    return shops.get(session, case.shop_id).zone


def number(facts: Facts) -> None:
    """Nothing besides the case's number."""


def until(facts: Facts) -> None:
    facts.told["until"] = facts.moment(facts.case.deadline_at)


def amount(facts: Facts) -> None:
    facts.told["amount"] = str(Amount(facts.case.approved_cents, facts.case.currency))


def due(facts: Facts) -> None:
    facts.told["amount"] = str(Amount(facts.case.due_cents, facts.case.currency))
    until(facts)


WHERE = {
    InstrumentKind.CARD: ("原支付银行卡", "the card you paid with"),
    InstrumentKind.BANK: ("原支付银行账户", "the bank account you paid from"),
    InstrumentKind.WALLET: ("原支付账户", "the wallet you paid with"),
    InstrumentKind.GIFT_CARD: ("礼品卡", "your gift card"),
    InstrumentKind.BALANCE: ("账户余额", "your balance"),
    InstrumentKind.SOURCE: ("原支付方式", "the way you paid"),
}


def refund(facts: Facts) -> None:
    """Amount, where to, and the day the slowest of its transfers should be there (RNT-2)."""
    amount(facts)
    hours, where = [0], []
    moved = paid.for_reason(facts.session, facts.case.id)
    ways = paid.shown(facts.session, {each.instrument_id for each in moved})
    for movement in moved:
        used = ways[movement.instrument_id]
        hours.append(deciding.arrival(facts.session, robot(), facts.case.shop_id, used)[1])
        where.append(facts.say(WHERE[used.kind]))
    comma = facts.say(("、", ", "))
    facts.told["where"] = comma.join(dict.fromkeys(where)) or facts.say(
        WHERE[InstrumentKind.SOURCE]
    )
    facts.told["order_no"] = facts.session.get_one(Order, facts.case.order_id).order_no
    facts.told["arrives_by"] = facts.day(clock.now() + timedelta(hours=max(hours)))


SENDING = {
    ReturnMethod.PICK_UP: (
        "快递员会在约定时间上门取件，交给他即可",
        "hand it to the courier who comes at the agreed time",
    ),
    ReturnMethod.DROP_OFF: ("把包裹放到就近的代收点", "leave it at a drop-off point near you"),
    ReturnMethod.SELF_SHIP: (
        "用快递寄出，不要到付、不要平邮",
        "send it by courier, neither collect nor by ordinary mail",
    ),
}


def place(facts: Facts) -> None:
    """Where a return goes, and how, in one message (RET-3)."""
    found = facts.session.get(CasePlace, facts.case.place_id) if facts.case.place_id else None
    if found is None:
        raise AddressNeeded
    facts.told |= {name: getattr(found, name) for name in ("recipient", "phone", "address")}
    facts.told["send"] = facts.say(SENDING[facts.case.return_method or ReturnMethod.SELF_SHIP])
    until(facts)


REFUSED_FOR = {
    "not_as_claimed": ("与描述的问题不符", "it is not as claimed"),
    "goods_used": ("商品已使用", "the goods were used"),
    "already_delivered": ("物流显示已妥投", "the courier shows it as delivered"),
    "window_over": ("已超过售后期限", "the time for it is over"),
    "statutory_exception": ("属于法定不支持的商品", "the law excepts such goods"),
    "agreed_otherwise": ("双方已另有约定", "we had agreed otherwise"),
    "amount_wrong": ("申请金额有误", "the amount is not right"),
}


def refusal(facts: Facts) -> None:
    told = facts.case.notes.get("refusal", {})
    plain = str(told.get("reason", ""))
    facts.told["why"] = facts.say(REFUSED_FOR.get(plain, (plain, plain)))
    facts.told["words"] = _sentence(facts, told.get("words"))
    until(facts)


def _sentence(facts: Facts, said: Any) -> str:
    """The agent's own words as a sentence; a template cannot be filled with nothing."""
    text = str(said or "").strip()
    if not text:
        return " "
    return text if text[-1] in "。！？.!?" else text + facts.say(("。", ". "))


def words(facts: Facts) -> None:
    facts.told["words"] = str(facts.data.get("words") or facts.data.get("note") or "–")
    until(facts)


OFFERS = {
    "coupon": ("优惠券", "a coupon"),
    "gift": ("赠品", "a gift"),
    "partial_refund": ("部分退款", "a partial refund"),
    "refund_only": ("不退货，退款", "a refund; you keep the goods"),
    "return_refund": ("退货退款", "a refund on return"),
    "price_adjust": ("补差价", "the price difference"),
    "exchange": ("换货", "an exchange"),
    "repair": ("付费维修", "a repair at your cost"),
}


def offer(facts: Facts) -> None:
    query = select(Offer).where(Offer.case_id == facts.case.id).order_by(Offer.id.desc())
    made = facts.session.scalars(query).first()
    if made is None:
        return
    kind = (
        made.kind.value if made.kind.value in OFFERS else (made.case_kind or facts.case.kind).value
    )
    facts.told["offer"] = facts.say(OFFERS.get(kind, ("新的方案", "another solution")))
    facts.told["amount"] = str(Amount(made.cents, facts.case.currency))
    facts.told["words"] = _sentence(facts, made.words)
    facts.told["until"] = facts.moment(made.answer_by)


def parcel(facts: Facts) -> None:
    facts.told |= {name: str(facts.data.get(name)) for name in ("carrier", "tracking_no")}


NEXT = {
    CaseState.AWAITING_REPLACEMENT_SHIP: ("寄出换新商品", "the replacement is sent"),
    CaseState.AWAITING_PAYMENT: ("等待您补付差价", "you pay the difference"),
}


def after_goods(facts: Facts) -> None:
    facts.told["then"] = facts.say(NEXT.get(facts.case.state, ("为您退款", "your refund")))


def ruling(facts: Facts) -> None:
    query = select(Dispute).where(Dispute.case_id == facts.case.id).order_by(Dispute.id.desc())
    ruled = facts.session.scalars(query).first()
    won = ruled is not None and ruled.ruled_for is not None and ruled.ruled_for.value == "buyer"
    cents = str(Amount(ruled.ruling_cents or 0, facts.case.currency)) if ruled else ""
    yours = (f"支持您的申请，退款 {cents}", f"for you; {cents} goes back")
    ours = ("支持商家，本次申请关闭", "for the shop; the case is closed")
    facts.told["result"] = facts.say(yours if won else ours)
    facts.told["words"] = _sentence(facts, ruled.ruling if ruled else "")


CLOSED_FOR = {
    "buyer_timeout": ("超过时限未处理", "the time to act went by"),
    "refused_final": ("申请未通过", "it was refused"),
    "superseded": ("已由另一申请代替", "another request replaces it"),
    "invalid": ("申请无效", "it was not valid"),
    "shipped_instead": ("订单已发货", "the order has left"),
    "sent_back": ("商品将寄回给您，订单保留", "the goods go back to you, and you keep the order"),
    "retained": ("您选择保留订单，优惠会尽快发放", "you keep the order; what was promised follows"),
}


def closing(facts: Facts) -> None:
    plain = facts.case.closed_reason.value if facts.case.closed_reason else ""
    facts.told["why"] = facts.say(CLOSED_FOR.get(plain, (plain, plain)))
