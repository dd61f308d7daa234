"""Going through a playbook: start, learn facts, take steps, take them back, use the words."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.ids import new_id
from xiaoer.playbooks import queries
from xiaoer.playbooks.errors import StepPassed, StepUnknown, SubjectNotFound, WordsUnknown
from xiaoer.playbooks.events import (
    PlaybookFactsLearnt,
    PlaybookStarted,
    PlaybookStepTaken,
    PlaybookStepTakenBack,
    PlaybookWordsUsed,
)
from xiaoer.playbooks.models import PlaybookRun, PlaybookStep, PlaybookWords
from xiaoer.playbooks.rules import shipped, walking
from xiaoer.playbooks.rules.content import Playbook
from xiaoer.playbooks.rules.proof import Subject
from xiaoer.playbooks.rules.walking import Placed
from xiaoer.playbooks.service.telling import common, going, replace, version_of

Given = Mapping[str, str | bool | None]


def place(playbook: str, facts: Given) -> Placed:
    """Where these facts put a thing, without a run: for lists and previews."""
    book = shipped.get(playbook).book
    return walking.place(book, walking.known(book, facts))


def start(
    session: Session,
    actor: Actor,
    *,
    playbook: str,
    subject: Subject,
    facts: Given | None = None,
) -> PlaybookRun:
    """Begin, as far as the facts lead by themselves. One that goes on already stands as it is."""
    actor.must(Permission.PLAYBOOKS_RUN)
    if not actor.reaches(subject.shop_id):
        raise SubjectNotFound
    found = shipped.get(playbook)
    known = walking.known(found.book, facts or {})
    run_id = _begun(session, actor, subject, found, known)
    if run_id is None:
        going_on = queries.live(session, subject.shop_id, subject.id, playbook)
        assert going_on is not None
        return going_on
    run = queries.run(session, actor, run_id)
    run.branch = walking.place(found.book, known).branch
    session.flush()
    events.emit(session, actor, PlaybookStarted(**common(run), content_hash=found.sha256))
    _follow_facts(session, actor, run, found.book)
    return run


def learn(session: Session, actor: Actor, run_id: UUID, facts: Given) -> PlaybookRun:
    """More is known: questions it answers are passed. What was answered stays answered."""
    actor.must(Permission.PLAYBOOKS_RUN)
    run, book = going(session, actor, run_id)
    known = walking.known(book, facts)
    news = {name: value for name, value in known.items() if run.facts.get(name) != value}
    if not news:
        return run
    run.facts = {**run.facts, **news}
    _follow_facts(session, actor, run, book)
    events.emit(session, actor, PlaybookFactsLearnt(**common(run), facts=news))
    return run


def take_step(
    session: Session,
    actor: Actor,
    run_id: UUID,
    *,
    step: str,
    answer: str | None = None,
    note: str = "",
) -> PlaybookRun:
    """Answer the question of the present step, or say that it is done.

    Of two people at once one is too late and gets `StepPassed`.
    """
    actor.must(Permission.PLAYBOOKS_RUN)
    run, book = going(session, actor, run_id)
    if run.step != step:
        raise StepPassed(step=step, now=run.step)
    to = walking.onwards(book.steps[step], step, answer)
    _take(session, actor, run, book, step, answer, to, note=note)
    _follow_facts(session, actor, run, book)
    return run


def take_back(session: Session, actor: Actor, run_id: UUID, *, step: str) -> PlaybookRun:
    """Open a step again that was taken; it and all after it stay in the record as undone."""
    actor.must(Permission.PLAYBOOKS_RUN)
    run, book = going(session, actor, run_id)
    taken = queries.steps(session, run.id)
    back = next((each for each in taken if each.step == step), None)
    if back is None:
        raise StepUnknown(playbook=run.playbook, step=step)
    now = clock.now()
    for each in taken:
        if each.position >= back.position:
            each.undone_at = now
    run.step = step
    session.flush()
    replace(session, run, book)
    session.flush()
    events.emit(session, actor, PlaybookStepTakenBack(**common(run), step=step))
    return run


def use_words(
    session: Session, actor: Actor, run_id: UUID, *, step: str, words: str
) -> PlaybookWords:
    """Somebody took over words of a step: what was said to the customer is part of the record."""
    actor.must(Permission.PLAYBOOKS_RUN)
    run, book = going(session, actor, run_id)
    known = [each.code for each in book.steps[step].words] if step in book.steps else []
    if words not in known:
        raise WordsUnknown(step=step, words=words)
    used = PlaybookWords(
        run_id=run.id, step=step, words=words, actor_id=actor.id, actor_name=actor.name
    )
    session.add(used)
    session.flush()
    events.emit(session, actor, PlaybookWordsUsed(**common(run), step=step, words=words))
    return used


def _begun(
    session: Session,
    actor: Actor,
    subject: Subject,
    found: shipped.Shipped,
    facts: dict[str, str],
) -> UUID | None:
    """The id of the new run; None when one goes on."""
    new = pg_insert(PlaybookRun).values(
        id=new_id(),
        shop_id=subject.shop_id,
        playbook=found.book.playbook,
        version_id=version_of(session, found),
        subject_type=subject.type,
        subject_id=subject.id,
        folders=[[kind.value, str(id_)] for kind, id_ in subject.evidence_of()],
        facts=facts,
        step=found.book.first,
        note="",
        started_by_id=actor.id,
        started_by_name=actor.name,
        started_at=clock.now(),
    )
    return session.scalar(new.on_conflict_do_nothing().returning(PlaybookRun.id))


def _follow_facts(session: Session, actor: Actor, run: PlaybookRun, book: Playbook) -> None:
    """Pass the questions that facts answer, and say on which branch that is."""
    passed, _ = walking.by_facts(book, run.step, run.facts)
    for each in passed:
        to = walking.onwards(book.steps[each.step], each.step, each.answer)
        _take(session, actor, run, book, each.step, each.answer, to, by_facts=True)
    replace(session, run, book)
    session.flush()


def _take(
    session: Session,
    actor: Actor,
    run: PlaybookRun,
    book: Playbook,
    step: str,
    answer: str | None,
    to: str | None,
    *,
    note: str = "",
    by_facts: bool = False,
) -> None:
    taken = PlaybookStep(
        run_id=run.id,
        position=queries.next_position(session, run.id),
        step=step,
        answer=answer,
        by_facts=by_facts,
        note=note,
        actor_id=actor.id,
        actor_name=actor.name,
    )
    session.add(taken)
    run.step = to
    session.flush()
    replace(session, run, book)
    told = PlaybookStepTaken(**common(run), step=step, answer=answer, by_facts=by_facts, note=note)
    events.emit(session, actor, told)
