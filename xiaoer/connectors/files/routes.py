"""Imports over HTTP: upload, look, correct, start, watch, fetch the report."""

import csv
import io
from hashlib import sha256
from typing import Annotated, Any
from uuid import UUID

from fastapi import File, Form, Header, Query, Response, UploadFile

from xiaoer.connectors.files import queries, service
from xiaoer.connectors.files.formats.headings import FIELDS
from xiaoer.connectors.files.models import ImportRun, ImportState
from xiaoer.connectors.files.schemas import (
    BroughtOut,
    ImportList,
    ImportOut,
    KeptIn,
    MappingIn,
    MappingList,
    MappingOut,
    ProblemOut,
)
from xiaoer.core import i18n
from xiaoer.core.auth import Permission
from xiaoer.core.once import once
from xiaoer.core.web import Db, Line, Me, Router

router = Router(prefix="/api", tags=["imports"])

PROBLEMS_SHOWN = 200


def _shown(session: Db, run: ImportRun) -> ImportOut:
    """Before the start with a preview, afterwards with what became of the rows."""
    fields, locale = list(FIELDS), i18n.reader.get()
    counts = service.counts(session, run.id)
    if run.state in (ImportState.READY, ImportState.UNMATCHED):
        preview = service.preview(session, run, locale=locale)
        return ImportOut.of(run, fields=fields, counts=counts, preview=preview)
    told = [
        ProblemOut(message=each.pop("sentence"), **each)
        for each in service.problems(session, run.id, locale=locale, limit=PROBLEMS_SHOWN)
    ]
    return ImportOut.of(run, fields=fields, counts=counts, problems=told)


@router.post("/imports", status_code=201)
def upload(
    session: Db,
    actor: Me,
    file: Annotated[UploadFile, File()],
    shop_id: Annotated[UUID, Form()],
    format: Annotated[Line, Form()] = "auto",  # noqa: A002 - the word of the form
) -> ImportOut:
    run = service.receive(
        session,
        actor,
        shop_id=shop_id,
        name=file.filename or "orders",
        content=file.file.read(),
        format=format,
    )
    return _shown(session, run)


@router.post("/imports/lists", response_model=BroughtOut)
def bring(
    session: Db,
    actor: Me,
    file: Annotated[UploadFile, File()],
    shop_id: Annotated[UUID, Form()],
    key: Annotated[UUID | None, Header(alias="Idempotency-Key")] = None,
) -> dict[str, Any]:
    """Take a list of scans, parcels or stock; what cannot be used is told row by row."""
    content, name = file.file.read(), file.filename or "list.csv"

    def do() -> dict[str, Any]:
        done = service.bring(session, actor, shop_id=shop_id, name=name, content=content)
        return BroughtOut.model_validate(done).model_dump(mode="json")

    about = {"shop": str(shop_id), "name": name, "hash": sha256(content).hexdigest()}
    with session.begin_nested():
        scope = f"imports.list:{actor.kind}:{actor.id}"
        return once(session, scope=scope, key=key, content=about, do=do)


@router.get("/imports")
def imports(
    session: Db,
    actor: Me,
    shop_id: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> ImportList:
    actor.must(Permission.CONNECTORS_IMPORT)
    runs = queries.recent(session, actor, shop_id=shop_id, limit=limit)
    counts = queries.counts_of(session, [run.id for run in runs])
    return ImportList(items=[ImportOut.of(run, fields=[], counts=counts[run.id]) for run in runs])


@router.get("/imports/{run_id}")
def one(session: Db, actor: Me, run_id: UUID) -> ImportOut:
    actor.must(Permission.CONNECTORS_IMPORT)
    return _shown(session, queries.get(session, actor, run_id))


@router.put("/imports/{run_id}/mapping")
def match(session: Db, actor: Me, run_id: UUID, body: MappingIn) -> ImportOut:
    run = service.match(
        session,
        actor,
        run_id=run_id,
        mapping=body.mapping,
        decimal_comma=body.decimal_comma,
        keep=body.keep,
    )
    return _shown(session, run)


@router.post("/imports/{run_id}/start", status_code=202)
def start(session: Db, actor: Me, run_id: UUID) -> ImportOut:
    return _shown(session, service.start(session, actor, run_id=run_id))


@router.get("/imports/{run_id}/report.csv", response_class=Response)
def report(session: Db, actor: Me, run_id: UUID) -> Response:
    actor.must(Permission.CONNECTORS_IMPORT)
    run = queries.get(session, actor, run_id)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    for row in service.report_lines(session, run, locale=i18n.reader.get()):
        writer.writerow([_harmless(cell) for cell in row])
    # The mark tells spreadsheets that this is UTF-8.
    return Response(
        "\ufeff" + text.getvalue(),
        media_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="import-{run.id}.csv"',
            "X-Content-Type-Options": "nosniff",
        },
    )


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet does not run as a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell


@router.get("/import-mappings")
def mappings(session: Db, actor: Me, shop_id: UUID | None = None) -> MappingList:
    found = service.kept_mappings(session, actor, shop_id=shop_id)
    return MappingList(items=[MappingOut.of(each) for each in found])


@router.put("/import-mappings")
def keep(session: Db, actor: Me, body: KeptIn) -> MappingOut:
    kept = service.keep_mapping(
        session,
        actor,
        shop_id=body.shop_id,
        headings=body.headings,
        mapping=body.mapping,
        decimal_comma=body.decimal_comma,
    )
    return MappingOut.of(kept)
