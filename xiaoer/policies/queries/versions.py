"""Policies an actor may read, and the versions in force."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.auth import Actor
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
from xiaoer.policies.queries.candidates import Scope, holding


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
        .outerjoin(PolicyVersion, and_(PolicyVersion.policy_id == Policy.id, holding(at)))
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
            holding(at),
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
            holding(at),
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
            holding(at),
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
            select(PolicyVersion).where(PolicyVersion.policy_id == own.id, holding(clock.now()))
        ).one_or_none()
    if found is None and shop_id is not None:
        found = held_table(session, table=table, shop_id=shop_id, at=clock.now())
    found = found or house_table(session, table, at=clock.now())
    if found is None:
        raise NoPolicyInForce(table=table)
    return found
