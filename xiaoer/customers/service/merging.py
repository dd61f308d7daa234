"""Two who are one person: who might be, what would move, and the merge itself."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, exists, update
from sqlalchemy.orm import Session, aliased

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.customers import queries, rules
from xiaoer.customers.errors import CustomerErased, OtherShop, SameCustomer
from xiaoer.customers.events import CustomersMerged
from xiaoer.customers.models import Address, Consent, ConsentKind, Customer, Identity


@dataclass(frozen=True)
class Plan:
    """What a merge would do, as it stands now. Nothing is changed by asking."""

    kept: Customer
    gone: Customer
    identities: list[Identity]
    """These names of channels will mean the kept one."""
    addresses: int
    """New to the kept one; those known already are kept once."""
    added_tags: list[str]
    left_tags: list[str]
    """More than a customer may have: these are not taken over."""
    phone: str | None
    """A phone that is given up, because the kept one has another."""
    email: str | None
    withdrawn: list[ConsentKind]
    """Consents of the kept one that end, because the other withdrew later."""
    gained: list[ConsentKind]
    """Consents that the kept one did not have and will."""
    figures: dict[str, int]
    """Orders and money of the other one."""


def plan(session: Session, actor: Actor, customer_id: UUID, *, other_id: UUID) -> Plan:
    """What merging `other_id` into `customer_id` would do; refused as the merge would be."""
    actor.must(Permission.CUSTOMERS_EDIT)
    kept = queries.one_visible(session, actor, customer_id)
    gone = queries.one_visible(session, actor, other_id)
    _check(kept, gone)
    wanted = rules.tags([*kept.tags, *gone.tags])
    tags = wanted[: rules.MOST_TAGS]
    before = {each.kind for each in queries.consents(session, kept.id) if not each.withdrawn_at}
    both = [*queries.consents(session, kept.id), *queries.consents(session, gone.id)]
    after = {kind for kind in ConsentKind if _standing(both, kind) is not None}
    known = {each.fingerprint for each in queries.addresses(session, kept.id)}
    theirs = queries.addresses(session, gone.id)
    return Plan(
        kept=kept,
        gone=gone,
        identities=queries.identities(session, gone.id),
        addresses=sum(each.fingerprint not in known for each in theirs),
        added_tags=[tag for tag in tags if tag not in kept.tags],
        left_tags=wanted[rules.MOST_TAGS :],
        phone=gone.phone if kept.phone and gone.phone != kept.phone else None,
        email=gone.email if kept.email and gone.email != kept.email else None,
        withdrawn=sorted(before - after),
        gained=sorted(after - before),
        figures=queries.figures_of(session, gone.id),
    )


def merge(session: Session, actor: Actor, customer_id: UUID, *, other_id: UUID) -> Customer:
    """`other_id` is the same person: identities, addresses, tags and consents move over.

    Rooms above follow through `CustomersMerged`. The other one is kept, out of sight.
    """
    actor.must(Permission.CUSTOMERS_EDIT)
    # One order of locks, so that two merges of the same pair cannot block each other.
    locked = {
        each: queries.one_visible(session, actor, each, lock=True)
        for each in sorted((customer_id, other_id), key=str)
    }
    kept, gone = locked[customer_id], locked[other_id]
    _check(kept, gone)
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


def _check(kept: Customer, gone: Customer) -> None:
    if kept.erased_at is not None or gone.erased_at is not None:
        raise CustomerErased
    if kept.id == gone.id:
        raise SameCustomer
    if kept.shop_id != gone.shop_id:
        raise OtherShop


def _standing(consents: list[Consent], kind: ConsentKind) -> UUID | None:
    """Of the consents of two who become one, the one of `kind` that holds."""
    permits = [
        rules.Permit(each.id, each.given_at, each.withdrawn_at)
        for each in consents
        if each.kind == kind
    ]
    return rules.standing(permits)


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
    standing = {_standing(both, kind) for kind in ConsentKind}
    for consent in both:
        if consent.withdrawn_at is None and consent.id not in standing:
            consent.withdrawn_at = clock.now()
    session.flush()  # at most one stands before they come together
    for consent in both:
        consent.customer_id = kept.id
    session.flush()
