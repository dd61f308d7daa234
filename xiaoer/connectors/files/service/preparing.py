"""Before an import: receive, recognise, preview, correct the headings, start."""

import io
import itertools
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.connectors.files import queries
from xiaoer.connectors.files.errors import (
    FileNotReadable,
    ImportAlreadyStarted,
    MappingNeeded,
    sentence,
)
from xiaoer.connectors.files.events import ImportStarted
from xiaoer.connectors.files.formats import headings, opening, sheet
from xiaoer.connectors.files.formats.drafts import Source
from xiaoer.connectors.files.formats.sheet import Sheet
from xiaoer.connectors.files.models import MAIN, ImportRun, ImportState
from xiaoer.connectors.files.service import sweeping
from xiaoer.connectors.files.service.mapping import keep_mapping
from xiaoer.core import events, ids, queue, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.i18n import Locale

JOB = "connectors.files.import"
PREVIEW_ROWS = 20
UNPACKED_LIMIT_BYTES = 500 * 1024 * 1024
PREPARED = (ImportState.READY, ImportState.UNMATCHED)


def receive(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    name: str,
    content: bytes,
    format: str = opening.AUTO,  # noqa: A002 - the word of the page
) -> ImportRun:
    """Keep an uploaded file (or a .zip of files that belong together) and look what it is."""
    actor.must(Permission.CONNECTORS_IMPORT)
    shops.must_reach(actor, shop_id)
    folder = sweeping.folder() / ids.new_id().hex
    folder.mkdir(parents=True)
    try:
        path = _kept(folder, Path(name).name or "orders", content)
        return prepare(
            session, actor, shop_id=shop_id, path=path, name=Path(name).name, format=format
        )
    except Exception:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def _kept(folder: Path, name: str, content: bytes) -> Path:
    if not name.lower().endswith(".zip"):
        path = folder / ("upload" + Path(name).suffix.lower()[:8])
        path.write_bytes(content)
        return path
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [each for each in archive.infolist() if not each.is_dir()]
            if sum(each.file_size for each in entries) > UNPACKED_LIMIT_BYTES:
                raise FileNotReadable(name=name, problem="> 500 MB")
            for entry in entries:
                # Only the last part of the name: an archive must not write elsewhere.
                (folder / Path(entry.filename).name).write_bytes(archive.read(entry))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise FileNotReadable(name=name, problem=str(error)) from error
    return folder


def prepare(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    path: Path,
    name: str,
    format: str,  # noqa: A002
) -> ImportRun:
    """Look at a file on this machine: its format, its headings, how they were matched before."""
    actor.must(Permission.CONNECTORS_IMPORT)
    shop = shops.get(session, shop_id)
    source = opening.source(path, zone=shop.zone, currency=shop.currency, format=format)
    run = ImportRun(
        shop_id=shop_id,
        name=name[:200],
        path=str(path.resolve()),
        format=source.format,
        state=ImportState.READY,
        headings=source.headings,
        fingerprint=headings.fingerprint(source.headings),
        mapping=source.mapping,
        started_by=actor.name or "import",
    )
    kept = queries.mapping_for(session, shop_id, run.fingerprint)
    if kept and isinstance(source, Sheet):
        known = {field: head for field, head in kept.mapping.items() if head in source.headings}
        run.mapping, run.decimal_comma = known, kept.decimal_comma
    if isinstance(source, Sheet) and "order_no" not in run.mapping:
        run.state = ImportState.UNMATCHED
    session.add(run)
    session.flush()
    return run


def opened(session: Session, run: ImportRun) -> Source:
    """The file of an import, read the way it was matched."""
    shop = shops.get(session, run.shop_id)
    return opening.source(
        Path(run.path),
        zone=shop.zone,
        currency=shop.currency,
        format=run.format,
        mapping=run.mapping if run.mapping else None,
        decimal_comma=run.decimal_comma,
    )


def match(
    session: Session,
    actor: Actor,
    *,
    run_id: UUID,
    mapping: Mapping[str, str | None],
    decimal_comma: bool | None = None,
    keep: bool = False,
) -> ImportRun:
    """Correct which column holds what; with `keep`, for later files with these headings too."""
    actor.must(Permission.CONNECTORS_IMPORT)
    run = queries.get(session, actor, run_id, lock=True)
    if run.state not in PREPARED:
        raise ImportAlreadyStarted
    chosen = {field: heading for field, heading in mapping.items() if heading}
    run.mapping = sheet.checked(chosen, run.headings)
    run.decimal_comma = decimal_comma
    matched = "order_no" in run.mapping
    run.state = ImportState.READY if matched else ImportState.UNMATCHED
    session.flush()
    if keep and matched:
        keep_mapping(
            session,
            actor,
            shop_id=run.shop_id,
            headings=run.headings,
            mapping=run.mapping,
            decimal_comma=decimal_comma,
        )
    return run


def start(session: Session, actor: Actor, *, run_id: UUID) -> ImportRun:
    """Leave the import to the worker."""
    actor.must(Permission.CONNECTORS_IMPORT)
    run = queries.get(session, actor, run_id, lock=True)
    if run.state == ImportState.UNMATCHED:
        raise MappingNeeded(headings=", ".join(run.headings))
    if run.state != ImportState.READY:
        raise ImportAlreadyStarted
    run.state, run.started_by = ImportState.QUEUED, actor.name or "import"
    session.flush()
    started = ImportStarted(shop_id=run.shop_id, run_id=run.id, name=run.name, format=run.format)
    events.emit(session, actor, started)
    queue.defer(session, JOB, {"run_id": str(run.id)}, dedupe=f"import:{run.id}")
    return run


@dataclass(frozen=True)
class Preview:
    """The first rows as they will be read, and what is already seen to be wrong with them."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    problems: list[dict[str, Any]] = field(default_factory=list)


def preview(session: Session, run: ImportRun, *, locale: Locale) -> Preview:
    """Read the beginning of the file; empty when the file is no longer there."""
    if not Path(run.path).exists():
        return Preview()
    source = opened(session, run)
    found = Preview()
    for part, rows in source.parts():
        if part != MAIN:
            continue
        for row in itertools.islice(rows, PREVIEW_ROWS):
            if row.problem:
                code = row.problem["code"]
                said = {"line": row.line, "code": code}
                found.problems.append(said | {"message": sentence(code, row.problem, locale)})
                continue
            found.rows.append({"line": row.line, "order_no": row.key} | _shown(row.data))
            draft = source.draft(row.key, {MAIN: [row]})
            told = [each for verdict in draft.verdicts.values() for each in verdict.problems]
            found.problems.extend(
                {
                    "line": row.line,
                    "code": each["code"],
                    "message": sentence(each["code"], each, locale),
                }
                for each in told
            )
    return found


def _shown(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if isinstance(value, str)}
