"""Reads of training, scoped to what the actor may reach."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select, tuple_
from sqlalchemy.orm import Session

from xiaoer.catalog.models import Product
from xiaoer.core import paging
from xiaoer.core.auth import Actor, Permission
from xiaoer.knowledge.models import Article, ArticleVersion
from xiaoer.training.errors import CourseNotFound, ExamNotFound, SittingNotFound
from xiaoer.training.models import (
    Answer,
    Attempt,
    Course,
    Exam,
    Lesson,
    Question,
    Sitting,
    SittingState,
)
from xiaoer.workforce import queries as workforce
from xiaoer.workforce.models import Agent, AgentRole, GroupMember, Role


def course(session: Session, actor: Actor, course_id: UUID) -> Course:
    found = session.get(Course, course_id)
    if found is None or not actor.reaches(found.shop_id):
        raise CourseNotFound
    return found


def courses(session: Session, shop_id: UUID) -> Sequence[Course]:
    query = select(Course).where(Course.shop_id == shop_id, Course.active)
    return session.scalars(query.order_by(Course.title, Course.id)).all()


def lessons(session: Session, course_ids: Collection[UUID]) -> dict[UUID, list[Lesson]]:
    """The lessons of these courses in their order, one statement."""
    query = select(Lesson).where(Lesson.course_id.in_(course_ids))
    found: dict[UUID, list[Lesson]] = {each: [] for each in course_ids}
    for lesson in session.scalars(query.order_by(Lesson.course_id, Lesson.position)):
        found[lesson.course_id].append(lesson)
    return found


def named(session: Session, lessons: Collection[Lesson]) -> dict[UUID, str]:
    """Titles of the products and articles these lessons name."""
    products = {each.product_id for each in lessons if each.product_id}
    articles = {each.article_id for each in lessons if each.article_id}
    if not products and not articles:
        return {}
    of_products = select(Product.id, Product.title).where(Product.id.in_(products))
    of_articles = (
        select(Article.id, ArticleVersion.title)
        .join(ArticleVersion, ArticleVersion.article_id == Article.id)
        .where(
            Article.id.in_(articles),
            ArticleVersion.version == func.coalesce(Article.published, Article.latest),
        )
    )
    return {row.id: row.title for row in session.execute(of_products.union_all(of_articles))}


def course_titles(session: Session, course_ids: Collection[UUID]) -> dict[UUID, str]:
    query = select(Course.id, Course.title).where(Course.id.in_(course_ids))
    return {row.id: row.title for row in session.execute(query)}


def exam(session: Session, actor: Actor, exam_id: UUID, *, lock: bool = False) -> Exam:
    found = session.get(Exam, exam_id, with_for_update=lock, populate_existing=lock)
    if found is None or not actor.reaches(found.shop_id):
        raise ExamNotFound
    return found


def exams(session: Session, shop_id: UUID) -> Sequence[Exam]:
    """Those held, then those no longer held."""
    query = select(Exam).where(Exam.shop_id == shop_id)
    return session.scalars(query.order_by(Exam.active.desc(), Exam.next_on, Exam.id)).all()


def questions(session: Session, exam_ids: Collection[UUID]) -> dict[UUID, list[Question]]:
    """What is asked now, one statement for any number of exams."""
    query = select(Question).where(Question.exam_id.in_(exam_ids), Question.active)
    found: dict[UUID, list[Question]] = {each: [] for each in exam_ids}
    for question in session.scalars(query.order_by(Question.exam_id, Question.position)):
        found[question.exam_id].append(question)
    return found


def audience(session: Session, exam: Exam) -> list[UUID]:
    """Who is to take it: active agents of the shop, of its role or its group."""
    able = workforce.holders(session, shop_id=exam.shop_id, permission=Permission.TRAINING_SIT)
    query = select(Agent.id).where(Agent.id.in_(able)).order_by(Agent.id)
    if exam.group_id:
        members = select(GroupMember.agent_id).where(GroupMember.group_id == exam.group_id)
        query = query.where(Agent.id.in_(members))
    elif exam.role:
        holding = select(AgentRole.agent_id).join(Role, Role.id == AgentRole.role_id)
        query = query.where(Agent.id.in_(holding.where(Role.code == exam.role)))
    else:
        serving = workforce.holders(
            session, shop_id=exam.shop_id, permission=Permission.CONVERSATIONS_REPLY
        )
        query = query.where(Agent.id.in_(serving))
    return list(session.scalars(query))


def leads(session: Session, shop_id: UUID) -> list[UUID]:
    return workforce.holders(session, shop_id=shop_id, permission=Permission.TRAINING_MANAGE)


@dataclass(frozen=True)
class Standing:
    """A sitting with what a list shows beside it."""

    sitting: Sitting
    exam: Exam
    name: str


def _standing(actor: Actor) -> Select[Sitting, Exam, str]:
    """Those the actor may know of: their own, and of their shops for who leads."""
    query = (
        select(Sitting, Exam, Agent.name)
        .join(Exam, Exam.id == Sitting.exam_id)
        .join(Agent, Agent.id == Sitting.agent_id)
    )
    if not actor.may(Permission.TRAINING_MANAGE):
        query = query.where(Sitting.agent_id == actor.id)
    return query if actor.all_shops else query.where(Sitting.shop_id.in_(actor.shop_ids))


def sitting(session: Session, actor: Actor, sitting_id: UUID) -> Standing:
    row = session.execute(_standing(actor).where(Sitting.id == sitting_id)).one_or_none()
    if row is None:
        raise SittingNotFound
    return Standing(*row)


def own(session: Session, actor: Actor, limit: int = 100) -> list[Standing]:
    """One's own, what is due first, then the history."""
    query = _standing(actor).where(Sitting.agent_id == actor.id)
    due_first = (Sitting.state != SittingState.DUE, Sitting.due_at.desc(), Sitting.id)
    return [Standing(*row) for row in session.execute(query.order_by(*due_first).limit(limit))]


