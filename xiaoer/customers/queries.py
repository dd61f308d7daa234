"""Reads about customers, always within the shops of who asks."""

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select, text
from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor
from xiaoer.customers import rules
from xiaoer.customers.errors import CustomerNotFound
from xiaoer.customers.models import Address, Consent, Customer, Identity, Reveal

Export = Callable[[Session, UUID], list[dict[str, Any]]]
Figures = Callable[[Session, UUID], dict[str, int]]

_figures: list[Figures] = []
_exports: dict[str, Export] = {}


def count_with(figures: Figures) -> Figures:
    """A room above adds its numbers about a customer, e.g. `{"orders": 3, "paid_cents": …}`."""
    _figures.append(figures)
    return figures


def figures_of(session: Session, customer_id: UUID) -> dict[str, int]:
    found = {"orders": 0, "paid_cents": 0, "refunded_cents": 0, "conversations": 0}
    for figures in _figures:
        found |= figures(session, customer_id)
    return found


def export_with(part: str, export: Export) -> Export:
    """A room above adds what it holds of a person to their export, under the name `part`."""
    _exports[part] = export
    return export


def exported(session: Session, customer_ids: Collection[UUID]) -> dict[str, list[dict[str, Any]]]:
    return {
        part: [row for customer_id in customer_ids for row in export(session, customer_id)]
        for part, export in sorted(_exports.items())
    }


def visible_to(actor: Actor) -> Select[Customer]:
    """Customers of the actor's shops; those merged into others are no longer listed."""
    query = select(Customer).where(Customer.merged_into_id.is_(None))
    if not actor.all_shops:
        query = query.where(Customer.shop_id.in_(actor.shop_ids))
    return query


def one_visible(
    session: Session, actor: Actor, customer_id: UUID, *, lock: bool = False
) -> Customer:
    """The customer, or the one they were merged into; strangers get 404."""
    if actor.all_shops and not lock:
        found = session.get(Customer, customer_id)
        if found is not None and found.merged_into_id is None:
            return found  # read before, perhaps
    merged = select(Customer.merged_into_id).where(Customer.id == customer_id)
    kept = func.coalesce(merged.scalar_subquery(), customer_id)
    query = visible_to(actor).where(Customer.id == kept)
    if lock:
        query = query.with_for_update(key_share=True)
    # Who waited for the lock may find that the customer was merged meanwhile: then once more.
    for _ in range(2 if lock else 1):
        customer = session.scalar(query, execution_options={"populate_existing": lock})
        if customer is not None:
            return customer
    raise CustomerNotFound


def by_identity(session: Session, shop_id: UUID, channel: str, external_id: str) -> Customer | None:
    query = (
        select(Customer)
        .join(Identity, Identity.customer_id == Customer.id)
        .where(
            Identity.shop_id == shop_id,
            Identity.channel == channel,
            Identity.external_id == external_id,
        )
    )
    return session.scalar(query)


def found_by(
    actor: Actor, q: str, *, shop_id: UUID | None = None, after: UUID | None = None, limit: int = 50
) -> Select[Customer]:
    """Newest first, by part of a name, the end of a phone number, or the start of an e-mail."""
    query = visible_to(actor).order_by(Customer.id.desc()).limit(limit)
    if shop_id is not None:
        query = query.where(Customer.shop_id == shop_id)
    if after is not None:
        query = query.where(Customer.id < after)
    if q.strip():
        query = query.where(_matches(q.strip()))
    return query


def alike(session: Session, customer: Customer, *, limit: int = 10) -> list[Customer]:
    """Others of the shop with the same phone or e-mail: perhaps the same person."""
    same: list[ColumnElement[bool]] = []
    if customer.phone:
        same.append(func.reverse(Customer.phone) == customer.phone[::-1])
    if customer.email:
        same.append(func.lower(Customer.email) == customer.email.lower())
    if not same:
        return []
    query = select(Customer).where(
        Customer.shop_id == customer.shop_id,
        Customer.id != customer.id,
        Customer.merged_into_id.is_(None),
        Customer.erased_at.is_(None),
        or_(*same),
    )
    return list(session.scalars(query.order_by(Customer.id.desc()).limit(limit)))


def with_phone(
    session: Session, shop_id: UUID, number: str, *, limit: int = 5
) -> Sequence[Customer]:
    """Customers of the shop with exactly this number (as `rules.phone` writes it)."""
    if not number:
        return []
    query = select(Customer).where(
        Customer.shop_id == shop_id,
        func.reverse(Customer.phone) == number[::-1],
        Customer.merged_into_id.is_(None),
        Customer.erased_at.is_(None),
    )
    return session.scalars(query.order_by(Customer.id.desc()).limit(limit)).all()


def _matches(q: str) -> ColumnElement[bool]:
    digits = rules.phone(q)
    if digits is not None and not any(c.isalpha() for c in q):
        return func.reverse(Customer.phone).like(_like(digits[::-1]))
    if "@" in q:
        return func.lower(Customer.email).like(_like(q.lower()))
    words = func.to_tsquery(text("'simple'"), rules.name_query(q))
    named = Customer.name_words.op("@@", is_comparison=True)(words)
    if ":*" not in rules.name_query(q):
        return named
    # How many names start so is not known to the planner, which would rather walk the whole
    # shop from the newest on; OFFSET 0 makes it ask the index of words first.
    return Customer.id.in_(select(Customer.id).where(named).offset(0))


def _like(start: str) -> str:
    escaped = start.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")
    return escaped + "%"


def names(session: Session, customer_ids: Collection[UUID]) -> dict[UUID, str]:
    """Display names for lists of other rooms, one statement."""
    query = select(Customer.id, Customer.name).where(Customer.id.in_(customer_ids))
    return dict(session.execute(query).all())


def count(session: Session, shop_id: UUID) -> int:
    """How many people the shop knows; somebody merged into another counts once."""
    query = select(func.count()).where(
        Customer.shop_id == shop_id, Customer.merged_into_id.is_(None)
    )
    return session.scalar(query) or 0


def identities(session: Session, customer_id: UUID) -> list[Identity]:
    query = select(Identity).where(Identity.customer_id == customer_id)
    return list(session.scalars(query.order_by(Identity.id)))


def addresses(session: Session, customer_id: UUID) -> list[Address]:
    """Newest first."""
    query = select(Address).where(Address.customer_id == customer_id)
    return list(session.scalars(query.order_by(Address.id.desc())))


def consents(session: Session, customer_id: UUID) -> list[Consent]:
    """What was allowed, standing and withdrawn, newest first."""
    query = select(Consent).where(Consent.customer_id == customer_id)
    return list(session.scalars(query.order_by(Consent.given_at.desc(), Consent.id.desc())))


def reveals(session: Session, customer_id: UUID) -> list[Reveal]:
    """Who looked behind the mask of this customer, newest first."""
    query = select(Reveal).where(Reveal.customer_id == customer_id)
    return list(session.scalars(query.order_by(Reveal.at.desc(), Reveal.id.desc())))


def reveals_since(session: Session, agent_id: UUID, moment: datetime) -> int:
    query = select(func.count()).select_from(Reveal)
    return session.scalar(query.where(Reveal.agent_id == agent_id, Reveal.at > moment)) or 0


def with_merged(session: Session, customer_id: UUID) -> list[Customer]:
    """The customer and everybody who turned out to be the same, the customer first."""
    query = select(Customer).where(
        (Customer.id == customer_id) | (Customer.merged_into_id == customer_id)
    )
    first = Customer.id == customer_id
    return list(session.scalars(query.order_by(first.desc(), Customer.id)))
