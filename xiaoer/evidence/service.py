"""The one verb of evidence: keep it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.files import service as files
from xiaoer.core.files.models import StoredFile
from xiaoer.evidence import queries, rules
from xiaoer.evidence.errors import (
    NothingToKeep,
    OtherSubject,
    SupersededAlready,
    WhichShop,
)
from xiaoer.evidence.events import EvidenceCaptured
from xiaoer.evidence.models import EvidenceItem, Kind, SubjectType, Visibility
from xiaoer.evidence.queries import Snapshot


def capture(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    kind: Kind,
    subject_type: SubjectType,
    subject_id: UUID,
    content: Mapping[str, Any],
    file_ids: Sequence[UUID] = (),
    note: str = "",
    visibility: Visibility = Visibility.INTERNAL,
    supersedes_id: UUID | None = None,
) -> EvidenceItem:
    """Keep `content`, looked up by the caller's rules of who may see it, and the files for good."""
    actor.must(Permission.EVIDENCE_CAPTURE)
    _check_worth_keeping(actor, shop_id, bool(content or file_ids or note.strip()))
    # the counter's lock holds until the commit: items of a shop are linked one after the other
    position = shops.next_number(session, shop_id, "evidence")
    if supersedes_id is not None:
        _check_successor(session, actor, supersedes_id, subject_id)
    item = EvidenceItem(
        shop_id=shop_id,
        position=position,
        kind=kind,
        subject_type=subject_type,
        subject_id=subject_id,
        content=rules.normal(content),
        files=_files(session, actor, shop_id, file_ids),
        note=note,
        visibility=visibility,
        author_kind=actor.kind.value,
        author_id=actor.id,
        author_name=actor.name,
        captured_at=clock.now(),
        supersedes_id=supersedes_id,
    )
    return _seal(session, actor, item)


def capture_subject(
    session: Session,
    actor: Actor,
    *,
    kind: Kind,
    subject_type: SubjectType,
    subject_id: UUID,
    message_ids: Sequence[UUID] = (),
    file_ids: Sequence[UUID] = (),
    shop_id: UUID | None = None,
    **more: Any,
) -> EvidenceItem:
    """Keep what the room that owns the subject shows of it now (EVD-1).

    Where no room here owns such subjects, files and a note are kept, and `shop_id` is needed.
    """
    actor.must(Permission.EVIDENCE_CAPTURE)
    source = queries.source_of(subject_type)
    if source is not None:
        seen = source(session, actor, subject_id, message_ids)
    elif shop_id is not None:
        seen = Snapshot(shop_id, {})
    else:
        raise WhichShop
    return capture(
        session,
        actor,
        shop_id=seen.shop_id,
        kind=kind,
        subject_type=subject_type,
        subject_id=subject_id,
        content=seen.content,
        file_ids=list(dict.fromkeys([*seen.file_ids, *file_ids])),
        **more,
    )


def first_break(session: Session, actor: Actor, shop_id: UUID) -> int | None:
    """Read the whole chain of a shop; the first position that does not hold, or None."""
    actor.must(Permission.EVIDENCE_READ)
    shops.must_reach(actor, shop_id)
    return rules.first_break(queries.chain(session, shop_id))


def _check_worth_keeping(actor: Actor, shop_id: UUID, something: bool) -> None:
    shops.must_reach(actor, shop_id)
    if not something:
        raise NothingToKeep


def _check_successor(session: Session, actor: Actor, supersedes_id: UUID, subject_id: UUID) -> None:
    if queries.get(session, actor, supersedes_id).subject_id != subject_id:
        raise OtherSubject
    if queries.is_superseded(session, supersedes_id):
        raise SupersededAlready


def _files(
    session: Session, actor: Actor, shop_id: UUID, file_ids: Sequence[UUID]
) -> list[dict[str, Any]]:
    stored = files.attachments(session, actor, file_ids, shop_id=shop_id)
    query = select(StoredFile.id, StoredFile.sha256).where(StoredFile.id.in_(file_ids))
    hashes = {str(row.id): row.sha256 for row in session.execute(query)} if file_ids else {}
    return [rules.described(file, hashes[file["id"]]) for file in stored]


def _seal(session: Session, actor: Actor, item: EvidenceItem) -> EvidenceItem:
    before = queries.last(session, item.shop_id)
    item.sha256 = rules.content_hash(item)
    item.chain_hash = rules.chain(before.chain_hash if before else rules.FIRST, item.sha256)
    session.add(item)
    session.flush()
    told = EvidenceCaptured(
        shop_id=item.shop_id,
        evidence_id=item.id,
        kind=item.kind.value,
        subject_type=item.subject_type.value,
        subject_id=item.subject_id,
        sha256=item.sha256.hex(),
        supersedes_id=item.supersedes_id,
    )
    events.emit(session, actor, told)
    return item
