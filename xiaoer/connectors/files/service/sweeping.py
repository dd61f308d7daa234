"""Source files of imports that are over: kept for a while, then removed."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.connectors.files.events import ImportFilesRemoved
from xiaoer.connectors.files.models import ImportRun, ImportState
from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.config import settings

GOING = (ImportState.QUEUED, ImportState.RUNNING)


def folder() -> Path:
    """Where uploaded sources lie, each in a folder of its own."""
    return settings().files / "imports"


def sweep(session: Session, actor: Actor) -> int:
    """Remove the sources of imports that ended, or were never started, long ago; how many.

    What became of their rows stays. An import that goes on keeps its file however old it is.
    """
    actor.must(Permission.CONNECTORS_IMPORT)
    before = clock.now() - timedelta(days=settings().import_files_days)
    old = list(_older(before))
    if not old:
        return 0
    ended = func.coalesce(ImportRun.finished_at, ImportRun.created_at)
    needed = {
        Path(path)
        for path in session.scalars(
            select(ImportRun.path).where(ImportRun.state.in_(GOING) | (ended >= before))
        )
    }
    gone = [each for each in old if not needed & {each.resolve(), *each.resolve().iterdir()}]
    if gone:
        events.emit(session, actor, ImportFilesRemoved(shop_id=None, count=len(gone)))
    for each in gone:
        shutil.rmtree(each, ignore_errors=True)
    return len(gone)


def _older(before: datetime) -> Iterator[Path]:
    """A folder younger than that may belong to an upload that is not committed yet."""
    if folder().is_dir():
        for each in folder().iterdir():
            if each.is_dir() and each.stat().st_mtime < before.timestamp():
                yield each
