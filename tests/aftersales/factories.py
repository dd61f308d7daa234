"""A desk that acts on cases in short words, and a provider that does as it is told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

from PIL import Image
from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, service
from xiaoer.aftersales.models import Case, CaseKind, CaseState, EvidenceKind, Reason
from xiaoer.aftersales.rules import Wanted
from xiaoer.aftersales.service import Inspected, Proof, Request
from xiaoer.core.auth import Actor, system
from xiaoer.core.files import service as files
from xiaoer.core.ids import new_id
from xiaoer.core.shops import Shop
from xiaoer.orders.models import Order, OrderLine
from xiaoer.payments.models import Movement, MovementState
from xiaoer.payments.provider import Answer, ProviderSilent, Verdict
from xiaoer.payments.provider import Order as Told
from xiaoer.payments.service import reconciling, submitting
from xiaoer.policies import service as policies
from xiaoer.policies.models import SwitchState
from xiaoer.policies.service import drafting, publishing
from xiaoer.promises import service as promises


@dataclass
class Obliging:
    """Moves money at once and remembers it; `verdict` makes it refuse or wait, `silent` dumb."""

    verdict: Verdict = Verdict.SETTLED
    silent: bool = False
    moved: list[Told] = field(default_factory=list)
    asked: list[UUID] = field(default_factory=list)

    def carry_out(self, order: Told) -> Answer:
        self.moved.append(order)
        if self.silent:
            raise ProviderSilent
        ref = f"ref-{order.key}" if self.verdict is Verdict.SETTLED else ""
        failure = "card_closed" if self.verdict is Verdict.FAILED else ""
        return Answer(verdict=self.verdict, provider_ref=ref, failure=failure)

    def ask(self, key: UUID) -> Answer:
        self.asked.append(key)
        if self.silent:
            raise ProviderSilent
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


def prove(kind: EvidenceKind, desk: "Desk | None" = None) -> Proof:
    """Proof of a kind: in words, or with a picture of the shop."""
    return Proof(kind, (desk.photo(),) if desk else (), "如图")


RETURN = {"kind": CaseKind.RETURN_REFUND, "reason": Reason.NO_REASON}


def exchange(session, order, sku, qty=1, **more):
    line = lines_of(session, order)[0]
    return Request(
        kind=CaseKind.EXCHANGE,
        reason=more.pop("reason", Reason.DISLIKE),
        lines=(Wanted(line.id, qty, sku.id),),
        **more,
    )


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

    def ask_against(self, order: Order, why: str, by: Actor | None = None, **what: Any) -> Case:
        """What policy refuses, asked for with a reason (T29)."""
        return service.open_case(
            self.session,
            by or self.actor,
            order_id=order.id,
            request=request(self.session, order, **what),
            key=new_id(),
            override_reason=why,
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
            Movement.state == MovementState.SUBMITTED, Movement.attempts == 0
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

    def check(self) -> None:
        """Ask the provider about what it has not answered for, as the clock of payments does."""
        self.session.flush()
        open_ = reconciling.OPEN
        for movement_id in self.session.scalars(
            select(Movement.id).where(Movement.state.in_(open_))
        ).all():
            order = submitting.claim(self.session, movement_id, open_)
            if order is not None:
                answer = reconciling.find_out(*order)
                submitting.record(self.session, system("payments"), movement_id, answer)
        self.work()

    def wait(self, **time: Any) -> None:
        """Let time go by, fire what is due, and do the jobs."""
        self.later(timedelta(**time))
        promises.fire_due(self.session)
        self.work()

    def switch(self, code: str, state: SwitchState = SwitchState.ON, **more: Any) -> None:
        policies.set_switch(
            self.session, self.actor, shop_id=self.shop.id, code=code, state=state, **more
        )

    def order(self, case: Case) -> Order:
        return self.session.get_one(Order, case.order_id)

    def photo(self) -> UUID:
        """A picture that this shop keeps."""
        out = BytesIO()
        color = (200, 30, len(self.session.identity_map) % 255)
        Image.new("RGB", (8, 8), color).save(out, "PNG")
        stored = files.keep_upload(
            self.session, self.actor, content=out.getvalue(), name="a.png", shop_id=self.shop.id
        )
        return stored.id

    def state(self, case: Case) -> CaseState:
        self.session.flush()
        self.session.expire_all()
        return self.session.get_one(Case, case.id).state


def send(desk, buyer, case, number: str = ""):
    return service.ship_back(
        desk.session,
        buyer,
        case_id=case.id,
        version=case.version,
        carrier="圆通",
        tracking_no=number or f"YT{new_id().hex[-10:]}",
    )


def go_through(desk, buyer, order, wanted):
    """Agreed to, sent back, accepted; the case as it is then."""
    session = desk.session
    case = service.open_case(session, buyer, order_id=order.id, request=wanted, key=new_id())
    case = desk.approve(case)
    case = service.ship_back(
        session,
        buyer,
        case_id=case.id,
        version=case.version,
        carrier="圆通",
        tracking_no=f"YT{new_id().hex[-10:]}",
    )
    lines = [
        Inspected(each.order_line_id, each.qty, each.qty)
        for each in queries.lines_of(session, case.id)
    ]
    return service.receive(session, desk.actor, case_id=case.id, version=case.version, lines=lines)


def send_out(desk, case):
    return service.ship_replacement(
        desk.session,
        desk.actor,
        case_id=case.id,
        version=case.version,
        carrier="顺丰",
        tracking_no=f"SF{new_id().hex[-10:]}",
    )


def quoted(session, buyer, order, *qty, **what):
    asked = request(session, order, *qty, **(RETURN | what))
    return service.quote(session, buyer, order_id=order.id, request=asked)[0]


def codes(found):
    return {each.code: each.cents for each in found.amounts.deductions}


def put_terms(session: Session, actor: Actor, shop: Shop, *rows: str, **then: Any) -> None:
    """Publish a policy on returns of which these rows come with these terms."""
    draft = drafting.draft(session, actor, table="returns", shop_id=shop.id)
    known = {each["id"]: each for each in draft.content["rows"]}
    for name in then:
        if name not in draft.content["outputs"]:
            drafting.put_column(session, actor, draft.id, "outputs", name)
    for row in rows:
        changed = known[row] | {"then": known[row]["then"] | then}
        drafting.put_row(session, actor, draft.id, changed)
    publishing.activate(session, actor, draft.id)
