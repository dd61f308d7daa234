"""A desk that acts on cases in short words, and a provider that does as it is told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales import service
from xiaoer.aftersales.models import Case, CaseKind, CaseState, Reason
from xiaoer.aftersales.rules import Wanted
from xiaoer.aftersales.service import Request
from xiaoer.core.auth import Actor, system
from xiaoer.core.ids import new_id
from xiaoer.core.shops import Shop
from xiaoer.orders.models import Order, OrderLine
from xiaoer.payments.models import Movement, MovementState
from xiaoer.payments.provider import Answer, Verdict
from xiaoer.payments.provider import Order as Told
from xiaoer.payments.service import submitting
from xiaoer.policies import service as policies
from xiaoer.policies.models import SwitchState
from xiaoer.promises import service as promises


@dataclass
class Obliging:
    """Moves money at once and remembers it; `verdict` makes it refuse or wait."""

    verdict: Verdict = Verdict.SETTLED
    moved: list[Told] = field(default_factory=list)

    def carry_out(self, order: Told) -> Answer:
        self.moved.append(order)
        ref = f"ref-{order.key}" if self.verdict is Verdict.SETTLED else ""
        failure = "card_closed" if self.verdict is Verdict.FAILED else ""
        return Answer(verdict=self.verdict, provider_ref=ref, failure=failure)

    def ask(self, key: UUID) -> Answer:
        return Answer(verdict=self.verdict, provider_ref=f"ref-{key}")

    def signed(self, body: bytes, timestamp: str, signature: str) -> bool:
        return True


def lines_of(session: Session, order: Order) -> list[OrderLine]:
    query = select(OrderLine).where(OrderLine.order_id == order.id).order_by(OrderLine.position)
    return list(session.scalars(query))


def request(session: Session, order: Order, *qty: int, **what: Any) -> Request:
    """A refund of so many of each line, all of them unless told; for no longer wanting it."""
    lines = lines_of(session, order)
    wanted = [
        Wanted(line.id, count, what.get("sku_id"))
        for line, count in zip(lines, qty or [line.quantity or 1 for line in lines], strict=False)
        if count
    ]
    what.pop("sku_id", None)
    usual: dict[str, Any] = {"kind": CaseKind.REFUND_ONLY, "reason": Reason.NO_LONGER_NEEDED}
    return Request(**(usual | {"lines": wanted} | what))


@dataclass
class Desk:
    """The desk of a shop; every word is one verb with the version just read."""

    session: Session
    shop: Shop
    actor: Actor
    run_jobs: Callable[[], int]
    later: Callable[..., Any]

    def ask(self, order: Order, *qty: int, by: Actor | None = None, **what: Any) -> Case:
        wanted = request(self.session, order, *qty, **what)
        return service.open_case(
            self.session, by or self.actor, order_id=order.id, request=wanted, key=new_id()
        )

    def approve(self, case: Case, by: Actor | None = None, **more: Any) -> Case:
        if case.kind in (CaseKind.RETURN_REFUND, CaseKind.EXCHANGE, CaseKind.REPAIR):
            more = {"reasonable": True, "conditions_met": True} | more
        usual: dict[str, Any] = {"version": case.version, "cents": case.requested_cents}
        return service.approve(self.session, by or self.actor, case_id=case.id, **(usual | more))

    def work(self) -> None:
        """Do the jobs that are due; what goes to the provider is done in the test's transaction."""
        self.session.flush()
        while self._pay() + self.run_jobs():
            pass

    def _pay(self) -> int:
        waiting = select(Movement.id).where(
            Movement.state == MovementState.SUBMITTED, Movement.claimed_until.is_(None)
        )
        sent = 0
        for movement_id in self.session.scalars(waiting).all():
            order = submitting.claim(self.session, movement_id, (MovementState.SUBMITTED,))
            assert order is not None
            answer = submitting.call(*order)
            submitting.record(self.session, system("payments"), movement_id, answer)
            sent += 1
        self.session.flush()
        return sent

    def wait(self, **time: Any) -> None:
        """Let time go by, fire what is due, and do the jobs."""
        self.later(timedelta(**time))
        promises.fire_due(self.session)
        self.work()

    def switch(self, code: str, state: SwitchState = SwitchState.ON, **more: Any) -> None:
        policies.set_switch(
            self.session, self.actor, shop_id=self.shop.id, code=code, state=state, **more
        )

    def state(self, case: Case) -> CaseState:
        self.session.flush()
        self.session.expire_all()
        return self.session.get_one(Case, case.id).state
