"""One case, locked in the one order of locks, and the one function that moves it."""

from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Select, select, update
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import CaseChanged, PlatformOwnsIt
from xiaoer.aftersales.events import CaseClosed, CaseCompleted, CaseMoved
from xiaoer.aftersales.models import (
    Case,
    CaseEvent,
    CaseState,
    Closed,
    Mode,
    UnitClaim,
)
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import clocks, stocking
from xiaoer.core import clock, events
from xiaoer.core.auth import EVERYTHING, Actor, ActorKind, system
from xiaoer.core.prepared import among, locked_by_ids, prepared
from xiaoer.core.remembering import keep, known
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order
from xiaoer.promises import service as promises


@dataclass
class Held:
    """A case and its order, both locked (order, then case)."""

    order: Order
    case: Case


def engine(actor: Actor) -> Actor:
    """The same person, with the rights that a verb of this room needs in the rooms below.

    The verb itself has asked for its own permission; a customer may not refund, their case may.
    """
    return replace(actor, permissions=EVERYTHING)


def robot() -> Actor:
    return system("aftersales")


def hold(session: Session, actor: Actor, case_id: UUID, *, version: int | None = None) -> Held:
    """Lock a case with its order. With `version`: what the actor saw, or `CaseChanged` (I16)."""
    order_id = queries.get(session, actor, case_id).order_id
    order = orders.get(session, actor, order_id, lock=True)
    case = known(session, _held_key(case_id)) or _locked(session, [case_id])[0]
    if version is not None and version != case.version:
        raise CaseChanged(version=case.version)
    return Held(order, case)


def hold_ahead(session: Session, case_ids: Collection[UUID]) -> list[UUID]:
    """Lock cases that a verb goes on to hold one by one, with their orders and promises, and read
    the units they claim; those of the ids that are cases."""
    orders_of: dict[UUID, UUID] = dict(_of_orders().all(session, ids=list(case_ids)))
    if not orders_of:
        return []
    orders.lock_ahead(session, robot(), set(orders_of.values()))
    for case in _locked(session, orders_of):
        keep(session, _held_key(case.id), case)
    promises.read_ahead(session, orders_of)
    orders.lines_ahead(session, set(orders_of.values()))
    queries.claims_ahead(session, orders_of)
    return list(orders_of)


def _locked(session: Session, case_ids: Collection[UUID]) -> Sequence[Case]:
    return locked_by_ids(Case).all(session, ids=list(case_ids))


@prepared
def _of_orders() -> Select[UUID, UUID]:
    return select(Case.id, Case.order_id).where(Case.id == among("ids")).order_by(Case.id)


def _held_key(case_id: UUID) -> Hashable:
    return "case held", case_id


def check_ours(case: Case) -> None:
    """Raise `PlatformOwnsIt` for what only the platform can do to a mirrored case."""
    if case.mode is Mode.MIRRORED:
        raise PlatformOwnsIt


def move(
    session: Session,
    actor: Actor,
    held: Held,
    command: Command,
    then: CaseState | None = None,
    *,
    clock_runs: bool = False,
    passing: bool = False,
    **data: Any,
) -> None:
    """Let a case go on to `then`, or note something within its state.

    One version, one event in its chain, one fact for the house, and the deadline of its new state.
    With `clock_runs` the deadline is made anew although the state stays; with `passing` none is,
    because the case leaves the state again in this very transaction.
    """
    case, now = held.case, clock.now()
    before, after = case.state, then or case.state
    rules.check_move(command, before, after)
    with session.no_autoflush:  # the case is written once, when everything about it is known
        _enter(case, after)
        if after in rules.TERMINAL:
            case.ended_at = now
            clocks.stop(session, actor, case)
        elif (after is not before or clock_runs) and not passing:
            clocks.start(session, actor, case)
        record(session, actor, case, command.value, before.value, now, data)
    told = CaseMoved(
        **told_of(case),
        command=command.value,
        before=before.value,
        after=after.value,
        deadline_at=case.deadline_at,
        data=plain(data),
    )
    events.emit(session, actor, told)


def _enter(case: Case, after: CaseState) -> None:
    if after is not case.state:
        case.asked_by = case.asked_cents = None
        case.asked_role = ""
    case.state = after
    case.version += 1
    case.queue = rules.queue_of(after, case.phase, case.kind)


def record(
    session: Session,
    actor: Actor,
    case: Case,
    command: str,
    before: str,
    now: datetime,
    data: dict[str, Any],
) -> None:
    """Add one link to the chain of the case's events (I14)."""
    event = CaseEvent(
        case_id=case.id,
        seq=case.version,
        command=command,
        before=before,
        after=case.state.value,
        actor_kind=actor.kind.value,
        actor_id=actor.id,
        actor_name="" if actor.kind is ActorKind.CUSTOMER else actor.name,
        at=now,
        data=plain(data),
        prev_hash=case.chain,
    )
    event.hash = case.chain = rules.linked(event.prev_hash, rules.content(event))
    session.add(event)
    queries.goes_on(session, event)


def plain(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads(orjson.dumps(data, default=str))
    return found


def complete(session: Session, actor: Actor, held: Held, command: Command, **data: Any) -> None:
    """The case has reached what it was for: its units are settled for good."""
    case = held.case
    # What was replaced or sent again is with the buyer and may come back in another case.
    gives_back = case.kind not in rules.SENDS_GOODS
    for claim in queries.claims_of(session, case.id):
        claim.held = claim.consumed = claim.held and gives_back
    move(session, actor, held, command, CaseState.COMPLETED, **data)
    told = CaseCompleted(
        **told_of(case),
        refunded_cents=case.refunded_cents,
        took_sec=took_sec(case),
        by_hand=not case.automation,
    )
    events.emit(session, actor, told)
    clocks.resume_order(session, case, held.order)


def close(
    session: Session, actor: Actor, held: Held, command: Command, why: Closed, **data: Any
) -> None:
    """End a case without what was asked for: its units are free again."""
    case = held.case
    case.closed_reason = why
    move(session, actor, held, command, CaseState.CLOSED, why=why.value, **data)
    release_units(session, case.id)
    stocking.release(session, case)
    told = CaseClosed(**told_of(case), why=why.value, took_sec=took_sec(case))
    events.emit(session, actor, told)
    clocks.resume_order(session, case, held.order)


def release_units(session: Session, case_id: UUID) -> None:
    session.execute(update(UnitClaim).where(UnitClaim.case_id == case_id).values(held=False))


def took_sec(case: Case) -> int:
    took: timedelta = (case.ended_at or clock.now()) - case.opened_at
    return max(int(took.total_seconds()), 0)


def told_of(case: Case) -> dict[str, Any]:
    """What every event of a case tells."""
    return {
        "shop_id": case.shop_id,
        "case_id": case.id,
        "number": case.number,
        "order_id": case.order_id,
        "customer_id": case.customer_id,
        "case_kind": case.kind.value,
        "version": case.version,
    }
