"""What nobody at the desk does: the worker, the provider, couriers, and time going by."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from tests.aftersales.lives.fickle import Mood
from tests.aftersales.lives.steps import Steps
from xiaoer.aftersales import service
from xiaoer.aftersales.rules import Command
from xiaoer.core.auth import system
from xiaoer.core.ids import new_id
from xiaoer.payments import service as payments
from xiaoer.payments.models import Direction, Intervention, InterventionKind, Movement
from xiaoer.payments.models import MovementState as M
from xiaoer.payments.service import reconciling, submitting
from xiaoer.promises import service as promises

NODES = ("picked_up", "in_transit", "our_region", "signed", "lost")


class World(Steps):
    def mood(self, pick: int, _cents: int) -> None:
        self.fickle.mood = list(Mood)[pick % len(Mood)]

    def work(self, _pick: int, _cents: int) -> None:
        """The worker does what is due: jobs, and what goes to the provider."""
        self.session.flush()
        while self.desk.run_jobs() + self._send():
            pass

    def _send(self) -> int:
        waiting = select(Movement.id).where(
            Movement.state == M.SUBMITTED, Movement.claimed_until.is_(None)
        )
        sent = 0
        for movement_id in self.session.scalars(waiting.where(self._due())).all():
            order = submitting.claim(self.session, movement_id, (M.SUBMITTED,))
            assert order is not None
            answer = submitting.call(*order)
            submitting.record(self.session, system("payments"), movement_id, answer)
            sent += 1
        self.session.flush()
        return sent

    def _due(self) -> Any:
        # what was tried before waits for its next check
        return Movement.attempts == 0

    def ask(self, _pick: int, _cents: int) -> None:
        """The worker asks about what nobody answered for (D13)."""
        waiting = select(Movement.id).where(Movement.state.in_(reconciling.OPEN))
        for movement_id in self.session.scalars(waiting).all():
            order = submitting.claim(self.session, movement_id, reconciling.OPEN)
            if order is not None:
                answer = reconciling.find_out(*order)
                submitting.record(self.session, system("payments"), movement_id, answer)
        self.work(0, 0)

    def call_back(self, pick: int, cents: int) -> None:
        """The provider tells by itself, often what is known, sometimes against what it said."""
        keys = sorted(self.fickle.orders)
        if not keys:
            return
        told = self.fickle.call(keys[pick % len(keys)], settles=cents % 4 != 0)
        first = payments.take(self.session, "sandbox", told)
        assert payments.take(self.session, "sandbox", told) == "known"
        if first == "applied" and cents % 5 == 0 and told.event == "settled":
            self._send_back(UUID(told.key))
        self.work(0, 0)

    def _send_back(self, movement_id: UUID) -> None:
        """The buyer's bank sends a refund back (T28)."""
        movement = self.session.get_one(Movement, movement_id)
        if movement.direction is Direction.OUT and movement.state is M.SETTLED:
            told = self.fickle.call(movement_id, settles=True)
            payments.take(self.session, "sandbox", replace(told, event="reversed"))

    # -- money by hand (T23) --------------------------------------------------------------------

    def retry(self, pick: int, _cents: int) -> None:
        self._act(service.retry, self.desk.actor, pick, Command.RETRY)

    def by_hand(self, pick: int, cents: int) -> None:
        """Another way, outside of any provider, or what people found out; some of it for a second
        person to agree to."""
        stuck = select(Movement.id).where(
            Movement.order_id == self.order.id,
            Movement.state.in_((M.FAILED, M.REVERSED, M.UNKNOWN, M.SUBMITTED)),
        )
        if found := self.session.scalars(stuck.order_by(Movement.id)).all():
            kinds = list(InterventionKind)
            payments.ask(
                self.session, self.desk.actor, movement_id=found[pick % len(found)],
                kind=kinds[cents % len(kinds)], reason="客户换卡", proof="银行回单",
                instrument_id=self.card.id,
            )  # fmt: skip
            self.work(0, 0)

    def second_person(self, pick: int, _cents: int) -> None:
        waiting = select(Intervention.id).where(
            Intervention.done_at.is_(None), Intervention.refused_at.is_(None)
        )
        for intervention_id in self.session.scalars(waiting).all()[:1]:
            by = replace(self.desk.actor, id=new_id()) if pick % 3 else self.desk.actor
            verb = payments.refuse if pick % 4 == 0 else payments.approve
            verb(self.session, by, intervention_id=intervention_id)
            self.work(0, 0)

    # -- couriers and time ----------------------------------------------------------------------

    def scanned(self, pick: int, cents: int) -> None:
        """A courier tells where a parcel is, there or back."""
        verb = service.report_return if pick % 2 else service.report_replacement
        command = Command.RECEIVE if pick % 2 else Command.CONFIRM
        self._tell(verb, self.desk.actor, pick, command, node=NODES[cents % len(NODES)])
        self.work(0, 0)

    def wait(self, pick: int, cents: int) -> None:
        hours = (1, 20, 50, 200)[pick % 4] + max(cents, 0) % 7
        self.desk.later(timedelta(hours=hours))
        promises.fire_due(self.session)
        self.work(0, 0)
