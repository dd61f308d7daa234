"""Courses are written and put away."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from xiaoer.catalog import queries as catalog
from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.knowledge import queries as knowledge
from xiaoer.training import queries
from xiaoer.training.errors import CourseInUse
from xiaoer.training.events import CourseWritten
from xiaoer.training.models import Course, Exam, Lesson


@dataclass(frozen=True, kw_only=True)
class LessonRow:
    """A lesson as it is written."""

    title: str
    body: str = ""
    product_id: UUID | None = None
    article_id: UUID | None = None


def write_course(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    title: str,
    summary: str,
    lessons: Sequence[LessonRow],
    course_id: UUID | None = None,
) -> Course:
    """Write a course with all its lessons; with `course_id` in the place of what it said before."""
    actor.must(Permission.TRAINING_MANAGE)
    shops.must_reach(actor, shop_id)
    for each in lessons:
        _check_named(session, actor, each)
    course = queries.course(session, actor, course_id) if course_id else Course(shop_id=shop_id)
    course.title, course.summary = title, summary
    course.updated_at, course.updated_by = clock.now(), actor.name
    session.add(course)
    session.flush()
    session.execute(delete(Lesson).where(Lesson.course_id == course.id))
    session.add_all(
        Lesson(
            course_id=course.id,
            position=place,
            title=each.title,
            body=each.body,
            product_id=each.product_id,
            article_id=each.article_id,
        )
        for place, each in enumerate(lessons)
    )
    session.flush()
    events.emit(session, actor, _told(course))
    return course


def retire_course(session: Session, actor: Actor, course_id: UUID) -> None:
    """Put a course away; one that a test is held on stays."""
    actor.must(Permission.TRAINING_MANAGE)
    course = queries.course(session, actor, course_id)
    held = select(Exam.title).where(Exam.course_id == course.id, Exam.active).limit(1)
    if (title := session.scalar(held)) is not None:
        raise CourseInUse(exam=title)
    course.active = False
    session.flush()
    events.emit(session, actor, _told(course))


def _check_named(session: Session, actor: Actor, lesson: LessonRow) -> None:
    if lesson.product_id:
        catalog.product(session, actor, lesson.product_id)
    if lesson.article_id:
        knowledge.article(session, actor, lesson.article_id)


def _told(course: Course) -> CourseWritten:
    return CourseWritten(
        shop_id=course.shop_id, course_id=course.id, title=course.title, active=course.active
    )
