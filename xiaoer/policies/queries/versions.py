"""Policies an actor may read, and the versions in force."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
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
    func,
    or_,
    select,
    true,
)
from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.auth import Actor
from xiaoer.core.shops import Shop
from xiaoer.policies.errors import (
    NoPolicyInForce,
    PolicyNotFound,
    VersionNotFound,
)
from xiaoer.policies.models import (
    Policy,
    PolicyEdit,
    PolicyReading,
    PolicyVersion,
    VersionState,
)

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
    rows = session.execute(
        _candidates(tuple(tables)), values, execution_options={"autoflush": False}
    )
    found, home = [], HOME_MARKET
    for version_id, content_hash, state, name, shop, category, product, *rest in rows:
        since, until, sells_in = rest
        narrow = 4 * (product is not None) + 2 * (category is not None) + (shop is not None)
        found.append(Candidate(version_id, content_hash, state, name, narrow, since, until))
        home = sells_in or HOME_MARKET
    return sorted(found, key=lambda each: -each.narrowness), home


@lru_cache(maxsize=200)
def _candidates(tables: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    """Made once: putting it together costs more than running it."""
    moment, uuid = DateTime(timezone=True), Uuid()
    at, before = bindparam("at", type_=moment), bindparam("before", type_=moment)
    shop_id, product_id = bindparam("shop_id", type_=uuid), bindparam("product_id", type_=uuid)
    category = bindparam("category", type_=Text())
    holds = or_(_holds(at), _holds(before))
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


def _holds(at: dt.datetime | ColumnElement[dt.datetime]) -> ColumnElement[bool]:
    """In force at `at`; versions retired since then were."""
    return and_(
        PolicyVersion.state.in_((VersionState.ACTIVE, VersionState.RETIRED)),
        PolicyVersion.effective_from <= at,
        or_(PolicyVersion.effective_until.is_(None), PolicyVersion.effective_until > at),
    )


def visible_to(actor: Actor) -> Select[Policy]:
    """Policies of the actor's shops and those of the house."""
    query = select(Policy)
    if not actor.all_shops:
        query = query.where(or_(Policy.shop_id.is_(None), Policy.shop_id.in_(actor.shop_ids)))
    return query


def get(session: Session, actor: Actor, policy_id: UUID, *, lock: bool = False) -> Policy:
    query = visible_to(actor).where(Policy.id == policy_id)
    if lock:
        query = query.with_for_update()
    policy = session.scalars(query).one_or_none()
    if policy is None:
        raise PolicyNotFound
    return policy


def version(
    session: Session, actor: Actor, version_id: UUID, *, lock: bool = False
) -> tuple[Policy, PolicyVersion]:
    """A version and its policy; locked in this order: policy, version."""
    policy_id = session.scalar(
        select(PolicyVersion.policy_id).where(PolicyVersion.id == version_id)
    )
    if policy_id is None:
        raise VersionNotFound
    try:
        policy = get(session, actor, policy_id, lock=lock)
    except PolicyNotFound as error:
        raise VersionNotFound from error
    query = select(PolicyVersion).where(PolicyVersion.id == version_id)
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return policy, session.scalars(query).one()


def versions(session: Session, policy_id: UUID) -> Sequence[PolicyVersion]:
    """All versions of a policy, newest first."""
    return session.scalars(
        select(PolicyVersion)
        .where(PolicyVersion.policy_id == policy_id)
        .order_by(PolicyVersion.number.desc())
    ).all()


def edits(session: Session, version_id: UUID) -> Sequence[PolicyEdit]:
    return session.scalars(
        select(PolicyEdit)
        .where(PolicyEdit.version_id == version_id)
        .order_by(PolicyEdit.revision.desc(), PolicyEdit.id.desc())
    ).all()


def readings(session: Session, version_id: UUID) -> Sequence[PolicyReading]:
    return session.scalars(
        select(PolicyReading)
        .where(PolicyReading.version_id == version_id)
        .order_by(PolicyReading.at)
    ).all()


