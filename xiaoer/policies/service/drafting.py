"""Drafts are begun and changed, row by row; every change says who and what stood there before."""

import copy
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.catalog import queries as catalog
from xiaoer.catalog.errors import ProductNotFound
from xiaoer.catalog.models import Product
from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.policies import queries
from xiaoer.policies.errors import (
    ChangedMeanwhile,
    ColumnNotFound,
    HousePolicy,
    NotADraft,
    OneScope,
    RowNotFound,
    StatutoryHasNoScope,
)
from xiaoer.policies.events import PolicyDrafted, PolicyEdited
from xiaoer.policies.models import Policy, PolicyEdit, PolicyVersion, VersionState
from xiaoer.policies.queries import EVERYTHING, Scope
from xiaoer.policies.rules import content as contents
from xiaoer.policies.rules.floors import STATUTORY

PARTS = ("title", "about", "public", "hit", "by", "default", "clauses", "tests", "as_of", "example")


def draft(
    session: Session,
    actor: Actor,
    *,
    table: str,
    shop_id: UUID | None = None,
    scope: Scope = EVERYTHING,
    content: Mapping[str, Any] | None = None,
) -> PolicyVersion:
    """Begin a version of `table` for a shop (or, for who manages all shops, for the house).

    Without `content` it begins as a copy of what is in force there now. Raises `BadTable`,
    `HousePolicy`, `NoPolicyInForce` when there is nothing to copy.
    """
    actor.must(Permission.POLICIES_EDIT)
    check_reach(actor, shop_id)
    _check_scope(session, actor, table, shop_id, scope)
    based_on = None
    if content is None:
        based_on = queries.to_copy(session, table=table, shop_id=shop_id, scope=scope)
        content = based_on.content
    text = {**content, "table": table}
    contents.read(text)
    policy = _policy(session, table, shop_id, scope)
    last = select(func.coalesce(func.max(PolicyVersion.number), 0)).where(
        PolicyVersion.policy_id == policy.id
    )
    version = PolicyVersion(
        policy_id=policy.id,
        number=session.scalars(last).one() + 1,
        content=text,
        content_hash=contents.fingerprint(text),
        based_on=based_on.id if based_on else None,
        author_name=actor.name,
    )
    session.add(version)
    session.flush()
    events.emit(session, actor, PolicyDrafted(**told(policy, version)))
    return version


def put_row(
    session: Session,
    actor: Actor,
    version_id: UUID,
    row: Mapping[str, Any],
    *,
    position: int | None = None,
    revision: int | None = None,
) -> PolicyVersion:
    """Put `row` in place of the one with its id, or add it; at `position` (from 0) when given."""

    def change(text: dict[str, Any]) -> Any:
        rows, at = text["rows"], _place(text["rows"], str(row.get("id")))
        before = rows.pop(at) if at is not None else None
        there = position if position is not None else at if at is not None else len(rows)
        rows.insert(there, dict(row))
        return before

    return _change(session, actor, version_id, f"row {row.get('id')}", change, revision, row)


def remove_row(
    session: Session, actor: Actor, version_id: UUID, row_id: str, *, revision: int | None = None
) -> PolicyVersion:
    def change(text: dict[str, Any]) -> Any:
        at = _place(text["rows"], row_id)
        if at is None:
            raise RowNotFound(row=row_id)
        return text["rows"].pop(at)

    return _change(session, actor, version_id, f"row {row_id}", change, revision)


def put_column(
    session: Session,
    actor: Actor,
    version_id: UUID,
    kind: str,
    name: str,
    *,
    position: int | None = None,
    revision: int | None = None,
) -> PolicyVersion:
    """Add a column of `kind` (`facts` or `outputs`), or move it to `position`."""

    def change(text: dict[str, Any]) -> Any:
        names = text.setdefault(kind, [])
        before = names.index(name) if name in names else None
        if before is not None:
            names.pop(before)
        names.insert(len(names) if position is None else position, name)
        return before

    return _change(session, actor, version_id, f"column {name}", change, revision, name)


