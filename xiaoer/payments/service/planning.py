"""Working a refund out: what each unit, each payment and each instrument has to do with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.orders import queries as orders
from xiaoer.payments import queries, rules
from xiaoer.payments.models import Drain, Instrument, Payment, Purpose
from xiaoer.payments.rules import Deduction, Drawn, Source, UnitAsked
from xiaoer.payments.service.accounts import Held


@dataclass(frozen=True)
class Part:
    """One movement that a refund would lead to: what, from which payment, where to, how long."""

    payment_id: UUID
    instrument: Instrument
    cents: int
    arrives_within: timedelta


@dataclass(frozen=True)
class Ask:
    """A refund as it is wanted. `cents` is what the buyer gets: units and freight less deductions.

    Without units and freight the amount is drawn from the order as a whole. `to`: another
    instrument than the original ones; `any_own`: policy allows any of the buyer's (I7).
    """

    cents: int
    currency: str
    units: Sequence[UnitAsked] = ()
    freight_cents: int = 0
    deductions: Sequence[Deduction] = ()
    purpose: Purpose = Purpose.REFUND
    to: UUID | None = None
    any_own: bool = False
    drain: Drain | None = None


@dataclass(frozen=True)
class Plan:
    """A refund worked out, for `preview` to show and `reserve` to write."""

    parts: list[Part]
    shares: list[Drawn]
    gross_cents: int
    drain: Drain


def plan(session: Session, held: Held, ask: Ask) -> Plan:
    """What a refund would draw, from which units and payments; raises every refusal it can meet."""
    order = held.order
    rules.check_amount(ask.cents, ask.currency, order.currency)
    shares: list[Drawn] = []
    gross = ask.cents + sum(each.cents for each in ask.deductions)
    if ask.units or ask.freight_cents:
        shares = rules.shares(
            orders.lines(session, order.id),
            {} if held.opened and not held.made else queries.drawn(session, order.id),
            units=ask.units,
            freight_cents=ask.freight_cents,
            freight_paid_cents=order.freight_cents,
        )
        gross = sum(share.cents for share in shares)
    rules.net(gross, ask.deductions, ask.cents)
    drain = held.account.drain or ask.drain or Drain.STORED_LAST
    return Plan(_parts(session, held, ask, drain), shares, gross, drain)


def _parts(session: Session, held: Held, ask: Ask, drain: Drain) -> list[Part]:
    used = _used(session, held)
    sources = [_source(each, used[each.instrument_id]) for each in held.payments]
    to = None
    if ask.to is not None:
        to = queries.instrument_of_shop(session, held.order.shop_id, ask.to)
        sources = rules.may_receive(
            to,
            sources=sources,
            shop_id=held.order.shop_id,
            customer_id=held.order.customer_id,
            currency=held.order.currency,
            any_own=ask.any_own,
        )
    return [
        Part(
            source.payment_id,
            to or used[source.instrument_id],
            cents,
            rules.ARRIVES_WITHIN[(to or used[source.instrument_id]).kind],
        )
        for source, cents in rules.drain(ask.cents, sources, drain, first=ask.to)
    ]


def _used(session: Session, held: Held) -> dict[UUID, Instrument]:
    wanted = {each.instrument_id for each in held.payments}
    if missing := wanted - held.used.keys():
        held.used |= queries.instruments(session, missing)
    return held.used


def _source(payment: Payment, used: Instrument) -> Source:
    return Source(payment.id, used.id, payment.left_cents, used.balance_cents is not None)