def listed(
    session: Session, actor: Actor, *, shop_id: UUID | None, table: str | None, at: dt.datetime
) -> list[tuple[Policy, PolicyVersion | None, int]]:
    """Policies with the version in force at `at` and the number of their drafts and shadows."""
    waiting = (
        select(func.count())
        .where(
            PolicyVersion.policy_id == Policy.id,
            PolicyVersion.state.in_((VersionState.DRAFT, VersionState.SHADOW)),
        )
        .correlate(Policy)
        .scalar_subquery()
    )
    query = (
        visible_to(actor)
        .add_columns(PolicyVersion, waiting)
        .outerjoin(PolicyVersion, and_(PolicyVersion.policy_id == Policy.id, _holds(at)))
        .order_by(Policy.table, Policy.shop_id.nulls_first(), Policy.category, Policy.id)
    )
    if shop_id:
        query = query.where(or_(Policy.shop_id.is_(None), Policy.shop_id == shop_id))
    if table:
        query = query.where(Policy.table == table)
    return [(policy, held, count) for policy, held, count in session.execute(query)]


def in_force(session: Session, *, shop_id: UUID, at: dt.datetime) -> list[PolicyVersion]:
    """The shop-wide version of every table held at `at`, the shop's own before the house's."""
    rows = session.execute(
        select(Policy.table, PolicyVersion)
        .join(PolicyVersion, PolicyVersion.policy_id == Policy.id)
        .where(
            or_(Policy.shop_id.is_(None), Policy.shop_id == shop_id),
            Policy.category.is_(None),
            Policy.product_id.is_(None),
            _holds(at),
        )
        .order_by(Policy.table, Policy.shop_id.nulls_last())
    )
    found: dict[str, PolicyVersion] = {}
    for table, held in rows:
        found.setdefault(table, held)
    return list(found.values())


def held_table(
    session: Session, *, table: str, shop_id: UUID, at: dt.datetime
) -> PolicyVersion | None:
    """The shop-wide version of `table` that holds at `at`."""
    return session.scalars(
        select(PolicyVersion)
        .join(Policy, Policy.id == PolicyVersion.policy_id)
        .where(
            Policy.table == table,
            or_(Policy.shop_id.is_(None), Policy.shop_id == shop_id),
            Policy.category.is_(None),
            Policy.product_id.is_(None),
            _holds(at),
        )
        .order_by(Policy.shop_id.nulls_last())
        .limit(1)
    ).one_or_none()


def house_table(session: Session, table: str, *, at: dt.datetime) -> PolicyVersion | None:
    """The version of `table` that holds for every shop at `at`."""
    return session.scalars(
        select(PolicyVersion)
        .join(Policy, Policy.id == PolicyVersion.policy_id)
        .where(
            Policy.table == table,
            Policy.shop_id.is_(None),
            Policy.category.is_(None),
            Policy.product_id.is_(None),
            _holds(at),
        )
    ).one_or_none()


def at_scope(
    session: Session, *, table: str, shop_id: UUID | None, scope: Scope, lock: bool = False
) -> Policy | None:
    """The policy of exactly this table, shop and scope."""
    query = select(Policy).where(
        Policy.table == table,
        Policy.shop_id.is_not_distinct_from(shop_id),
        Policy.category.is_not_distinct_from(scope.category),
        Policy.product_id.is_not_distinct_from(scope.product_id),
    )
    return session.scalars(query.with_for_update() if lock else query).one_or_none()


def to_copy(session: Session, *, table: str, shop_id: UUID | None, scope: Scope) -> PolicyVersion:
    """What holds now where a draft begins: there, else in the shop, else in the house."""
    own = at_scope(session, table=table, shop_id=shop_id, scope=scope)
    found = None
    if own is not None:
        found = session.scalars(
            select(PolicyVersion).where(PolicyVersion.policy_id == own.id, _holds(clock.now()))
        ).one_or_none()
    if found is None and shop_id is not None:
        found = held_table(session, table=table, shop_id=shop_id, at=clock.now())
    found = found or house_table(session, table, at=clock.now())
    if found is None:
        raise NoPolicyInForce(table=table)
    return found
