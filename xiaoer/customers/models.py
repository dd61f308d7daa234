"""Customers, how channels know them, where they live, and what they allowed."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Computed,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    literal_column,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc

# Each Chinese character is a word of its own, so that any part of a name is found.
_NAME_WORDS = r"to_tsvector('simple', regexp_replace(name, '([⺀-鿿豈-﫿])', ' \1 ', 'g'))"


class ConsentKind(StrEnum):
    SERVICE = "service"
    MARKETING = "marketing"


class PersonalField(StrEnum):
    """What is masked until somebody names a reason."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"


class Customer(Model):
    """A person of one shop. `name` is what we call them, so it is shown; the receiver names,
    phones and streets of their parcels are masked."""

    __tablename__ = "customers"
    __table_args__ = (
        Index("ix_customers_shop_id", "shop_id", "id"),
        Index(
            "ix_customers_shop_id_phone",
            "shop_id",
            literal_column("reverse(phone)").label("phone_end"),
            postgresql_ops={"phone_end": "text_pattern_ops"},
            postgresql_where=text("phone IS NOT NULL"),
        ),
        Index(
            "ix_customers_shop_id_email",
            "shop_id",
            literal_column("lower(email)").label("email_start"),
            postgresql_ops={"email_start": "text_pattern_ops"},
            postgresql_where=text("email IS NOT NULL"),
        ),
        Index("ix_customers_name_words", "name_words", postgresql_using="gin"),
        CheckConstraint("merged_into_id <> id", name="merged_into_another"),
        CheckConstraint("language IN ('zh', 'en')", name="language_is_spoken"),
        CheckConstraint(
            "erased_at IS NULL OR (phone IS NULL AND email IS NULL)", name="erased_is_empty"
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    name: Mapped[str] = mapped_column(String(100))
    phone: Mapped[str | None] = mapped_column(String(40))
    """Digits, with a leading + abroad."""
    email: Mapped[str | None] = mapped_column(String(200))
    language: Mapped[str | None] = mapped_column(String(2))
    """What they read, zh or en, as far as a channel could tell."""
    note: Mapped[str] = mapped_column(Text, default="")
    tags: Mapped[list[str]] = mapped_column(ARRAY(String(40)), default=list)
    created_at: Mapped[Utc] = mapped_column(default=clock.now)
    merged_into_id: Mapped[UUID | None] = mapped_column(ForeignKey("customers.id"), index=True)
    erased_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    name_words: Mapped[str] = mapped_column(
        TSVECTOR, Computed(_NAME_WORDS, persisted=True), deferred=True
    )


class Identity(Model):
    """How one channel knows a customer."""

    __tablename__ = "customer_identities"
    __table_args__ = (UniqueConstraint("shop_id", "channel", "external_id"),)

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"), index=True)
    channel: Mapped[str] = mapped_column(String(40))
    external_id: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[Utc] = mapped_column(default=clock.now)


class Address(Model):
    """Where parcels of a customer go."""

    __tablename__ = "customer_addresses"
    __table_args__ = (UniqueConstraint("customer_id", "fingerprint"),)

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"))
    receiver: Mapped[str] = mapped_column(String(100), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    region: Mapped[str] = mapped_column(String(200), default="")
    """Province, city and district; country and state abroad."""
    street: Mapped[str] = mapped_column(String(300), default="")
    postal_code: Mapped[str] = mapped_column(String(20), default="")
    fingerprint: Mapped[bytes] = mapped_column(LargeBinary(32))
    """Tells an address that is known already from a new one."""
    created_at: Mapped[Utc] = mapped_column(default=clock.now)


class Consent(Model):
    """What a customer allowed, when, and where they said so. History is kept."""

    __tablename__ = "customer_consents"
    __table_args__ = (
        Index(
            "uq_customer_consents_standing",
            "customer_id",
            "kind",
            unique=True,
            postgresql_where=text("withdrawn_at IS NULL"),
        ),
        Index("ix_customer_consents_customer_id", "customer_id", "given_at"),
        CheckConstraint("kind IN ('service', 'marketing')", name="kind_is_known"),
        CheckConstraint("withdrawn_at >= given_at", name="withdrawn_after_given"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"))
    kind: Mapped[ConsentKind] = mapped_column(String(10))
    source: Mapped[str] = mapped_column(String(100))
    given_at: Mapped[Utc]
    withdrawn_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class Reveal(Model):
    """Somebody looked behind the mask, and said why. The value itself is never kept here."""

    __tablename__ = "customer_reveals"
    __table_args__ = (
        Index("ix_customer_reveals_agent_id", "agent_id", "at"),
        Index("ix_customer_reveals_customer_id", "customer_id", "at"),
        CheckConstraint("length(reason) > 0", name="reason_is_given"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"))
    agent_id: Mapped[UUID | None]
    field: Mapped[PersonalField] = mapped_column(String(10))
    address_id: Mapped[UUID | None]
    reason: Mapped[str] = mapped_column(String(200))
    at: Mapped[Utc]
