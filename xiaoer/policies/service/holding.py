"""Which versions hold, and those versions ready to run: compiled once per process and content."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.remembering import remembered, remembers
from xiaoer.policies import queries
from xiaoer.policies.models import PolicyVersion
from xiaoer.policies.queries import Candidate, Scope
from xiaoer.policies.rules import content, floors
from xiaoer.policies.rules.evaluating import Compiled

KEPT_COMPILED = 512


def candidates(
    session: Session, table: str, shop_id: UUID, scope: Scope, at: dt.datetime | None = None
) -> tuple[list[Candidate], str]:
    """The versions of now, or of that moment, and of the law below them; and the shop's market.

    A verb asks several tables: within one all of them are read at once.
    """
    tables = (table, floors.floor_of(table))
    about: dict[str, Any] = {"shop_id": shop_id, "scope": scope, "at": at or clock.now()}
    if not remembers(session):
        return queries.candidates(session, tables=tables, **about)
    found, market = remembered(
        session, ("policies", shop_id, scope, at), lambda: queries.candidates(session, **about)
    )
    return [each for each in found if each.table in tables], market


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
