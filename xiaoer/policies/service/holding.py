"""Which versions hold, and those versions ready to run: compiled once per process and content."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core.remembering import remembered, remembers
from xiaoer.policies import queries
from xiaoer.policies.models import PolicyVersion
from xiaoer.policies.queries import Candidate, Scope
from xiaoer.policies.rules import content, floors
from xiaoer.policies.rules.evaluating import Compiled

KEPT_COMPILED = 512


def candidates(
    session: Session,
    table: str,
    shop_id: UUID,
    scope: Scope,
    at: dt.datetime,
    before: dt.datetime | None = None,
) -> tuple[list[Candidate], list[Candidate], str]:
    """The versions of `at` and of the law below them, those of `before`, and the shop's market.

    A verb asks several tables: within one all of them are read at once.
    """
    tables = (table, floors.floor_of(table))
    about: dict[str, Any] = {"shop_id": shop_id, "scope": scope, "at": at, "before": before}
    if not remembers(session):
        found, market = queries.candidates(session, tables=tables, **about)
    else:
        everything = partial(queries.candidates, session, **about)
        read: dict[dt.datetime | None, tuple[list[Candidate], str]]
        read = remembered(session, ("policies", shop_id, scope), dict)
        if before not in read and (before is not None or not read):
            read[before] = everything()
        found, market = read[before] if before in read else next(iter(read.values()))
    asked = [each for each in found if each.table in tables]
    now = [each for each in asked if each.counts(at)]
    return now, [each for each in asked if before is not None and each.counts(before)], market


_remembered: dict[str, Compiled] = {}


def loaded(session: Session, candidate: Candidate) -> Compiled:
    """The compiled version; its text is read from the database once per process."""
    found = _remembered.get(candidate.content_hash)
    if found is None:
        query = select(PolicyVersion.content).where(PolicyVersion.id == candidate.version_id)
        found = compiled(candidate.content_hash, session.scalars(query).one())
    return found


def compiled(content_hash: str, text: Mapping[str, Any]) -> Compiled:
    """Compiled once per process and content: the same hash is the same table."""
    found = _remembered.get(content_hash)
    if found is None:
        if len(_remembered) >= KEPT_COMPILED:
            _remembered.clear()
        found = _remembered[content_hash] = Compiled(content.read(text))
    return found
