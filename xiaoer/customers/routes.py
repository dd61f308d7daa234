"""Customers over the wire."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query
from sqlalchemy.orm import Session

from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Line, Me, Router
from xiaoer.customers import queries, service
from xiaoer.customers.models import Customer
from xiaoer.customers.schemas import (
    AddressNew,
    ConsentSet,
    CustomerChange,
    CustomerItem,
    CustomerList,
    CustomerOut,
    LookalikeList,
    MergeNew,
    MergePlan,
    RevealItem,
    RevealList,
    RevealNew,
    RevealOut,
    TagsSet,
)

router = Router(prefix="/api/customers", tags=["customers"])


@router.get("")
def list_customers(
    session: Db,
    actor: Me,
    q: Line = "",
    shop_id: UUID | None = None,
    after: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> CustomerList:
    """Newest first; `q` is part of a name, the end of a phone number, or an e-mail address."""
    actor.must(Permission.CUSTOMERS_READ)
    query = queries.found_by(actor, q, shop_id=shop_id, after=after, limit=limit + 1)
    found = list(session.scalars(query))
    more = found[limit - 1].id if len(found) > limit else None
    return CustomerList(items=[CustomerItem.of(each) for each in found[:limit]], next=more)


@router.get("/{customer_id}")
def read(session: Db, actor: Me, customer_id: UUID) -> CustomerOut:
    actor.must(Permission.CUSTOMERS_READ)
    return _whole(session, queries.one_visible(session, actor, customer_id))


@router.put("/{customer_id}")
def change(session: Db, actor: Me, customer_id: UUID, body: CustomerChange) -> CustomerOut:
    changed = service.change(session, actor, customer_id, **body.model_dump())
    return _whole(session, changed)


@router.put("/{customer_id}/tags")
def set_tags(session: Db, actor: Me, customer_id: UUID, body: TagsSet) -> CustomerOut:
    return _whole(session, service.set_tags(session, actor, customer_id, body.tags))


@router.put("/{customer_id}/consent")
def set_consent(session: Db, actor: Me, customer_id: UUID, body: ConsentSet) -> CustomerOut:
    service.set_consent(
        session, actor, customer_id, kind=body.kind, given=body.given, source=body.source
    )
    return _whole(session, queries.one_visible(session, actor, customer_id))


@router.post("/{customer_id}/addresses", status_code=201)
def add_address(session: Db, actor: Me, customer_id: UUID, body: AddressNew) -> CustomerOut:
    given = service.AddressRow(**body.model_dump())
    return _whole(session, service.add_address(session, actor, customer_id, given))


@router.delete("/{customer_id}/addresses/{address_id}")
def remove_address(session: Db, actor: Me, customer_id: UUID, address_id: UUID) -> CustomerOut:
    return _whole(session, service.remove_address(session, actor, customer_id, address_id))


@router.post("/{customer_id}/reveals", status_code=201)
def reveal(session: Db, actor: Me, customer_id: UUID, body: RevealNew) -> RevealOut:
    shown = service.reveal(
        session,
        actor,
        customer_id,
        field=body.field,
        reason=body.reason,
        address_id=body.address_id,
    )
    return RevealOut.model_validate(shown)


@router.get("/{customer_id}/reveals")
def list_reveals(session: Db, actor: Me, customer_id: UUID) -> RevealList:
    """Who looked behind the mask of this customer."""
    actor.must(Permission.AUDIT_READ)
    customer = queries.one_visible(session, actor, customer_id)
    found = queries.reveals(session, customer.id)
    return RevealList(items=[RevealItem.model_validate(each) for each in found])


@router.get("/{customer_id}/lookalikes")
def list_lookalikes(session: Db, actor: Me, customer_id: UUID) -> LookalikeList:
    """Who may be the same person: the same phone or e-mail in the same shop."""
    actor.must(Permission.CUSTOMERS_READ)
    customer = queries.one_visible(session, actor, customer_id)
    found = queries.alike(session, customer)
    return LookalikeList(items=[CustomerItem.of(each) for each in found])


@router.get("/{customer_id}/merge-plan")
def plan_merge(session: Db, actor: Me, customer_id: UUID, other_id: UUID) -> MergePlan:
    """What merging `other_id` into this customer would move; nothing is changed."""
    return MergePlan.of(service.plan(session, actor, customer_id, other_id=other_id))


@router.post("/{customer_id}/merges", status_code=201)
def merge(session: Db, actor: Me, customer_id: UUID, body: MergeNew) -> CustomerOut:
    kept = service.merge(session, actor, customer_id, other_id=body.other_id)
    return _whole(session, kept)


@router.post("/{customer_id}/exports", status_code=201)
def export(session: Db, actor: Me, customer_id: UUID) -> dict[str, Any]:
    """Everything we hold of one person, for that person; noted in the audit."""
    return service.export(session, actor, customer_id)


@router.delete("/{customer_id}/personal-data")
def erase(session: Db, actor: Me, customer_id: UUID) -> CustomerOut:
    return _whole(session, service.erase(session, actor, customer_id))


def _whole(session: Session, customer: Customer) -> CustomerOut:
    return CustomerOut.whole(
        customer,
        identities=queries.identities(session, customer.id),
        addresses=queries.addresses(session, customer.id),
        consents=queries.consents(session, customer.id),
        stats=queries.figures_of(session, customer.id),
    )
