"""The money of an order: caps, books, units, where it goes, and what the provider says."""

from collections import Counter
from uuid import UUID

from sqlalchemy import select

from tests.aftersales.factories import lines_of
from tests.aftersales.lives.seen import Seen
from xiaoer.aftersales import queries
from xiaoer.aftersales.models import Amendment, AmendmentKind
from xiaoer.payments import queries as payments
from xiaoer.payments.models import (
    Direction,
    Instrument,
    Intervention,
    MovementState,
    OrderAccount,
    Payment,
    Payout,
    Share,
)
from xiaoer.payments.provider import Verdict

M = MovementState
ON_ITS_WAY = (M.RESERVED, M.SUBMITTED, M.UNKNOWN)


class MoneyWatch(Seen):
    def money(self) -> None:
        """I1, I3, I6, I8, and the ledger."""
        session, order = self.session, self.order
        assert payments.mismatches(session, order_id=order.id) == []
        ways = session.scalars(select(Payment).where(Payment.order_id == order.id)).all()
        assert all(each.left_cents >= 0 for each in ways)
        assert 0 <= order.refunded_cents <= order.paid_cents
        if ways:
            assert order.refunded_cents == sum(each.settled_cents for each in ways)
            assert order.paid_cents == sum(each.captured_cents for each in ways)
        drawn = payments.drawn(session, order.id)
        assert drawn.get((None, None), 0) <= order.freight_cents
        topped_up = sum(
            each.cents
            for each in self.moved
            if each.direction is Direction.IN and each.state is M.SETTLED
        )
        swapped = session.scalars(
            select(Amendment.due_cents).where(
                Amendment.order_id == order.id, Amendment.kind == AmendmentKind.SWAP_ITEMS
            )
        )
        lines = sum(line.paid_cents for line in lines_of(session, order))
        # what was paid at first, and what other articles made of it, settled or not
        assert lines + order.freight_cents == order.paid_cents - topped_up + sum(swapped)

    def payouts(self) -> None:
        """A.6 g and i: gross less what is kept back is net, drawn from units to the cent; the net
        stands in movements that were not replaced; which payments go first never changes."""
        account = self.session.get(OrderAccount, self.order.id)
        if account is not None and account.drain is not None:
            self.drain = self.drain or account.drain
            assert account.drain is self.drain
        replaced = {each.replaces_id for each in self.moved}
        standing: Counter[UUID | None] = Counter()
        for each in self.moved:
            if each.id not in replaced:
                standing[each.payout_id] += each.cents
        drawn: Counter[UUID] = Counter()
        for share in self.session.scalars(select(Share).where(Share.order_id == self.order.id)):
            drawn[share.payout_id] += share.cents
        of_order = select(Payout).where(Payout.order_id == self.order.id)
        for payout in self.session.scalars(of_order):
            kept = sum(each["cents"] for each in payout.deductions)
            assert payout.gross_cents - kept == payout.cents == standing[payout.id]
            assert drawn[payout.id] in (0, payout.gross_cents)

    def units(self) -> None:
        """I2, I3, I26."""
        held = Counter(
            (each.order_line_id, each.unit)
            for claims in self.claims.values()
            for each in claims
            if each.held
        )
        assert max(held.values(), default=0) <= 1
        entitled: Counter[UUID] = Counter()
        for each in payments.refundable(self.session, self.actor, self.order.id).units:
            entitled[each.order_line_id] += each.entitled_cents
            assert 0 <= each.left_cents <= each.entitled_cents
        assert (
            entitled == {line.id: line.paid_cents for line in lines_of(self.session, self.order)}
            or not entitled
        )
        assert all(
            each.left_cents >= 0 for each in queries.units_of(self.session, self.actor, self.order)
        )

    def destinations(self) -> None:
        """I7, I21, I11: where money goes, how much, and that a movement stays what it is."""
        used = {
            each.id: each
            for each in self.session.scalars(
                select(Instrument).where(Instrument.id.in_({m.instrument_id for m in self.moved}))
            )
        }
        paid_with = set(
            self.session.scalars(
                select(Payment.instrument_id).where(Payment.order_id == self.order.id)
            )
        )
        for each in self.moved:
            owner = used[each.instrument_id].customer_id
            assert each.instrument_id in paid_with or owner == self.order.customer_id
            assert each.cents > 0
            assert each.currency == self.order.currency
            before = self.movements.setdefault(each.id, (each.cents, each.instrument_id))
            assert before == (each.cents, each.instrument_id)
        assert self.movements.keys() <= {each.id for each in self.moved}

    def provider_agrees(self) -> None:
        """I11, I12: what the provider did is what we know of, or still ask about, unless people
        have said otherwise."""
        by_hand = set(
            self.session.scalars(
                select(Intervention.movement_id).where(Intervention.done_at.is_not(None))
            )
        )
        known = {each.id: each for each in self.moved}
        for key, verdict in self.provider.ended.items():
            movement = known[key]
            if key in by_hand:
                continue
            if verdict is Verdict.SETTLED:
                fits = movement.state in (M.SETTLED, M.REVERSED, *ON_ITS_WAY)
            else:
                fits = movement.state in (M.FAILED, *ON_ITS_WAY)
            assert fits or movement.conflict
        for movement in known.values():
            at_provider = movement.provider == "sandbox" and movement.id not in by_hand
            if at_provider and movement.state is M.SETTLED:
                assert self.provider.ended.get(movement.id) is Verdict.SETTLED
