"""Movements of money, scoped to what the actor may reach."""

from collections.abc import Collection, Hashable
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, String, exists, or_, select, tuple_
from sqlalchemy.orm import Session, aliased

from xiaoer.core import paging
from xiaoer.core.auth import Actor
from xiaoer.core.prepared import among, locked_by_ids, prepared
from xiaoer.core.remembering import keep, known
from xiaoer.payments.errors import InterventionNotFound, MovementNotFound
from xiaoer.payments.models import (
    Direction,
    Intervention,
    Movement,
    MovementState,
    Payout,
    Purpose,
)
from xiaoer.payments.queries.instruments import shown

OPEN = (MovementState.RESERVED, MovementState.SUBMITTED, MovementState.UNKNOWN)


def visible_to(actor: Actor) -> Select[Movement]:
    query = select(Movement)
    return query if actor.all_shops else query.where(Movement.shop_id.in_(actor.shop_ids))


def movement(session: Session, actor: Actor, movement_id: UUID, *, lock: bool = False) -> Movement:
    held: Movement | None = known(session, _held_key(movement_id)) if lock else None
    if held is not None and actor.reaches(held.shop_id):
        return held
    query = visible_to(actor).where(Movement.id == movement_id)
    if lock:
        query = query.with_for_update(key_share=True)
    found = session.scalar(query, execution_options={"populate_existing": lock})
    if found is None:
        raise MovementNotFound
    return found


def lock_ahead(session: Session, movements: Collection[Movement]) -> None:
    """Lock movements whose answers a verb goes on to write one by one, and read what it asks about
    each: whose references these are, and what else of its payout is open."""
    wanted = [each.id for each in movements]
    for each in locked_by_ids(Movement, True).all(session, ids=wanted):
        keep(session, _held_key(each.id), each)
    payouts = {each.payout_id for each in movements if each.payout_id}
    still: dict[UUID | None, set[UUID]] = {each: set() for each in payouts}
    if payouts:
        for payout_id, movement_id in _open_of().all(session, payouts=list(payouts)):
            still[payout_id].add(movement_id)
    for payout_id, ids in still.items():
        keep(session, _open_key(payout_id), ids)


def _held_key(movement_id: UUID) -> Hashable:
    return "movement held", movement_id


def _open_key(payout_id: UUID | None) -> Hashable:
    return "open of payout", payout_id


def payout(session: Session, actor: Actor, payout_id: UUID) -> Payout:
    query = select(Payout).where(Payout.id == payout_id)
    if not actor.all_shops:
        query = query.where(Payout.shop_id.in_(actor.shop_ids))
    found = session.scalar(query)
    if found is None:
        raise MovementNotFound
    return found


def intervention(session: Session, actor: Actor, intervention_id: UUID) -> Intervention:
    found = session.scalar(
        select(Intervention)
        .where(Intervention.id == intervention_id)
        .where(Intervention.movement_id.in_(visible_to(actor).with_only_columns(Movement.id)))
    )
    if found is None:
        raise InterventionNotFound
    return found


def by_ids(session: Session, movement_ids: Collection[UUID]) -> list[Movement]:
    query = select(Movement).where(Movement.id.in_(movement_ids))
    return list(session.scalars(query.order_by(Movement.id)))


TRIED_IN_VAIN = 5
"""A provider that has taken a movement is asked about it after 1, 5 and 30 minutes; one that cannot
be reached is tried again within seconds. So many tries in ten minutes are in vain."""


def not_taken(session: Session, reason_ref: UUID) -> bool:
    """Whether money for `reason_ref` is to leave, and no provider has taken it."""
    query = select(Movement.id).where(
        Movement.reason_ref == reason_ref,
        Movement.state == MovementState.SUBMITTED,
        or_(Movement.attempts == 0, Movement.attempts > TRIED_IN_VAIN),
    )
    return session.scalar(query.limit(1)) is not None


def for_reason(session: Session, reason_ref: UUID) -> list[Movement]:
    """All movements that a case, or whatever decided them, has led to; the oldest first."""
    made: list[Movement] | None = known(session, reason_key(reason_ref))
    if made is not None:
        return made
    return _moved_for().all(session, reasons=[reason_ref])


@prepared
def _moved_for() -> Select[Movement]:
    return select(Movement).where(Movement.reason_ref == among("reasons")).order_by(Movement.id)


def read_ahead(session: Session, reason_refs: Collection[UUID]) -> None:
    """The same for many of them, for a block that only tells of them."""
    found: dict[UUID, list[Movement]] = {each: [] for each in reason_refs}
    for each in _moved_for().all(session, reasons=list(reason_refs)):
        found[each.reason_ref].append(each)
    for reason_ref, moved in found.items():
        keep(session, reason_key(reason_ref), moved)
    shown(session, {each.instrument_id for moved in found.values() for each in moved})


def reason_key(reason_ref: UUID) -> Hashable:
    """Kept by a verb that made the reason itself, and so all that it led to."""
    return "moved for", reason_ref


