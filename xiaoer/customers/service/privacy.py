"""Behind the mask: reveals with a reason, export of one person, erasure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.customers import queries, rules
from xiaoer.customers.errors import (
    AddressNotFound,
    NothingToReveal,
    ReasonMissing,
    TooManyReveals,
)
from xiaoer.customers.events import CustomerExported, CustomerForgotten, CustomerRevealed
from xiaoer.customers.models import Address, Customer, Identity, PersonalField, Reveal


@dataclass(frozen=True)
class Revealed:
    """A value in the clear, and when the page hides it again."""

    value: str
    until: datetime


def reveal(
    session: Session,
    actor: Actor,
    customer_id: UUID,
    *,
    field: PersonalField,
    reason: str,
    address_id: UUID | None = None,
) -> Revealed:
    """Show one masked field to one person for one reason, and write that down.

    With `address_id` the receiver's name, phone or street of that address is meant.
    """
    actor.must(Permission.CUSTOMERS_REVEAL)
    if not reason.strip():
        raise ReasonMissing
    customer = queries.one_visible(session, actor, customer_id)
    _check_limit(session, actor, customer)
    value = _value(session, customer, field, address_id)
    if not value:
        raise NothingToReveal
    now = clock.now()
    session.add(
        Reveal(
            shop_id=customer.shop_id,
            customer_id=customer.id,
            agent_id=actor.id,
            field=field,
            address_id=address_id,
            reason=reason.strip(),
            at=now,
        )
    )
    session.flush()
    told = CustomerRevealed(
        shop_id=customer.shop_id, customer_id=customer.id, field=field, reason=reason.strip()
    )
    events.emit(session, actor, told)
    return Revealed(value, now + rules.REVEALED_FOR)


def export(session: Session, actor: Actor, customer_id: UUID) -> dict[str, Any]:
    """Everything this house holds of one person, for that person; rooms above add their part."""
    actor.must(Permission.CUSTOMERS_ERASE)
    customer = queries.one_visible(session, actor, customer_id)
    people = queries.with_merged(session, customer.id)
    told = CustomerExported(shop_id=customer.shop_id, customer_id=customer.id)
    events.emit(session, actor, told)
    return {
        "exported_at": clock.now(),
        "people": [_person(each) for each in people],
        "identities": [
            {"channel": each.channel, "id": each.external_id, "since": each.created_at}
            for each in queries.identities(session, customer.id)
        ],
        "addresses": [
            {
                "receiver": each.receiver,
                "phone": each.phone,
                "address": f"{each.region}{each.street}",
                "region": each.region,
                "street": each.street,
                "postal_code": each.postal_code,
            }
            for each in queries.addresses(session, customer.id)
        ],
        "consents": [
            {
                "kind": each.kind,
                "source": each.source,
                "given_at": each.given_at,
                "withdrawn_at": each.withdrawn_at,
            }
            for each in queries.consents(session, customer.id)
        ],
        "reveals": [
            {"field": each.field, "reason": each.reason, "at": each.at}
            for each in queries.reveals(session, customer.id)
        ],
    } | queries.exported(session, [each.id for each in people])


def erase(session: Session, actor: Actor, customer_id: UUID) -> Customer:
    """Remove contact data for good; what the law wants kept of transactions stays.

    Names that channels use stay too, so that the next import does not bring the data back;
    those that are a phone number or an e-mail address go.
    """
    actor.must(Permission.CUSTOMERS_ERASE)
    customer = queries.one_visible(session, actor, customer_id, lock=True)
    if customer.erased_at is not None:
        return customer
    now = clock.now()
    people = queries.with_merged(session, customer.id)
    for each in people:
        each.name, each.phone, each.email = rules.ERASED_NAME, None, None
        each.note, each.tags, each.erased_at = "", [], now
    contacts = [
        each.id
        for each in queries.identities(session, customer.id)
        if rules.is_contact(each.external_id)
    ]
    known = [each.id for each in people]
    session.flush()
    session.execute(delete(Identity).where(Identity.id.in_(contacts)))
    session.execute(delete(Address).where(Address.customer_id.in_(known)))
    # A reason may quote what was looked at.
    quoting = update(Reveal).where(Reveal.customer_id.in_(known)).values(reason=rules.ERASED_NAME)
    session.execute(quoting.execution_options(synchronize_session=False))
    for each in people:
        gone = CustomerForgotten(shop_id=each.shop_id, customer_id=each.id)
        events.emit(session, actor, gone)
    return customer


def _check_limit(session: Session, actor: Actor, customer: Customer) -> None:
    settings = shops.get(session, customer.shop_id).settings
    limit = settings.get("reveals_per_hour", rules.REVEALS_PER_HOUR)
    if actor.id is None or not isinstance(limit, int):
        return
    an_hour_ago = clock.now() - timedelta(hours=1)
    if queries.reveals_since(session, actor.id, an_hour_ago) >= limit:
        raise TooManyReveals(limit=limit)


def _value(
    session: Session, customer: Customer, field: PersonalField, address_id: UUID | None
) -> str:
    if address_id is None and field is not PersonalField.ADDRESS:
        return {
            PersonalField.NAME: customer.name,
            PersonalField.PHONE: customer.phone or "",
            PersonalField.EMAIL: customer.email or "",
        }[field]
    address = _address(session, customer, address_id)
    return {
        PersonalField.NAME: address.receiver,
        PersonalField.PHONE: address.phone,
        PersonalField.EMAIL: "",
        PersonalField.ADDRESS: f"{address.region}{address.street}",
    }[field]


def _address(session: Session, customer: Customer, address_id: UUID | None) -> Address:
    """The address meant; without an id the newest."""
    for address in queries.addresses(session, customer.id):
        if address_id in (None, address.id):
            return address
    raise AddressNotFound


def _person(customer: Customer) -> dict[str, Any]:
    return {
        "name": customer.name,
        "phone": customer.phone,
        "email": customer.email,
        "note": customer.note,
        "tags": customer.tags,
        "since": customer.created_at,
    }
