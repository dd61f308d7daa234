"""Saying no, for a reason of the list and with what proves it (T6)."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import rules
from xiaoer.aftersales.errors import (
    EvidenceMissing,
    ReasonNeeded,
    RefusalNotAllowed,
    RefusalNotTrue,
    RefusalReasonUnknown,
)
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    CaseState,
    Closed,
    Decided,
    EvidenceKind,
    Mode,
)
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import (
    branching,
    foretelling,
    gathering,
    mirroring,
    proving,
)
from xiaoer.aftersales.service.holding import Held, close, hold, move
from xiaoer.aftersales.service.requests import Proof
from xiaoer.core.auth import Actor, Permission
from xiaoer.policies.models import Decision

REFUSALS: Mapping[str, EvidenceKind | None] = {
    "not_as_claimed": EvidenceKind.ITEM_PHOTO,
    "goods_used": EvidenceKind.ITEM_PHOTO,
    "already_delivered": EvidenceKind.DELIVERY_PROOF,
    "window_over": None,
    "statutory_exception": None,
    "agreed_otherwise": EvidenceKind.CHAT_EXCERPT,
    "amount_wrong": None,
}
"""Reasons a shop may refuse for, and what proves each; asked for at that moment."""


def refuse(
    session: Session,
    actor: Actor,
    *,
    case_id: UUID,
    version: int,
    reason: str,
    words: str,
    proofs: Sequence[Proof] = (),
    platform_version: str | None = None,
) -> Case:
    """Say no, for a reason of the list and with what proves it (T6). A compensation that waited
    for a second person is withdrawn by it, without proof.

    Raises `RefusalNotAllowed` where policy or law leaves no choice, `RefusalReasonUnknown`,
    `ReasonNeeded`, `PlatformVersionChanged`, `EvidenceMissing`: of the reason, or of the branch of
    the tree of disputes on which the customer's claim stands (DSP-26); it names what else could be
    done.
    """
    actor.must(Permission.AFTERSALES_DECIDE)
    held = hold(session, actor, case_id, version=version)
    case = held.case
    rules.check_before(Command.REFUSE, case.state)
    mirroring.check_seen(case, platform_version)
    needed = _check_refusal(session, held, reason, words)
    if needed is not None and needed not in {each.kind for each in proofs}:
        raise EvidenceMissing(kinds=needed.value)
    kept = [proving.keep(session, actor, held, proof).evidence_id for proof in proofs]
    if needed is not None:
        branching.must_be_proved(session, actor, held, kept)
    case.decided = Decided.REFUSED
    case.notes = case.notes | {"refusal": {"reason": reason, "words": words.strip()}}
    if case.kind is CaseKind.COMPENSATION:
        # A colleague's proposal, not a customer's request: there is nobody to appeal.
        close(session, actor, held, Command.REFUSE, Closed.WITHDRAWN, reason=reason)
        return case
    move(session, actor, held, Command.REFUSE, CaseState.MERCHANT_REFUSED, reason=reason)
    if case.mode is Mode.MIRRORED:
        mirroring.ask_platform(session, actor, case, "refuse", 0)
    return case


def _check_true(session: Session, held: Held, reason: str) -> None:
    """A reason that facts can tell the truth of holds only with them: nobody is too late who is in
    time, and no article is excepted that is not."""
    if reason not in ("window_over", "statutory_exception"):
        return
    facts = gathering.gather(session, gathering.matter_of(session, held.case, held.order))
    days, most = facts.get("case.days_since_delivery"), held.case.terms.get("window_days")
    if reason == "window_over" and days is not None and days <= int(most or LAWFUL_DAYS):
        raise RefusalNotTrue(why=f"case.days_since_delivery {days} <= {most or LAWFUL_DAYS}")
    if reason == "statutory_exception" and not EXCEPTED & set(facts.get("line.flags", [])):
        raise RefusalNotTrue(why="line.flags")


LAWFUL_DAYS = 7
"""No-reason returns (消费者权益保护法 art. 25), where the terms of a case name no other window."""
EXCEPTED = frozenset(
    {
        *("custom_made", "perishable", "digital", "software_opened", "periodical"),
        *("hygiene", "value_drop", "near_expiry_disclosed"),
    }
)
"""Marks of goods that the law excepts, the last three where the buyer confirmed it."""


def _check_refusal(session: Session, held: Held, reason: str, words: str) -> EvidenceKind | None:
    """What proves a refusal for this reason; raises where there may be none."""
    case = held.case
    if case.kind is CaseKind.REFUND_ONLY and held.order.status in rules.UNSHIPPED:
        raise _not_allowed("unshipped", UNSHIPPED)
    if case.terms.get("refusal_allowed") is False:
        raise _not_allowed("policy", *_standards(session, case))
    if reason not in (case.terms.get("refusal_reasons") or REFUSALS):
        raise RefusalReasonUnknown
    if not words.strip():
        raise ReasonNeeded
    _check_true(session, held, reason)
    return None if case.kind is CaseKind.COMPENSATION else REFUSALS.get(reason)


Words = dict[str, str]
UNSHIPPED: Words = {
    "zh": "还没有发货的，退款必须同意。",
    "en": "What was not shipped is refunded.",
}
POLICY: Words = {
    "zh": "按政策，这类申请必须同意。",
    "en": "Policy has requests of this kind agreed to.",
}


def _standards(session: Session, case: Case) -> list[Words]:
    """The clauses that leave no choice, in words."""
    decision = session.get(Decision, case.decision_id) if case.decision_id else None
    if decision is None:
        return [POLICY]
    return foretelling.behind(session, decision) or [POLICY]


def _not_allowed(why: str, *because: Words) -> RefusalNotAllowed:
    zh, en = ("".join(each["zh"] for each in because), " ".join(each["en"] for each in because))
    return RefusalNotAllowed(why=why, because_zh=zh, because_en=en)
