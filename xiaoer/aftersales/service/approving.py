"""Agreeing and refusing: by a person within their limit, by an automation, by the clock."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import (
    CentsChanged,
    ConditionsNotChecked,
    EvidenceMissing,
    InterceptionUnanswered,
    QuoteNeeded,
    ShippedMeanwhile,
)
from xiaoer.aftersales.events import CaseApproved
from xiaoer.aftersales.models import (
    Case,
    CaseEvidence,
    CaseKind,
    CaseState,
    Decided,
    Mode,
    Phase,
)
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import (
    authority,
    deciding,
    gathering,
    intercepting,
    mirroring,
    paying,
    placing,
    refunding,
    stocking,
)
from xiaoer.aftersales.service.holding import Held, engine, hold, move, robot, told_of
from xiaoer.aftersales.service.requests import Quote
from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.once import once
from xiaoer.core.remembering import once_each
from xiaoer.policies import service as policies
from xiaoer.policies.service import Subject


def approve(
    session: Session,
    actor: Actor,
    *,
    case_id: UUID,
    version: int,
    cents: int,
    reasonable: bool | None = None,
    conditions_met: bool | None = None,
    override_reason: str = "",
    platform_version: str | None = None,
    key: UUID | None = None,
) -> Case:
    """Agree to what was asked for (T3). `version` and `cents` are what the actor saw (I16).

    Beyond the actor's limit the case waits for a second person (`asked_by`, `asked_role`). With
    `override_reason` and the right to it, a missing interception answer or missing evidence does
    not stand in the way. Raises `CaseChanged`, `CentsChanged`, `ShippedMeanwhile`,
    `InterceptionUnanswered`, `EvidenceMissing`, `ConditionsNotChecked`, `AboveYourLimit`.
    """
    actor.must(Permission.AFTERSALES_DECIDE)

    def do() -> dict[str, Any]:
        held = hold(session, actor, case_id, version=version)
        _check_seen(held, cents, platform_version)
        _note_audit(held.case, reasonable, conditions_met)
        check_ready(session, actor, held, override_reason)
        act = "compensate" if held.case.kind is CaseKind.COMPENSATION else "approve_refund"
        if authority.enough(session, actor, held, act, _worth(held.case)):
            agree(session, actor, held, Command.APPROVE, cents=held.case.requested_cents)
        return {"case": held.case.id}

    findings = [reasonable, conditions_met, override_reason, platform_version]
    content = [case_id, version, cents, *findings]
    queries.get(session, actor, case_id)
    with once_each(session), session.begin_nested(), events.together(session):
        once(session, scope=f"aftersales.approve:{case_id}", key=key, content=content, do=do)
    return queries.get(session, actor, case_id)


def _worth(case: Case) -> int:
    """What an agreement gives away: the refund, or the difference that goes back."""
    return max(case.requested_cents, -case.due_cents, 0)


def _check_seen(held: Held, cents: int, platform_version: str | None) -> None:
    case = held.case
    rules.check_before(Command.APPROVE, case.state)
    if cents != case.requested_cents:
        raise CentsChanged(cents=case.requested_cents, given=cents)
    mirroring.check_seen(case, platform_version)


def _note_audit(case: Case, reasonable: bool | None, conditions_met: bool | None) -> None:
    """The two findings of an audit (RET-2)."""
    told = {"reasonable": reasonable, "conditions_met": conditions_met}
    case.notes = case.notes | {name: value for name, value in told.items() if value is not None}


def check_ready(session: Session, actor: Actor, held: Held, override_reason: str) -> None:
    """Raise for whatever has to happen before anybody may agree."""
    case = held.case
    check_unshipped(held)
    if case.kind in rules.RETURNS_GOODS and not (
        case.notes.get("reasonable") and case.notes.get("conditions_met")
    ):
        raise ConditionsNotChecked
    if override_reason:
        actor.must(Permission.AFTERSALES_OVERRIDE)
        case.notes = case.notes | {"override": override_reason}
        return
    if not intercepting.answered(session, case):
        raise InterceptionUnanswered
    if missing := missing_evidence(session, case):
        raise EvidenceMissing(kinds=", ".join(missing))
    check_quoted(case)


def check_quoted(case: Case) -> None:
    """Out of warranty a repair is paid for: the customer has agreed to a price first, which they
    pay before it is sent back (AWAITING_PAYMENT)."""
    wanted = case.kind is CaseKind.REPAIR and case.terms.get("code") == "repair_quote"
    if wanted and not case.due_cents:
        raise QuoteNeeded


def check_unshipped(held: Held) -> None:
    """A refund before shipping is over when the parcel has left (RFU-7, I18)."""
    case = held.case
    unshipped = held.order.status in rules.UNSHIPPED
    if case.kind is CaseKind.REFUND_ONLY and case.phase is Phase.PRE_SHIP and not unshipped:
        raise ShippedMeanwhile


def missing_evidence(session: Session, case: Case) -> list[str]:
    """Kinds that policy asks for and nobody has put forward."""
    needed: list[str] = case.terms.get("required_evidence", [])
    query = select(CaseEvidence.kind).where(CaseEvidence.case_id == case.id)
    present = {each.value for each in session.scalars(query)} if needed else set()
    return [kind for kind in needed if kind not in present]


def agree(
    session: Session,
    actor: Actor,
    held: Held,
    command: Command,
    *,
    cents: int,
    automation: str = "",
) -> None:
    """What an agreement leads to (T2): the refund, the way back of the goods, a replacement."""
    case = held.case
    case.approved_cents = cents
    case.approved_at = clock.now()
    case.automation = automation
    case.decided = Decided.RULED if command is Command.RULE else Decided.APPROVED
    must_return = bool(case.terms.get("require_return", True)) and (
        case.kind in rules.RETURNS_GOODS and not case.notes.get("goods_back")
    )
    if must_return:
        placing.choose(session, held)
    stocking.reserve(session, engine(actor), case)
    then = rules.agreed_state(case.kind, due_cents=case.due_cents, must_return=must_return)
    ours = case.mode is not Mode.MIRRORED
    passing = ours and then is CaseState.AWAITING_REFUND
    move(session, actor, held, command, then, passing=passing, cents=cents, automation=automation)
    told = CaseApproved(**told_of(case), cents=cents, currency=case.currency, automation=automation)
    events.emit(session, actor, told)
    if ours:
        go_on(session, actor, held)
    else:
        mirroring.ask_platform(session, actor, case, "agree", cents)


def go_on(session: Session, actor: Actor, held: Held) -> None:
    """Do what the state a case has reached asks of us at once."""
    case = held.case
    if case.state is CaseState.AWAITING_REFUND:
        if case.kind is CaseKind.COMPENSATION:
            paying.give(session, actor, held)
        else:
            refunding.refund(session, actor, held, cents=case.approved_cents)
    elif case.state is CaseState.AWAITING_PAYMENT and case.instrument_id is not None:
        paying.charge(session, actor, held)


def try_automation(session: Session, held: Held, found: Quote) -> None:
    """Agree at once where an automation that is on covers the case (AUT-3 to AUT-5, T2)."""
    case = held.case
    if found.missing or not found.reasonable or case.mode is Mode.MIRRORED:
        return
    if case.kind is CaseKind.REFUND_ONLY and not intercepting.answered(session, case):
        return
    found.matter.cents = case.requested_cents or found.matter.cents
    automate(session, held, gathering.gather(session, found.matter))


def automate(session: Session, held: Held, facts: dict[str, Any]) -> bool:
    """Ask the automations; True when one of them agreed to the case, with its rule kept."""
    case, boss = held.case, robot()
    asked: dict[str, Any] = {"table": deciding.AUTOMATION, "shop_id": case.shop_id}
    said = policies.preview(session, boss, **asked, facts=facts)
    if said.outputs.get("decision") != "approve" or said.outputs.get("effect") != "auto":
        return False
    decision = policies.record(session, boss, said, **asked, subject=Subject("case", case.id))
    switch = str(decision.outputs.get("switch", ""))
    agree(session, boss, held, Command.APPROVE, cents=case.requested_cents, automation=switch)
    return True


def approve_by_clock(session: Session, held: Held) -> None:
    """The merchant stayed silent: the request counts as agreed to (D1 to D3)."""
    check_unshipped(held)
    case = held.case
    check_quoted(case)
    agree(
        session, robot(), held, Command.APPROVE, cents=case.requested_cents, automation="deadline"
    )