def drawn_by(session: Session, payment_id: UUID) -> list[UUID]:
    """What led to refunds of a payment that went through: cases, mostly; in a stable order."""
    query = select(Movement.reason_ref).where(
        Movement.payment_id == payment_id,
        Movement.direction == Direction.OUT,
        Movement.purpose != Purpose.CHARGEBACK,
        Movement.state == MovementState.SETTLED,
    )
    return list(session.scalars(query.distinct().order_by(Movement.reason_ref)))


def taken_back(session: Session, movements: Collection[Movement]) -> bool:
    """Whether a bank took back a payment after one of these refunds of it had been set aside."""
    refunded = {each.payment_id: each.id for each in movements if each.payment_id}
    if not refunded:
        return False
    back = known(session, _BACK)
    if back is None or not refunded.keys() <= back.keys():
        back = _chargebacks(session, refunded)
    return any(later > refunded[each] for each in refunded for later in back[each])


_BACK = "chargebacks"


def _chargebacks(session: Session, payment_ids: Collection[UUID]) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = {each: [] for each in payment_ids}
    with session.no_autoflush:
        for payment_id, movement_id in _charged_back().all(session, payments=list(payment_ids)):
            found[payment_id].append(movement_id)
    return found


@prepared
def _charged_back() -> Select[UUID, UUID]:
    of_payment = Movement.reason_ref == among("payments")
    return select(Movement.reason_ref, Movement.id).where(
        Movement.purpose == Purpose.CHARGEBACK, of_payment
    )


def chargebacks_ahead(session: Session, reason_refs: Collection[UUID]) -> None:
    """After `read_ahead`: what banks took back of the payments that were refunded."""
    moved = [each for ref in reason_refs for each in known(session, reason_key(ref)) or ()]
    drawn = {each.payment_id for each in moved if each.payment_id}
    keep(session, _BACK, _chargebacks(session, drawn) if drawn else {})


def for_people(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID | None = None,
    after: str | None = None,
    limit: int = 50,
) -> tuple[list[Movement], str | None]:
    """Failed, contradicted and overdue movements, the most urgent first."""
    query = visible_to(actor).where(Movement.people_by.is_not(None))
    if shop_id:
        query = query.where(Movement.shop_id == shop_id)
    if after:
        key = tuple_(*paging.keys(after, (datetime, UUID)))
        query = query.where(tuple_(Movement.people_by, Movement.id) > key)
    query = query.order_by(Movement.people_by, Movement.id).limit(limit + 1)
    found = list(session.scalars(query))
    more, found = len(found) > limit, found[:limit]
    last = found[-1] if found else None
    return found, paging.cursor(last.people_by, last.id) if more and last else None


def replacement(session: Session, movement_id: UUID) -> Movement | None:
    """The movement that took the place of one that failed."""
    return session.scalar(select(Movement).where(Movement.replaces_id == movement_id))


def still_open(session: Session, movement: Movement) -> int:
    """Other movements of its payout that have not settled, nor been replaced by another one."""
    if movement.payout_id is None:
        return 0
    ahead: set[UUID] | None = known(session, _open_key(movement.payout_id))
    if ahead is None:
        ahead = open_of(session, movement.payout_id)
    ahead.discard(movement.id)
    return len(ahead)


def open_of(session: Session, payout_id: UUID) -> set[UUID]:
    return {each for _, each in _open_of().all(session, payouts=[payout_id])}


@prepared
def _open_of() -> Select[UUID | None, UUID]:
    later = aliased(Movement)
    return (
        select(Movement.payout_id, Movement.id)
        .where(Movement.payout_id == among("payouts"))
        .where(Movement.state.in_((*OPEN, MovementState.FAILED, MovementState.REVERSED)))
        .where(~exists().where(later.replaces_id == Movement.id))
    )


def refs_ahead(session: Session, refs: Collection[tuple[str, str]]) -> None:
    """Who has these references of providers already, for `ref_taken`."""
    users: dict[tuple[str, str], set[UUID]] = {each: set() for each in refs}
    asked_for = {"providers": [each for each, _ in refs], "refs": [each for _, each in refs]}
    for movement_id, provider, ref in _named_so().all(session, **asked_for):
        if (provider, ref) in users:  # not one's reference at another provider
            users[provider, ref].add(movement_id)
    for each, ids in users.items():
        keep(session, ("reference", *each), ids)


@prepared
def _named_so() -> Select[UUID, str, str]:
    return select(Movement.id, Movement.provider, Movement.provider_ref).where(
        Movement.provider == among("providers", String()),
        Movement.provider_ref == among("refs", String()),
        Movement.provider_ref != "",  # as the index has it
    )


def ref_taken(session: Session, movement: Movement, provider_ref: str) -> bool:
    """Whether the provider has given this reference to another movement before."""
    users: set[UUID] | None = known(session, ("reference", movement.provider, provider_ref))
    if users is not None:
        taken = bool(users - {movement.id})
        users.add(movement.id)  # it has it now, for whoever comes with it next
        return taken
    query = select(Movement.id).where(
        Movement.provider == movement.provider,
        Movement.provider_ref == provider_ref,
        Movement.id != movement.id,
    )
    return session.scalar(query) is not None
