"""Cards, wallets, gift cards and balances of customers."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session, aliased

from xiaoer.core import events
from xiaoer.core.auth import Actor, Permission
from xiaoer.customers import queries as customers
from xiaoer.payments import queries
from xiaoer.payments.errors import AmountNotPositive
from xiaoer.payments.events import StoredValueOpened
from xiaoer.payments.models import STORED_VALUE, Instrument, InstrumentKind
from xiaoer.payments.service import ledger

STORE_CREDIT = "store_credit"


@dataclass(frozen=True, kw_only=True)
class InstrumentRow:
    """A means of payment as its source tells. `balance_cents`: only of stored value."""

    customer_id: UUID
    kind: InstrumentKind
    external_id: str
    currency: str
    label: str = ""
    balance_cents: int = 0


def load(
    session: Session, actor: Actor, *, shop_id: UUID, rows: Sequence[InstrumentRow]
) -> list[Instrument]:
    """Make instruments known, or their labels up to date; in the order of `rows`.

    What is on stored value is taken over once, when it is first told; from then on it moves only
    with movements.
    """
    actor.must(Permission.PAYMENTS_MANAGE)
    if any(row.balance_cents < 0 for row in rows):
        raise AmountNotPositive
    known = _known(session, shop_id, rows)
    found = []
    for row in rows:
        used = known.get((row.customer_id, row.external_id))
        if used is None:
            stored = row.kind in STORED_VALUE
            used = Instrument(
                shop_id=shop_id,
                customer_id=row.customer_id,
                kind=row.kind,
                external_id=row.external_id,
                currency=row.currency,
                balance_cents=0 if stored else None,
            )
            known[row.customer_id, row.external_id] = used
            session.add(used)
        used.label = row.label or used.label
        found.append(used)
    session.flush()
    for row, used in zip(rows, found, strict=True):
        if used.kind in STORED_VALUE and not used.told:
            used.told = True
            ledger.open_balance(session, used, row.balance_cents)
    session.flush()
    events.emit(session, actor, StoredValueOpened(shop_id=shop_id, count=len(rows)))
    return found


def _known(
    session: Session, shop_id: UUID, rows: Sequence[InstrumentRow]
) -> dict[tuple[UUID | None, str], Instrument]:
    query = select(Instrument).where(
        Instrument.shop_id == shop_id,
        Instrument.customer_id.in_({row.customer_id for row in rows}),
    )
    locked = query.order_by(Instrument.id).with_for_update(key_share=True)
    return {
        (each.customer_id, each.external_id): each
        for each in session.scalars(locked, execution_options={"populate_existing": True})
    }


def store_credit(session: Session, actor: Actor, *, customer_id: UUID, currency: str) -> Instrument:
    """The buyer's balance with the shop; opened, empty, when there is none yet."""
    actor.must(Permission.PAYMENTS_REFUND)
    owner = customers.one_visible(session, actor, customer_id, lock=True)
    name = f"{STORE_CREDIT}:{currency}"
    found = queries.named(session, shop_id=owner.shop_id, customer_id=owner.id, external_id=name)
    if found is None:
        found = Instrument(
            shop_id=owner.shop_id,
            customer_id=owner.id,
            kind=InstrumentKind.BALANCE,
            external_id=name,
            currency=currency,
            balance_cents=0,
            told=True,
        )
        session.add(found)
        session.flush()
        events.emit(session, actor, StoredValueOpened(shop_id=owner.shop_id, count=1))
    return found


def follow_merge(session: Session, *, kept_id: UUID, merged_id: UUID) -> None:
    """Two customers turned out to be one person: what is theirs comes together.

    An instrument that both have under one name stays two, under two names: both hold money.
    """
    twin = aliased(Instrument)
    both = exists().where(
        twin.shop_id == Instrument.shop_id,
        twin.customer_id == kept_id,
        twin.external_id == Instrument.external_id,
    )
    theirs = Instrument.customer_id == merged_id
    renamed = Instrument.external_id + ":" + str(merged_id)
    session.execute(
        update(Instrument)
        .where(theirs, both, Instrument.kind.in_(STORED_VALUE))
        .values(external_id=renamed),
        execution_options={"synchronize_session": False},
    )
    session.execute(
        update(Instrument).where(theirs, ~both).values(customer_id=kept_id),
        execution_options={"synchronize_session": False},
    )


def forget(session: Session, *, customer_id: UUID) -> None:
    """Erase what tells whose it is; the provider's name of it stays, for money still owed."""
    session.execute(
        update(Instrument).where(Instrument.customer_id == customer_id).values(label="")
    )
