"""A new row of a case, with its number, its queue and its first deadline."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    CaseState,
    Decided,
    Money,
    Phase,
    UnitClaim,
)
from xiaoer.aftersales.rules import Unit
from xiaoer.aftersales.service import clocks
from xiaoer.aftersales.service.holding import record
from xiaoer.core import clock, ids, shops
from xiaoer.core.auth import Actor
from xiaoer.core.writing import filled

NOTHING = {
    "requested_cents": 0,
    "approved_cents": 0,
    "refunded_cents": 0,
    "freight_cents": 0,
    "due_cents": 0,
    "attempts": 1,
    "decided": Decided.PENDING,
    "money": Money.NONE,
}


def make(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    kind: CaseKind,
    phase: Phase,
    told: dict[str, Any],
    state: CaseState = CaseState.AWAITING_MERCHANT,
    command: str = "open",
    **values: Any,
) -> Case:
    """Write a case at version 1 with the first link of its chain, which says `told`."""
    case = filled(
        Case(
            **(NOTHING | {"id": ids.new_id(), "first_reason": values["reason"]} | values),
            shop_id=shop_id,
            kind=kind,
            phase=phase,
            state=state,
            number=shops.draw_number(session, shop_id, "case"),
            queue=rules.queue_of(state, phase, kind),
            version=1,
            chain=rules.FIRST,
            opened_by=actor.kind.value,
            opened_by_id=actor.id,
        )
    )
    queries.case_made(session, actor, case)
    clocks.begin(session, actor, case)
    session.add(case)
    record(session, actor, case, command, "", clock.now(), told)
    return case


def name_units(session: Session, case: Case, units: Iterable[Unit]) -> list[UnitClaim]:
    """Say which units a case is about; it holds them unless they stay with the buyer (I2)."""
    holds = case.kind in rules.CLAIMS_UNITS
    claims = [
        UnitClaim(case_id=case.id, order_line_id=line_id, unit=unit, held=holds)
        for line_id, unit in units
    ]
    session.add_all(claims)
    return claims


def copied(old: Case, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(old, name) for name in names}
