"""Scoring a talk or a call, and reading one's own score."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.quality.errors import OwnWork, QuoteNotSaid, ScoredAlready, ScoreNotFound
from xiaoer.quality.events import ScoreSeen, WorkScored
from xiaoer.quality.models import Score, Sheet, SheetKind
from xiaoer.quality.queries import scores, work
from xiaoer.quality.queries.work import Work
from xiaoer.quality.rules import sheets as rules
from xiaoer.quality.service import sheets


@dataclass(frozen=True)
class Remark:
    """What was said, and what would have been better."""

    criterion: str
    quote: str
    text: str
    seq: int | None = None


def score(
    session: Session,
    actor: Actor,
    kind: SheetKind,
    subject_id: UUID,
    *,
    points: Mapping[str, int],
    remarks: Sequence[Remark] = (),
) -> Score:
    """Score a talk or a call by the shop's sheet. A quote has to stand in the talk.

    Raises `NotServed`, `ScoredAlready`, `OwnWork`, `PointsMissing`, `PointsOutside`,
    `QuoteNotSaid`.
    """
    actor.must(Permission.QUALITY_SCORE)
    done = work.one(session, actor, kind, subject_id)
    if done.agent_id == actor.id:
        raise OwnWork
    if kind is SheetKind.TALK:  # what was said on the phone is not written down
        remarks = [_placed(session, subject_id, each) for each in remarks]
    sheet = sheets.current(session, actor, done.shop_id, kind)
    made = _score(actor, done, sheet, points, remarks)
    _add(session, made)
    told = WorkScored(
        shop_id=made.shop_id,
        score_id=made.id,
        kind=kind,
        work_id=done.subject_id,
        agent_id=done.agent_id,
        total_bp=made.total_bp,
    )
    events.emit(session, actor, told)
    return made


def _add(session: Session, made: Score) -> None:
    """The first of two who score the same at once is whose score stands."""
    try:
        with session.begin_nested():
            session.add(made)
    except IntegrityError as taken:
        known = scores.of_work(session, made.subject_id)
        if known is None:
            raise
        raise ScoredAlready(by=known.scored_by) from taken


def _score(
    actor: Actor, done: Work, sheet: Sheet, points: Mapping[str, int], remarks: Sequence[Remark]
) -> Score:
    criteria = rules.read(sheet.criteria)
    return Score(
        shop_id=done.shop_id,
        sheet_id=sheet.id,
        kind=done.kind,
        subject_id=done.subject_id,
        subject_number=done.number,
        agent_id=done.agent_id,
        points={each.code: points[each.code] for each in criteria if each.code in points},
        remarks=[asdict(each) for each in remarks],
        total_bp=rules.total_bp(criteria, points),
        scored_by_id=actor.id,
        scored_by=actor.name,
    )


def see(session: Session, actor: Actor, score_id: UUID) -> Score:
    """The agent has read their score; again is nothing."""
    actor.must(Permission.CONVERSATIONS_READ)
    found = scores.one(session, actor, score_id, lock=True)
    if found.agent_id != actor.id:
        raise ScoreNotFound
    if found.seen_at is None:
        found.seen_at = clock.now()
        session.flush()
        seen = ScoreSeen(shop_id=found.shop_id, score_id=found.id, agent_id=found.agent_id)
        events.emit(session, actor, seen)
    return found


def _placed(session: Session, conversation_id: UUID, remark: Remark) -> Remark:
    if not remark.quote:
        return remark
    seq = work.said_at(session, conversation_id, remark.quote)
    if seq is None:
        raise QuoteNotSaid(quote=remark.quote)
    return Remark(remark.criterion, remark.quote, remark.text, seq)