def remove_column(
    session: Session,
    actor: Actor,
    version_id: UUID,
    kind: str,
    name: str,
    *,
    revision: int | None = None,
) -> PolicyVersion:
    """Take a column away with all its cells."""
    cells = "when" if kind == "facts" else "then"

    def change(text: dict[str, Any]) -> Any:
        if name not in text.get(kind, []):
            raise ColumnNotFound(column=name)
        text[kind].remove(name)
        rows = [*text["rows"], *([text["default"]] if text.get("default") else [])]
        return {
            row.get("id", "default"): row[cells].pop(name)
            for row in rows
            if name in row.get(cells, {})
        }

    return _change(session, actor, version_id, f"column {name}", change, revision)


def put_part(
    session: Session,
    actor: Actor,
    version_id: UUID,
    part: str,
    value: Any,
    *,
    revision: int | None = None,
) -> PolicyVersion:
    """Replace a part other than rows and columns (`PARTS`); None takes it away."""
    if part not in PARTS:
        raise ColumnNotFound(column=part)

    def change(text: dict[str, Any]) -> Any:
        before = text.pop(part, None)
        if value is not None:
            text[part] = value
        return before

    return _change(session, actor, version_id, part, change, revision, value)


def check_reach(actor: Actor, shop_id: UUID | None) -> None:
    """Policies of a shop by who reaches it, those of the house by who reaches them all."""
    if shop_id is None and not actor.all_shops:
        raise HousePolicy
    if shop_id is not None and not actor.reaches(shop_id):
        raise shops.ShopNotFound(shop=shop_id)


def told(policy: Policy, version: PolicyVersion) -> dict[str, Any]:
    """What every event of a version says."""
    return {
        "shop_id": policy.shop_id,
        "policy_id": policy.id,
        "version_id": version.id,
        "table": policy.table,
        "number": version.number,
    }


def _check_scope(
    session: Session, actor: Actor, table: str, shop_id: UUID | None, scope: Scope
) -> None:
    if shop_id is not None:
        shops.get(session, shop_id)
    if scope.category is not None and scope.product_id is not None:
        raise OneScope
    if table.startswith(STATUTORY) and (shop_id is not None or scope != EVERYTHING):
        raise StatutoryHasNoScope
    if scope.product_id is not None:
        product = session.scalars(
            catalog.products_visible_to(actor).where(Product.id == scope.product_id)
        ).one_or_none()
        if product is None or product.shop_id != shop_id:
            raise ProductNotFound


def _policy(session: Session, table: str, shop_id: UUID | None, scope: Scope) -> Policy:
    found = queries.at_scope(session, table=table, shop_id=shop_id, scope=scope, lock=True)
    if found is None:
        found = Policy(
            table=table, shop_id=shop_id, category=scope.category, product_id=scope.product_id
        )
        session.add(found)
        session.flush()
    return found


def _place(rows: list[dict[str, Any]], row_id: str) -> int | None:
    return next((n for n, row in enumerate(rows) if row.get("id") == row_id), None)


def _change(
    session: Session,
    actor: Actor,
    version_id: UUID,
    what: str,
    change: Any,
    revision: int | None,
    after: Any = None,
) -> PolicyVersion:
    """Change the text of a draft, if it still is a table afterwards, and keep who did."""
    actor.must(Permission.POLICIES_EDIT)
    policy, version = queries.version(session, actor, version_id, lock=True)
    check_reach(actor, policy.shop_id)
    if version.state is not VersionState.DRAFT:
        raise NotADraft(number=version.number)
    if revision is not None and revision != version.revision:
        raise ChangedMeanwhile(revision=version.revision)
    text = copy.deepcopy(version.content)
    before = change(text)
    contents.read(text)
    version.content, version.content_hash = text, contents.fingerprint(text)
    version.revision += 1
    session.add(
        PolicyEdit(
            version_id=version.id,
            revision=version.revision,
            what=what[:120],
            before=before,
            after=after,
            actor_id=actor.id,
            actor_name=actor.name,
            at=clock.now(),
        )
    )
    session.flush()
    events.emit(session, actor, PolicyEdited(**told(policy, version), what=what[:120]))
    return version
