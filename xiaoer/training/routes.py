"""Training over HTTP."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import Header, Query
from sqlalchemy.orm import Session

from xiaoer.core import clock, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.once import once
from xiaoer.core.web import Db, Me, Router
from xiaoer.training import queries, schemas, service
from xiaoer.training.models import Course, Exam, SittingState
from xiaoer.training.service import Frame, LessonRow, QuestionRow

router = Router(prefix="/api/training", tags=["training"])

_COURSE = ("id", "title", "summary", "updated_at", "updated_by")
_EXAM = tuple(schemas.ExamOut.model_fields.keys() - {"course", "round", "questions"})
_QUESTION = ("kind", "text", "options", "right", "why")
_SITTING = ("id", "exam_id", "agent_id", "round_on", "state", "opened_at", "due_at", "taken")
_RESULT = ("best_percent", "ended_at", "note")


@router.get("/courses", response_model=list[schemas.CourseOut])
def courses(session: Db, actor: Me, shop_id: UUID) -> list[dict[str, Any]]:
    """What there is to learn."""
    actor.must(Permission.TRAINING_SIT)
    shops.must_reach(actor, shop_id)
    return _courses(session, queries.courses(session, shop_id))


@router.post("/courses", response_model=schemas.CourseOut, status_code=201)
def write_course(session: Db, actor: Me, body: schemas.CourseIn) -> dict[str, Any]:
    return _write_course(session, actor, body, None)


@router.put("/courses/{course_id}", response_model=schemas.CourseOut)
def rewrite_course(
    session: Db, actor: Me, course_id: UUID, body: schemas.CourseIn
) -> dict[str, Any]:
    return _write_course(session, actor, body, course_id)


@router.delete("/courses/{course_id}", status_code=204)
def retire_course(session: Db, actor: Me, course_id: UUID) -> None:
    service.retire_course(session, actor, course_id)


@router.get("/exams", response_model=list[schemas.ExamOut])
def exams(session: Db, actor: Me, shop_id: UUID) -> list[dict[str, Any]]:
    """The tests of a shop with their questions, and how their present rounds stand."""
    actor.must(Permission.TRAINING_MANAGE)
    shops.must_reach(actor, shop_id)
    return _exams(session, queries.exams(session, shop_id))


@router.post("/exams", response_model=schemas.ExamOut, status_code=201)
def write_exam(session: Db, actor: Me, body: schemas.ExamIn) -> dict[str, Any]:
    return _write_exam(session, actor, body, None)


@router.put("/exams/{exam_id}", response_model=schemas.ExamOut)
def rewrite_exam(session: Db, actor: Me, exam_id: UUID, body: schemas.ExamIn) -> dict[str, Any]:
    return _write_exam(session, actor, body, exam_id)


@router.delete("/exams/{exam_id}", status_code=204)
def retire_exam(session: Db, actor: Me, exam_id: UUID) -> None:
    service.retire_exam(session, actor, exam_id)


@router.post("/exams/{exam_id}/rounds", response_model=schemas.BegunOut, status_code=201)
def begin_now(session: Db, actor: Me, exam_id: UUID) -> dict[str, int]:
    """Begin a round today."""
    return {"sittings": service.begin_now(session, actor, exam_id)}


@router.get("/mine", response_model=list[schemas.SittingOut])
def mine(session: Db, actor: Me) -> list[dict[str, Any]]:
    """What one is to take, and how one did before."""
    actor.must(Permission.TRAINING_SIT)
    return [_sitting(each) for each in queries.own(session, actor)]


@router.get("/due", response_model=list[schemas.SittingOut])
def due(session: Db, actor: Me, shop_id: UUID) -> list[dict[str, Any]]:
    """Who has not passed yet, the nearest first."""
    actor.must(Permission.TRAINING_MANAGE)
    shops.must_reach(actor, shop_id)
    return [_sitting(each) for each in queries.due(session, actor, shop_id)]


@router.get("/results", response_model=schemas.SittingPage)
def results(
    session: Db,
    actor: Me,
    shop_id: UUID,
    agent_id: UUID | None = None,
    after: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """How it went, the latest first."""
    actor.must(Permission.TRAINING_MANAGE)
    shops.must_reach(actor, shop_id)
    found, following = queries.ended(
        session, actor, shop_id, agent_id=agent_id, after=after, limit=limit
    )
    return {"items": [_sitting(each) for each in found], "next": following}


@router.get("/weakest", response_model=list[schemas.WeakOut])
def weakest(
    session: Db, actor: Me, shop_id: UUID, days: Annotated[int, Query(ge=1, le=730)] = 180
) -> list[dict[str, Any]]:
    """The questions most often answered wrongly in so many days."""
    actor.must(Permission.TRAINING_MANAGE)
    shops.must_reach(actor, shop_id)
    since = clock.now() - timedelta(days=days)
    return [
        {
            "question_id": each.question.id,
            "exam": each.exam_title,
            "text": each.question.text,
            "answered": each.answered,
            "wrong": each.wrong,
        }
        for each in queries.weakest(session, shop_id, since)
    ]


@router.get("/sittings/{sitting_id}", response_model=schemas.PaperOut)
def paper(session: Db, actor: Me, sitting_id: UUID) -> dict[str, Any]:
    """What is asked, what there is to read before, and how it went so far."""
    actor.must(Permission.TRAINING_SIT)
    return _paper(session, actor, sitting_id)


@router.post("/sittings/{sitting_id}/attempts", response_model=schemas.PaperOut, status_code=201)
def hand_in(
    session: Db,
    actor: Me,
    sitting_id: UUID,
    body: schemas.PaperIn,
    idempotency_key: Annotated[UUID | None, Header()] = None,
) -> dict[str, Any]:
    """Hand in a paper."""

    def do() -> dict[str, Any]:
        chosen = {each.question_id: each.chosen for each in body.answers}
        service.hand_in(session, actor, sitting_id, chosen=chosen)
        found = _paper(session, actor, sitting_id)
        return schemas.PaperOut.model_validate(found).model_dump(mode="json")

    scope = f"training:{sitting_id}:{actor.kind}:{actor.id}"
    content = body.model_dump(mode="json")
    return once(session, scope=scope, key=idempotency_key, content=content, do=do)


@router.put("/sittings/{sitting_id}/excuse", status_code=204)
def excuse(session: Db, actor: Me, sitting_id: UUID, body: schemas.ExcuseIn) -> None:
    """This agent need not take it in this round."""
    service.excuse(session, actor, sitting_id, reason=body.reason)


def _write_course(
    session: Session, actor: Actor, body: schemas.CourseIn, course_id: UUID | None
) -> dict[str, Any]:
    course = service.write_course(
        session,
        actor,
        shop_id=body.shop_id,
        title=body.title,
        summary=body.summary,
        lessons=[LessonRow(**each.model_dump()) for each in body.lessons],
        course_id=course_id,
    )
    return _courses(session, [course])[0]


def _write_exam(
    session: Session, actor: Actor, body: schemas.ExamIn, exam_id: UUID | None
) -> dict[str, Any]:
    exam = service.write_exam(
        session,
        actor,
        frame=Frame(**body.model_dump(exclude={"questions"})),
        questions=[QuestionRow(**each.model_dump()) for each in body.questions],
        exam_id=exam_id,
    )
    return _exams(session, [exam])[0]


def _courses(session: Session, found: Sequence[Course]) -> list[dict[str, Any]]:
    lessons = queries.lessons(session, [each.id for each in found])
    titles = queries.named(session, [one for each in lessons.values() for one in each])
    return [
        {name: getattr(course, name) for name in _COURSE}
        | {
            "lessons": [
                {
                    "title": each.title,
                    "body": each.body,
                    "product_id": each.product_id,
                    "article_id": each.article_id,
                    "product": titles.get(each.product_id) if each.product_id else None,
                    "article": titles.get(each.article_id) if each.article_id else None,
                }
                for each in lessons[course.id]
            ]
        }
        for course in found
    ]


def _exams(session: Session, found: Sequence[Exam]) -> list[dict[str, Any]]:
    asked = queries.questions(session, [each.id for each in found])
    rounds = queries.rounds(session, found)
    courses = queries.course_titles(session, {each.course_id for each in found})
    return [
        {name: getattr(exam, name) for name in _EXAM}
        | {
            "course": courses[exam.course_id],
            "round": vars(rounds[exam.id]),
            "questions": [
                {name: getattr(each, name) for name in _QUESTION} for each in asked[exam.id]
            ],
        }
        for exam in found
    ]


def _sitting(found: queries.Standing) -> dict[str, Any]:
    sitting, exam = found.sitting, found.exam
    return {name: getattr(sitting, name) for name in (*_SITTING, *_RESULT)} | {
        "title": exam.title,
        "agent": found.name,
        "overdue": sitting.state is SittingState.DUE and sitting.due_at <= clock.now(),
        "tries": exam.tries,
        "pass_percent": exam.pass_percent,
    }


def _paper(session: Session, actor: Actor, sitting_id: UUID) -> dict[str, Any]:
    found = queries.sitting(session, actor, sitting_id)
    tried = queries.attempts(session, sitting_id)
    over = found.sitting.state is not SittingState.DUE
    answers = queries.answers(session, tried[-1].id) if tried else []
    course = queries.course(session, actor, found.exam.course_id)
    return _sitting(found) | {
        "course": _courses(session, [course])[0],
        "questions": [
            {"id": each.id, "kind": each.kind, "text": each.text, "options": each.options}
            for each in queries.questions(session, [found.exam.id])[found.exam.id]
        ],
        "attempts": [
            {"number": each.number, "percent": each.percent, "passed": each.passed, "at": each.at}
            for each in tried
        ],
        "answers": [
            {
                "text": question.text,
                "options": question.options,
                "chosen": answer.chosen,
                "right": answer.right,
                "answer": question.right if over else None,
                "why": question.why if over else "",
            }
            for question, answer in answers
        ],
    }
