"""How the shop answers a dispute: whose fault it is, then agree, contest or settle."""

from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales.errors import AnsweredAlready, EvidenceTooLate, ReasonNeeded
from xiaoer.aftersales.models import Answer, Case, Dispute, Offer, OfferState, Responsible
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import branching, disputing
from xiaoer.aftersales.service.holding import engine, hold, move, robot
from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission
from xiaoer.playbooks import queries as played
from xiaoer.playbooks import service as playbooks
from xiaoer.tasks import queries as to_do
from xiaoer.tasks import service as tasks

Advice = Literal["judge", "agree", "contest", "settle"]
CONTEST = "contest_dispute"


def judge(
    session: Session, actor: Actor, *, case_id: UUID, version: int, responsible: Responsible
) -> Case:
    """Say whose fault it is (KP4-11). The customer's, and proved: somebody has to contest it
    within the time for evidence (KP4-12)."""
    actor.must(Permission.AFTERSALES_DECIDE)
    held = hold(session, actor, case_id, version=version)
    dispute = disputing.standing(session, held.case)
    _check_open(dispute)
    run = branching.begin(session, actor, held)
    playbooks.learn(session, engine(actor), run.id, {"responsible": responsible.value})
    dispute.responsible = responsible
    move(session, actor, held, Command.NOTE, responsible=responsible.value)
    if advice(session, held.case, dispute) == "contest":
        _remind(session, actor, held.case, dispute)
    return held.case


def advice(session: Session, case: Case, dispute: Dispute) -> Advice:
    """Ours: agree at once. Theirs, with complete proof: contest. Else: settle soon (KP4-13)."""
    if dispute.responsible is None:
        return "judge"
    if dispute.responsible is Responsible.MERCHANT:
        return "agree"
    run = branching.run_of(session, case)
    if dispute.responsible is Responsible.UNCLEAR or run is None or run.branch is None:
        return "settle"
    can = "contest" in played.book(session, run).branches[run.branch].results
    proved = not any(each.blocks for each in playbooks.checklist(session, run))
    return "contest" if can and proved else "settle"


def _remind(session: Session, actor: Actor, case: Case, dispute: Dispute) -> None:
    tasks.open_task(
        session,
        engine(actor),
        title=f"举证抗辩 · 售后 {case.number}",
        kind=CONTEST,
        due_at=dispute.evidence_due_at,
        shop_id=case.shop_id,
        subject_type="case",
        subject_id=case.id,
        agent_id=actor.id,
    )


def contest(session: Session, actor: Actor, *, case_id: UUID, version: int, words: str) -> Case:
    """Stand by the refusal, with the proof the branch asks for (DSP-26).

    Raises `EvidenceMissing`, which names what is missing and proposes to agree or settle instead,
    `EvidenceTooLate`, `AnsweredAlready`.
    """
    actor.must(Permission.AFTERSALES_DECIDE)
    if not words.strip():
        raise ReasonNeeded
    held = hold(session, actor, case_id, version=version)
    dispute = disputing.standing(session, held.case)
    _check_open(dispute)
    run = branching.begin(session, actor, held)
    playbooks.finish(session, engine(actor), run.id, result="contest", note=words.strip())
    dispute.run_id = run.id
    disputing.note_answer(dispute, actor, Answer.CONTEST)
    move(session, actor, held, Command.NOTE, answer=Answer.CONTEST.value, words=words.strip())
    _done(session, actor, held.case)
    return held.case


def _check_open(dispute: Dispute) -> None:
    if dispute.answer is not None:
        raise AnsweredAlready
    if clock.now() >= dispute.evidence_due_at:
        raise EvidenceTooLate


def _done(session: Session, actor: Actor, case: Case) -> None:
    """The task to contest it is done with that."""
    for each in to_do.open_about(session, case.shop_id, case.id, CONTEST):
        tasks.complete(session, engine(actor), each.id, result=Answer.CONTEST.value)


def concede(session: Session, actor: Actor, *, case_id: UUID, version: int) -> Case:
    """The shop's own fault: agree to all that was asked for, in one step (KP4-11)."""
    actor.must(Permission.AFTERSALES_DECIDE)
    held = hold(session, actor, case_id, version=version)
    case = held.case
    disputing.agree_in(
        session, actor, held, cents=case.requested_cents, words="agreed", answer=Answer.AGREE
    )
    return case


def follow_answer(session: Session, case_id: UUID, result: str) -> None:
    """The run was ended at its own panel: the dispute keeps how."""
    if result not in set(Answer):
        return
    case = session.get_one(Case, case_id)
    run = branching.run_of(session, case)
    for dispute in _unanswered(session, case_id):
        if run is not None and run.finished_at is not None and run.id == dispute.run_id:
            dispute.answer, dispute.answered_at = Answer(result), run.finished_at
            dispute.answered_by_name = run.finished_by_name or ""
    session.flush()


def follow_judgement(session: Session, case_id: UUID, responsible: str) -> None:
    """The question was answered at the panel of the run."""
    for dispute in _unanswered(session, case_id):
        dispute.responsible = Responsible(responsible)
    session.flush()


def _unanswered(session: Session, case_id: UUID) -> list[Dispute]:
    query = select(Dispute).where(Dispute.case_id == case_id, Dispute.answer.is_(None))
    return list(session.scalars(query.with_for_update()))


def follow_approval(session: Session, case_id: UUID, cents: int) -> None:
    """Agreed to without a ruling: the run of the case ends with that."""
    case = session.get_one(Case, case_id)
    taken = select(Offer.id).where(Offer.case_id == case_id, Offer.state == OfferState.ACCEPTED)
    how = "negotiate" if session.scalar(taken.limit(1)) else "agree"
    branching.end(session, robot(), case, how, cents=cents)


def follow_closing(session: Session, case_id: UUID, why: str) -> None:
    """Closed without a ruling: the customer gave it up, or kept the order for an offer."""
    case = session.get_one(Case, case_id)
    branching.end(
        session, robot(), case, "negotiate" if why == "retained" else "withdrawn", cents=0
    )
