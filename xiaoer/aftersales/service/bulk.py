"""Agreeing to many cases at once: only to those where nothing is left to look at."""

from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries
from xiaoer.aftersales.errors import NotSafeInBulk
from xiaoer.aftersales.models import Case, CaseKind, CaseState, Mode, Phase
from xiaoer.aftersales.service import approving, authority
from xiaoer.core.auth import Actor, Permission

HIGH_RISK = "high"


def approve_safe(
    session: Session,
    actor: Actor,
    *,
    case_id: UUID,
    version: int,
    cents: int,
    key: UUID | None = None,
) -> Case:
    """Agree to one case of many. Raises `NotSafeInBulk` with the reason, and what `approve` does.

    Safe is the refund of what has not left, that policy approves, for a reason that fits, with
    all evidence there, within the actor's own limit, and not of a customer with a bad record.
    """
    actor.must(Permission.AFTERSALES_DECIDE)
    case = queries.get(session, actor, case_id)
    if case.state is CaseState.AWAITING_MERCHANT and (why := unsafe(session, actor, case)):
        raise NotSafeInBulk(why=why)
    return approving.approve(session, actor, case_id=case_id, version=version, cents=cents, key=key)


def unsafe(session: Session, actor: Actor, case: Case) -> str | None:
    """The first reason why somebody has to look at it."""
    if case.kind is not CaseKind.REFUND_ONLY or case.phase is not Phase.PRE_SHIP:
        return "kind"
    if case.mode is Mode.MIRRORED:
        return "platform"
    if case.terms.get("decision") != "approve":
        return "policy"
    if not case.reasonable:
        return "reason"
    if approving.missing_evidence(session, case):
        return "evidence"
    if queries.credit_of(session, case.customer_id).risk == HIGH_RISK:
        return "risk"
    alone, _, _ = authority.needed(session, actor, case, "approve_refund", case.requested_cents)
    return None if alone else "limit"
