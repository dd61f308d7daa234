"""Money of a case: set aside with the agreement, sent in the same transaction.

`payments` owns the cap and the provider; here is only what a case asks for and what it becomes.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import NothingToRefund
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    CaseLine,
    CaseState,
    Money,
)
from xiaoer.aftersales.rules import Amounts, Command, Unit, UnitState
from xiaoer.aftersales.service import clawing, deducting, ordering, restoring
from xiaoer.aftersales.service.holding import Held, engine, hold, move, robot
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.remembering import keep
from xiaoer.orders import queries as orders
from xiaoer.orders.models import Order
from xiaoer.payments import queries as paid
from xiaoer.payments import service as payments
from xiaoer.payments.models import Direction, Movement, MovementState, Purpose
from xiaoer.payments.rules import Deduction as Kept
from xiaoer.payments.rules import UnitAsked

PURPOSES = {
    CaseKind.PRICE_ADJUST: Purpose.PRICE_DIFFERENCE,
    CaseKind.EXCHANGE: Purpose.PRICE_DIFFERENCE,
}


def asks_for(
    session: Session,
    boss: Actor,
    order: Order,
    amounts: Amounts,
    kind: CaseKind,
    to: UUID | None,
) -> list[payments.Ask]:
    """The refund as payments wants it. What a buyer paid on top for a replacement is no part of
    the unit they first bought: it is asked of the order as a whole, as a second refund."""
    left = {
        (each.order_line_id, each.unit): each.left_cents
        for each in paid.refundable(session, boss, order.id).units
    }
    within = {key: min(cents, left.get(key, 0)) for key, cents in amounts.units.items()}
    on_top = sum(amounts.units.values()) - sum(within.values())
    gross = sum(within.values()) + amounts.freight_cents
    kept, kept_on_top = _parted(amounts, gross)
    purpose = PURPOSES.get(kind, Purpose.REFUND)
    common = {"currency": order.currency, "purpose": purpose, "to": to, "any_own": to is not None}
    found = []
    if gross:
        units = [UnitAsked(line, unit, cents) for (line, unit), cents in within.items() if cents]
        cents = gross - sum(each.cents for each in kept)
        found.append(
            payments.Ask(
                cents=cents,
                units=units,
                freight_cents=amounts.freight_cents,
                deductions=kept,
                **common,  # type: ignore[arg-type]
            )
        )
    if on_top:
        cents = on_top - sum(each.cents for each in kept_on_top)
        found.append(payments.Ask(cents=cents, deductions=kept_on_top, **common))  # type: ignore[arg-type]
    return found


def _parted(amounts: Amounts, gross: int) -> tuple[list[Kept], list[Kept]]:
    """What is kept back of the units themselves, as long as a cent of them goes back, and what of
    the amount on top of them."""
    within: list[Kept] = []
    on_top: list[Kept] = []
    room = max(gross - 1, 0)
    for each in amounts.deductions:
        part = min(each.cents, room)
        room -= part
        within += [Kept(each.code, part)] if part else []
        on_top += [Kept(each.code, each.cents - part)] if each.cents > part else []
    return within, on_top


def _set_aside(session: Session, boss: Actor, held: Held, amounts: Amounts) -> list[Movement]:
    case, order = held.case, held.order
    made: list[Movement] = []
    asks = asks_for(session, boss, order, amounts, case.kind, case.instrument_id)
    for place, ask in enumerate(asks):
        made += payments.reserve(
            session,
            boss,
            order_id=order.id,
            ask=ask,
            reason_ref=case.id,
            key=uuid5(case.id, f"refund {case.version} {place}"),
        )
    return made


def give_back_top_up(session: Session, actor: Actor, held: Held) -> None:
    """The buyer paid a difference for something they do not get: it goes back as a whole."""
    boss, case = engine(actor), held.case
    ask = payments.Ask(
        cents=case.due_cents,
        currency=case.currency,
        to=case.instrument_id,
        any_own=case.instrument_id is not None,
    )
    made = payments.reserve(
        session,
        boss,
        order_id=case.order_id,
        ask=ask,
        reason_ref=case.id,
        key=uuid5(case.id, f"top-up back {case.version}"),
    )
    for payout_id in dict.fromkeys(each.payout_id for each in made):
        assert payout_id is not None
        payments.submit(session, boss, payout_id=payout_id)


def accepted_units(session: Session, boss: Actor, held: Held) -> list[UnitState]:
    """The units of the case that money goes back for: all, or what the warehouse accepted."""
    return [unit for _, unit in units_by_line(session, boss, held)]


def units_by_line(session: Session, boss: Actor, held: Held) -> list[tuple[CaseLine, UnitState]]:
    """The same, each with the line of the case it belongs to. Units of one order line are alike:
    which of them becomes what is settled by their order."""
    units = {each.key: each for each in queries.units_of(session, boss, held.order, claims=False)}
    lines = queries.lines_of(session, held.case.id)
    # where nothing was accepted, what is talked about is everything
    inspected = any(line.accepted for line in lines)
    of_line: dict[UUID, list[UnitState]] = {}
    for each in queries.claims_of(session, held.case.id):
        if (key := (each.order_line_id, each.unit)) in units:
            of_line.setdefault(each.order_line_id, []).append(units[key])
    found = []
    for line in lines:
        there = of_line.get(line.order_line_id, [])
        count = line.accepted if inspected else line.qty
        found += [(line, unit) for unit in there[:count]]
        del there[:count]
    return found


def refund(
    session: Session,
    actor: Actor,
    held: Held,
    *,
    cents: int,
    from_units: Mapping[Unit, int] | None = None,
) -> None:
    """Set `cents` aside for the case and send them (T19). The case is AWAITING_REFUND, or goes on
    with something else while the money is on its way."""
    boss = engine(actor)
    case = held.case
    units: list[UnitState] = []
    if from_units is not None:
        amounts = Amounts(from_units, 0, (), cents)
    else:
        units = accepted_units(session, boss, held)
        amounts = rules.amounts(
            units,
            freight_cents=case.freight_cents,
            asked_cents=cents,
            deductions=deducting.kept_of(case),
        )
    if amounts.net_cents <= 0:
        raise NothingToRefund
    made = _set_aside(session, boss, held, amounts)
    if queries.is_new(session, case.id):
        keep(session, paid.reason_key(case.id), made)
    _keep_amounts(session, held, units, amounts)
    clawing.keep(session, boss, held, amounts.deductions)
    case.payout_id = made[0].payout_id
    case.money = Money.SUBMITTED
    if case.state is CaseState.AWAITING_REFUND:
        move(session, robot(), held, Command.SUBMIT, CaseState.REFUND_PROCESSING, cents=cents)
    ordering.hold_back(session, boss, held)
    for payout_id in dict.fromkeys(each.payout_id for each in made):
        assert payout_id is not None
        payments.submit(session, boss, payout_id=payout_id)


def _keep_amounts(
    session: Session, held: Held, units: Sequence[UnitState], amounts: Amounts
) -> None:
    """What is refunded of an order line and the tax in it, on the first line of the case that is
    about it; and the points that go back with it."""
    case, order = held.case, held.order
    bought = orders.lines(session, order.id)
    case.points = restoring.points_of(order, bought, case.kind, units, amounts)
    taxes = rules.tax_back(bought, units, amounts.units)
    told: set[UUID] = set()
    for line in queries.lines_of(session, case.id):
        again = line.order_line_id in told
        line.refund_cents = 0 if again else amounts.of_line(line.order_line_id)
        line.tax_cents = 0 if again else taxes.get(line.order_line_id, 0)
        told.add(line.order_line_id)


def retry(session: Session, actor: Actor, *, case_id: UUID, version: int) -> Case:
    """Send a failed refund again, the same way (T23). Other ways out are `payments`' steps by
    hand: rerouting, paying offline, confirming; they are followed from here."""
    actor.must(Permission.AFTERSALES_DECIDE)
    held = hold(session, actor, case_id, version=version)
    rules.check_before(Command.RETRY, held.case.state)
    boss = engine(actor)
    for movement in paid.for_reason(session, held.case.id):
        if movement.state is MovementState.FAILED and movement.direction is Direction.OUT:
            payments.retry(session, boss, movement_id=movement.id)
    held.case.money = Money.SUBMITTED
    move(session, actor, held, Command.RETRY, CaseState.REFUND_PROCESSING)
    return held.case
