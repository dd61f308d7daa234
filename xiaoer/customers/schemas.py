"""The wire of customers. Nothing personal leaves in the clear but by a reveal or an export."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from xiaoer.core.web import Line, Words
from xiaoer.customers import rules
from xiaoer.customers.models import (
    Address,
    Consent,
    ConsentKind,
    Customer,
    Identity,
    PersonalField,
)
from xiaoer.customers.service import Plan


class CustomerItem(BaseModel):
    """A customer in a list."""

    id: UUID
    shop_id: UUID
    name: str
    avatar_letter: str
    phone_masked: str
    email_masked: str
    tags: list[str]
    created_at: datetime

    @classmethod
    def of(cls, customer: Customer) -> "CustomerItem":
        return cls(**_masked(customer))


def _masked(customer: Customer) -> dict[str, object]:
    return {
        "id": customer.id,
        "shop_id": customer.shop_id,
        "name": customer.name,
        "avatar_letter": customer.name[:1].upper(),
        "phone_masked": rules.mask_phone(customer.phone or ""),
        "email_masked": rules.mask_email(customer.email or ""),
        "tags": customer.tags,
        "created_at": customer.created_at,
    }


class CustomerList(BaseModel):
    items: list[CustomerItem]
    next: UUID | None


class IdentityOut(BaseModel):
    channel: str
    external_id_masked: str

    @classmethod
    def of(cls, identity: Identity) -> "IdentityOut":
        masked = rules.mask_external_id(identity.external_id)
        return cls(channel=identity.channel, external_id_masked=masked)


class AddressOut(BaseModel):
    id: UUID
    name_masked: str
    phone_masked: str
    address_masked: str

    @classmethod
    def of(cls, address: Address) -> "AddressOut":
        return cls(
            id=address.id,
            name_masked=rules.mask_name(address.receiver),
            phone_masked=rules.mask_phone(address.phone),
            address_masked=rules.mask_address(f"{address.region}{address.street}"),
        )


class ConsentOut(BaseModel):
    """A consent with its history; it stands while `withdrawn_at` is null."""

    model_config = ConfigDict(from_attributes=True)

    kind: ConsentKind
    source: str
    given_at: datetime
    withdrawn_at: datetime | None


class CustomerOut(CustomerItem):
    """A customer with everything the side panel shows."""

    note: str
    erased: bool
    identities: list[IdentityOut]
    addresses: list[AddressOut]
    consent: list[ConsentOut]
    stats: dict[str, int]

    @classmethod
    def whole(
        cls,
        customer: Customer,
        *,
        identities: list[Identity],
        addresses: list[Address],
        consents: list[Consent],
        stats: dict[str, int],
    ) -> "CustomerOut":
        return cls(
            **_masked(customer),
            note=customer.note,
            erased=customer.erased_at is not None,
            identities=[IdentityOut.of(each) for each in identities],
            addresses=[AddressOut.of(each) for each in addresses],
            consent=[ConsentOut.model_validate(each) for each in consents],
            stats=stats,
        )


class CustomerChange(BaseModel):
    name: Annotated[Line, Field(max_length=100)] | None = None
    phone: Annotated[Line, Field(max_length=40)] | None = None
    email: Line | None = None
    note: Annotated[Words, StringConstraints(max_length=4000)] | None = None


class AddressNew(BaseModel):
    receiver: Annotated[Line, Field(min_length=1, max_length=100)]
    phone: Annotated[Line, Field(max_length=40)] = ""
    region: Annotated[Line, Field(min_length=1, max_length=200)]
    street: Annotated[Line, Field(min_length=1, max_length=300)]
    postal_code: Annotated[Line, Field(max_length=20)] = ""


class TagsSet(BaseModel):
    tags: list[Line]


class ConsentSet(BaseModel):
    kind: ConsentKind
    given: bool
    source: Annotated[Line, Field(min_length=1, max_length=100)]


class RevealNew(BaseModel):
    field: PersonalField
    reason: Annotated[Line, Field(min_length=1)]
    address_id: UUID | None = None


class RevealOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    value: str
    until: datetime


class RevealItem(BaseModel):
    """Who looked at what, and why."""

    model_config = ConfigDict(from_attributes=True)

    id: UUID
    agent_id: UUID | None
    field: PersonalField
    reason: str
    at: datetime


class RevealList(BaseModel):
    items: list[RevealItem]
    next: None = None


class MergeNew(BaseModel):
    other_id: UUID


class LookalikeList(BaseModel):
    items: list[CustomerItem]
    next: None = None


class MergePlan(BaseModel):
    """What a merge would do. `phone_lost_masked` and `email_lost_masked` are empty unless the
    other one's contact is given up for the kept one's."""

    kept: CustomerItem
    gone: CustomerItem
    identities: list[IdentityOut]
    new_addresses: int
    added_tags: list[str]
    left_tags: list[str]
    phone_lost_masked: str
    email_lost_masked: str
    consents_ended: list[ConsentKind]
    consents_gained: list[ConsentKind]
    stats: dict[str, int]

    @classmethod
    def of(cls, plan: Plan) -> "MergePlan":
        return cls(
            kept=CustomerItem.of(plan.kept),
            gone=CustomerItem.of(plan.gone),
            identities=[IdentityOut.of(each) for each in plan.identities],
            new_addresses=plan.addresses,
            added_tags=plan.added_tags,
            left_tags=plan.left_tags,
            phone_lost_masked=rules.mask_phone(plan.phone or ""),
            email_lost_masked=rules.mask_email(plan.email or ""),
            consents_ended=plan.withdrawn,
            consents_gained=plan.gained,
            stats=plan.figures,
        )
