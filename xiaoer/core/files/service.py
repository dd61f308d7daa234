"""Store, describe and find files."""

import hashlib
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, or_, select, update
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.config import settings
from xiaoer.core.files import rules, store, stripping
from xiaoer.core.files.errors import (
    FileEmpty,
    FileTooLarge,
    StoredFileNotFound,
    TooManyFiles,
)
from xiaoer.core.files.events import FileStored, UploadsSwept
from xiaoer.core.files.models import StoredFile
from xiaoer.core.files.rules import Inspected

PER_MESSAGE = 9
SWEPT_AT_ONCE = 200


def keep_upload(
    session: Session,
    actor: Actor,
    *,
    content: bytes,
    name: str,
    declared: str | None = None,
    shop_id: UUID | None = None,
) -> StoredFile:
    """Check and keep one upload. `declared` is the type the sender claims; content decides."""
    actor.must(Permission.FILES_STORE)
    if shop_id is not None and not actor.reaches(shop_id):
        raise StoredFileNotFound
    limit = settings().upload_limit_bytes
    if len(content) > limit:
        raise FileTooLarge(limit_mb=limit // 2**20)
    if not content:
        raise FileEmpty
    found = rules.inspect(content)
    rules.check_claim(found.content_type, declared, name)
    if actor.kind is ActorKind.CUSTOMER:
        # Staff keep theirs whole: when and where a picture was taken may be what it proves.
        content = stripping.stripped(content, found.content_type)
    digest = hashlib.sha256(content).digest()
    session.execute(select(func.pg_advisory_xact_lock_shared(_lock_of(digest))))
    # The bytes come first: a row without bytes would be a broken picture for ever.
    store.keep(digest, content, found.thumb)
    named = rules.safe_name(name, found.content_type)
    return _add(session, actor, found, digest, name=named, size=len(content), shop_id=shop_id)


def _add(
    session: Session,
    actor: Actor,
    found: Inspected,
    digest: bytes,
    *,
    name: str,
    size: int,
    shop_id: UUID | None,
) -> StoredFile:
    file = StoredFile(
        shop_id=shop_id,
        sha256=digest,
        name=name,
        content_type=found.content_type,
        size=size,
        width=found.width,
        height=found.height,
        uploader_kind=actor.kind.value,
        uploader_id=actor.id,
    )
    session.add(file)
    session.flush()
    stored = FileStored(
        shop_id=shop_id,
        file_id=file.id,
        sha256=digest.hex(),
        content_type=file.content_type,
        size=size,
    )
    events.emit(session, actor, stored)
    return file


def visible_to(session: Session, actor: Actor, file_id: UUID) -> StoredFile:
    """The file, if it lies in a shop the actor reaches or is the actor's own upload."""
    actor.must(Permission.FILES_READ)
    file = session.get(StoredFile, file_id)
    if file is None or not _reaches(actor, file):
        raise StoredFileNotFound
    return file


def _reaches(actor: Actor, file: StoredFile) -> bool:
    own = file.uploader_id == actor.id and file.uploader_kind == actor.kind.value
    if file.shop_id is None or actor.kind is ActorKind.CUSTOMER:
        return own
    return actor.reaches(file.shop_id)


def attachments(
    session: Session, actor: Actor, file_ids: Sequence[UUID], *, shop_id: UUID
) -> list[dict[str, Any]]:
    """What a message of this shop stores about its files, in the order asked for.

    Customers attach only what they uploaded themselves; staff what their shop holds or what they
    uploaded. An upload not yet tied to a shop belongs to this one from now on.
    """
    if not file_ids:
        return []
    if len(file_ids) > PER_MESSAGE:
        raise TooManyFiles(limit=PER_MESSAGE)
    own = (StoredFile.uploader_kind == actor.kind.value) & (StoredFile.uploader_id == actor.id)
    here = or_(StoredFile.shop_id == shop_id, StoredFile.shop_id.is_(None) & own)
    query = select(StoredFile).where(StoredFile.id.in_(file_ids), here)
    if actor.kind is ActorKind.CUSTOMER:
        query = query.where(own)
    found = {file.id: file for file in session.scalars(query)}
    if any(file_id not in found for file_id in file_ids):
        raise StoredFileNotFound
    _attach(session, [file for file in found.values() if not file.attached], shop_id)
    return [described(found[file_id]) for file_id in file_ids]


def _attach(session: Session, loose: Sequence[StoredFile], shop_id: UUID) -> None:
    if not loose:
        return
    these = StoredFile.id.in_([file.id for file in loose])
    taken = update(StoredFile).where(these).values(shop_id=shop_id, attached=True)
    # One that was swept away between the look and now is not there any more.
    if len(session.scalars(taken.returning(StoredFile.id)).all()) < len(loose):
        raise StoredFileNotFound


def sweep(session: Session, actor: Actor) -> int:
    """Remove some of the uploads that nobody used in time; how many. Zero: none is left."""
    actor.must(Permission.FILES_STORE)
    before = clock.now() - timedelta(hours=settings().unattached_hours)
    query = (
        select(StoredFile)
        .where(~StoredFile.attached, StoredFile.created_at < before)
        .order_by(StoredFile.created_at)
        .limit(SWEPT_AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    loose = session.scalars(query).all()
    if not loose:
        return 0
    for file in loose:
        session.delete(file)
    session.flush()
    digests = sorted({file.sha256 for file in loose})
    for digest in digests:
        # Somebody may be uploading the same content: their row is seen once they are done.
        session.execute(select(func.pg_advisory_xact_lock(_lock_of(digest))))
    used = set(session.scalars(select(StoredFile.sha256).where(StoredFile.sha256.in_(digests))))
    events.emit(session, actor, UploadsSwept(shop_id=None, count=len(loose)))
    for digest in digests:
        if digest not in used:
            store.remove(digest)
    return len(loose)


def _lock_of(digest: bytes) -> int:
    return int.from_bytes(digest[:8], "big", signed=True)


def described(file: StoredFile) -> dict[str, Any]:
    """A file as messages keep it and staff see it; shoppers get other links (`links`)."""
    return {
        "id": str(file.id),
        "name": file.name,
        "content_type": file.content_type,
        "size": file.size,
        "width": file.width,
        "height": file.height,
        "url": f"/api/files/{file.id}",
        "thumb_url": f"/api/files/{file.id}/thumb" if file.is_image else None,
    }
