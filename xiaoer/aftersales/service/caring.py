"""Care around a case: illustrated guides, how far the buyer got, and what they say afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from uuid import UUID

import orjson
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import FeedbackGivenAlready, GuideNotFound, NotAskedYet, NotOver
from xiaoer.aftersales.events import CaseCompleted, FeedbackGiven, GuideFollowed
from xiaoer.aftersales.models import Case, CaseFeedback, CaseGuide, CaseKind
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import telling, wording
from xiaoer.aftersales.service.holding import hold, move, robot, told_of
from xiaoer.aftersales.service.retracting import must_speak_for_buyer
from xiaoer.aftersales.service.wording import Facts
from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.tasks import service as tasks
from xiaoer.tasks.models import Task

UNHAPPY_BELOW = 3
"""Scores under this one are a problem, whatever else is said."""
_SHIPPED = files("xiaoer.aftersales") / "shipped"


@dataclass(frozen=True)
class Line:
    zh: str
    en: str
    picture: str


@dataclass(frozen=True)
class Guide:
    """What to do, step by step, each with its picture; offered while a case is in `states`."""

    code: str
    title: Mapping[str, str]
    states: Sequence[str]
    lines: Sequence[Line]


@cache
def guides() -> Mapping[str, Guide]:
    raw = orjson.loads((_SHIPPED / "guides.json").read_bytes())
    return {
        code: Guide(code, each["title"], each["states"], [Line(**line) for line in each["lines"]])
        for code, each in raw.items()
    }


@cache
def picture(name: str) -> bytes:
    """The drawing of this name, as SVG. Raises `GuideNotFound`."""
    known = {line.picture for guide in guides().values() for line in guide.lines}
    if name not in known:
        raise GuideNotFound
    return (_SHIPPED / "guides" / f"{name}.svg").read_bytes()


def send_guide(session: Session, actor: Actor, *, case_id: UUID, version: int, code: str) -> Case:
    """Send the buyer the guide for the step they are stuck on (RET-7); once more: the same one."""
    actor.must(Permission.AFTERSALES_DECIDE)
    held = hold(session, actor, case_id, version=version)
    case, guide = held.case, guides().get(code)
    if guide is None or case.state.value not in guide.states:
        raise GuideNotFound
    row = {"case_id": case.id, "code": code, "sent_by_id": actor.id, "sent_by_name": actor.name}
    session.execute(pg_insert(CaseGuide).values(row).on_conflict_do_nothing())
    move(session, actor, held, Command.NOTE, guide=code)

    def fill(facts: Facts) -> None:
        told = [each.zh if facts.language == "zh" else each.en for each in guide.lines]
        facts.told["title"] = guide.title[facts.language]
        numbered = [f"{number}. {line}" for number, line in enumerate(told, 1)]
        facts.told["lines"] = facts.say(("；", "; ")).join(numbered)

    telling.tell(session, case, "case_guide", fill, once=f"case_guide:{code}:{case.version}")
    return case


def open_guide(session: Session, actor: Actor, *, case_id: UUID, code: str) -> CaseGuide:
    """The buyer looks at it."""
    found = _sent(session, actor, case_id, code)
    if found.seen_at is None:
        found.seen_at = clock.now()
        _told(session, actor, found)
    return found


def tick(session: Session, actor: Actor, *, case_id: UUID, code: str, step: int) -> CaseGuide:
    """The buyer did a step of it, counted from 0; ticked twice, it is done once."""
    found = _sent(session, actor, case_id, code)
    if not 0 <= step < len(guides()[code].lines):
        raise GuideNotFound
    if step not in {each["step"] for each in found.done}:
        found.seen_at = found.seen_at or clock.now()
        found.done = [*found.done, {"step": step, "at": clock.now().isoformat()}]
        _told(session, actor, found)
    return found


def _sent(session: Session, actor: Actor, case_id: UUID, code: str) -> CaseGuide:
    must_speak_for_buyer(actor)
    queries.get(session, actor, case_id)
    query = select(CaseGuide).where(CaseGuide.case_id == case_id, CaseGuide.code == code)
    found = session.scalars(query.with_for_update()).one_or_none()
    if found is None or code not in guides():
        raise GuideNotFound
    return found


def _told(session: Session, actor: Actor, guide: CaseGuide) -> None:
    session.flush()
    case = session.get_one(Case, guide.case_id)
    told = GuideFollowed(**told_of(case), guide=guide.code, done=len(guide.done))
    events.emit(session, actor, told)


FOLLOWED_UP = frozenset({CaseKind.RETURN_REFUND, CaseKind.EXCHANGE, CaseKind.RESHIP})


def followed_up(event: CaseCompleted) -> bool:
    """Whoever sent goods back or waited for others is asked how it went (RET-20)."""
    return event.case_kind in FOLLOWED_UP


def ask(session: Session, case_id: UUID) -> None:
    """Ask the buyer how it went, once."""
    case = session.get_one(Case, case_id)
    asked = pg_insert(CaseFeedback).values(case_id=case_id, asked_at=clock.now(), words="")
    session.execute(asked.on_conflict_do_nothing())
    telling.tell(session, case, "case_follow_up", wording.number)


def give_feedback(
    session: Session, actor: Actor, *, case_id: UUID, score: int, solved: bool, words: str = ""
) -> CaseFeedback:
    """How it went, from 1 to 5; a problem that is told becomes a task for somebody (RET-20).

    Raises `NotOver` while the case goes on, `NotAskedYet`, `FeedbackGivenAlready`.
    """
    must_speak_for_buyer(actor)
    case = queries.get(session, actor, case_id)
    if case.state not in rules.TERMINAL:
        raise NotOver
    found = session.get(CaseFeedback, case_id, with_for_update=True)
    if found is None:
        raise NotAskedYet
    if found.answered_at is not None:
        raise FeedbackGivenAlready
    found.score, found.solved, found.words = score, solved, words.strip()
    found.answered_at = clock.now()
    if not solved or score < UNHAPPY_BELOW:
        found.task_id = _problem(session, case, found).id
    session.flush()
    by = "buyer" if actor.kind is ActorKind.CUSTOMER else "staff"
    told = FeedbackGiven(**told_of(case), score=score, solved=solved, by=by)
    events.emit(session, actor, told)
    return found


def _problem(session: Session, case: Case, said: CaseFeedback) -> Task:
    return tasks.open_task(
        session,
        robot(),
        title=f"客户反馈有问题 · 售后 {case.number}",
        description=said.words or f"评分 {said.score}",
        kind="case_feedback",
        due_at=clock.now() + telling.FOLLOW_UP_WITHIN,
        shop_id=case.shop_id,
        subject_type="case",
        subject_id=case.id,
    )
