"""Where parcels of a customer go, as they tell us."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, ids
from xiaoer.core.auth import Actor, Permission
from xiaoer.customers import queries, rules
from xiaoer.customers.errors import AddressNotFound, CustomerErased
from xiaoer.customers.events import CustomerChanged
from xiaoer.customers.models import Address, Customer
from xiaoer.customers.service.identity import AddressRow


def add_address(session: Session, actor: Actor, customer_id: UUID, given: AddressRow) -> Customer:
    """One more address; one that is known already changes nothing. Orders keep their own."""
    actor.must(Permission.CUSTOMERS_EDIT)
    customer = _living(session, actor, customer_id)
    number = rules.phone(given.phone) or ""
    receiver, region, street = given.receiver.strip(), given.region.strip(), given.street.strip()
    new = insert(Address).values(
        id=ids.new_id(),
        shop_id=customer.shop_id,
        customer_id=customer.id,
        receiver=receiver,
        phone=number,
        region=region,
        street=street,
        postal_code=given.postal_code.strip(),
        fingerprint=rules.fingerprint(receiver, number, region, street),
        created_at=clock.now(),
    )
    made = session.execute(new.on_conflict_do_nothing().returning(Address.id)).scalar()
    if made is not None:
        _announce(session, actor, customer)
    return customer


def remove_address(session: Session, actor: Actor, customer_id: UUID, address_id: UUID) -> Customer:
    """Parcels no longer go there; orders that did keep what they said."""
    actor.must(Permission.CUSTOMERS_EDIT)
    customer = _living(session, actor, customer_id)
    address = session.get(Address, address_id)
    if address is None or address.customer_id != customer.id:
        raise AddressNotFound
    session.delete(address)
    _announce(session, actor, customer)
    return customer


def _living(session: Session, actor: Actor, customer_id: UUID) -> Customer:
    customer = queries.one_visible(session, actor, customer_id, lock=True)
    if customer.erased_at is not None:
        raise CustomerErased
    return customer


def _announce(session: Session, actor: Actor, customer: Customer) -> None:
    session.flush()
    told = CustomerChanged(shop_id=customer.shop_id, customer_id=customer.id, changed=["addresses"])
    events.emit(session, actor, told)
