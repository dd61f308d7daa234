"""Orders as random as they come, and everything that people, clocks and providers do to them."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st
from sqlalchemy import select

from tests.aftersales.conftest import facts_of
from tests.aftersales.factories import Desk, lines_of, request
from tests.aftersales.fickle import Fickle, Mood
from tests.aftersales.invariants import Watch
from tests.orders.factories import make_order
from tests.payments.conftest import make_card, paid_by
from xiaoer.aftersales import queries, service
from xiaoer.aftersales.models import AmendmentKind, Case, CaseKind, EvidenceKind, Party, Reason
from xiaoer.aftersales.rules import MOVES, Command
from xiaoer.aftersales.service import Becomes, Change, Inspected, Proof
from xiaoer.catalog.models import Product, Sku
from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission, system
from xiaoer.core.errors import DeskError
from xiaoer.core.ids import new_id
from xiaoer.core.money import allocate
from xiaoer.orders import service as orders
from xiaoer.orders.models import Order, OrderStatus
from xiaoer.orders.service import LineRow
from xiaoer.payments import service as payments
from xiaoer.payments.models import Direction, Movement, MovementState
from xiaoer.payments.service import reconciling, submitting
from xiaoer.promises import service as promises

PRICES = (5000, 6200, 3100)
LINES = st.lists(
    st.tuples(st.sampled_from([0, 1, 999, 5000, 7333, 60000]), st.integers(1, 3)),
    min_size=1,
    max_size=3,
).filter(lambda lines: any(cents for cents, _ in lines))
"""List price of one, and how many; gifts cost nothing."""
ORDERS = st.fixed_dictionaries(
    {
        "lines": LINES,
        "off": st.integers(0, 40),
        "platform": st.integers(0, 10),
        "freight": st.sampled_from([0, 1, 800]),
        "paid": st.lists(st.integers(0, 5), min_size=3, max_size=3).filter(any),
        "status": st.sampled_from([OrderStatus.PAID, OrderStatus.SHIPPED, OrderStatus.SIGNED]),
    }
)
"""`off`, `platform`: percent that the shop and the marketplace give; `paid`: the shares of a card,
a gift card and points."""


LIMITS = {"agent": 20000, "team_lead": 100000, "manager": 500000}
"""Cents that each role may give away alone, by the house's table `authority`."""


def _ranked(actor: Actor, role: str) -> Actor:
    """A person of that role, as the table knows roles: by their rights."""
    less = {
        "agent": {Permission.POLICIES_PUBLISH, Permission.AFTERSALES_OVERRIDE},
        "team_lead": {Permission.POLICIES_PUBLISH},
    }.get(role, set())
    return replace(actor, id=new_id(), name=role, permissions=actor.permissions - less)