def due(session: Session, actor: Actor, shop_id: UUID, limit: int = 200) -> list[Standing]:
    """Who has not passed yet, the nearest first."""
    query = _standing(actor).where(Sitting.shop_id == shop_id, Sitting.state == SittingState.DUE)
    found = session.execute(query.order_by(Sitting.due_at, Sitting.id).limit(limit))
    return [Standing(*row) for row in found]


def ended(
    session: Session,
    actor: Actor,
    shop_id: UUID,
    *,
    agent_id: UUID | None = None,
    after: str | None = None,
    limit: int = 50,
) -> tuple[list[Standing], str | None]:
    """How it went, the latest first; of one agent if asked."""
    query = _standing(actor).where(Sitting.shop_id == shop_id, Sitting.ended_at.is_not(None))
    if agent_id:
        query = query.where(Sitting.agent_id == agent_id)
    if after:
        place = paging.keys(after, (datetime, UUID))
        query = query.where(tuple_(Sitting.ended_at, Sitting.id) < tuple_(*place))
    ordered = query.order_by(Sitting.ended_at.desc(), Sitting.id.desc())
    found = [Standing(*row) for row in session.execute(ordered.limit(limit + 1))]
    page, more = found[:limit], len(found) > limit
    last = page[-1].sitting if page else None
    return page, paging.cursor(last.ended_at, last.id) if more and last else None


@dataclass(frozen=True)
class Round:
    """How the present round of an exam stands."""

    due: int
    passed: int
    failed: int
    missed: int


def rounds(session: Session, exams: Collection[Exam]) -> Mapping[UUID, Round]:
    """Counts of the present rounds, one statement."""
    of = [(each.id, each.round_on) for each in exams if each.round_on]
    query = (
        select(Sitting.exam_id, Sitting.state, func.count())
        .where(tuple_(Sitting.exam_id, Sitting.round_on).in_(of))
        .group_by(Sitting.exam_id, Sitting.state)
    )
    counts: dict[UUID, dict[str, int]] = {each.id: {} for each in exams}
    for exam_id, state, count in session.execute(query) if of else ():
        counts[exam_id][state.value] = count
    names = ("due", "passed", "failed", "missed")
    return {key: Round(*(seen.get(name, 0) for name in names)) for key, seen in counts.items()}


@dataclass(frozen=True)
class Weak:
    """A question, how often it was answered and how often wrongly."""

    question: Question
    exam_title: str
    answered: int
    wrong: int


def weakest(session: Session, shop_id: UUID, since: datetime, limit: int = 10) -> list[Weak]:
    """What agents of a shop know least, by the share of wrong answers since then."""
    wrong = func.count().filter(Answer.right.is_(False))
    query = (
        select(Question, Exam.title, func.count(), wrong)
        .join(Exam, Exam.id == Question.exam_id)
        .join(Answer, Answer.question_id == Question.id)
        .join(Attempt, Attempt.id == Answer.attempt_id)
        .where(Exam.shop_id == shop_id, Question.active, Attempt.at >= since)
        .group_by(Question.id, Exam.title)
        .having(wrong > 0)
        .order_by((wrong * 100 / func.count()).desc(), func.count().desc(), Question.id)
        .limit(limit)
    )
    return [Weak(*row) for row in session.execute(query)]


def attempts(session: Session, sitting_id: UUID) -> Sequence[Attempt]:
    query = select(Attempt).where(Attempt.sitting_id == sitting_id)
    return session.scalars(query.order_by(Attempt.number)).all()


def answers(session: Session, attempt_id: UUID) -> list[tuple[Question, Answer]]:
    """What was asked and what was chosen, as the paper had it."""
    query = (
        select(Question, Answer)
        .join(Answer, Answer.question_id == Question.id)
        .where(Answer.attempt_id == attempt_id)
        .order_by(Question.position)
    )
    return [(row[0], row[1]) for row in session.execute(query)]
