"""Appeals: prepared against a clock, submitted with proof, ended with a reason (EVD-3, EVD-4)."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.ids import new_id
from xiaoer.playbooks import queries
from xiaoer.playbooks.errors import (
    AppealIsBare,
    AppealTooLate,
    AppealUnderWay,
    EvidenceDoesNotFit,
    NothingToAppeal,
    SubjectNotFound,
)
from xiaoer.playbooks.events import AppealDecided, AppealDropped, AppealOpened, AppealSubmitted
from xiaoer.playbooks.models import Appeal, AppealReason, AppealState, AppealTarget
from xiaoer.playbooks.rules.appealing import check_move, warnings
from xiaoer.playbooks.rules.proof import Subject
from xiaoer.promises import service as promises
from xiaoer.promises.rules import Terms

PROMISE = "appeal"
"""The kind of the promise that an appeal is submitted in time."""


def appeal_ruling(session: Session, actor: Actor, run_id: UUID, *, statement: str = "") -> Appeal:
    """Prepare an appeal against the ruling of a run, until the appeal is no longer possible."""
    actor.must(Permission.PLAYBOOKS_APPEAL)
    run = queries.run(session, actor, run_id, lock=True)
    if run.appeal_until is None:
        raise NothingToAppeal
    return _open(
        session,
        actor,
        subject=queries.subject(run),
        target=AppealTarget.DISPUTE,
        due_at=run.appeal_until,
        statement=statement,
        run_id=run.id,
    )


def open_appeal(
    session: Session,
    actor: Actor,
    *,
    subject: Subject,
    target: AppealTarget,
    due_at: dt.datetime,
    statement: str = "",
) -> Appeal:
    """Prepare an appeal against a review or a penalty, or a ruling no run knows of."""
    actor.must(Permission.PLAYBOOKS_APPEAL)
    if not actor.reaches(subject.shop_id):
        raise SubjectNotFound
    return _open(session, actor, subject=subject, target=target, due_at=due_at, statement=statement)


def submit_appeal(
    session: Session,
    actor: Actor,
    appeal_id: UUID,
    *,
    statement: str,
    evidence_ids: Sequence[UUID],
) -> Appeal:
    """It has been handed in, in time, with these words and this evidence."""
    actor.must(Permission.PLAYBOOKS_APPEAL)
    appeal = queries.appeal(session, actor, appeal_id, lock=True)
    check_move(appeal.state, AppealState.SUBMITTED)
    now, evidence = clock.now(), list(dict.fromkeys(evidence_ids))
    if now >= appeal.due_at:
        raise AppealTooLate
    if not statement.strip() or not evidence:
        raise AppealIsBare
    known = {each.id for each in queries.pieces(session, queries.subject(appeal))}
    if not known.issuperset(evidence):
        raise EvidenceDoesNotFit(item=appeal.target.value)
    appeal.state, appeal.statement, appeal.evidence_ids = (
        AppealState.SUBMITTED,
        statement,
        evidence,
    )
    appeal.submitted_at, appeal.submitted_by_name = now, actor.name
    session.flush()
    promises.keep_for(
        session,
        actor,
        shop_id=appeal.shop_id,
        subject_id=appeal.id,
        kinds=[PROMISE],
        announce=True,
    )
    events.emit(session, actor, AppealSubmitted(**_common(appeal), evidence_ids=evidence))
    return appeal


def decide_appeal(
    session: Session,
    actor: Actor,
    appeal_id: UUID,
    *,
    won: bool,
    reason: AppealReason,
    note: str = "",
) -> Appeal:
    """Record how it ended and why."""
    actor.must(Permission.PLAYBOOKS_APPEAL)
    appeal = queries.appeal(session, actor, appeal_id, lock=True)
    then = AppealState.WON if won else AppealState.LOST
    check_move(appeal.state, then)
    appeal.state, appeal.ended_at = then, clock.now()
    appeal.reason, appeal.result_note = reason, note
    session.flush()
    events.emit(session, actor, AppealDecided(**_common(appeal), won=won, reason=reason.value))
    return appeal


def drop_appeal(session: Session, actor: Actor, appeal_id: UUID, *, reason: str) -> Appeal:
    """It is not handed in after all, or taken back."""
    actor.must(Permission.PLAYBOOKS_APPEAL)
    appeal = queries.appeal(session, actor, appeal_id, lock=True)
    check_move(appeal.state, AppealState.DROPPED)
    appeal.state, appeal.ended_at, appeal.result_note = AppealState.DROPPED, clock.now(), reason
    session.flush()
    promises.release_for(
        session,
        actor,
        shop_id=appeal.shop_id,
        subject_id=appeal.id,
        kinds=[PROMISE],
        reason=reason,
        announce=True,
    )
    events.emit(session, actor, AppealDropped(**_common(appeal), reason=reason))
    return appeal


def _open(
    session: Session,
    actor: Actor,
    *,
    subject: Subject,
    target: AppealTarget,
    due_at: dt.datetime,
    statement: str,
    run_id: UUID | None = None,
) -> Appeal:
    if due_at <= clock.now():
        raise AppealTooLate
    new = pg_insert(Appeal).values(
        id=new_id(),
        shop_id=subject.shop_id,
        number=shops.draw_number(session, subject.shop_id, "appeal"),
        target=target,
        subject_type=subject.type,
        subject_id=subject.id,
        folders=[[kind.value, str(id_)] for kind, id_ in subject.evidence_of()],
        run_id=run_id,
        state=AppealState.PREPARING,
        due_at=due_at,
        statement=statement,
        evidence_ids=[],
        opened_by_name=actor.name,
        opened_at=clock.now(),
        result_note="",
    )
    made = session.scalar(new.on_conflict_do_nothing().returning(Appeal.id))
    if made is None:
        raise AppealUnderWay
    appeal = queries.appeal(session, actor, made)
    _promise(session, actor, appeal)
    told = AppealOpened(**_common(appeal), run_id=run_id, due_at=due_at)
    events.emit(session, actor, told)
    return appeal


def _promise(session: Session, actor: Actor, appeal: Appeal) -> None:
    """Whoever opened it owes it until it is due."""
    terms = Terms(
        shop_id=appeal.shop_id,
        kind=PROMISE,
        subject_type="appeal",
        subject_id=appeal.id,
        due_at=appeal.due_at,
        warn_at=warnings(clock.now(), appeal.due_at),
        owner_agent_id=actor.id,
        owner_group_id=None,
        calendar_id=None,
        facts={"number": appeal.number, "target": appeal.target.value},
    )
    promises.make_many(session, actor, [terms], announce=True)


def _common(appeal: Appeal) -> dict[str, Any]:
    return {
        "shop_id": appeal.shop_id,
        "subject_type": appeal.subject_type,
        "subject_id": appeal.subject_id,
        "appeal_id": appeal.id,
        "target": appeal.target.value,
        "number": appeal.number,
    }
