"""Means of payment, scoped to what the actor may reach."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor
from xiaoer.core.prepared import by_ids
from xiaoer.core.remembering import remembered
from xiaoer.customers import queries as customers
from xiaoer.payments.errors import InstrumentNotFound
from xiaoer.payments.models import (
    Instrument,
)

SHOWN = "instruments"
"""Those that a verb has met, by their ids."""


def instrument(session: Session, actor: Actor, instrument_id: UUID) -> Instrument:
    query = select(Instrument).where(Instrument.id == instrument_id)
    if not actor.all_shops:
        query = query.where(Instrument.shop_id.in_(actor.shop_ids))
    found = session.scalar(query)
    if found is None:
        raise InstrumentNotFound
    return found


def instrument_of_shop(session: Session, shop_id: UUID, instrument_id: UUID) -> Instrument:
    """For verbs that check by themselves who may use it."""
    query = select(Instrument).where(Instrument.id == instrument_id, Instrument.shop_id == shop_id)
    found = session.scalar(query)
    if found is None:
        raise InstrumentNotFound
    return found


def instruments(session: Session, ids: Collection[UUID]) -> dict[UUID, Instrument]:
    return {each.id: each for each in by_ids(Instrument).all(session, ids=list(ids))}


def shown(session: Session, ids: Collection[UUID]) -> dict[UUID, Instrument]:
    """The same to be named, not to be drawn on: read once within a verb."""
    known: dict[UUID, Instrument] = remembered(session, SHOWN, dict[UUID, Instrument])
    if missing := set(ids) - known.keys():
        known |= instruments(session, missing)
    return {each: known[each] for each in ids}


def instruments_of(session: Session, actor: Actor, customer_id: UUID) -> list[Instrument]:
    """The means of payment of a customer, in the order they became known; 404 for a stranger."""
    owner = customers.one_visible(session, actor, customer_id)
    query = select(Instrument).where(Instrument.customer_id == owner.id)
    return list(session.scalars(query.order_by(Instrument.id)))


def named(
    session: Session, *, shop_id: UUID, customer_id: UUID | None, external_id: str
) -> Instrument | None:
    """The instrument that its source calls so."""
    query = select(Instrument).where(
        Instrument.shop_id == shop_id,
        Instrument.customer_id.is_not_distinct_from(customer_id),
        Instrument.external_id == external_id,
    )
    return session.scalar(query, execution_options={"autoflush": False})
