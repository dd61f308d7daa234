"""Rounds begin by the clock: who is to take an exam gets a task, a promise and warnings."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.promises import service as promises
from xiaoer.promises.rules import Terms
from xiaoer.tasks import service as tasks
from xiaoer.tasks.models import Task
from xiaoer.training import queries, rules
from xiaoer.training.errors import SittingEnded, SittingNotFound
from xiaoer.training.events import SittingExcused, SittingMissed, SittingNear, SittingOpened
from xiaoer.training.models import Exam, Sitting, SittingState
from xiaoer.workforce import queries as workforce
from xiaoer.workforce.models import Agent

TEST, SUBJECT = "product_test", "sitting"
FOLLOW = "training_follow_up"
FOLLOW_WITHIN = timedelta(days=3)


def begin_due(session: Session) -> int:
    """Begin rounds that have come, and open the present round for who joined since; how many
    sittings were opened."""
    now = clock.now()
    a_day_ahead = now.date() + timedelta(days=1)  # the shop's day may be the next one already
    query = select(Exam).where(
        Exam.active, or_(Exam.round_on.is_not(None), Exam.next_on <= a_day_ahead)
    )
    exams = session.scalars(query.order_by(Exam.id).with_for_update(skip_locked=True))
    return sum(begin(session, exam) for exam in exams)


def begin(session: Session, exam: Exam) -> int:
    """Open the present round of a locked exam for everybody who has none in it yet."""
    today = clock.now().astimezone(shops.get(session, exam.shop_id).zone).date()
    begun = rules.round_begun(exam.next_on, exam.period_days, today)
    if begun and begun[0] != exam.round_on:
        _close(session, exam)
        exam.round_on = begun[0]
    if begun:
        exam.next_on = begun[1]
    if exam.round_on is None:
        return 0
    has = select(Sitting.agent_id).where(
        Sitting.exam_id == exam.id, Sitting.round_on == exam.round_on
    )
    known = set(session.scalars(has))
    missing = [each for each in queries.audience(session, exam) if each not in known]
    for agent_id in missing:
        _open(session, exam, agent_id)
    return len(missing)


def _open(session: Session, exam: Exam, agent_id: UUID) -> None:
    zone = shops.get(session, exam.shop_id).zone
    last = (clock.now().astimezone(zone) + timedelta(days=exam.days_to_sit)).date()
    due_at = datetime.combine(last, time(21), zone)
    assert exam.round_on
    sitting = Sitting(
        shop_id=exam.shop_id,
        exam_id=exam.id,
        agent_id=agent_id,
        round_on=exam.round_on,
        due_at=due_at,
    )
    session.add(sitting)
    session.flush()
    by = system("training")
    sitting.task_id = tasks.open_task(
        session,
        by,
        kind=TEST,
        title=f"考核：{exam.title}",
        shop_id=exam.shop_id,
        subject_type=SUBJECT,
        subject_id=sitting.id,
        agent_id=agent_id,
        due_at=due_at,
    ).id
    warnings = [due_at - timedelta(days=each) for each in rules.WARN_DAYS_BEFORE]
    terms = Terms(
        shop_id=exam.shop_id,
        kind=TEST,
        subject_type=SUBJECT,
        subject_id=sitting.id,
        due_at=due_at,
        warn_at=[each for each in warnings if each > clock.now()],
        owner_agent_id=agent_id,
    )
    promises.make_many(session, by, [terms])
    events.emit(session, by, SittingOpened(**told(sitting, exam), due_at=due_at))


def told(sitting: Sitting, exam: Exam) -> dict[str, Any]:
    """What every fact about a sitting says."""
    return {
        "shop_id": sitting.shop_id,
        "sitting_id": sitting.id,
        "exam_id": exam.id,
        "agent_id": sitting.agent_id,
        "title": exam.title,
    }


def _unfinished(session: Session, exam: Exam) -> Sequence[Sitting]:
    query = select(Sitting).where(Sitting.exam_id == exam.id, Sitting.state == SittingState.DUE)
    return session.scalars(query.order_by(Sitting.id).with_for_update()).all()


def _close(session: Session, exam: Exam) -> None:
    """The round before is over: who has not passed has missed it."""
    by = system("training")
    for sitting in _unfinished(session, exam):
        end(session, by, sitting, SittingState.MISSED, done=False, why="下一轮考核已经开始")
        assert exam.round_on
        events.emit(session, by, SittingMissed(**told(sitting, exam), round_on=exam.round_on))


def end(
    session: Session,
    actor: Actor,
    sitting: Sitting,
    state: SittingState,
    *,
    done: bool,
    why: str,
) -> None:
    """A locked sitting is over, and with it its task and its clock."""
    sitting.state, sitting.ended_at = state, clock.now()
    session.flush()
    about = {"shop_id": sitting.shop_id, "subject_id": sitting.id, "kinds": [TEST]}
    by = system(actor.name)
    if done:
        promises.keep_for(session, actor, **about)  # type: ignore[arg-type]
    else:
        promises.release_for(session, actor, **about, reason=why)  # type: ignore[arg-type]
    task = session.get(Task, sitting.task_id, with_for_update=True) if sitting.task_id else None
    if task is not None and not task.ended:
        if done:
            tasks.complete(session, by, task.id, result=why)
        else:
            tasks.cancel(session, by, task.id, reason=why)


def excuse(session: Session, actor: Actor, sitting_id: UUID, *, reason: str) -> Sitting:
    """This agent need not take it in this round."""
    actor.must(Permission.TRAINING_MANAGE)
    sitting = held(session, actor, sitting_id)
    sitting.note = reason
    _excuse(session, actor, sitting, session.get_one(Exam, sitting.exam_id), reason)
    return sitting


def held(session: Session, actor: Actor, sitting_id: UUID) -> Sitting:
    """A sitting that is not over, locked."""
    sitting = session.get(Sitting, sitting_id, with_for_update=True, populate_existing=True)
    if sitting is None or not actor.reaches(sitting.shop_id):
        raise SittingNotFound
    if sitting.state is not SittingState.DUE:
        raise SittingEnded
    return sitting


def excuse_all(session: Session, actor: Actor, exam: Exam) -> None:
    for sitting in _unfinished(session, exam):
        _excuse(session, actor, sitting, exam, "考核已停用")


def excuse_gone(session: Session) -> int:
    """Who has left need not take anything; how many that were."""
    query = (
        select(Sitting)
        .join(Agent, Agent.id == Sitting.agent_id)
        .where(Sitting.state == SittingState.DUE, Agent.active.is_(False))
        .with_for_update(of=Sitting)
    )
    gone = session.scalars(query).all()
    for sitting in gone:
        exam = session.get_one(Exam, sitting.exam_id)
        _excuse(session, system("training"), sitting, exam, "已离职")
    return len(gone)


def _excuse(session: Session, actor: Actor, sitting: Sitting, exam: Exam, why: str) -> None:
    end(session, actor, sitting, SittingState.EXCUSED, done=False, why=why)
    events.emit(session, actor, SittingExcused(**told(sitting, exam), reason=why))


def tell_near(session: Session, sitting_id: UUID) -> None:
    """It is due soon: the agent and those who lead are told."""
    sitting = session.get(Sitting, sitting_id)
    if sitting is None or sitting.state is not SittingState.DUE:
        return
    near = SittingNear(
        **told(sitting, session.get_one(Exam, sitting.exam_id)),
        due_at=sitting.due_at,
        name=_name(session, sitting),
        lead_ids=queries.leads(session, sitting.shop_id),
    )
    events.emit(session, system("training"), near)


def tell_missed(session: Session, sitting_id: UUID) -> None:
    """The day has passed and it is not passed: somebody who leads sees to it, once."""
    sitting = session.get(Sitting, sitting_id, with_for_update=True)
    if sitting is not None and sitting.state is SittingState.DUE:
        exam = session.get_one(Exam, sitting.exam_id)
        follow_up(session, sitting, exam, f"{_name(session, sitting)}逾期未通过考核：{exam.title}")


def follow_up(session: Session, sitting: Sitting, exam: Exam, title: str) -> None:
    """Whoever leads talks it over with the agent; not asked twice for one sitting."""
    asked = select(Task.id).where(Task.subject_id == sitting.id, Task.kind == FOLLOW).limit(1)
    if session.scalar(asked) is not None:
        return
    owner = workforce.owner(session, shop_id=sitting.shop_id, permission=Permission.TRAINING_MANAGE)
    tasks.open_task(
        session,
        system("training"),
        kind=FOLLOW,
        title=title,
        description=f"最好成绩 {sitting.best_percent or 0} 分，及格 {exam.pass_percent} 分。",
        shop_id=sitting.shop_id,
        subject_type=SUBJECT,
        subject_id=sitting.id,
        agent_id=owner.agent_id,
        group_id=owner.group_id,
        due_at=clock.now() + FOLLOW_WITHIN,
    )


def _name(session: Session, sitting: Sitting) -> str:
    return workforce.names(session, [sitting.agent_id]).get(sitting.agent_id, "")
