"""What a provider tells us by itself: each event once, in any order (I12)."""

from dataclasses import asdict, dataclass
from typing import Literal
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.core import ids
from xiaoer.core.auth import Actor, system
from xiaoer.payments import provider
from xiaoer.payments.errors import MovementNotFound
from xiaoer.payments.models import Movement, MovementState, ProviderEvent
from xiaoer.payments.provider import Answer, Verdict
from xiaoer.payments.service import chargebacks, moving, submitting
from xiaoer.payments.service.accounts import Held

S = MovementState
Outcome = Literal["applied", "known", "contradiction", "unmatched"]


@dataclass(frozen=True)
class Told:
    """One event of a provider. `key` is the movement; a chargeback names the charge instead."""

    event: Literal["accepted", "settled", "failed", "reversed", "chargeback"]
    key: str
    provider_ref: str
    charge_ref: str
    cents: int
    currency: str
    failure: str


def take(session: Session, name: str, told: Told) -> Outcome:
    """Follow an event. The same one again is `known` and has no effect."""
    provider.named(name)
    first = pg_insert(ProviderEvent).values(
        id=ids.new_id(),
        provider=name,
        provider_ref=told.provider_ref,
        type=told.event,
        body=asdict(told),
        outcome="taken",
    )
    row_id = session.scalar(first.on_conflict_do_nothing().returning(ProviderEvent.id))
    if row_id is None:
        return "known"
    row = session.get_one(ProviderEvent, row_id)
    actor = system(name)
    if told.event == "chargeback":
        found = chargebacks.take(
            session,
            actor,
            name=name,
            charge_ref=told.charge_ref,
            ref=told.provider_ref,
            cents=told.cents,
            currency=told.currency,
        )
        row.outcome = "applied" if found else "unmatched"
    else:
        row.outcome = _about_movement(session, actor, row, told)
    session.flush()
    outcome: Outcome = row.outcome  # type: ignore[assignment]
    return outcome


def _about_movement(session: Session, actor: Actor, row: ProviderEvent, told: Told) -> Outcome:
    try:
        held, movement = moving.hold_movement(session, actor, UUID(told.key))
    except (MovementNotFound, ValueError):
        return "unmatched"
    row.movement_id = movement.id
    if (told.cents, told.currency) != (movement.cents, movement.currency):
        moving.contradict(session, actor, movement, f"{told.event} {told.cents} {told.currency}")
        return "contradiction"
    if told.event == "accepted":
        return "applied"
    if told.event == "reversed":
        return _reversed(session, actor, held, movement)
    return _ended(session, actor, held, movement, told)


def _reversed(session: Session, actor: Actor, held: Held, movement: Movement) -> Outcome:
    if movement.state is not S.SETTLED:
        moving.contradict(session, actor, movement, "reversed")
        return "contradiction"
    moving.reverse(session, actor, held, movement)
    return "applied"


def _ended(session: Session, actor: Actor, held: Held, movement: Movement, told: Told) -> Outcome:
    if movement.state in (S.SUBMITTED, S.UNKNOWN):
        if told.event == "settled":
            submitting.finish(session, actor, held, movement, told.provider_ref)
        else:
            submitting.refuse(session, actor, held, movement, told.failure)
        return "contradiction" if movement.conflict else "applied"
    before = movement.conflict
    submitting.contradiction(session, actor, movement, Answer(Verdict(told.event)))
    return "contradiction" if movement.conflict != before else "known"
