"""Which versions could decide a case, the narrowest first."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    DateTime,
    Select,
    Text,
    Uuid,
    and_,
    bindparam,
    or_,
    select,
    true,
)
from sqlalchemy.orm import Session

from xiaoer.core.prepared import prepared
from xiaoer.core.shops import Shop
from xiaoer.policies.models import Policy, PolicyVersion, VersionState

HOME_MARKET = "CN"
"""Where a shop sells unless its settings say otherwise (`market`)."""


@dataclass(frozen=True)
class Scope:
    """What a case is about: a version for the product goes before one for its category."""

    category: str | None = None
    product_id: UUID | None = None


EVERYTHING = Scope()


@dataclass(frozen=True)
class Candidate:
    """A version that could decide, and how narrow its policy is."""

    version_id: UUID
    content_hash: str
    state: VersionState
    table: str
    narrowness: int
    since: dt.datetime | None = None
    until: dt.datetime | None = None

    def counts(self, at: dt.datetime) -> bool:
        """In force at `at`, or in shadow."""
        if self.state is VersionState.SHADOW:
            return True
        begun = self.since is not None and self.since <= at
        return begun and (self.until is None or self.until > at)


def candidates(
    session: Session,
    *,
    tables: Sequence[str] = (),
    shop_id: UUID,
    scope: Scope,
    at: dt.datetime,
    before: dt.datetime | None = None,
) -> tuple[list[Candidate], str]:
    """Versions of `tables`, or of every table, that hold at `at` or are in shadow; the market.

    The narrowest come first. With `before` also those that held then: see `Candidate.counts`.
    """
    values = {"at": at, "before": at if before is None else before, "shop_id": shop_id}
    values |= {"category": scope.category, "product_id": scope.product_id}
    rows = _candidates(tuple(tables)).all(session, **values)
    found, home = [], HOME_MARKET
    for version_id, content_hash, state, name, shop, category, product, *rest in rows:
        since, until, sells_in = rest
        narrow = 4 * (product is not None) + 2 * (category is not None) + (shop is not None)
        found.append(Candidate(version_id, content_hash, state, name, narrow, since, until))
        home = sells_in or HOME_MARKET
    return sorted(found, key=lambda each: -each.narrowness), home


@prepared
def _candidates(tables: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    moment, uuid = DateTime(timezone=True), Uuid()
    at, before = bindparam("at", type_=moment), bindparam("before", type_=moment)
    shop_id, product_id = bindparam("shop_id", type_=uuid), bindparam("product_id", type_=uuid)
    category = bindparam("category", type_=Text())
    holds = or_(holding(at), holding(before))
    named = Policy.table.in_(tables) if tables else true()
    market = select(Shop.settings["market"].astext).where(Shop.id == shop_id).scalar_subquery()
    return (
        select(PolicyVersion, Policy, market)
        .with_only_columns(
            PolicyVersion.id,
            PolicyVersion.content_hash,
            PolicyVersion.state,
            Policy.table,
            Policy.shop_id,
            Policy.category,
            Policy.product_id,
            PolicyVersion.effective_from,
            PolicyVersion.effective_until,
            market,
        )
        .join(Policy, Policy.id == PolicyVersion.policy_id)
        .where(
            named,
            or_(Policy.shop_id.is_(None), Policy.shop_id == shop_id),
            or_(Policy.category.is_(None), Policy.category == category),
            or_(Policy.product_id.is_(None), Policy.product_id == product_id),
            or_(holds, PolicyVersion.state == VersionState.SHADOW),
        )
    )


def holding(at: dt.datetime | ColumnElement[dt.datetime]) -> ColumnElement[bool]:
    """In force at `at`; versions retired since then were."""
    return and_(
        PolicyVersion.state.in_((VersionState.ACTIVE, VersionState.RETIRED)),
        PolicyVersion.effective_from <= at,
        or_(PolicyVersion.effective_until.is_(None), PolicyVersion.effective_until > at),
    )
