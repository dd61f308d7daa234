"""Second half of an import: rows become orders, a thousand rows in each transaction."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

import orjson
from sqlalchemy import func, select, text, update
from sqlalchemy.orm import Session

from xiaoer.catalog import queries as catalog
from xiaoer.connectors.files.formats.drafts import Draft, Source, Staged, Verdict
from xiaoer.connectors.files.models import MAIN, ImportRow, ImportRun, Outcome
from xiaoer.connectors.files.service.staging import in_bulk
from xiaoer.core import db
from xiaoer.core.auth import Actor
from xiaoer.customers import service as customers
from xiaoer.orders import queries as orders_known
from xiaoer.orders import service as orders
from xiaoer.orders.errors import AmountsDisagree

ROWS_AT_ONCE = 1000

Found = dict[str, dict[str, list[Staged]]]
"""Rows by order number and part."""
Buyers = dict[tuple[str, str], UUID]
"""Customers by channel and the name they have there."""
Step = TypeVar("Step")

_PARTS = text("SELECT DISTINCT part FROM import_rows WHERE run_id = :run_id AND outcome IS NULL")
_UPTO = text("""
SELECT max(key) FROM (
    SELECT key FROM import_rows
    WHERE run_id = :run_id AND part = :main AND outcome IS NULL AND key > :after
    ORDER BY key LIMIT :rows
) AS coming
""")
_ROWS = text("""
SELECT part, line, key, data FROM import_rows
WHERE run_id = :run_id AND outcome IS NULL AND key > :after AND key <= :upto
    AND part = ANY(:parts)
ORDER BY key, line
""")
_SETTLE = text("""
UPDATE import_rows AS row
SET outcome = told.outcome, code = told.code, problems = told.problems, data = NULL
FROM json_to_recordset(CAST(:rows AS json)) AS told(
    part text, line int, outcome text, code text, problems jsonb)
WHERE row.run_id = :run_id AND row.part = told.part AND row.line = told.line
""")
_ORPHANS = text("""
UPDATE import_rows SET outcome = 'rejected', code = 'OrphanRow', data = NULL,
    problems = jsonb_build_array(jsonb_build_object('code', 'OrphanRow', 'key', key))
WHERE run_id = :run_id AND outcome IS NULL
""")


@dataclass(frozen=True)
class Target:
    """Where the rows of an import go."""

    run_id: UUID
    shop_id: UUID
    actor: Actor


@dataclass(frozen=True)
class Batch:
    """A thousand rows' orders, read and understood."""

    found: Found
    drafts: dict[str, Draft]
    hashes: dict[str, bytes]
    upto: str
    """The last order's number by the database's sorting."""


@dataclass(frozen=True)
class Ready:
    """A batch whose new and changed orders know their buyers."""

    batch: Batch
    changed: dict[str, Draft]
    buyers: Buyers


def write(target: Target, source: Source) -> Iterator[int]:
    """Write batch after batch, each in its own transaction; gives the rows done with each.

    While PostgreSQL writes the orders of one batch, it writes the buyers of the next, and the one
    behind is read and understood. Buyers are committed before their orders: an import that is cut
    in between finds them there when it goes on.
    """
    with db.transaction() as session:
        parts = session.scalars(_PARTS, {"run_id": target.run_id}).all()
    batches = _ahead(_batches(target.run_id, source, parts))
    for ready in _ahead(_with_buyers(target, batches)):
        with db.transaction() as session:
            in_bulk(session)
            done = _write(session, target, ready)
        yield done
    with db.transaction() as session:
        session.execute(_ORPHANS, {"run_id": target.run_id})


def _ahead(steps: Iterator[Step]) -> Iterator[Step]:
    """The same, each made in a thread of its own while the one before is used."""
    with ThreadPoolExecutor(1) as thread:
        coming = thread.submit(next, steps, None)
        while (made := coming.result()) is not None:
            coming = thread.submit(next, steps, None)
            yield made


def _batches(run_id: UUID, source: Source, parts: Sequence[str]) -> Iterator[Batch]:
    after = ""
    while True:
        with db.transaction() as session:
            in_bulk(session)
            found, upto = _next(session, run_id, parts, after)
        if upto is None:
            return
        drafts = {key: _checked(source.draft(key, rows), rows) for key, rows in found.items()}
        hashes = {key: draft.content_hash() for key, draft in drafts.items() if draft.order}
        yield Batch(found, drafts, hashes, after := upto)


