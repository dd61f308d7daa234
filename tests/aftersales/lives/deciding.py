"""What the people of the shop do: at the desk, in the warehouse, and who rules on a dispute."""

from dataclasses import replace

from sqlalchemy import select

from tests.aftersales.factories import request
from tests.aftersales.lives.asking import PHOTO
from tests.aftersales.lives.steps import Steps
from xiaoer.aftersales import queries, service
from xiaoer.aftersales.models import (
    CaseKind,
    InterceptionState,
    OfferKind,
    Party,
    Reason,
    Recovery,
    Responsible,
)
from xiaoer.aftersales.rules import Command
from xiaoer.aftersales.service import Inspected, Proof
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.ids import new_id
from xiaoer.orders import service as orders
from xiaoer.orders.models import OrderStatus

LIMITS = {"agent": 20000, "team_lead": 100000, "manager": 500000}
"""Cents that each role may give away alone, by the house's table `authority`."""


def ranked(actor: Actor, role: str) -> Actor:
    """A person of that role, as the table knows roles: by their rights."""
    less = {
        "agent": {Permission.POLICIES_PUBLISH, Permission.AFTERSALES_OVERRIDE},
        "team_lead": {Permission.POLICIES_PUBLISH},
    }.get(role, set())
    return replace(actor, id=new_id(), name=role, permissions=actor.permissions - less)


