"""A table through the years: which version held when."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, String, Uuid, bindparam, or_, select
from sqlalchemy.orm import Session

from xiaoer.core.prepared import among, prepared
from xiaoer.policies.models import Policy, PolicyVersion, VersionState
from xiaoer.policies.queries.candidates import Candidate


@dataclass(frozen=True)
class Dated:
    """The shop-wide versions of one table, the shop's own before the house's."""

    versions: tuple[Candidate, ...]

    def at(self, moment: dt.datetime) -> Candidate | None:
        """The version that held at `moment`."""
        return next((each for each in self.versions if each.counts(moment)), None)


def dated(session: Session, *, tables: Sequence[str], shop_id: UUID) -> dict[str, Dated]:
    """Every version of each of `tables` that has ever held in this shop: for rules that go by the
    day of each case, asked for many cases at once."""
    found: dict[str, list[Candidate]] = {each: [] for each in tables}
    for version_id, content_hash, state, table, own, since, until in _dated().all(
        session, tables=list(tables), shop_id=shop_id
    ):
        narrowness = int(own is not None)
        found[table].append(
            Candidate(version_id, content_hash, state, table, narrowness, since, until)
        )
    return {table: Dated(tuple(versions)) for table, versions in found.items()}


@prepared
def _dated() -> Select[*tuple[Any, ...]]:
    shop_id = bindparam("shop_id", type_=Uuid())
    return (
        select(
            PolicyVersion.id,
            PolicyVersion.content_hash,
            PolicyVersion.state,
            Policy.table,
            Policy.shop_id,
            PolicyVersion.effective_from,
            PolicyVersion.effective_until,
        )
        .join(Policy, Policy.id == PolicyVersion.policy_id)
        .where(
            Policy.table == among("tables", String()),
            or_(Policy.shop_id.is_(None), Policy.shop_id == shop_id),
            Policy.category.is_(None),
            Policy.product_id.is_(None),
            PolicyVersion.state.in_((VersionState.ACTIVE, VersionState.RETIRED)),
            PolicyVersion.effective_from.is_not(None),
        )
        .order_by(Policy.shop_id.nulls_last(), PolicyVersion.effective_from.desc())
    )
