"""What we write down about a customer: name, tags, consent; and two who are one."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session, aliased

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.customers import queries, rules
from xiaoer.customers.errors import CustomerErased, OtherShop, SameCustomer, TooManyTags
from xiaoer.customers.events import ConsentChanged, CustomerChanged, CustomersMerged
from xiaoer.customers.models import Address, Consent, ConsentKind, Customer, Identity


def change(
    session: Session,
    actor: Actor,
    customer_id: UUID,
    *,
    name: str | None = None,
    phone: str | None = None,
    email: str | None = None,
    note: str | None = None,
) -> Customer:
    """Correct what we know; None leaves a field as it is, an empty phone or e-mail clears it."""
    actor.must(Permission.CUSTOMERS_EDIT)
    customer = _living(session, actor, customer_id)
    before = (customer.name, customer.phone, customer.email, customer.note)
    customer.name = (name or "").strip()[:100] or customer.name
    if phone is not None:
        customer.phone = rules.phone(phone)
    if email is not None:
        customer.email = rules.email(email)
    if note is not None:
        customer.note = note
    after = (customer.name, customer.phone, customer.email, customer.note)
    fields = ("name", "phone", "email", "note")
    changed = [f for f, old, new in zip(fields, before, after, strict=True) if old != new]
    if changed:
        _announce(session, actor, customer, changed)
    return customer


def set_tags(session: Session, actor: Actor, customer_id: UUID, tags: Sequence[str]) -> Customer:
    """Replace the tags of a customer."""
    actor.must(Permission.CUSTOMERS_EDIT)
    customer = _living(session, actor, customer_id)
    wanted = rules.tags(list(tags))
    if len(wanted) > rules.MOST_TAGS:
        raise TooManyTags(most=rules.MOST_TAGS)
    if wanted != customer.tags:
        customer.tags = wanted
        _announce(session, actor, customer, ["tags"])
    return customer


def set_consent(
    session: Session,
    actor: Actor,
    customer_id: UUID,
    *,
    kind: ConsentKind,
    given: bool,
    source: str,
) -> None:
    """Note a consent or its withdrawal; saying the same again changes nothing."""
    actor.must(Permission.CUSTOMERS_EDIT)
    customer = _living(session, actor, customer_id)
    standing = session.scalar(
        select(Consent).where(
            Consent.customer_id == customer.id, Consent.kind == kind, Consent.withdrawn_at.is_(None)
        )
    )
    if given == (standing is not None):
        return
    if standing is not None:
        standing.withdrawn_at = clock.now()
    else:
        session.add(
            Consent(
                shop_id=customer.shop_id,
                customer_id=customer.id,
                kind=kind,
                source=source,
                given_at=clock.now(),
            )
        )
    session.flush()
    said = ConsentChanged(
        shop_id=customer.shop_id, customer_id=customer.id, kind=kind, given=given, source=source
    )
    events.emit(session, actor, said)


def merge(session: Session, actor: Actor, customer_id: UUID, *, other_id: UUID) -> Customer:
    """`other_id` is the same person: identities, addresses, tags and consents move over.

    Rooms above follow through `CustomersMerged`. The other one is kept, out of sight.
    """
    actor.must(Permission.CUSTOMERS_EDIT)
    # One order of locks, so that two merges of the same pair cannot block each other.
    locked = {
        each: _living(session, actor, each) for each in sorted((customer_id, other_id), key=str)
    }
    kept, gone = locked[customer_id], locked[other_id]
    if kept.id == gone.id:
        raise SameCustomer
    if kept.shop_id != gone.shop_id:
        raise OtherShop
    _move_consents(session, kept, gone)
    _move_addresses(session, kept, gone)
    for moved in (
        update(Identity).where(Identity.customer_id == gone.id).values(customer_id=kept.id),
        update(Customer).where(Customer.merged_into_id == gone.id).values(merged_into_id=kept.id),
    ):
        session.execute(moved.execution_options(synchronize_session=False))
    kept.tags = rules.tags([*kept.tags, *gone.tags])[: rules.MOST_TAGS]
    kept.note = "\n".join(note for note in (kept.note, gone.note) if note)
    kept.phone = kept.phone or gone.phone
    kept.email = kept.email or gone.email
    kept.created_at = min(kept.created_at, gone.created_at)
    gone.merged_into_id = kept.id
    session.flush()
    merged = CustomersMerged(shop_id=kept.shop_id, customer_id=kept.id, gone_id=gone.id)
    events.emit(session, actor, merged)
    return kept


def _living(session: Session, actor: Actor, customer_id: UUID) -> Customer:
    customer = queries.one_visible(session, actor, customer_id, lock=True)
    if customer.erased_at is not None:
        raise CustomerErased
    return customer


def _announce(session: Session, actor: Actor, customer: Customer, changed: list[str]) -> None:
    session.flush()
    told = CustomerChanged(shop_id=customer.shop_id, customer_id=customer.id, changed=changed)
    events.emit(session, actor, told)


def _move_addresses(session: Session, kept: Customer, gone: Customer) -> None:
    known = aliased(Address)
    twice = exists().where(known.customer_id == kept.id, known.fingerprint == Address.fingerprint)
    for step in (
        delete(Address).where(Address.customer_id == gone.id, twice),
        update(Address).where(Address.customer_id == gone.id).values(customer_id=kept.id),
    ):
        session.execute(step.execution_options(synchronize_session=False))


def _move_consents(session: Session, kept: Customer, gone: Customer) -> None:
    both = [*queries.consents(session, kept.id), *queries.consents(session, gone.id)]
    for kind in ConsentKind:
        of_kind = [consent for consent in both if consent.kind == kind]
        permits = [rules.Permit(c.id, c.given_at, c.withdrawn_at) for c in of_kind]
        standing = rules.standing(permits)
        for consent in of_kind:
            if consent.withdrawn_at is None and consent.id != standing:
                consent.withdrawn_at = clock.now()
    session.flush()  # at most one stands before they come together
    for consent in both:
        consent.customer_id = kept.id
    session.flush()
