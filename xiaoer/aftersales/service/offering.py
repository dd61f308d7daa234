"""Another amount or kind, offered to the buyer within a case (T4, T5)."""

from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import (
    AmountNotAllowed,
    AmountTooHigh,
    CaseCannotMove,
    CentsChanged,
    OfferExpired,
)
from xiaoer.aftersales.models import (
    RETENTION,
    Case,
    CaseKind,
    CaseState,
    Closed,
    Decided,
    Goods,
    Offer,
    OfferKind,
    OfferState,
)
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import (
    approving,
    authority,
    deducting,
    offers,
    retaining,
    retracting,
    sending_back,
)
from xiaoer.aftersales.service.holding import Held, check_ours, close, hold, move, robot
from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission


def propose(
    session: Session,
    actor: Actor,
    *,
    case_id: UUID,
    version: int,
    cents: int,
    kind: CaseKind | None = None,
    send_back: bool = False,
    words: str = "",
) -> Case:
    """Offer the buyer another amount or kind (T4); the clock is theirs now.

    Of goods that did not pass the inspection also their repair, for `cents` that the buyer pays,
    or with `send_back` nothing: they go back as they are (RET-13).
    """
    actor.must(Permission.AFTERSALES_DECIDE)
    held = hold(session, actor, case_id, version=version)
    case = held.case
    check_ours(case)
    rules.check_before(Command.PROPOSE, case.state)
    if send_back:
        _check_send_back(case, kind, cents)
    else:
        _check_offered(session, actor, held, kind or case.kind, cents)
    case.previous, case.decided = case.state, Decided.OFFERED
    move(session, actor, held, Command.PROPOSE, CaseState.AWAITING_BUYER_CONFIRM, cents=cents)
    offer = Offer(
        kind=OfferKind.SEND_BACK if send_back else OfferKind.PROPOSAL,
        case_kind=kind,
        cents=cents,
        words=words,
    )
    _add(session, actor, case, offer)
    return case


def _add(session: Session, actor: Actor, case: Case, offer: Offer) -> None:
    assert case.deadline_at is not None
    offer.shop_id, offer.case_id, offer.order_id = case.shop_id, case.id, case.order_id
    offer.answer_by, offer.by_id, offer.by_name = case.deadline_at, actor.id, actor.name
    offers.add(session, offer)


def _check_offered(session: Session, actor: Actor, held: Held, kind: CaseKind, cents: int) -> None:
    """Raise unless so much can be offered, by this actor: nothing where no money goes back, and
    for a repair what it costs the buyer."""
    case = held.case
    refunds = {CaseKind.REFUND_ONLY, CaseKind.RETURN_REFUND}
    mends = kind is CaseKind.REPAIR and case.state is CaseState.RECEIPT_REFUSED
    if kind is not case.kind and not mends and not {kind, case.kind} <= refunds:
        raise CaseCannotMove(state=case.state.value, command=f"propose {kind.value}")
    rules.check_shipped(case.phase, kind)
    if kind is CaseKind.REPAIR:
        _check_quote(held, cents, least=0 if mends else 1)
        return
    if kind in rules.PAYS_BACK:
        retracting.check_cents(session, actor, held, cents)
    elif cents:
        raise CentsChanged(cents=0, given=cents)
    authority.must_suffice(session, actor, case, "approve_refund", cents)


def _check_send_back(case: Case, kind: CaseKind | None, cents: int) -> None:
    if case.state is not CaseState.RECEIPT_REFUSED or kind is not None:
        raise CaseCannotMove(state=case.state.value, command="propose send back")
    if cents:
        raise CentsChanged(cents=0, given=cents)


def _check_quote(held: Held, cents: int, least: int) -> None:
    """A repair dearer than the goods were is none that anybody would agree to; the shop may mend
    for nothing what it has here already."""
    if cents < least:
        raise AmountNotAllowed
    if cents > held.order.paid_cents:
        raise AmountTooHigh(asked_cents=cents, max_cents=held.order.paid_cents)


def accept(session: Session, actor: Actor, *, case_id: UUID, version: int | None = None) -> Case:
    """The buyer takes what was offered (T5): it is agreed to, or the order is kept (RTN-3)."""
    retracting.must_speak_for_buyer(actor)
    held = hold(session, actor, case_id, version=version)
    offer = offers.standing(session, held.case)
    if clock.now() >= offer.answer_by:
        raise OfferExpired
    offers.answer(session, actor, offer, OfferState.ACCEPTED)
    if offer.kind in RETENTION:
        retaining.keep_order(session, actor, held, offer)
        return held.case
    case = held.case
    rules.check_before(Command.ACCEPT, case.state)
    if offer.kind is OfferKind.SEND_BACK:
        close(session, actor, held, Command.ACCEPT, Closed.SENT_BACK)
        sending_back.ask(session, case, "未通过验收的商品")
        return case
    if offer.case_kind is not None and offer.case_kind is not case.kind:
        case.converted_from, case.kind = case.kind, offer.case_kind
    if case.kind in rules.PAYS_BACK:
        deducting.agreed_otherwise(case)
        case.requested_cents = offer.cents
    if case.kind is CaseKind.REPAIR:
        _mend(session, case, offer.cents)
    if case.kind is CaseKind.REFUND_ONLY:
        case.terms = case.terms | {"require_return": False}
    approving.agree(session, actor, held, Command.ACCEPT, cents=case.requested_cents)
    return case


def _mend(session: Session, case: Case, cents: int) -> None:
    """Nothing is paid back for what is repaired; what is here already need not be sent."""
    case.due_cents = cents
    if case.converted_from is not None:
        case.requested_cents = case.freight_cents = 0
        case.goods = Goods.RECEIVED
        case.notes = case.notes | {"goods_back": True}
        for line in queries.lines_of(session, case.id):
            line.accepted, line.rejected = line.received, 0
            line.refund_cents = line.tax_cents = 0


def decline(
    session: Session,
    actor: Actor,
    *,
    case_id: UUID,
    version: int | None = None,
    counter_cents: int | None = None,
    words: str = "",
) -> Case:
    """The buyer does not want it: back to where the case was, without delay (T5, RTN-3).

    `counter_cents`: what they would take instead (FM3-2); it is kept with the offer.
    """
    retracting.must_speak_for_buyer(actor)
    held = hold(session, actor, case_id, version=version)
    offer = offers.standing(session, held.case)
    if counter_cents is not None:
        retracting.check_cents(session, actor, held, counter_cents)
    offer.counter_cents, offer.answer_words = counter_cents, words.strip()
    offers.answer(session, actor, offer, OfferState.DECLINED)
    offers.go_back(session, actor, held, offer)
    return held.case


def lapse(session: Session, held: Held) -> None:
    """No answer to a proposal in time (D4)."""
    offer = offers.standing(session, held.case)
    offers.answer(session, robot(), offer, OfferState.EXPIRED)
    offers.go_back(session, robot(), held, offer)
