"""Reads of imports, scoped to what the actor may reach."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from xiaoer.connectors.files.errors import ImportNotFound
from xiaoer.connectors.files.models import (
    MAIN,
    ImportMapping,
    ImportRow,
    ImportRun,
    Outcome,
)
from xiaoer.core.auth import Actor

COUNTED = (
    Outcome.CREATED,
    Outcome.UPDATED,
    Outcome.UNCHANGED,
    Outcome.DUPLICATE,
    Outcome.REJECTED,
)


def visible_to(actor: Actor) -> Select[ImportRun]:
    query = select(ImportRun)
    return query if actor.all_shops else query.where(ImportRun.shop_id.in_(actor.shop_ids))


def get(session: Session, actor: Actor, run_id: UUID, *, lock: bool = False) -> ImportRun:
    query = visible_to(actor).where(ImportRun.id == run_id)
    found = session.scalar(query.with_for_update() if lock else query)
    if found is None:
        raise ImportNotFound
    return found


def recent(session: Session, actor: Actor, *, shop_id: UUID | None, limit: int) -> list[ImportRun]:
    query = visible_to(actor).order_by(ImportRun.id.desc()).limit(limit)
    return list(session.scalars(query.where(ImportRun.shop_id == shop_id) if shop_id else query))


def counts_of(session: Session, run_ids: Sequence[UUID]) -> dict[UUID, dict[str, int]]:
    """For each import the rows of orders by outcome."""
    query = (
        select(ImportRow.run_id, ImportRow.outcome, func.count())
        .where(
            ImportRow.run_id.in_(run_ids),
            ImportRow.part == MAIN,
            ImportRow.outcome.is_not(None),
        )
        .group_by(ImportRow.run_id, ImportRow.outcome)
    )
    found = {run_id: {outcome.value: 0 for outcome in COUNTED} for run_id in run_ids}
    for run_id, outcome, number in session.execute(query):
        found[run_id][str(outcome)] = number
    return found


def mapping_for(session: Session, shop_id: UUID, fingerprint: str) -> ImportMapping | None:
    return session.scalar(
        select(ImportMapping).where(
            ImportMapping.shop_id == shop_id, ImportMapping.fingerprint == fingerprint
        )
    )


def mappings(session: Session, actor: Actor, shop_id: UUID | None) -> list[ImportMapping]:
    query = select(ImportMapping).order_by(ImportMapping.updated_at.desc())
    if not actor.all_shops:
        query = query.where(ImportMapping.shop_id.in_(actor.shop_ids))
    return list(
        session.scalars(query.where(ImportMapping.shop_id == shop_id) if shop_id else query)
    )
