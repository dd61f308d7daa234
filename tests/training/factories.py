"""Courses and exams for tests, made with only what matters."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.auth import system
from xiaoer.training import queries, service
from xiaoer.training.models import Exam, QuestionKind, Sitting
from xiaoer.training.service import Frame, LessonRow, QuestionRow

QUESTIONS = (
    QuestionRow(
        kind=QuestionKind.SINGLE,
        text="龙井用多热的水？",
        options=["60℃", "80～85℃", "100℃"],
        right=[1],
        why="水太热会烫熟。",
    ),
    QuestionRow(
        kind=QuestionKind.MULTIPLE,
        text="哪些可以七天无理由退？",
        options=["没拆封的茶壶", "定制刻字壶", "没用过的四件套"],
        right=[0, 2],
    ),
)


def make_course(session: Session, shop_id: UUID, **what_matters: Any) -> Any:
    defaults = {"title": "茶", "summary": "", "lessons": [LessonRow(title="龙井")]}
    return service.write_course(session, system(), shop_id=shop_id, **(defaults | what_matters))


def make_exam(
    session: Session, shop_id: UUID, *, questions: Any = QUESTIONS, **what_matters: Any
) -> Exam:
    defaults = {
        "course_id": None,
        "title": "茶叶知识",
        "pass_percent": 80,
        "period_days": 90,
        "days_to_sit": 7,
        "tries": 2,
        "next_on": clock.now().date(),
    }
    given = defaults | what_matters
    given["course_id"] = given["course_id"] or make_course(session, shop_id).id
    return service.write_exam(session, system(), frame=Frame(**given), questions=questions)


def sitting_of(session: Session, exam: Exam, agent_id: UUID) -> Sitting:
    for each in session.query(Sitting).filter_by(exam_id=exam.id, agent_id=agent_id):
        if each.round_on == exam.round_on:
            return each
    raise LookupError(agent_id)


def choices(session: Session, exam: Exam, *, right: bool) -> dict[UUID, list[int]]:
    """A paper with everything right, or with the first question wrong."""
    asked = queries.questions(session, [exam.id])[exam.id]
    chosen = {each.id: list(each.right) for each in asked}
    if not right:
        chosen[asked[0].id] = [0]
    return chosen
