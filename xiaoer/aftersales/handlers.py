"""What after-sales does when something happens below. Each is safe to run twice."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, service
from xiaoer.aftersales.events import (
    CaseApproved,
    CaseClosed,
    CaseCompleted,
    CaseMoved,
    ChoicesMade,
)
from xiaoer.aftersales.models import Case, Conduct, Recovery
from xiaoer.aftersales.service import (
    answering,
    autoconfirm,
    branching,
    calling,
    caring,
    clocks,
    deciding,
    lateness,
    offers,
    settling,
    squaring,
    stocking,
    telling,
    watching,
    wording,
)
from xiaoer.core.auth import Actor, system
from xiaoer.core.events import on, on_many
from xiaoer.customers.events import CustomersMerged
from xiaoer.notices.events import NoticeFailed
from xiaoer.notices.service import bring_words
from xiaoer.orders.events import OrderMoved
from xiaoer.orders.models import Order, OrderStatus
from xiaoer.payments.events import (
    ChargedBack,
    ChargeFailed,
    ChargeSettled,
    RefundFailed,
    RefundRerouted,
    RefundReversed,
    RefundSettled,
)
from xiaoer.phrases.models import Changing
from xiaoer.phrases.rules.care import Change
from xiaoer.phrases.service import caring as phrase_care
from xiaoer.playbooks.events import PlaybookFinished, PlaybookStepTaken
from xiaoer.playbooks.queries import Seen, subjects_of
from xiaoer.promises.events import PromiseBroken, PromiseExtended, PromiseWarned
from xiaoer.shipping.events import DelayBlamed, DelayDecided

bring_words(wording.shipped())

Money = RefundFailed | RefundReversed | RefundRerouted


def _money(session: Session, event: Money) -> None:
    case = session.get(Case, event.reason_ref)
    if case is not None:
        service.follow_money(session, case.id)


@on_many(RefundSettled)
def settled(session: Session, events: Sequence[RefundSettled]) -> None:
    service.follow_all(session, [event.reason_ref for event in events])


@on(RefundFailed)
def failed(session: Session, event: RefundFailed) -> None:
    _money(session, event)


@on(RefundReversed)
def reversed_(session: Session, event: RefundReversed) -> None:
    _money(session, event)
    if session.get(Case, event.reason_ref) is not None:
        telling.reversed_(session, event.reason_ref)


@on(RefundRerouted)
def rerouted(session: Session, event: RefundRerouted) -> None:
    _money(session, event)


@on(ChargeSettled)
def charged(session: Session, event: ChargeSettled) -> None:
    if session.get(Case, event.reason_ref) is not None:
        service.follow_charge(session, event.reason_ref, settled=True)


@on(ChargeFailed)
def not_charged(session: Session, event: ChargeFailed) -> None:
    if session.get(Case, event.reason_ref) is not None:
        service.follow_charge(session, event.reason_ref, settled=False)
    else:
        squaring.charge_failed(session, event.reason_ref)


@on(ChargedBack)
def taken_back(session: Session, event: ChargedBack) -> None:
    settling.charged_back(session, event)


CLOCKS = (clocks.KIND, offers.OFFER, clocks.CONFIRM, watching.BACK)


@on(PromiseBroken, when=lambda event: event.kind in CLOCKS)
def deadline(session: Session, event: PromiseBroken) -> None:
    if event.kind == clocks.KIND and event.subject_type == clocks.SUBJECT:
        service.fire(session, event.subject_id, event.due_at)
    elif event.kind == offers.OFFER:
        service.expire(session, event.subject_id)
    elif event.kind == clocks.CONFIRM:
        autoconfirm.fire(session, event.subject_id)
    elif event.kind == watching.BACK:
        watching.overdue(session, event.subject_id)


@on(PromiseExtended, when=lambda event: event.kind == clocks.KIND)
def extended(session: Session, event: PromiseExtended) -> None:
    service.follow_deadline(session, event.subject_id, event.due_at)


@on(PromiseWarned, when=lambda event: event.kind == clocks.KIND)
def remind(session: Session, event: PromiseWarned) -> None:
    telling.remind(session, event.subject_id)
    stocking.warn(session, event.subject_id, event.due_at)
    calling.page(session, event.subject_id)


@on_many(OrderMoved, when=autoconfirm.concerns)
def order_moved(session: Session, events: Sequence[OrderMoved]) -> None:
    left = (OrderStatus.SHIPPED, OrderStatus.PART_SHIPPED)
    service.orders_shipped(session, [each.order_id for each in events if each.after in left])
    autoconfirm.follow(session, {each.order_id for each in events})


@on(CaseApproved, when=telling.says_approved)
def tell_approved(session: Session, event: CaseApproved) -> None:
    telling.approved(session, event.case_id)
    answering.follow_approval(session, event.case_id, event.cents)


@on(CaseClosed)
def tell_closed(session: Session, event: CaseClosed) -> None:
    telling.closed(session, event)
    answering.follow_closing(session, event.case_id, event.why)


@on(CaseCompleted, when=caring.followed_up)
def follow_up(session: Session, event: CaseCompleted) -> None:
    caring.ask(session, event.case_id)


@on(NoticeFailed, when=lambda event: event.subject_type == "case")
def tell_by_hand(session: Session, event: NoticeFailed) -> None:
    if event.subject_id is not None:
        telling.undelivered(session, event.subject_id, event.notice_id, event.reason)


def _of_case(event: PlaybookFinished | PlaybookStepTaken) -> bool:
    return event.playbook == branching.TREE and event.subject_type == branching.SUBJECT


@on(PlaybookFinished, when=_of_case)
def run_ended(session: Session, event: PlaybookFinished) -> None:
    answering.follow_answer(session, event.subject_id, event.result)


@on(PlaybookStepTaken, when=lambda event: _of_case(event) and event.step == "judge")
def judged(session: Session, event: PlaybookStepTaken) -> None:
    answering.follow_judgement(session, event.subject_id, str(event.answer))


@subjects_of(branching.SUBJECT)
def as_subject(session: Session, actor: Actor, case_id: UUID, playbook: str) -> Seen:
    """A case for its run in a playbook; what is known of it places it in the tree of disputes."""
    case = queries.get(session, actor, case_id)
    facts = {}
    if playbook == branching.TREE:
        facts = branching.facts_of(session, case, session.get_one(Order, case.order_id))
    return Seen(branching.subject_of(session, case), facts)


@on_many(CaseMoved, when=telling.says)
def tell_moved(session: Session, events: Sequence[CaseMoved]) -> None:
    telling.moved(session, events)


@on(DelayBlamed)
def pay_for_delay(session: Session, event: DelayBlamed) -> None:
    lateness.pay_for(session, event)


@on(DelayDecided)
def carry_out(session: Session, event: DelayDecided) -> None:
    lateness.carry_out(session, event)


@on(CustomersMerged)
def follow_merge(session: Session, event: CustomersMerged) -> None:
    for model in (Case, Conduct, Recovery):
        session.execute(
            update(model)
            .where(model.customer_id == event.gone_id)
            .values(customer_id=event.customer_id)
        )


TOLD = {
    "return_methods": Change("退回方式", "ways to send back"),
    "completion_targets": Change("退款时限", "time limits of refunds"),
    "confirm_days": Change("自动确认收货的天数", "days until receipt is confirmed"),
    "seven_day": Change("七天无理由", "seven days without a reason"),
    "freight_insurance": Change("运费险", "freight insurance"),
    "price_protect_days": Change("价保天数", "days of price protection"),
    "warranty_days": Change("保修天数", "days of warranty"),
}
"""Choices that phrases tell customers of."""


@on(ChoicesMade, when=lambda event: bool(TOLD.keys() & event.changes.keys()))
def review_phrases(session: Session, event: ChoicesMade) -> None:
    """Phrases that repeat the terms of returns are looked at again (QP-7)."""
    names = [words for name, words in TOLD.items() if name in event.changes]
    zh, en = "、".join(each.zh for each in names), ", ".join(each.en for each in names)
    phrase_care.mark_changed(
        session,
        system("aftersales"),
        shop_id=event.shop_id,
        kind=Changing.POLICY,
        refs=[deciding.RETURNS],
        change=Change(f"售后设置有改动：{zh}", f"After-sales settings changed: {en}"),
    )