class Deciding(Steps):
    def open_against(self, pick: int, cents: int) -> None:
        """I24: staff may go beyond policy, with a reason."""
        kind = (CaseKind.RETURN_REFUND, CaseKind.REFUND_ONLY, CaseKind.RESHIP)[pick % 3]
        wanted = request(
            self.session,
            self.order,
            *((1,) if cents % 2 else (0, 1)),
            kind=kind,
            condition=("intact", "worn")[pick // 3 % 2],
        )
        service.open_case(
            self.session, self.desk.actor, order_id=self.order.id, request=wanted, key=new_id(),
            override_reason="老客户，破例",
        )  # fmt: skip

    def override(self, pick: int, cents: int) -> None:
        told = {"reason": "照顾老客户", "outputs": {"freight_payer": "seller"}}
        by = self.staff[pick % len(self.staff)]
        self._act(service.override, by, pick, Command.OVERRIDE, cents=max(cents, 0), **told)

    def approve(self, pick: int, cents: int) -> None:
        if case := self._case(pick, Command.APPROVE):
            by = self.desk.actor if pick % 2 else self.staff[pick % len(self.staff)]
            seen = case.requested_cents + (1 if cents % 7 == 0 else 0)
            why = "核实过" if by.may(Permission.AFTERSALES_OVERRIDE) else ""
            self.desk.approve(case, by, override_reason=why, cents=seen)
            assert seen == case.requested_cents  # I16

    def approve_what_changed(self, pick: int, _cents: int) -> None:
        """I16: who saw another version changes nothing."""
        if case := self._case(pick, Command.APPROVE):
            self.desk.approve(case, version=case.version + 1)
            raise AssertionError("approved unseen")

    def refuse(self, pick: int, _cents: int) -> None:
        reason = ("amount_wrong", "not_as_claimed", "goods_used")[pick % 3]
        told = {"reason": reason, "words": "不符", "proofs": [self._photo()]}
        self._act(service.refuse, self.desk.actor, pick, Command.REFUSE, **told)

    def propose(self, pick: int, cents: int) -> None:
        kind = (None, CaseKind.REFUND_ONLY, CaseKind.RETURN_REFUND)[pick % 3]
        told = {"cents": cents, "kind": kind}
        self._act(service.propose, self.desk.actor, pick, Command.PROPOSE, **told)

    def retain(self, pick: int, _cents: int) -> None:
        kinds = list(OfferKind)
        self._act(
            service.retain, self.desk.actor, pick, Command.RETAIN, kind=kinds[pick % len(kinds)]
        )

    def judge(self, pick: int, _cents: int) -> None:
        whose = list(Responsible)[pick % len(Responsible)]
        self._act(service.judge, self.desk.actor, pick, Command.RULE, responsible=whose)

    def answer(self, pick: int, _cents: int) -> None:
        """Concede a dispute, or stand by the refusal."""
        if pick % 2:
            self._act(service.concede, self.desk.actor, pick, Command.AGREE)
        else:
            self._act(service.contest, self.desk.actor, pick, Command.AGREE, words="证据齐全")

    def rule(self, pick: int, cents: int) -> None:
        judge = replace(self.desk.actor, id=new_id(), name="仲裁")
        party = (Party.BUYER, Party.MERCHANT)[pick % 2]
        self._act(
            service.rule, judge, pick, Command.RULE, ruled_for=party, words="有据",
            cents=cents if pick % 3 == 0 else None, return_first=pick % 4 == 0,
        )  # fmt: skip

    def settle(self, pick: int, cents: int) -> None:
        self._act(service.settle, self.desk.actor, pick, Command.AGREE, cents=cents, words="谈妥")

    def reopen(self, pick: int, _cents: int) -> None:
        if case := self._case(pick):
            service.reopen(self.session, self.desk.actor, case_id=case.id, reason="复核")

    def compensate(self, _pick: int, cents: int) -> None:
        service.compensate(
            self.session, self.desk.actor, order_id=self.order.id, cents=cents, currency="CNY",
            reason=Reason.LATE_SHIP, key=new_id(),
        )  # fmt: skip

    def fast_refund(self, pick: int, _cents: int) -> None:
        self._act(service.fast_refund, self.desk.actor, pick, Command.FAST_REFUND, reason="老客户")

    def get_back(self, pick: int, _cents: int) -> None:
        """A fast refund that had to be got back was, or is given up."""
        query = select(Recovery.id).where(Recovery.shop_id == self.order.shop_id)
        for recovery_id in self.session.scalars(query).all()[:1]:
            how = ("recovered", "written_off")[pick % 2]
            service.end_recovery(
                self.session, self.desk.actor, recovery_id=recovery_id, how=how, note="已结"
            )

    # -- the warehouse ------------------------------------------------------------------------

    def intercept(self, pick: int, _cents: int) -> None:
        self._act(service.intercept, self.desk.actor, pick, Command.APPROVE)

    def stopped(self, pick: int, cents: int) -> None:
        """The courier answers."""
        state = list(InterceptionState)[cents % len(InterceptionState)]
        self._tell(service.answer_interception, self.desk.actor, pick, Command.APPROVE, state=state)

    def parcel_back(self, pick: int, _cents: int) -> None:
        self._tell(service.parcel_back, self.desk.actor, pick, Command.APPROVE)

    def receive(self, pick: int, cents: int) -> None:
        """All of it, or all but one unit, with photos."""
        case = self._case(pick, Command.RECEIVE)
        if case is None:
            return
        missing = 1 if cents % 3 == 0 else 0
        found = []
        for line in queries.lines_of(self.session, case.id):
            good = max(line.qty - missing, 0)
            found.append(Inspected(line.order_line_id, line.qty, good, good if pick % 2 else 0))
            missing = 0
        service.receive(
            self.session, self.desk.actor, case_id=case.id, version=case.version, lines=found,
            file_ids=[self.desk.photo()] if cents % 3 == 0 else [],
        )  # fmt: skip

    def refuse_receipt(self, pick: int, _cents: int) -> None:
        told = {"words": "不是我们发的货", "proofs": [self._photo()]}
        self._act(service.refuse_receipt, self.desk.actor, pick, Command.REFUSE_RECEIPT, **told)

    def _photo(self) -> Proof:
        return replace(PHOTO, file_ids=(self.desk.photo(),))

    def ship_replacement(self, pick: int, _cents: int) -> None:
        number = {"carrier": "顺丰", "tracking_no": f"SF{new_id().hex[-10:]}"}
        self._act(
            service.ship_replacement, self.desk.actor, pick, Command.SHIP_REPLACEMENT, **number
        )

    def convert(self, pick: int, _cents: int) -> None:
        self._act(service.convert, self.desk.actor, pick, Command.CONVERT, why="缺货")

    def ship(self, pick: int, _cents: int) -> None:
        """The order goes on: it leaves, and arrives."""
        then = (OrderStatus.SHIPPED, OrderStatus.SIGNED)[pick % 2]
        orders.move(self.session, self.desk.actor, order_id=self.order.id, status=then)

    def ship_instead(self, pick: int, _cents: int) -> None:
        self._act(service.ship_instead, self.desk.actor, pick, Command.SHIP_INSTEAD)