def _with_buyers(target: Target, batches: Iterator[Batch]) -> Iterator[Ready]:
    """Customers are looked up and written only for orders that are new or changed."""
    for batch in batches:
        with db.transaction() as session:
            in_bulk(session)
            known = orders_known.hashes(session, shop_id=target.shop_id, numbers=list(batch.hashes))
            changed = {
                key: batch.drafts[key]
                for key, content in batch.hashes.items()
                if known.get(key) != content
            }
            buyers = _customers(session, target, list(changed.values()))
        yield Ready(batch, changed, buyers)


def _next(
    session: Session, run_id: UUID, parts: Sequence[str], after: str
) -> tuple[Found, str | None]:
    """The orders of the next rows, each with all its rows, and the number of the last one."""
    values = {"run_id": run_id, "main": MAIN, "after": after, "rows": ROWS_AT_ONCE}
    upto = session.execute(_UPTO, values).scalar()
    if upto is None:
        return {}, None
    found: Found = {}
    for part, line, key, data in session.execute(
        _ROWS, values | {"upto": upto, "parts": list(parts)}
    ):
        found.setdefault(key, defaultdict(list))[part].append(Staged(line, key, data))
    return {key: rows for key, rows in found.items() if MAIN in rows}, upto


def _write(session: Session, target: Target, ready: Ready) -> int:
    found, drafts = ready.batch.found, ready.batch.drafts
    outcomes = _orders(session, target, ready)
    told = [
        _told(part, row.line, draft.verdicts.get((part, row.line)), outcomes.get(key))
        for key, draft in drafts.items()
        for part, rows in found[key].items()
        for row in rows
    ]
    session.execute(_SETTLE, {"rows": orjson.dumps(told).decode(), "run_id": target.run_id})
    done = sum(len(rows.get(MAIN, ())) for rows in found.values())
    session.execute(
        update(ImportRun).where(ImportRun.id == target.run_id).values(done=ImportRun.done + done)
    )
    return done


def _checked(draft: Draft, rows: dict[str, list[Staged]]) -> Draft:
    """The draft, or the reason why its order cannot be written on each of its rows."""
    try:
        if draft.order:
            orders.check(draft.order)
    except AmountsDisagree as refusal:
        problem = {"code": refusal.code, **refusal.facts}
        draft.order = None
        for row in rows[MAIN]:
            verdict = draft.verdicts.setdefault((MAIN, row.line), Verdict())
            if verdict.outcome is None:
                draft.verdicts[MAIN, row.line] = Verdict(Outcome.REJECTED, [problem])
    return draft


def _orders(session: Session, target: Target, ready: Ready) -> dict[str, orders.Outcome]:
    """Write what is new or changed."""
    hashes = ready.batch.hashes
    names = {name for draft in ready.changed.values() for name in draft.skus if name}
    skus = catalog.sku_ids(session, target.shop_id, names)
    rows = []
    for key, draft in ready.changed.items():
        assert draft.order
        for line, name in zip(draft.order.lines, draft.skus, strict=True):
            line.sku_id = skus.get(name, line.sku_id)
        draft.order.customer_id = ready.buyers.get(_identity(draft))
        draft.order.content_hash = hashes[key]
        rows.append(draft.order)
    outcomes: dict[str, orders.Outcome] = dict.fromkeys(hashes, "unchanged")
    loaded = orders.load(session, target.actor, shop_id=target.shop_id, rows=rows)
    return outcomes | loaded.outcomes


def _identity(draft: Draft) -> tuple[str, str]:
    buyer = draft.customer
    return (buyer.channel, buyer.external_id) if buyer else ("", "")


def _customers(session: Session, target: Target, drafts: Sequence[Draft]) -> Buyers:
    rows = [draft.customer for draft in drafts if draft.customer]
    ids = customers.upsert_many(session, target.shop_id, rows)
    return {
        (row.channel, row.external_id): customer_id
        for row, customer_id in zip(rows, ids, strict=True)
    }


def _told(
    part: str, line: int, verdict: Verdict | None, outcome: orders.Outcome | None
) -> dict[str, Any]:
    problems = verdict.problems if verdict else []
    ended = verdict.outcome if verdict and verdict.outcome else None
    shared = outcome if part == MAIN else Outcome.USED
    return {
        "part": part,
        "line": line,
        "outcome": ended or shared or Outcome.REJECTED,
        "code": problems[0]["code"] if problems else None,
        "problems": problems or None,
    }


def waiting(session: Session, run_id: UUID) -> int:
    """Rows of orders that have no outcome yet."""
    query = select(func.count()).where(
        ImportRow.run_id == run_id, ImportRow.part == MAIN, ImportRow.outcome.is_(None)
    )
    return session.scalar(query) or 0
