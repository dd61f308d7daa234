"""A table through the years: which version held when."""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from sqlalchemy import Select, String, Uuid, bindparam, or_, select
from sqlalchemy.orm import Session

from xiaoer.policies.models import Policy, PolicyVersion, VersionState


@dataclass(frozen=True)
class Dated:
    """The shop-wide versions of one table, the shop's own before the house's."""

    versions: tuple[PolicyVersion, ...]

    def at(self, moment: dt.datetime) -> PolicyVersion | None:
        """The version that held at `moment`."""
        for version in self.versions:
            since, until = version.effective_from, version.effective_until
            if since and since <= moment and (until is None or moment < until):
                return version
        return None


def dated(session: Session, *, table: str, shop_id: UUID) -> Dated:
    """Every version of `table` that has ever held in this shop: for rules that go by the day
    of each case, asked for many cases at once."""
    return Dated(tuple(session.scalars(_dated(), {"table": table, "shop_id": shop_id})))


@cache
def _dated() -> Select[PolicyVersion]:
    """Made once: putting it together costs more than running it."""
    shop_id = bindparam("shop_id", type_=Uuid())
    return (
        select(PolicyVersion)
        .join(Policy, Policy.id == PolicyVersion.policy_id)
        .where(
            Policy.table == bindparam("table", type_=String()),
            or_(Policy.shop_id.is_(None), Policy.shop_id == shop_id),
            Policy.category.is_(None),
            Policy.product_id.is_(None),
            PolicyVersion.state.in_((VersionState.ACTIVE, VersionState.RETIRED)),
            PolicyVersion.effective_from.is_not(None),
        )
        .order_by(Policy.shop_id.nulls_last(), PolicyVersion.effective_from.desc())
    )
