"""Who is this: one person per identity of a channel, however many ask at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import orjson
from sqlalchemy import func, select, text
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, ids
from xiaoer.core.auth import system
from xiaoer.customers import queries, rules
from xiaoer.customers.events import CustomerAdded, CustomersImported
from xiaoer.customers.models import Customer, Identity

AT_ONCE = 1000
"""Rows per statement: more make the statement slower, not the import faster."""


@dataclass(frozen=True, kw_only=True)
class AddressRow:
    """One address of an import."""

    receiver: str = ""
    phone: str = ""
    region: str = ""
    street: str = ""
    postal_code: str = ""


@dataclass(frozen=True, kw_only=True)
class CustomerRow:
    """One customer as a file or another system knows them; empty fields change nothing."""

    channel: str
    external_id: str
    name: str = ""
    phone: str | None = None
    email: str | None = None
    note: str = ""
    tags: Sequence[str] = ()
    created_at: datetime | None = None
    addresses: Sequence[AddressRow] = field(default=())


def resolve(
    session: Session,
    *,
    shop_id: UUID,
    channel: str,
    external_id: str,
    name: str | None = None,
    phone: str | None = None,
    email: str | None = None,
) -> Customer:
    """The customer whom `channel` calls `external_id`, made when they are new.

    Two at once get the same customer. What is given fills what is not yet known.
    """
    known = queries.by_identity(session, shop_id, channel, external_id)
    if known is None:
        # Shared among single arrivals; a bulk import takes it alone and decides once for all.
        session.execute(select(func.pg_advisory_xact_lock_shared(_lock_of(shop_id))))
        known = _added(session, shop_id, channel, external_id, name)
    if known.erased_at is None:
        _fill(session, known, name=name, phone=phone, email=email)
    return known


def _added(
    session: Session, shop_id: UUID, channel: str, external_id: str, name: str | None
) -> Customer:
    new_id = ids.new_id()
    shown = (name or "").strip()[:100] or rules.anonymous_name(new_id.hex)
    customer = Customer(id=new_id, shop_id=shop_id, name=shown)
    session.add(customer)
    session.flush()
    claim = pg_insert(Identity).values(
        id=ids.new_id(),
        shop_id=shop_id,
        customer_id=new_id,
        channel=channel,
        external_id=external_id,
        created_at=clock.now(),
    )
    won = session.execute(claim.on_conflict_do_nothing().returning(Identity.id)).scalar()
    if won is None:
        session.delete(customer)
        session.flush()
        first = queries.by_identity(session, shop_id, channel, external_id)
        assert first is not None
        return first
    added = CustomerAdded(shop_id=shop_id, customer_id=new_id, channel=channel)
    events.emit(session, system("customers"), added)
    return customer


def _fill(
    session: Session, customer: Customer, *, name: str | None, phone: str | None, email: str | None
) -> None:
    unnamed = customer.name == rules.anonymous_name(customer.id.hex)
    if unnamed and name and name.strip():
        customer.name = name.strip()[:100]
    customer.phone = customer.phone or rules.phone(phone)
    customer.email = customer.email or rules.email(email)
    session.flush()


def attach(
    session: Session, *, customer_id: UUID, shop_id: UUID, channel: str, external_id: str
) -> bool:
    """Let one more channel know this customer; False when the name there belongs to somebody."""
    claim = pg_insert(Identity).values(
        id=ids.new_id(),
        shop_id=shop_id,
        customer_id=customer_id,
        channel=channel,
        external_id=external_id,
        created_at=clock.now(),
    )
    made = session.execute(claim.on_conflict_do_nothing().returning(Identity.id)).scalar()
    return made is not None


_UPSERT = text(
    """
