"""Disputes: evidence, a ruling by somebody who had no part in it, or both agree (T24 to T26)."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales import rules
from xiaoer.aftersales.errors import (
    ArbiterHandledIt,
    CaseCannotMove,
    CentsChanged,
    ReasonNeeded,
)
from xiaoer.aftersales.models import (
    Answer,
    Case,
    CaseEvent,
    CaseState,
    Closed,
    Dispute,
    DisputeState,
    Party,
)
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import approving, authority, branching, deducting, retracting
from xiaoer.aftersales.service.holding import Held, close, hold, move, robot
from xiaoer.core import clock
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.tasks import service as tasks

RULE_WITHIN = timedelta(hours=48)


def review(session: Session, held: Held) -> None:
    """The time for evidence is over: somebody has to rule, with what there is (D11)."""
    case, dispute = held.case, standing(session, held.case)
    if dispute.state is DisputeState.EVIDENCE:
        dispute.state = DisputeState.REVIEWING
        tasks.open_task(
            session,
            robot(),
            title=f"裁决纠纷 · 售后 {case.number}",
            kind="rule_dispute",
            due_at=clock.now() + RULE_WITHIN,
            shop_id=case.shop_id,
            subject_type="case",
            subject_id=case.id,
        )
    move(session, robot(), held, Command.NOTE, clock_runs=True, dispute=dispute.state.value)


def rule(
    session: Session,
    actor: Actor,
    *,
    case_id: UUID,
    version: int,
    ruled_for: Party,
    words: str,
    cents: int | None = None,
    return_first: bool = False,
) -> Case:
    """Decide a dispute (T25). Who handled the case before cannot: `ArbiterHandledIt`."""
    actor.must(Permission.AFTERSALES_RULE)
    if not words.strip():
        raise ReasonNeeded
    held = hold(session, actor, case_id, version=version)
    case = held.case
    rules.check_before(Command.RULE, case.state)
    handled = select(CaseEvent.id).where(
        CaseEvent.case_id == case.id, CaseEvent.actor_id == actor.id
    )
    if session.scalar(handled.limit(1)) is not None:
        raise ArbiterHandledIt
    dispute = standing(session, case)
    dispute.state, dispute.ruled_for, dispute.ruling = DisputeState.RULED, ruled_for, words.strip()
    dispute.ruled_by, dispute.ruled_by_name = actor.id, actor.name
    dispute.ruled_at, dispute.return_first = clock.now(), return_first
    session.flush()
    if ruled_for is not Party.BUYER:
        branching.ruled(session, actor, case, cents=0, note=words.strip())
        close(session, actor, held, Command.RULE, Closed.RULED_FOR_MERCHANT)
        return case
    if case.kind not in rules.PAYS_BACK:
        raise CaseCannotMove(state=case.state.value, command=f"rule {case.kind.value}")
    dispute.ruling_cents = case.requested_cents if cents is None else cents
    _check_cents(session, actor, held, dispute.ruling_cents)
    branching.ruled(session, actor, case, cents=dispute.ruling_cents, note=words.strip())
    _agree(session, actor, held, Command.RULE, dispute.ruling_cents, return_first)
    return case


def settle(
    session: Session, actor: Actor, *, case_id: UUID, version: int, cents: int, words: str
) -> Case:
    """Both sides agree after all (T26): recorded by staff, with what the customer said yes to."""
    actor.must(Permission.AFTERSALES_DECIDE)
    if actor.kind is ActorKind.CUSTOMER or not words.strip():
        raise ReasonNeeded
    held = hold(session, actor, case_id, version=version)
    agree_in(session, actor, held, cents=cents, words=words.strip(), answer=Answer.NEGOTIATE)
    return held.case


def agree_in(
    session: Session, actor: Actor, held: Held, *, cents: int, words: str, answer: Answer
) -> None:
    """End the dispute by agreement; its run in the tree ends the same way (DSP-25)."""
    case = held.case
    rules.check_before(Command.AGREE, case.state)
    _check_cents(session, actor, held, cents)
    if actor.kind is ActorKind.AGENT:
        authority.must_suffice(session, actor, case, "approve_refund", cents)
    dispute = standing(session, case)
    dispute.state, dispute.ruling = DisputeState.SETTLED, words
    if dispute.answer is None:
        note_answer(dispute, actor, answer)
    session.flush()
    branching.end(session, actor, case, answer.value, cents=cents, note=words)
    _agree(session, actor, held, Command.AGREE, cents, return_first=False)


def note_answer(dispute: Dispute, actor: Actor, answer: Answer) -> None:
    dispute.answer, dispute.answered_at = answer, clock.now()
    dispute.answered_by_name = actor.name


def _check_cents(session: Session, actor: Actor, held: Held, cents: int) -> None:
    """Raise unless so much can be agreed upon: nothing where no money goes back."""
    if held.case.kind in rules.PAYS_BACK:
        retracting.check_cents(session, actor, held, cents)
    elif cents:
        raise CentsChanged(cents=0, given=cents)


def _agree(
    session: Session, actor: Actor, held: Held, command: Command, cents: int, return_first: bool
) -> None:
    case = held.case
    if case.kind in rules.PAYS_BACK:
        deducting.agreed_otherwise(case)
        case.requested_cents = cents
        if not return_first:
            case.notes = case.notes | {"goods_back": True}
    approving.agree(session, actor, held, command, cents=cents)


def latest(session: Session, case: Case) -> Dispute | None:
    query = select(Dispute).where(Dispute.case_id == case.id).order_by(Dispute.id.desc())
    return session.scalars(query).first()


def standing(session: Session, case: Case) -> Dispute:
    """The dispute that goes on. Raises `CaseCannotMove` when there is none."""
    query = select(Dispute).where(
        Dispute.case_id == case.id,
        Dispute.state.in_((DisputeState.EVIDENCE, DisputeState.REVIEWING)),
    )
    found = session.scalars(query).one_or_none()
    if found is None:
        raise CaseCannotMove(state=CaseState.DISPUTED.value, command="dispute")
    return found
