"""What people do about money that does not go on by itself (T23). Above the shop's limit two
people are needed, and they are not the same."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.payments import queries
from xiaoer.payments.errors import (
    AlreadyAskedFor,
    DestinationNeeded,
    InterventionNotFound,
    MovementCannot,
    MovementInConflict,
    ProofNeeded,
    SecondPersonNeeded,
)
from xiaoer.payments.events import InterventionAsked, InterventionDone, InterventionRefused
from xiaoer.payments.models import (
    Direction,
    Intervention,
    InterventionKind,
    Movement,
    MovementState,
    Payout,
)
from xiaoer.payments.service import moving, repairing
from xiaoer.payments.service.accounts import Held

K = InterventionKind
S = MovementState

ALLOWED = {
    K.REROUTE: frozenset({S.FAILED, S.REVERSED}),
    K.OFFLINE: frozenset({S.FAILED}),
    K.CONFIRM_SETTLED: frozenset({S.UNKNOWN, S.SUBMITTED, S.FAILED}),
    K.CONFIRM_FAILED: frozenset({S.UNKNOWN, S.SUBMITTED, S.SETTLED}),
}
FOUR_EYES_ABOVE_CENTS = 20_000
"""¥200: what one person may settle alone (domain.md §5, front-line authority); a shop sets its
own in `settings["payments"]["four_eyes_above_cents"]`."""


def retry(session: Session, actor: Actor, *, movement_id: UUID) -> Movement:
    """Send a failed refund again, the same way, as a new movement; asked twice, the same one."""
    actor.must(Permission.PAYMENTS_SETTLE)
    held, movement = moving.hold_movement(session, actor, movement_id)
    if again := queries.replacement(session, movement.id):
        return again
    _check_state(movement, K.REROUTE)
    _check_alive(session, movement)
    return repairing.replace(session, actor, held, movement, movement.instrument_id)


def ask(
    session: Session,
    actor: Actor,
    *,
    movement_id: UUID,
    kind: InterventionKind,
    reason: str,
    instrument_id: UUID | None = None,
    proof: str = "",
) -> Intervention:
    """Settle a movement by hand; carried out at once up to the shop's limit.

    `REROUTE` needs where to; the others need what proves it. Raises `MovementCannot`,
    `MovementInConflict`, `AlreadyAskedFor`, `DestinationNotAllowed`, `AboveCap`.
    """
    actor.must(Permission.PAYMENTS_SETTLE)
    held, movement = moving.hold_movement(session, actor, movement_id)
    _check(session, held, movement, kind, instrument_id, proof)
    step = Intervention(
        movement_id=movement.id,
        kind=kind,
        instrument_id=instrument_id if kind is K.REROUTE else None,
        reason=reason,
        proof=proof,
        four_eyes=movement.cents > _limit(session, movement.shop_id),
        asked_by=actor.id,
        asked_name=actor.name,
    )
    session.add(step)
    session.flush()
    told = InterventionAsked(
        **moving.facts_of(movement), kind=kind.value, reason=reason, four_eyes=step.four_eyes
    )
    events.emit(session, actor, told)
    if not step.four_eyes:
        _carry_out(session, actor, held, movement, step)
    return step


def approve(session: Session, actor: Actor, *, intervention_id: UUID) -> Intervention:
    """Agree, as the second person, and carry it out. Raises `SecondPersonNeeded` for the first."""
    actor.must(Permission.PAYMENTS_SETTLE)
    held, movement, step = _waiting(session, actor, intervention_id)
    if actor.id is None or actor.id == step.asked_by:
        raise SecondPersonNeeded
    _check(session, held, movement, step.kind, step.instrument_id, step.proof, again=True)
    step.approved_by, step.approved_name = actor.id, actor.name
    _carry_out(session, actor, held, movement, step)
    return step


def refuse(session: Session, actor: Actor, *, intervention_id: UUID) -> Intervention:
    """Say no to it, or take it back."""
    actor.must(Permission.PAYMENTS_SETTLE)
    _, movement, step = _waiting(session, actor, intervention_id)
    step.refused_at = clock.now()
    session.flush()
    told = InterventionRefused(**moving.facts_of(movement), kind=step.kind.value)
    events.emit(session, actor, told)
    return step


def _waiting(
    session: Session, actor: Actor, intervention_id: UUID
) -> tuple[Held, Movement, Intervention]:
    step = queries.intervention(session, actor, intervention_id)
    held, movement = moving.hold_movement(session, actor, step.movement_id)
    session.refresh(step, with_for_update=True)
    if step.done_at or step.refused_at:
        raise InterventionNotFound
    return held, movement, step


def _check(
    session: Session,
    held: Held,
    movement: Movement,
    kind: InterventionKind,
    instrument_id: UUID | None,
    proof: str,
    *,
    again: bool = False,
) -> None:
    if kind is K.REROUTE:
        if instrument_id is None:
            raise DestinationNeeded
        repairing.check_destination(session, held, movement, instrument_id)
    elif not proof.strip():
        raise ProofNeeded
    _check_state(movement, kind)
    _check_alive(session, movement)
    if not again and _asked(session, movement):
        raise AlreadyAskedFor


def _check_state(movement: Movement, kind: InterventionKind) -> None:
    confirms = kind in (K.CONFIRM_SETTLED, K.CONFIRM_FAILED)
    if movement.state not in ALLOWED[kind] or (movement.direction is Direction.IN and not confirms):
        raise MovementCannot(state=movement.state.value)
    if confirms and movement.state in (S.FAILED, S.SETTLED) and not movement.conflict:
        raise MovementCannot(state=movement.state.value)
    if movement.conflict and not confirms:
        raise MovementInConflict


def _check_alive(session: Session, movement: Movement) -> None:
    """Neither replaced by another movement nor part of a payout that was given up."""
    if movement.conflict and movement.state is S.FAILED:
        return
    payout = session.get(Payout, movement.payout_id) if movement.payout_id else None
    if queries.replacement(session, movement.id) or (payout and payout.released_at):
        raise MovementCannot(state=movement.state.value)


def _asked(session: Session, movement: Movement) -> bool:
    query = select(Intervention.id).where(
        Intervention.movement_id == movement.id,
        Intervention.done_at.is_(None),
        Intervention.refused_at.is_(None),
    )
    return session.scalar(query) is not None


def _limit(session: Session, shop_id: UUID) -> int:
    chosen = shops.get(session, shop_id).settings.get("payments", {})
    limit = chosen.get("four_eyes_above_cents") if isinstance(chosen, dict) else None
    return limit if isinstance(limit, int) and limit >= 0 else FOUR_EYES_ABOVE_CENTS


def _carry_out(
    session: Session, actor: Actor, held: Held, movement: Movement, step: Intervention
) -> None:
    step.done_at = clock.now()
    session.flush()
    if step.kind is K.REROUTE:
        assert step.instrument_id is not None
        repairing.replace(session, actor, held, movement, step.instrument_id)
    elif step.kind is K.OFFLINE:
        repairing.pay_outside(session, actor, held, movement, step.proof)
    elif step.kind is K.CONFIRM_SETTLED:
        repairing.believe_settled(session, actor, held, movement, step.proof)
    else:
        repairing.believe_failed(session, actor, held, movement, step.proof)
    told = InterventionDone(
        **moving.facts_of(movement),
        kind=step.kind.value,
        asked_by=step.asked_by,
        approved_by=step.approved_by,
    )
    events.emit(session, actor, told)