WITH given AS (
  SELECT * FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS g(
    id uuid, identity_id uuid, channel text, external_id text, name text, nameless text,
    phone text, email text, note text, tags text[], created_at timestamptz)
), known AS (
  SELECT g.*, i.customer_id FROM given g LEFT JOIN LATERAL (
    SELECT customer_id FROM customer_identities
    WHERE shop_id = :shop AND channel = g.channel AND external_id = g.external_id OFFSET 0
  ) i ON true
), changed AS (
  UPDATE customers c SET
    name = COALESCE(NULLIF(k.name, ''), c.name), phone = COALESCE(k.phone, c.phone),
    email = COALESCE(k.email, c.email), note = COALESCE(NULLIF(k.note, ''), c.note),
    tags = ARRAY(SELECT DISTINCT unnest(c.tags || k.tags::varchar[]) ORDER BY 1)
  FROM known k WHERE c.id = k.customer_id AND c.erased_at IS NULL AND (
    NULLIF(k.name, '') <> c.name OR NULLIF(k.note, '') <> c.note
    OR (k.phone IS NOT NULL AND k.phone IS DISTINCT FROM c.phone)
    OR (k.email IS NOT NULL AND k.email IS DISTINCT FROM c.email)
    OR NOT k.tags::varchar[] <@ c.tags)
), added AS (
  INSERT INTO customers (id, shop_id, name, phone, email, note, tags, created_at)
  SELECT id, :shop, COALESCE(NULLIF(name, ''), nameless), phone, email, note, tags, created_at
  FROM known
  WHERE customer_id IS NULL
), named AS (
  INSERT INTO customer_identities (id, shop_id, customer_id, channel, external_id, created_at)
  SELECT identity_id, :shop, id, channel, external_id, created_at FROM known
  WHERE customer_id IS NULL
)
SELECT channel, external_id, COALESCE(customer_id, id) FROM known
"""
)
_ADDRESSES = text(
    """
INSERT INTO customer_addresses
  (id, shop_id, customer_id, receiver, phone, region, street, postal_code, fingerprint, created_at)
SELECT id, :shop, customer_id, receiver, phone, region, street, postal_code,
  decode(fingerprint, 'hex'), :now
FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS g(
  id uuid, customer_id uuid, receiver text, phone text, region text, street text,
  postal_code text, fingerprint text)
ON CONFLICT (customer_id, fingerprint) DO NOTHING
"""
)


def upsert_many(session: Session, shop_id: UUID, rows: Sequence[CustomerRow]) -> list[UUID]:
    """Add or update many; the customer ids in the order of `rows`. Given twice: the last counts.

    Non-empty fields replace, tags are added, an erased customer stays erased. Three statements
    for each thousand, one event for each thousand and channel.
    """
    if not rows:
        return []
    session.execute(select(func.pg_advisory_xact_lock(_lock_of(shop_id))))
    found: dict[tuple[str, str], UUID] = {}
    for start in range(0, len(rows), AT_ONCE):
        found |= _upsert(session, shop_id, rows[start : start + AT_ONCE])
    return [found[row.channel, row.external_id] for row in rows]


def _upsert(
    session: Session, shop_id: UUID, rows: Sequence[CustomerRow]
) -> dict[tuple[str, str], UUID]:
    last = {(row.channel, row.external_id): row for row in rows}
    given = [_plain(row) for row in last.values()]
    answer = session.execute(_UPSERT, {"rows": _json(given), "shop": shop_id})
    found = {(channel, external_id): id_ for channel, external_id, id_ in answer}
    homes = [
        _plain_address(found[key], address)
        for key, row in last.items()
        for address in row.addresses
    ]
    if homes:
        session.execute(_ADDRESSES, {"rows": _json(homes), "shop": shop_id, "now": clock.now()})
    for channel in sorted({channel for channel, _ in last}):
        count = sum(1 for each, _ in last if each == channel)
        imported = CustomersImported(shop_id=shop_id, channel=channel, count=count)
        events.emit(session, system("import"), imported)
    return found


def _plain(row: CustomerRow) -> dict[str, object]:
    new_id = ids.new_id()
    return {
        "id": new_id,
        "identity_id": ids.new_id(),
        "channel": row.channel,
        "external_id": row.external_id,
        "name": row.name.strip()[:100],
        "nameless": rules.anonymous_name(new_id.hex),
        "phone": rules.phone(row.phone),
        "email": rules.email(row.email),
        "note": row.note,
        "tags": rules.tags(list(row.tags)),
        "created_at": row.created_at or clock.now(),
    }


def _plain_address(customer_id: UUID, row: AddressRow) -> dict[str, object]:
    number = rules.phone(row.phone) or ""
    mark = rules.fingerprint(row.receiver, number, row.region, row.street)
    return {
        "id": ids.new_id(),
        "customer_id": customer_id,
        "receiver": row.receiver.strip()[:100],
        "phone": number,
        "region": row.region.strip()[:200],
        "street": row.street.strip()[:300],
        "postal_code": row.postal_code.strip()[:20],
        "fingerprint": mark.hex(),
    }


def _json(rows: list[dict[str, object]]) -> str:
    return orjson.dumps(rows).decode()


def _lock_of(shop_id: UUID) -> int:
    """A lock number of this shop's customers; two shops that share one only wait a little."""
    return int.from_bytes(shop_id.bytes[-8:], "big", signed=True)
