"""Deciding otherwise than policy does (T29)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import rules
from xiaoer.aftersales.errors import (
    AmountNotAllowed,
    AmountTooHigh,
    CaseCannotMove,
    MoneyUnderWay,
    ReasonNeeded,
)
from xiaoer.aftersales.models import Case, Money
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import authority, deducting, refunding
from xiaoer.aftersales.service.holding import Held, check_ours, engine, hold, move
from xiaoer.core.auth import Actor, Permission
from xiaoer.policies import service as policies


def override(
    session: Session,
    actor: Actor,
    *,
    case_id: UUID,
    version: int,
    cents: int,
    reason: str,
    outputs: Mapping[str, Any],
) -> Case:
    """The terms of the case change, and the decision that replaces the first one keeps who and
    why. The amount is within the role's limit and what can go back; 0 leaves it as it is.

    Raises `AboveYourLimit`, `AmountTooHigh`, `AmountNotAllowed`, `MoneyUnderWay`, `ReasonNeeded`.
    """
    actor.must(Permission.AFTERSALES_OVERRIDE)
    if not reason.strip():
        raise ReasonNeeded
    held = hold(session, actor, case_id, version=version)
    case = held.case
    check_ours(case)
    rules.check_before(Command.OVERRIDE, case.state)
    if case.decision_id is None:  # a compensation: nothing was decided by a table
        raise CaseCannotMove(state=case.state.value, command=Command.OVERRIDE.value)
    if case.money is not Money.NONE:
        raise MoneyUnderWay
    authority.must_suffice(session, actor, case, "override", cents)
    _check(session, actor, held, cents)
    made = policies.override(
        session, engine(actor), case.decision_id, outputs=outputs, reason=reason
    )
    case.decision_id = made.id
    case.terms = case.terms | dict(outputs)
    if case.kind in rules.PAYS_BACK and cents:
        deducting.agreed_otherwise(case)
        case.requested_cents = cents
        case.approved_cents = cents if case.approved_at else case.approved_cents
    move(session, actor, held, Command.OVERRIDE, reason=reason.strip(), cents=cents)
    return case


def _check(session: Session, actor: Actor, held: Held, cents: int) -> None:
    if cents < 0:
        raise AmountNotAllowed
    units = refunding.accepted_units(session, engine(actor), held)
    most = sum(each.left_cents for each in units) + held.case.freight_cents
    if cents > most:
        raise AmountTooHigh(asked_cents=cents, max_cents=most)
