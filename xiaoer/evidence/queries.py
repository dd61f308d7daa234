"""Evidence an actor may see, and where snapshots come from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor
from xiaoer.evidence.errors import EvidenceNotFound
from xiaoer.evidence.models import EvidenceItem, SubjectType


@dataclass(frozen=True)
class Snapshot:
    """What a subject looks like now, as the room that owns it says."""

    shop_id: UUID
    content: Mapping[str, Any]
    file_ids: Sequence[UUID] = field(default=())


Source = Callable[[Session, Actor, UUID, Sequence[UUID]], Snapshot]
"""`source(session, actor, subject_id, message_ids)`; a stranger gets the subject's NotFound."""

_PIECE = 200

_sources: dict[SubjectType, Source] = {}


def snapshots_of(subject_type: SubjectType) -> Callable[[Source], Source]:
    """Let the room above that owns `subject_type` say how it is captured."""

    def register(source: Source) -> Source:
        _sources[subject_type] = source
        return source

    return register


def source_of(subject_type: SubjectType) -> Source | None:
    return _sources.get(subject_type)


def visible_to(actor: Actor) -> Select[EvidenceItem]:
    query = select(EvidenceItem)
    return query if actor.all_shops else query.where(EvidenceItem.shop_id.in_(actor.shop_ids))


def get(session: Session, actor: Actor, evidence_id: UUID) -> EvidenceItem:
    item = session.scalars(visible_to(actor).where(EvidenceItem.id == evidence_id)).one_or_none()
    if item is None:
        raise EvidenceNotFound
    return item


def about(
    session: Session, actor: Actor, subject_type: SubjectType, subject_id: UUID
) -> Sequence[EvidenceItem]:
    """The folder of one subject, oldest first, superseded ones included."""
    return session.scalars(
        visible_to(actor)
        .where(EvidenceItem.subject_type == subject_type, EvidenceItem.subject_id == subject_id)
        .order_by(EvidenceItem.captured_at, EvidenceItem.id)
    ).all()


def chain(session: Session, shop_id: UUID) -> Iterator[EvidenceItem]:
    """All evidence of a shop in the order of its chain, read in pieces."""
    query = select(EvidenceItem).where(EvidenceItem.shop_id == shop_id)
    query = query.order_by(EvidenceItem.position).limit(_PIECE)
    seen = 0
    while items := session.scalars(query.where(EvidenceItem.position > seen)).all():
        yield from items
        seen = items[-1].position


def last(session: Session, shop_id: UUID) -> EvidenceItem | None:
    return session.scalars(
        select(EvidenceItem)
        .where(EvidenceItem.shop_id == shop_id)
        .order_by(EvidenceItem.position.desc())
        .limit(1)
    ).one_or_none()


def is_superseded(session: Session, evidence_id: UUID) -> bool:
    found = select(EvidenceItem.id).where(EvidenceItem.supersedes_id == evidence_id)
    return session.scalar(found) is not None
