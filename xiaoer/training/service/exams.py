"""Exams are written, begun before their time, and ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.training import queries, rules
from xiaoer.training.errors import NobodyToSit, RoleOrGroup
from xiaoer.training.events import ExamWritten
from xiaoer.training.models import Exam, Question, QuestionKind
from xiaoer.training.service import rounds


@dataclass(frozen=True, kw_only=True)
class QuestionRow:
    """A question as it is written; `right` are places in `options`, from 0."""

    kind: QuestionKind
    text: str
    options: Sequence[str]
    right: Sequence[int]
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What holds for an exam beside its questions: who, how often, and what is enough."""

    course_id: UUID
    title: str
    pass_percent: int
    period_days: int
    days_to_sit: int
    tries: int
    next_on: date
    role: str | None = None
    group_id: UUID | None = None


def write_exam(
    session: Session,
    actor: Actor,
    *,
    frame: Frame,
    questions: Sequence[QuestionRow],
    exam_id: UUID | None = None,
) -> Exam:
    """Write an exam; with `exam_id` in the place of what it was. A round that has begun goes on
    with the new questions; what was answered before keeps its own."""
    actor.must(Permission.TRAINING_MANAGE)
    if frame.role and frame.group_id:
        raise RoleOrGroup
    for number, each in enumerate(questions, start=1):
        rules.check_question(number, each.kind, len(each.options), each.right)
    course = queries.course(session, actor, frame.course_id)
    exam = queries.exam(session, actor, exam_id, lock=True) if exam_id else Exam()
    for name in Frame.__dataclass_fields__:
        setattr(exam, name, getattr(frame, name))
    exam.shop_id, exam.active = course.shop_id, True
    exam.updated_at, exam.updated_by = clock.now(), actor.name
    session.add(exam)
    session.flush()
    _ask(session, exam, questions)
    events.emit(session, actor, _told(exam))
    return exam


def begin_now(session: Session, actor: Actor, exam_id: UUID) -> int:
    """Begin a round today; how many are to take it. The next one is counted from today."""
    actor.must(Permission.TRAINING_MANAGE)
    exam = queries.exam(session, actor, exam_id, lock=True)
    exam.next_on = clock.now().astimezone(shops.get(session, exam.shop_id).zone).date()
    made = rounds.begin(session, exam)
    if not made:
        raise NobodyToSit
    events.emit(session, actor, _told(exam))
    return made


def retire_exam(session: Session, actor: Actor, exam_id: UUID) -> None:
    """Hold it no longer: who has not taken it need not, and what was taken stays on record."""
    actor.must(Permission.TRAINING_MANAGE)
    exam = queries.exam(session, actor, exam_id, lock=True)
    exam.active = False
    session.flush()
    rounds.excuse_all(session, actor, exam)
    events.emit(session, actor, _told(exam))


def _ask(session: Session, exam: Exam, rows: Sequence[QuestionRow]) -> None:
    """Questions that say the same stay the same rows, so that their figures go on."""
    now = {_said(each): each for each in queries.questions(session, [exam.id])[exam.id]}
    retired = update(Question).where(Question.exam_id == exam.id).values(active=False)
    session.execute(retired, execution_options={"synchronize_session": "fetch"})
    for place, row in enumerate(rows):
        found = now.get(_said(row)) or Question(
            exam_id=exam.id,
            kind=row.kind,
            text=row.text,
            options=list(row.options),
            right=sorted(row.right),
        )
        found.position, found.why, found.active = place, row.why, True
        session.add(found)
    session.flush()


def _said(row: Question | QuestionRow) -> tuple[object, ...]:
    return (row.kind, row.text, tuple(row.options), tuple(sorted(row.right)))


def _told(exam: Exam) -> ExamWritten:
    return ExamWritten(
        shop_id=exam.shop_id,
        exam_id=exam.id,
        title=exam.title,
        next_on=exam.next_on,
        active=exam.active,
    )
