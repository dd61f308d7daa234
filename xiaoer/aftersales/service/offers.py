"""One offer of a case, whatever it is about: made, found, answered (T4, T5, RTN)."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales.errors import OfferNotFound, OfferUnderWay
from xiaoer.aftersales.models import RETENTION, Case, CaseState, Decided, Offer, OfferState
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service.holding import Held, engine, move
from xiaoer.core import clock
from xiaoer.core.auth import Actor
from xiaoer.promises import service as promises

OFFER = "offer"
"""The clock of an offer that leaves the case where it is."""


def add(session: Session, offer: Offer) -> Offer:
    """One open offer at a time: the case is locked, so looking is enough."""
    query = select(Offer.id).where(Offer.case_id == offer.case_id, Offer.state == OfferState.OPEN)
    if session.scalar(query) is not None:
        raise OfferUnderWay
    session.add(offer)
    session.flush()
    return offer


def standing(session: Session, case: Case) -> Offer:
    query = select(Offer).where(Offer.case_id == case.id, Offer.state == OfferState.OPEN)
    found = session.scalars(query).one_or_none()
    if found is None:
        raise OfferNotFound
    return found


def answer(session: Session, actor: Actor, offer: Offer, state: OfferState) -> None:
    offer.state, offer.answered_at = state, clock.now()
    session.flush()
    if offer.kind in RETENTION:
        promises.keep_for(
            session, engine(actor), shop_id=offer.shop_id, subject_id=offer.id, kinds=[OFFER]
        )


def go_back(session: Session, actor: Actor, held: Held, offer: Offer) -> None:
    case = held.case
    if offer.kind not in RETENTION:
        case.decided = Decided.PENDING
        then = case.previous or CaseState.AWAITING_MERCHANT
        move(session, actor, held, Command.DECLINE, then, offer=offer.state.value)
    else:
        move(session, actor, held, Command.NOTE, retention=offer.state.value)
