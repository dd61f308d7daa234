"""Scans, parcels and counts by file: what cannot be used is said row by row, and none is lost."""

import itertools
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.catalog import service as catalog
from xiaoer.catalog.service import Count
from xiaoer.connectors.files.errors import ListNotRecognised, ListTooLong, sentence
from xiaoer.connectors.files.formats import lists, tables
from xiaoer.connectors.files.formats.lists import Bad, Item, ListKind
from xiaoer.core import i18n, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.shipping import service as shipping
from xiaoer.shipping.service import Label, Scan

AT_ONCE = 1000
MOST_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class RowProblem:
    line: int
    code: str
    message: str


@dataclass
class Brought:
    """`rows` = `new` + `known` + `waiting` + the number of `problems`."""

    kind: ListKind
    rows: int = 0
    new: int = 0
    known: int = 0
    """Told before, or older than what is known: nothing changed."""
    waiting: int = 0
    """Scans of numbers nobody has told us of yet; they are kept."""
    problems: list[RowProblem] = field(default_factory=list)


def bring(session: Session, actor: Actor, *, shop_id: UUID, name: str, content: bytes) -> Brought:
    """Take a list of scans, parcels or counts; its headings say which.

    The same file again changes nothing. Raises `ListNotRecognised`, `ListTooLong`.
    """
    actor.must(Permission.CONNECTORS_IMPORT)
    shops.must_reach(actor, shop_id)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"list{Path(name).suffix.lower()}"
        path.write_bytes(content)
        table = tables.opened(path)
        kind = lists.kind_of(table)
        if kind is None:
            raise ListNotRecognised(headings="、".join(table.headings)[:200])
        done = Brought(kind)
        read = lists.read(table, kind, shops.get(session, shop_id).zone)
        while batch := list(itertools.islice(read, AT_ONCE)):
            if done.rows + len(batch) > MOST_ROWS:
                raise ListTooLong(most=MOST_ROWS)
            _batch(session, actor, shop_id, done, batch)
    return done


def _batch(
    session: Session, actor: Actor, shop_id: UUID, done: Brought, batch: Sequence[Item | Bad]
) -> None:
    done.rows += len(batch)
    for bad in batch:
        if isinstance(bad, Bad):
            _problem(done, bad.line, bad.code, bad.facts)
    items = [each for each in batch if isinstance(each, Item)]
    if items:
        _TAKE[done.kind](session, actor, shop_id, done, items)


def _problem(done: Brought, line: int, code: str, facts: dict[str, str]) -> None:
    message = sentence(code, facts, i18n.reader.get())
    done.problems.append(RowProblem(line, code, message))


def _scans(
    session: Session, actor: Actor, shop_id: UUID, done: Brought, items: Sequence[Item]
) -> None:
    scans = [
        Scan(
            one.cells["courier"],
            one.cells["tracking_no"],
            one.at,
            one.cells["code"],
            one.cells.get("text", ""),
            one.cells.get("place", ""),
        )
        for one in items
        if one.at is not None
    ]
    taken = shipping.take(session, actor, shop_id=shop_id, scans=scans)
    done.new, done.known = done.new + taken.new, done.known + taken.known
    done.waiting += taken.stray
    dated = [one for one in items if one.at is not None]
    for one in items:
        if one.at is None:
            _problem(done, one.line, "CellBlank", {"field": "at"})
    for place in taken.refused:
        one = dated[place]
        _problem(done, one.line, "ScanCodeUnknown", {"value": one.cells["code"]})


def _parcels(
    session: Session, actor: Actor, shop_id: UUID, done: Brought, items: Sequence[Item]
) -> None:
    labels = [
        Label(
            one.cells["order_no"],
            one.cells["courier"],
            one.cells["tracking_no"],
            labelled_at=one.at,
            warehouse=one.cells.get("warehouse", ""),
            region=one.cells.get("region", "")[:60],
        )
        for one in items
    ]
    packed = shipping.pack(session, actor, shop_id=shop_id, labels=labels)
    done.new, done.known = done.new + packed.new, done.known + packed.known
    for place in packed.refused:
        one = items[place]
        _problem(done, one.line, "OrphanRow", {"key": one.cells["order_no"]})
    for place, why in packed.held.items():
        _problem(done, items[place].line, "MustNotLeave", {"why": why.value})


def _stock(
    session: Session, actor: Actor, shop_id: UUID, done: Brought, items: Sequence[Item]
) -> None:
    counts = [Count(one.cells["sku"], one.page, one.actual, one.at) for one in items]
    counted = catalog.count_many(session, actor, shop_id=shop_id, counts=counts)
    done.new, done.known = done.new + counted.written, done.known + counted.known
    for place in counted.refused:
        one = items[place]
        _problem(done, one.line, "SkuUnknown", {"value": one.cells["sku"]})


_TAKE: dict[ListKind, Callable[[Session, Actor, UUID, Brought, Sequence[Item]], None]] = {
    ListKind.SCANS: _scans,
    ListKind.PARCELS: _parcels,
    ListKind.STOCK: _stock,
}
