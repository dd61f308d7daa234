"""An agent takes an exam."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import events
from xiaoer.core.auth import Actor, Permission
from xiaoer.training import queries, rules
from xiaoer.training.errors import NotYourSitting
from xiaoer.training.events import ExamTaken
from xiaoer.training.models import Answer, Attempt, Exam, Sitting, SittingState
from xiaoer.training.service import rounds
from xiaoer.workforce import queries as workforce


def hand_in(
    session: Session, actor: Actor, sitting_id: UUID, *, chosen: Mapping[UUID, Sequence[int]]
) -> Attempt:
    """Hand in a paper with every question answered. A pass ends the sitting; so does the last try,
    and then somebody who leads is asked to talk it over."""
    actor.must(Permission.TRAINING_SIT)
    sitting = rounds.held(session, actor, sitting_id)
    if sitting.agent_id != actor.id:
        raise NotYourSitting
    exam = session.get_one(Exam, sitting.exam_id)
    judged = rules.judge(queries.questions(session, [exam.id])[exam.id], chosen)
    passed = judged.percent >= exam.pass_percent
    sitting.taken += 1
    sitting.best_percent = max(judged.percent, sitting.best_percent or 0)
    attempt = Attempt(
        sitting_id=sitting.id,
        number=sitting.taken,
        percent=judged.percent,
        passed=passed,
        facts={"pass_percent": exam.pass_percent, "questions": len(judged.right)},
    )
    session.add(attempt)
    session.flush()
    session.add_all(
        Answer(attempt_id=attempt.id, question_id=each, chosen=sorted(chosen[each]), right=right)
        for each, right in judged.right.items()
    )
    session.flush()
    _settle(session, actor, sitting, exam, attempt)
    return attempt


def _settle(session: Session, actor: Actor, sitting: Sitting, exam: Exam, attempt: Attempt) -> None:
    state = rules.after(attempt.passed, sitting.taken, exam.tries)
    if state is not SittingState.DUE:
        rounds.end(session, actor, sitting, state, done=True, why=f"{attempt.percent} 分")
    if state is SittingState.FAILED:
        name = workforce.names(session, [sitting.agent_id]).get(sitting.agent_id, "")
        rounds.follow_up(session, sitting, exam, f"{name}未通过考核：{exam.title}")
    told = ExamTaken(
        **rounds.told(sitting, exam),
        attempt=attempt.number,
        percent=attempt.percent,
        passed=attempt.passed,
    )
    events.emit(session, actor, told)
