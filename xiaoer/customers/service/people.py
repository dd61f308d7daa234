"""What we write down about a customer: name, tags, consent."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.customers import queries, rules
from xiaoer.customers.errors import CustomerErased, TooManyTags
from xiaoer.customers.events import ConsentChanged, CustomerChanged
from xiaoer.customers.models import Consent, ConsentKind, Customer


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


def speaks(session: Session, customer_id: UUID, language: str) -> None:
    """A channel told which language the customer reads."""
    session.execute(
        update(Customer)
        .where(Customer.id == customer_id, Customer.language.is_distinct_from(language))
        .values(language=language)
    )


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


def _living(session: Session, actor: Actor, customer_id: UUID) -> Customer:
    customer = queries.one_visible(session, actor, customer_id, lock=True)
    if customer.erased_at is not None:
        raise CustomerErased
    return customer


def _announce(session: Session, actor: Actor, customer: Customer, changed: list[str]) -> None:
    session.flush()
    told = CustomerChanged(shop_id=customer.shop_id, customer_id=customer.id, changed=changed)
    events.emit(session, actor, told)
