"""Stock for exchanges, partial refunds by talk, price differences, and who may do what."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.aftersales.conftest import everything
from tests.aftersales.factories import lines_of
from tests.aftersales.test_returns import receive, send
from tests.payments.conftest import paid_by
from xiaoer.aftersales import errors, queries, service
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    CaseState,
    EvidenceKind,
    Queue,
    Reason,
)
from xiaoer.aftersales.queries import queues
from xiaoer.aftersales.rules import Wanted
from xiaoer.aftersales.service import Proof, Request
from xiaoer.catalog import queries as catalog
from xiaoer.catalog.errors import OutOfStock
from xiaoer.catalog.models import StockHold
from xiaoer.core.auth import Actor, ActorKind
from xiaoer.core.ids import new_id
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import LineRow
from xiaoer.tasks.models import Task
from xiaoer.workforce.rules import BUILTIN_ROLES

S = CaseState


def now_of(desk, case):
    desk.session.expire_all()
    return desk.session.get_one(Case, case.id)


class TestExchangeQueue:
    @pytest.fixture
    def exchange(self, desk, bought, skus, buyer):
        """Shirts for the third variant, of which five are there."""

        def made(qty=1):
            order = bought()
            line = lines_of(desk.session, order)[0]
            asked = Request(
                kind=CaseKind.EXCHANGE,
                reason=Reason.DISLIKE,
                lines=[Wanted(line.id, qty, skus[2].id)],
            )
            return service.open_case(
                desk.session, desk.actor, order_id=order.id, request=asked, key=new_id()
            )

        return made

    def kept(self, session, sku):
        return catalog.held(session, [sku.id]).get(sku.id, 0)

    @pytest.mark.row("FM2-4")
    def test_an_exchange_has_its_stock_from_the_approval_until_it_leaves(
        self, desk, exchange, skus, buyer, session
    ):
        case = desk.approve(exchange(2))
        assert self.kept(session, skus[2]) == 2
        case = send(desk, buyer, case)
        case = receive(desk, case)
        assert (case.state, case.queue) == (S.AWAITING_REPLACEMENT_SHIP, Queue.SHIP_OUT)
        found, _ = queues.queue(session, desk.actor, queues.Asked(queue=Queue.SHIP_OUT))
        assert [each.case.id for each in found] == [case.id]
        sent = {"carrier": "圆通", "tracking_no": "YT000000001"}
        service.ship_replacement(session, desk.actor, case_id=case.id, version=case.version, **sent)
        assert self.kept(session, skus[2]) == 0

    @pytest.mark.row("FM2-4")
    def test_the_last_pieces_are_promised_once(self, desk, exchange, skus, session):
        first, second = exchange(1), exchange(1)
        skus[2].actual_stock = 1
        session.flush()
        desk.approve(first)
        before = everything(session)
        with pytest.raises(OutOfStock), session.begin_nested():
            desk.approve(now_of(desk, second))
        assert everything(session) == before
        service.withdraw(session, desk.actor, case_id=first.id)
        desk.approve(now_of(desk, second))
        assert session.scalars(select(StockHold.subject_id)).all() == [second.id]

    @pytest.mark.row("FM2-4")
    def test_kept_for_another_it_is_not_offered_any_more(self, desk, exchange, skus, session):
        skus[2].actual_stock = 1
        session.flush()
        desk.approve(exchange(1))
        with pytest.raises(errors.ReplacementNotAvailable):
            exchange(1)

    @pytest.mark.row("FM2-4")
    def test_not_sent_in_time_somebody_is_alerted_and_it_becomes_a_refund(
        self, desk, exchange, skus, buyer, session
    ):
        case = receive(desk, send(desk, buyer, desk.approve(exchange(1))))
        due = case.deadline_at
        desk.wait(days=9, hours=1)
        desk.wait(hours=1)
        (task,) = session.scalars(select(Task).where(Task.kind == "ship_replacement")).all()
        assert (task.subject_id, task.due_at) == (case.id, due)
        desk.wait(days=1)
        assert now_of(desk, case).kind is CaseKind.RETURN_REFUND
        assert self.kept(session, skus[2]) == 0


class TestPartialRefund:
    @pytest.mark.row("FM3-2")
    def test_goods_not_fit_for_resale_are_settled_by_a_part_of_the_money(
        self, desk, make, buyer, session
    ):
        order = make(OrderStatus.SIGNED)
        asked = desk.ask(order, by=buyer, kind=CaseKind.RETURN_REFUND, reason=Reason.NO_REASON)
        case = receive(
            desk, send(desk, buyer, desk.approve(asked)), 0, 0, photos=True, note="有污渍"
        )
        assert case.state is S.RECEIPT_REFUSED
        keep = {"case_id": case.id, "kind": CaseKind.REFUND_ONLY}
        offer = keep | {"version": case.version, "cents": 3000}
        service.propose(session, desk.actor, **offer, words="部分退款，商品寄回给您")
        answer = {"case_id": case.id, "counter_cents": 6000, "words": "至少退六十"}
        case = service.decline(session, buyer, **answer)
        assert case.state is S.RECEIPT_REFUSED
        service.propose(session, desk.actor, **keep, version=case.version, cents=5000)
        service.accept(session, buyer, case_id=case.id)
        desk.work()
        case = now_of(desk, case)
        assert (case.state, case.refunded_cents) == (S.COMPLETED, 5000)
        rounds = queries.detail(session, desk.actor, case.id).offers
        assert [(e.cents, e.counter_cents, e.answer_words) for e in rounds] == [
            (3000, 6000, "至少退六十"),
            (5000, None, ""),
        ]

    @pytest.mark.row("FM3-2")
    def test_nobody_asks_for_more_than_there_is(self, desk, make, buyer, session):
        case = desk.ask(make(OrderStatus.SHIPPED), by=buyer)
        offer = {"case_id": case.id, "version": case.version, "cents": 3000}
        service.propose(session, desk.actor, **offer)
        before = everything(session)
        with pytest.raises(errors.AmountTooHigh), session.begin_nested():
            service.decline(session, buyer, case_id=case.id, counter_cents=99_999_999)
        assert everything(session) == before


class TestPriceDifference:
    @pytest.fixture
    def cheaper(self, bought, skus, session):
        """Two shirts of 100.00 each, which cost 85.00 by now."""
        order = bought()
        skus[0].price_cents = 8500
        session.flush()
        return order

    @pytest.mark.row("FM5-1")
    def test_the_calculator_names_the_difference_and_the_rule(self, client, cheaper):
        told = client.get(f"/api/orders/{cheaper.id}/price-difference").json()
        assert (told["cents"], told["allowed"], told["row"]) == (3000, True, "F1")
        (line,) = told["lines"]
        assert (line["paid_each_cents"], line["now_each_cents"]) == (10000, 8500)
        assert told["clauses"] == ["4.1"]

    @pytest.mark.row("FM5-1")
    def test_more_than_the_difference_is_never_paid_and_once(self, desk, cheaper, buyer, session):
        asked = {"kind": CaseKind.PRICE_ADJUST, "reason": Reason.PRICE_DROP}
        with pytest.raises(errors.AmountTooHigh):
            desk.ask(cheaper, by=buyer, **asked, cents=3001)
        case = desk.ask(cheaper, by=buyer, **asked, cents=3000)
        case = desk.approve(case, override_reason="已核对价格")
        desk.work()
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, 3000)
        with pytest.raises(errors.UnitTaken):
            desk.ask(cheaper, by=buyer, **asked, cents=1)

    @pytest.mark.row("FM5-1")
    def test_beyond_one_s_limit_a_second_person_approves(self, desk, make, skus):
        lines = [LineRow(title="衬衫", list_cents=60000, quantity=2, sku_id=skus[0].id)]
        order = make(
            OrderStatus.SIGNED,
            lines=lines,
            payable_cents=60000,
            paid_cents=60000,
            freight_cents=0,
            facts=paid_by((f"credit_card_t{new_id().hex[-6:]}", 60000)),
        )
        proofs = [Proof(EvidenceKind.PRICE_SCREENSHOT, (), "降价截图")]
        asked = {"kind": CaseKind.PRICE_ADJUST, "reason": Reason.PRICE_DROP, "proofs": proofs}
        case = desk.ask(order, **asked, cents=40000)
        roles = {each.code: each.permissions for each in BUILTIN_ROLES}
        clerk = replace(desk.actor, id=new_id(), permissions=roles["reception"])
        case = desk.approve(case, by=clerk)
        assert (case.state, case.asked_role) == (S.AWAITING_MERCHANT, "team_lead")
        lead = replace(desk.actor, id=new_id(), permissions=roles["team_lead"])
        case = desk.approve(case, by=lead)
        desk.work()
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, 40000)

    def test_too_late_it_is_not_protected(self, desk, client, cheaper, session):
        desk.later(timedelta(days=20))
        told = client.get(f"/api/orders/{cheaper.id}/price-difference").json()
        assert (told["allowed"], told["row"]) == (False, "F2")


class TestRoles:
    @pytest.fixture
    def as_role(self, desk, acting):
        roles = {each.code: each.permissions for each in BUILTIN_ROLES}

        def sign_in(code):
            acting["actor"] = Actor(
                kind=ActorKind.AGENT,
                id=new_id(),
                name=code,
                permissions=roles[code],
                shop_ids=frozenset({desk.shop.id}),
            )

        return sign_in

    @pytest.mark.row("ROL-5")
    def test_service_warehouse_and_courier_desk_share_the_order(
        self, desk, client, as_role, make, buyer
    ):
        order = make(OrderStatus.SIGNED)
        for number, role in enumerate(("returns_handler", "warehouse", "courier"), 1):
            as_role(role)
            assert client.get(f"/api/orders/{order.id}").status_code == 200
            remark = {"type": "other", "text": f"{role} 看过"}
            made = client.post(f"/api/orders/{order.id}/remarks", json=remark)
            assert made.status_code == 201, made.text
            assert len(client.get(f"/api/orders/{order.id}").json()["remarks"]) == number

    @pytest.mark.row("ROL-5")
    def test_each_does_its_own_part_and_no_other(self, desk, client, as_role, make, buyer, session):
        order = make(OrderStatus.SIGNED)
        asked = desk.ask(order, by=buyer, kind=CaseKind.RETURN_REFUND, reason=Reason.NO_REASON)
        approval = {
            "version": asked.version,
            "cents": asked.requested_cents,
            "reasonable": True,
            "conditions_met": True,
        }
        path = f"/api/cases/{asked.id}"
        for role in ("warehouse", "courier"):
            as_role(role)
            assert client.post(f"{path}/approval", json=approval).status_code == 403
            assert client.get("/api/cases").status_code == 403
        as_role("reception")
        assert client.post(f"{path}/approval", json=approval).status_code == 200
        case = send(desk, buyer, now_of(desk, asked))
        seen = [
            {"order_line_id": str(line.order_line_id), "received": line.qty, "accepted": line.qty}
            for line in queries.lines_of(session, case.id)
        ]
        receipt = {"version": case.version, "lines": seen}
        received = f"/api/warehouse/cases/{asked.id}/receipt"
        for role in ("courier", "reception"):
            as_role(role)
            assert client.post(received, json=receipt).status_code == 403
        as_role("warehouse")
        waiting = client.get("/api/returning-parcels", params={"shop_id": str(desk.shop.id)})
        assert [each["case_id"] for each in waiting.json()["items"]] == [str(case.id)]
        assert client.post(received, json=receipt).status_code == 200
        assert client.get(f"/api/customers/{buyer.id}").status_code == 403
