"""Runs and appeals an actor may see, the evidence about a subject, and where subjects come from."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Select, exists, func, select, tuple_
from sqlalchemy.orm import Session, aliased

from xiaoer.core import paging
from xiaoer.core.auth import Actor, ActorKind
from xiaoer.evidence.models import EvidenceItem, SubjectType
from xiaoer.playbooks.errors import AppealNotFound, RunNotFound
from xiaoer.playbooks.models import (
    Appeal,
    AppealState,
    PlaybookEvidence,
    PlaybookRun,
    PlaybookStep,
    PlaybookVersion,
    PlaybookWords,
)
from xiaoer.playbooks.rules import content
from xiaoer.playbooks.rules.content import Playbook
from xiaoer.playbooks.rules.proof import Piece, Subject


@dataclass(frozen=True)
class Seen:
    """A subject as the room that owns it knows it, with the facts that place it."""

    subject: Subject
    facts: Mapping[str, str | bool | None] = field(default_factory=dict)


Source = Callable[[Session, Actor, UUID, str], Seen]
"""`source(session, actor, subject_id, playbook)`; a stranger gets the subject's NotFound."""

_sources: dict[str, Source] = {}


def subjects_of(subject_type: str) -> Callable[[Source], Source]:
    """Let the room above that owns things of this type say where they are and what is known."""

    def register(source: Source) -> Source:
        _sources[subject_type] = source
        return source

    return register


def source_of(subject_type: str) -> Source | None:
    return _sources.get(subject_type)


def visible_to(actor: Actor) -> Select[PlaybookRun]:
    query = select(PlaybookRun)
    return query if actor.all_shops else query.where(PlaybookRun.shop_id.in_(actor.shop_ids))


def run(session: Session, actor: Actor, run_id: UUID, *, lock: bool = False) -> PlaybookRun:
    query = visible_to(actor).where(PlaybookRun.id == run_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    found = session.scalars(query).one_or_none()
    if found is None:
        raise RunNotFound
    return found


def live(session: Session, shop_id: UUID, subject_id: UUID, playbook: str) -> PlaybookRun | None:
    """The run that goes on for the subject."""
    return session.scalars(
        select(PlaybookRun).where(
            PlaybookRun.shop_id == shop_id,
            PlaybookRun.subject_id == subject_id,
            PlaybookRun.playbook == playbook,
            PlaybookRun.finished_at.is_(None),
        )
    ).one_or_none()


def about(
    session: Session, actor: Actor, subject_id: UUID, *, limit: int = 50
) -> Sequence[PlaybookRun]:
    """Runs for one subject, the latest first."""
    query = visible_to(actor).where(PlaybookRun.subject_id == subject_id)
    order = (PlaybookRun.started_at.desc(), PlaybookRun.id.desc())
    return session.scalars(query.order_by(*order).limit(limit)).all()


def book(session: Session, run: PlaybookRun) -> Playbook:
    """The text the run was started with, whatever the package has by now."""
    version = session.get_one(PlaybookVersion, run.version_id)
    return content.read(version.content_hash, version.content)


def books(session: Session, runs: Sequence[PlaybookRun]) -> dict[UUID, Playbook]:
    """The texts of these runs by version, in one statement."""
    ids = {each.version_id for each in runs}
    found = session.scalars(select(PlaybookVersion).where(PlaybookVersion.id.in_(ids)))
    return {each.id: content.read(each.content_hash, each.content) for each in found}


def steps(session: Session, run_id: UUID, *, undone: bool = False) -> Sequence[PlaybookStep]:
    query = select(PlaybookStep).where(PlaybookStep.run_id == run_id)
    if not undone:
        query = query.where(PlaybookStep.undone_at.is_(None))
    return session.scalars(query.order_by(PlaybookStep.position)).all()


def next_position(session: Session, run_id: UUID) -> int:
    last = select(func.max(PlaybookStep.position)).where(PlaybookStep.run_id == run_id)
    return (session.scalar(last) or 0) + 1


def words(session: Session, run_id: UUID) -> Sequence[PlaybookWords]:
    query = select(PlaybookWords).where(PlaybookWords.run_id == run_id)
    return session.scalars(query.order_by(PlaybookWords.at, PlaybookWords.id)).all()


def subject(run: PlaybookRun | Appeal) -> Subject:
    folders = tuple((SubjectType(kind), UUID(id_)) for kind, id_ in run.folders)
    return Subject(run.shop_id, run.subject_type, run.subject_id, folders)


def pieces(session: Session, subject: Subject) -> list[Piece]:
    """Evidence in the folders of the subject, newest first, without what was superseded."""
    folders = subject.evidence_of()
    if not folders:
        return []
    later = aliased(EvidenceItem)
    query = select(EvidenceItem).where(
        EvidenceItem.shop_id == subject.shop_id,
        EvidenceItem.subject_id.in_([id_ for _, id_ in folders]),
        tuple_(EvidenceItem.subject_type, EvidenceItem.subject_id).in_(folders),
        ~exists().where(later.supersedes_id == EvidenceItem.id),
    )
    found = session.scalars(query.order_by(EvidenceItem.captured_at.desc(), EvidenceItem.id.desc()))
    return [
        Piece(
            e.id, e.kind, e.captured_at, e.visibility, e.note, e.author_kind == ActorKind.CUSTOMER
        )
        for e in found
    ]


def attached(session: Session, subject: Subject, playbook: str) -> dict[str, set[UUID]]:
    """What people attached to items of this playbook's checklists, in any run for the subject."""
    query = (
        select(PlaybookEvidence.item, PlaybookEvidence.evidence_id)
        .join(PlaybookRun, PlaybookRun.id == PlaybookEvidence.run_id)
        .where(
            PlaybookRun.shop_id == subject.shop_id,
            PlaybookRun.subject_id == subject.id,
            PlaybookRun.playbook == playbook,
        )
    )
    found: dict[str, set[UUID]] = {}
    for item, evidence_id in session.execute(query):
        found.setdefault(item, set()).add(evidence_id)
    return found


def appeals_visible_to(actor: Actor) -> Select[Appeal]:
    query = select(Appeal)
    return query if actor.all_shops else query.where(Appeal.shop_id.in_(actor.shop_ids))


def appeal(session: Session, actor: Actor, appeal_id: UUID, *, lock: bool = False) -> Appeal:
    query = appeals_visible_to(actor).where(Appeal.id == appeal_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    found = session.scalars(query).one_or_none()
    if found is None:
        raise AppealNotFound
    return found


def appeals(
    session: Session,
    actor: Actor,
    *,
    state: AppealState | None = None,
    subject_id: UUID | None = None,
    after: str | None = None,
    limit: int = 50,
) -> tuple[Sequence[Appeal], str | None]:
    """Appeals by when they are to be submitted."""
    query = appeals_visible_to(actor)
    if state is not None:
        query = query.where(Appeal.state == state)
    if subject_id is not None:
        query = query.where(Appeal.subject_id == subject_id)
    if after:
        place = paging.keys(after, (dt.datetime, UUID))
        query = query.where(tuple_(Appeal.due_at, Appeal.id) > tuple_(*place))
    found = session.scalars(query.order_by(Appeal.due_at, Appeal.id).limit(limit + 1)).all()
    page, more = found[:limit], len(found) > limit
    return page, paging.cursor(page[-1].due_at, page[-1].id) if more else None
