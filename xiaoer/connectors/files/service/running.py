"""Doing an import: read, write, tell. Opens its own transactions; safe to run again."""

import gc
from pathlib import Path
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from xiaoer.catalog import service as catalog
from xiaoer.connectors.files.errors import ImportNotFound, MappingNeeded
from xiaoer.connectors.files.events import ImportFinished
from xiaoer.connectors.files.formats import opening
from xiaoer.connectors.files.formats.drafts import Source
from xiaoer.connectors.files.models import ImportRun, ImportState
from xiaoer.connectors.files.service import preparing, staging, writing
from xiaoer.connectors.files.service.progress import Progress, silent
from xiaoer.connectors.files.service.reporting import Report, counts, report
from xiaoer.connectors.files.service.writing import Target
from xiaoer.core import clock, db, events, shops
from xiaoer.core.auth import system
from xiaoer.core.errors import DeskError
from xiaoer.core.i18n import Locale
from xiaoer.customers import service as customers


def import_file(
    path: Path,
    shop_code: str,
    format: str = opening.AUTO,  # noqa: A002 - the word of the command line
    progress: Progress = silent,
    *,
    locale: Locale = "zh",
) -> Report:
    """Bring a file or folder of orders into the shop, now, for whoever runs the machine.

    Raises a sentence when the file as a whole cannot be read; single rows never stop it.
    """
    with db.transaction() as session:
        shop = shops.by_code(session, shop_code)
        run_ = preparing.prepare(
            session, system("import"), shop_id=shop.id, path=path, name=path.name, format=format
        )
        if run_.state == ImportState.UNMATCHED:
            raise MappingNeeded(headings=", ".join(run_.headings))
        run_.state = ImportState.QUEUED
    gc.freeze()  # a third of the time went into looking the house itself over, again and again
    run(run_.id, progress)
    with db.transaction() as session:
        return report(session, _get(session, run_.id), locale=locale)


def run(run_id: UUID, progress: Progress = silent) -> None:
    """Do the import; one that was interrupted goes on where it stopped."""
    with db.transaction() as session:
        run_ = _get(session, run_id)
        if run_.state in (ImportState.DONE, ImportState.FAILED):
            return
        run_.state = ImportState.RUNNING
    try:
        _run(run_, progress)
    except DeskError as refusal:
        with db.transaction() as session:
            session.execute(
                update(ImportRun)
                .where(ImportRun.id == run_id)
                .values(
                    state=ImportState.FAILED,
                    failure=refusal.sentence("zh"),
                    finished_at=clock.now(),
                )
            )
        raise


def _run(run_: ImportRun, progress: Progress) -> None:
    with db.transaction() as session:
        source = preparing.opened(session, run_)
    rows = run_.rows if run_.staged else staging.stage(run_.id, source, progress)
    target = Target(run_.id, run_.shop_id, system(run_.started_by))
    _companions(target, source)
    with db.transaction() as session:
        done = rows - writing.waiting(session, run_.id)
    progress(done, rows)
    for more in writing.write(target, source):
        done += more
        progress(done, rows)
    with db.transaction() as session:
        _finish(session, target)


def _companions(target: Target, source: Source) -> None:
    """Customers and products that the source lists by themselves, before the orders."""
    people = list(source.customers())
    products, skus = source.catalog()
    with db.transaction() as session:
        customers.upsert_many(session, target.shop_id, people)
        if products:
            catalog.load(
                session, target.actor, shop_id=target.shop_id, products=products, skus=skus
            )


def _finish(session: Session, target: Target) -> None:
    run_ = _get(session, target.run_id)
    run_.state, run_.finished_at = ImportState.DONE, clock.now()
    told = counts(session, run_.id)
    run_.done = sum(told.values())
    finished = ImportFinished(
        shop_id=run_.shop_id, run_id=run_.id, name=run_.name, rows=run_.rows, **told
    )
    events.emit(session, target.actor, finished)


def _get(session: Session, run_id: UUID) -> ImportRun:
    found = session.get(ImportRun, run_id)
    if found is None:
        raise ImportNotFound
    return found