class Life:
    """One order and its buyer; each step is done, or refused with a sentence and no effect."""

    def __init__(
        self, desk: Desk, buyer: Actor, fickle: Fickle, told: dict[str, Any] | Order
    ) -> None:
        self.desk, self.buyer, self.fickle = desk, buyer, fickle
        self.session = desk.session
        self.skus = self._variants()
        self.card = make_card(self.session, desk.shop, buyer.id, cents=2000)
        self.order = told if isinstance(told, Order) else self._bought(told)
        self.staff = [_ranked(desk.actor, role) for role in LIMITS]
        limits = {each.id: cents for each, cents in zip(self.staff, LIMITS.values(), strict=True)}
        self.watch = Watch(self.session, desk.actor, self.order, fickle, limits)
        self.keys: list[tuple[UUID, Any, UUID]] = []
        self.watch.look()

    def _variants(self) -> list[Sku]:
        product = Product(
            shop_id=self.desk.shop.id, external_id=new_id().hex, title="衬衫", facts={}
        )
        self.session.add(product)
        self.session.flush()
        made = [
            Sku(
                shop_id=self.desk.shop.id,
                product_id=product.id,
                external_id=new_id().hex,
                spec=f"{number} 号",
                price_cents=cents,
                currency="CNY",
                actual_stock=5,
                actual_synced_at=clock.now(),
            )
            for number, cents in enumerate(PRICES)
        ]
        self.session.add_all(made)
        self.session.flush()
        return made

    def _bought(self, told: dict[str, Any]) -> Order:
        lines = [
            LineRow(title=f"商品 {n}", list_cents=cents * qty, quantity=qty, sku_id=self.skus[0].id)
            for n, (cents, qty) in enumerate(told["lines"])
        ]
        listed = sum(line.list_cents for line in lines)
        platform = listed * told["platform"] // 100
        goods = listed - platform - listed * told["off"] // 100
        total = goods + told["freight"]
        names = [f"{kind}_{new_id().hex[-6:]}" for kind in ("credit_card", "gift_card", "balance")]
        paid = zip(names, allocate(total, told["paid"]), strict=True)
        return make_order(
            self.session,
            self.desk.shop,
            lines=lines,
            payable_cents=total,
            paid_cents=total,
            platform_discount_cents=platform,
            freight_cents=told["freight"],
            status=told["status"],
            facts=paid_by(*((name, cents) for name, cents in paid if cents)),
            customer_id=self.buyer.id,
            **facts_of(told["status"]),
        )

    # -- steps --------------------------------------------------------------------------------

    def step(self, name: str, pick: int, cents: int) -> None:
        refused = None
        try:
            with self.session.begin_nested():
                getattr(self, name)(pick, cents)
        except DeskError as refusal:
            refused = refusal
            self.session.expire_all()
        assert refused is None or (refused.sentence("zh") and refused.sentence("en"))
        self.watch.look()

    def _case(self, pick: int, *commands: Command) -> Case | None:
        """A case that may do it if there is one; else any: it will be refused."""
        query = select(Case).where(Case.order_id == self.order.id).order_by(Case.id)
        found = list(self.session.scalars(query))
        able = [case for case in found if any(case.state in MOVES[c].before for c in commands)]
        chosen = able or found
        return chosen[pick % len(chosen)] if chosen else None

    def open(self, pick: int, cents: int) -> None:
        kinds = list(CaseKind)
        kinds.remove(CaseKind.COMPENSATION)
        kind = kinds[pick % len(kinds)]
        delivered = self.order.signed_at is not None
        if kind is CaseKind.REFUND_ONLY and delivered:
            kind = CaseKind.RETURN_REFUND
        qty = [pick % 3, 1 + cents % 2, pick % 2]
        wanted = request(
            self.session,
            self.order,
            *(qty if any(qty) else [1]),
            kind=kind,
            reason=[Reason.NO_REASON, Reason.NO_LONGER_NEEDED, Reason.QUALITY_DEFECT][pick % 3]
            if delivered
            else [Reason.NO_LONGER_NEEDED, Reason.NOT_RECEIVED][pick % 2],
            cents=cents if cents % 3 == 0 or kind is CaseKind.PRICE_ADJUST else None,
            sku_id=self.skus[cents % 3].id if kind is CaseKind.EXCHANGE else None,
            instrument_id=self.card.id if pick % 2 else None,
            condition="intact",
            proofs=(Proof(EvidenceKind.ITEM_PHOTO, note="照片"),),
        )
        key = new_id()
        case = service.open_case(
            self.session, self.buyer, order_id=self.order.id, request=wanted, key=key
        )
        self.keys.append((key, wanted, case.id))

    def open_against(self, pick: int, cents: int) -> None:
        """I24: staff may go beyond policy, with a reason."""
        kind = (CaseKind.RETURN_REFUND, CaseKind.REFUND_ONLY, CaseKind.RESHIP)[pick % 3]
        wanted = request(
            self.session,
            self.order,
            *((1,) if cents % 2 else (0, 1)),
            kind=kind,
            condition="intact",
        )
        service.open_case(
            self.session, self.desk.actor, order_id=self.order.id, request=wanted, key=new_id(),
            override_reason="老客户，破例",
        )  # fmt: skip

    def override(self, pick: int, cents: int) -> None:
        told = {"reason": "照顾老客户", "outputs": {"freight_payer": "seller"}}
        by = self.staff[pick % len(self.staff)]
        self._act(service.override, by, pick, Command.OVERRIDE, cents=max(cents, 0), **told)

    def again(self, pick: int, cents: int) -> None:
        """I9, I10: a key that was used opens nothing new."""
        if not self.keys:
            return
        key, wanted, case_id = self.keys[pick % len(self.keys)]
        if cents % 2:
            wanted = replace(wanted, text="别的内容")
        found = service.open_case(
            self.session, self.buyer, order_id=self.order.id, request=wanted, key=key
        )
        assert found.id == case_id
        assert not cents % 2, "another content under a used key"

    def _act(self, verb: Any, by: Actor, pick: int, *commands: Command, **what: Any) -> None:
        if case := self._case(pick, *commands):
            verb(self.session, by, case_id=case.id, version=case.version, **what)

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

    def stranger(self, pick: int, _cents: int) -> None:
        """I25."""
        if case := self._case(pick):
            stranger = replace(self.buyer, id=new_id())
            service.withdraw(self.session, stranger, case_id=case.id, version=case.version)
            raise AssertionError("a stranger was let in")

    def refuse(self, pick: int, _cents: int) -> None:
        told = {"reason": "amount_wrong", "words": "不符"}
        self._act(service.refuse, self.desk.actor, pick, Command.REFUSE, **told)

    def propose(self, pick: int, cents: int) -> None:
        self._act(service.propose, self.desk.actor, pick, Command.PROPOSE, cents=cents)

    def accept(self, pick: int, _cents: int) -> None:
        self._act(service.accept, self.buyer, pick, Command.ACCEPT)

    def decline(self, pick: int, _cents: int) -> None:
        self._act(service.decline, self.buyer, pick, Command.DECLINE)

    def revise(self, pick: int, cents: int) -> None:
        self._act(service.revise, self.buyer, pick, Command.REVISE, cents=cents)

    def withdraw(self, pick: int, _cents: int) -> None:
        self._act(service.withdraw, self.buyer, pick)

    def escalate(self, pick: int, _cents: int) -> None:
        self._act(service.escalate, self.buyer, pick, Command.ESCALATE, words="请平台评理")

    def rule(self, pick: int, cents: int) -> None:
        judge = replace(self.desk.actor, id=new_id(), name="仲裁")
        party = (Party.BUYER, Party.MERCHANT)[pick % 2]
        self._act(
            service.rule, judge, pick, Command.RULE, ruled_for=party, words="有据",
            cents=cents if pick % 3 == 0 else None, return_first=pick % 4 == 0,
        )  # fmt: skip

    def settle(self, pick: int, cents: int) -> None:
        self._act(service.settle, self.desk.actor, pick, Command.AGREE, cents=cents, words="谈妥")

    def ship_back(self, pick: int, _cents: int) -> None:
        number = {"carrier": "圆通", "tracking_no": f"YT{new_id().hex[-10:]}"}
        self._act(service.ship_back, self.buyer, pick, Command.SHIP_BACK, **number)

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

    def fast_refund(self, pick: int, _cents: int) -> None:
        self._act(service.fast_refund, self.desk.actor, pick, Command.FAST_REFUND, reason="老客户")

    def ship_replacement(self, pick: int, _cents: int) -> None:
        number = {"carrier": "顺丰", "tracking_no": f"SF{new_id().hex[-10:]}"}
        self._act(
            service.ship_replacement, self.desk.actor, pick, Command.SHIP_REPLACEMENT, **number
        )

    def confirm(self, pick: int, _cents: int) -> None:
        self._act(service.confirm, self.buyer, pick, Command.CONFIRM)

    def convert(self, pick: int, _cents: int) -> None:
        self._act(service.convert, self.desk.actor, pick, Command.CONVERT, why="缺货")

    def pay(self, pick: int, _cents: int) -> None:
        self._act(service.pay, self.buyer, pick, Command.TOP_UP, instrument_id=self.card.id)

    def retry(self, pick: int, _cents: int) -> None:
        self._act(service.retry, self.desk.actor, pick, Command.RETRY)

    def reopen(self, pick: int, _cents: int) -> None:
        if case := self._case(pick):
            service.reopen(self.session, self.desk.actor, case_id=case.id, reason="复核")

    def compensate(self, _pick: int, cents: int) -> None:
        service.compensate(
            self.session, self.desk.actor, order_id=self.order.id, cents=cents, currency="CNY",
            reason=Reason.LATE_SHIP, key=new_id(),
        )  # fmt: skip

    def amend(self, pick: int, cents: int) -> None:
        line = lines_of(self.session, self.order)[0]
        swaps = [Becomes(line.id, self.skus[cents % 3].id, 1 if pick % 2 else None)]
        change = (
            Change(AmendmentKind.SWAP_ITEMS, swaps=swaps, instrument_id=self.card.id)
            if pick % 3
            else Change(AmendmentKind.CHANGE_PAYMENT, instrument_id=self.card.id)
        )
        service.amend(self.session, self.buyer, order_id=self.order.id, change=change, key=new_id())

    def ship(self, pick: int, _cents: int) -> None:
        """The order goes on: it leaves, and arrives."""
        then = (OrderStatus.SHIPPED, OrderStatus.SIGNED)[pick % 2]
        orders.move(self.session, self.desk.actor, order_id=self.order.id, status=then)

    # -- the world ----------------------------------------------------------------------------

    def mood(self, pick: int, _cents: int) -> None:
        self.fickle.mood = list(Mood)[pick % len(Mood)]

    def work(self, _pick: int, _cents: int) -> None:
        """The worker does what is due: jobs, and what goes to the provider."""
        self.session.flush()
        while self.desk.run_jobs() + self._send():
            pass

    def _send(self) -> int:
        waiting = select(Movement.id).where(
            Movement.state == MovementState.SUBMITTED, Movement.claimed_until.is_(None)
        )
        sent = 0
        for movement_id in self.session.scalars(waiting.where(self._due())).all():
            order = submitting.claim(self.session, movement_id, (MovementState.SUBMITTED,))
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
        if movement.direction is Direction.OUT and movement.state is MovementState.SETTLED:
            told = self.fickle.call(movement_id, settles=True)
            payments.take(self.session, "sandbox", replace(told, event="reversed"))

    def wait(self, pick: int, cents: int) -> None:
        hours = (1, 20, 50, 200)[pick % 4] + max(cents, 0) % 7
        self.desk.later(timedelta(hours=hours))
        promises.fire_due(self.session)
        self.work(0, 0)


STEPS = (
    "open", "open", "open", "approve", "approve", "approve", "again", "approve_what_changed",
    "stranger", "open_against", "override", "refuse", "propose", "accept", "decline", "revise",
    "withdraw", "escalate", "rule",
    "settle", "ship_back", "ship_back", "receive", "receive", "fast_refund", "ship_replacement",
    "ship_replacement", "confirm", "convert", "pay", "retry", "reopen", "compensate", "amend",
    "ship", "mood", "work", "work", "ask", "call_back", "wait",
)  # fmt: skip
"""What can happen; what leads on comes more often."""
