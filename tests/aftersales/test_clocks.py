"""What happens when nobody acts (aftersales.md A.4): each deadline with its action."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from tests.aftersales.factories import RETURN, exchange, go_through, prove, send_out
from tests.payments.conftest import make_card
from tests.promises.factories import make_calendar
from xiaoer.aftersales import queries, service
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    CasePlace,
    CaseState,
    Closed,
    Decided,
    Dispute,
    DisputeState,
    EvidenceKind,
    Money,
    Offer,
    OfferState,
    Reason,
)
from xiaoer.core import clock
from xiaoer.core.auth import Permission
from xiaoer.core.ids import new_id
from xiaoer.orders.models import OrderStatus
from xiaoer.payments.models import Movement
from xiaoer.payments.provider import Verdict
from xiaoer.promises import queries as promises
from xiaoer.promises import service as promises_due
from xiaoer.tasks.models import Task

S = CaseState


def tasks_of(session, case, kind):
    query = select(Task).where(Task.subject_id == case.id, Task.kind == kind)
    return session.scalars(query).all()


class TestMerchant:
    """D1 to D3: silence is a yes."""

    def test_D1_is_shown_with_its_action(self, desk, make, buyer):
        case = desk.ask(make(), by=buyer)
        assert case.deadline_at == clock.now() + timedelta(hours=24)
        assert (case.deadline_action, case.silent) == ("approve_refund", "merchant")

    def test_D2_a_refund_of_a_shipped_order(self, desk, make, buyer):
        case = desk.ask(make(OrderStatus.SHIPPED), by=buyer)
        desk.wait(hours=47)
        assert desk.state(case) is S.AWAITING_MERCHANT
        desk.wait(hours=2)
        assert (desk.state(case), case.automation) == (S.COMPLETED, "deadline")

    def test_D3_a_return_goes_to_the_default_address(self, desk, make, buyer, session):
        case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
        desk.wait(hours=49)
        assert (desk.state(case), case.decided) == (S.AWAITING_BUYER_RETURN, Decided.APPROVED)
        assert session.get_one(CasePlace, case.place_id).name == "杭州仓"

    def test_D3_without_an_address_a_person_is_called(self, desk, make, buyer, session):
        case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
        session.execute(update(CasePlace).values(active=False))
        desk.wait(hours=49)
        assert desk.state(case) is S.AWAITING_MERCHANT
        assert case.notes["overdue"] == "AddressNeeded"
        assert len(tasks_of(session, case, "case_overdue")) == 1
        assert case.deadline_at > clock.now()

    @pytest.mark.row("RET-18")
    def test_D3_an_exchange(self, desk, buyer, bought, skus, session):
        order = bought()
        wanted = exchange(session, order, skus[0])
        case = service.open_case(session, buyer, order_id=order.id, request=wanted, key=new_id())
        desk.wait(hours=49)
        assert desk.state(case) is S.AWAITING_BUYER_RETURN

    def test_late_it_acts_as_if_it_were_in_time(self, desk, make, buyer):
        """The worker was down for three weeks; what was agreed to then is agreed to now."""
        case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
        due_at = case.deadline_at
        desk.wait(days=21)
        assert desk.state(case) is S.AWAITING_BUYER_RETURN
        assert due_at < clock.now() - timedelta(days=18)

    def test_a_person_was_faster_than_a_late_clock(self, desk, make, buyer, session):
        case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
        seen = case.deadline_at
        case = desk.approve(case)
        version = case.version
        desk.later(timedelta(hours=60))
        service.fire(session, case.id, seen)
        assert (case.state, case.version) == (S.AWAITING_BUYER_RETURN, version)


class TestOffers:
    def test_D4_an_offer_nobody_answers(self, desk, make, buyer, session):
        case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
        case = service.propose(
            session, desk.actor, case_id=case.id, version=case.version, cents=5000
        )
        assert (case.state, case.silent) == (S.AWAITING_BUYER_CONFIRM, "buyer")
        desk.wait(hours=49)
        assert (desk.state(case), case.decided) == (S.AWAITING_MERCHANT, Decided.PENDING)
        offer = session.scalars(select(Offer).where(Offer.case_id == case.id)).one()
        assert offer.state is OfferState.EXPIRED
        assert case.requested_cents == 9201
        assert case.deadline_action == "approve_application"

    def test_D14_a_compensation_nobody_agrees_to(self, desk, make, session):
        plain = replace(
            desk.actor,
            permissions=desk.actor.permissions
            - {Permission.POLICIES_PUBLISH, Permission.AFTERSALES_OVERRIDE},
        )
        order = make(OrderStatus.SIGNED)
        case = service.compensate(
            session,
            plain,
            order_id=order.id,
            cents=5000,
            currency="CNY",
            reason=Reason.LATE_SHIP,
            key=new_id(),
        )
        assert (case.state, case.asked_role) == (S.AWAITING_MERCHANT, "team_lead")
        desk.wait(days=6)
        assert desk.state(case) is S.AWAITING_MERCHANT
        desk.wait(days=2)
        assert (desk.state(case), case.closed_reason) == (S.CLOSED, Closed.INVALID)
        assert session.scalars(select(Movement).where(Movement.reason_ref == case.id)).all() == []


class TestBuyer:
    def test_D5_after_a_refused_parcel(self, desk, back, buyer, session):
        case = back()
        case = service.refuse_receipt(
            session,
            desk.actor,
            case_id=case.id,
            version=case.version,
            words="不是我们的商品",
            proofs=[prove(EvidenceKind.INSPECTION_PHOTO, desk)],
        )
        desk.wait(days=6)
        assert desk.state(case) is S.RECEIPT_REFUSED
        desk.wait(days=2)
        assert (desk.state(case), case.closed_reason) == (S.CLOSED, Closed.BUYER_TIMEOUT)
        order = desk.order(case)
        assert not any(each.taken for each in queries.units_of(session, desk.actor, order))

    @pytest.mark.row("RET-11")
    def test_D6_never_sent(self, desk, back):
        case = back(sent=False)
        desk.wait(days=7, hours=1)
        assert (desk.state(case), case.closed_reason) == (S.CLOSED, Closed.BUYER_TIMEOUT)

    def test_D9_received_without_a_word(self, desk, bought, buyer, skus, session):
        order = bought()
        case = send_out(desk, go_through(desk, buyer, order, exchange(session, order, skus[0])))
        desk.wait(days=14)
        assert desk.state(case) is S.AWAITING_BUYER_RECEIPT
        desk.wait(days=2)
        assert desk.state(case) is S.COMPLETED

    def test_D9_ten_days_after_it_was_signed_for(
        self,
        desk,
        bought,
        buyer,
        skus,
        session,
    ):
        order = bought()
        case = send_out(desk, go_through(desk, buyer, order, exchange(session, order, skus[0])))
        desk.wait(days=2)
        service.report_replacement(session, desk.actor, case_id=case.id, node="signed")
        desk.wait(days=9)
        assert desk.state(case) is S.AWAITING_BUYER_RECEIPT
        desk.wait(days=2)
        assert desk.state(case) is S.COMPLETED

    def test_D10_a_difference_nobody_pays(
        self,
        desk,
        bought,
        buyer,
        skus,
        card,
        obliging,
        session,
    ):
        """The goods are back already: the buyer gets what the old ones are worth."""
        order = bought()
        obliging.verdict = Verdict.PENDING
        wanted = exchange(
            session,
            order,
            skus[1],
            instrument_id=make_card(session, desk.shop, buyer.id, kind="card").id,
        )
        case = go_through(desk, buyer, order, wanted)
        assert (case.state, case.due_cents) == (S.AWAITING_PAYMENT, 2000)
        obliging.verdict = Verdict.FAILED
        desk.check()
        obliging.verdict = Verdict.SETTLED
        desk.wait(hours=73)
        assert (desk.state(case), case.kind) == (S.COMPLETED, CaseKind.RETURN_REFUND)
        assert case.refunded_cents == 10000


class TestWarehouse:
    def test_D7_ten_days_after_it_was_sent(self, desk, back):
        case = back()
        desk.wait(days=9)
        assert desk.state(case) is S.AWAITING_MERCHANT_RECEIPT
        desk.wait(days=2)
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, 9201)

    def test_D7_five_days_after_it_arrived(self, desk, back, session):
        case = back()
        service.report_return(session, desk.actor, case_id=case.id, node="signed")
        desk.wait(days=4)
        assert desk.state(case) is S.AWAITING_MERCHANT_RECEIPT
        desk.wait(days=2)
        assert desk.state(case) is S.COMPLETED

    def test_D8_a_replacement_that_is_not_sent(self, desk, bought, buyer, skus, session):
        order = bought()
        case = go_through(desk, buyer, order, exchange(session, order, skus[0]))
        assert case.state is S.AWAITING_REPLACEMENT_SHIP
        desk.wait(days=11)
        assert (desk.state(case), case.converted_from) == (S.COMPLETED, CaseKind.EXCHANGE)
        assert case.refunded_cents == 10000


class TestDispute:
    @pytest.fixture
    def disputed(self, desk, make, buyer, session):
        order = make(OrderStatus.SIGNED)
        proofs = [
            prove(EvidenceKind.UNBOXING_VIDEO),
            prove(EvidenceKind.PACKAGE_PHOTO),
        ]
        case = desk.ask(order, by=buyer, reason=Reason.MISSING_ITEM, proofs=proofs)
        case = service.refuse(
            session,
            desk.actor,
            case_id=case.id,
            version=case.version,
            reason="amount_wrong",
            words="金额不符",
        )
        return service.escalate(session, buyer, case_id=case.id, version=case.version)

    def test_D11_it_is_reviewed_with_what_there_is(self, desk, disputed, session):
        desk.wait(hours=73)
        dispute = session.scalars(select(Dispute).where(Dispute.case_id == disputed.id)).one()
        assert (desk.state(disputed), dispute.state) == (S.DISPUTED, DisputeState.REVIEWING)
        assert len(tasks_of(session, disputed, "rule_dispute")) == 1

    def test_the_other_clocks_stand_meanwhile(self, desk, disputed, session):
        """D5 would have closed it after a week; nothing but a ruling ends a dispute."""
        for _ in range(6):
            desk.wait(days=5)
            assert desk.state(disputed) is S.DISPUTED
        assert disputed.money is Money.NONE
        confirm = promises.live(session, desk.shop.id, disputed.order_id, "confirm_receipt")
        assert confirm is None or confirm.state.value == "paused"


class TestMoney:
    def test_D12_a_failed_refund_calls_a_person(self, desk, make, buyer, obliging, session):
        obliging.verdict = Verdict.FAILED
        case = desk.approve(desk.ask(make(), by=buyer))
        desk.work()
        desk.wait(hours=25)
        assert desk.state(case) is S.REFUND_FAILED
        assert len(tasks_of(session, case, "case_overdue")) == 1

    def test_D12_after_ten_minutes_operations_are_called(
        self, desk, make, buyer, obliging, session
    ):
        """Refused by the provider: ten minutes later somebody is called, once; the day's alert
        comes besides."""
        obliging.verdict = Verdict.FAILED
        case = desk.approve(desk.ask(make(), by=buyer))
        desk.work()
        desk.wait(minutes=9)
        assert tasks_of(session, case, "refund_waits") == []
        desk.wait(minutes=2)
        desk.wait(hours=23)
        assert len(tasks_of(session, case, "refund_waits")) == 1
        assert desk.state(case) is S.REFUND_FAILED

    def test_D12_what_no_provider_has_taken_is_called_out_too(self, desk, make, buyer, session):
        case = desk.approve(desk.ask(make(), by=buyer))
        desk.later(timedelta(minutes=11))
        promises_due.fire_due(session)
        while desk.run_jobs():  # our worker is there, the one that talks to the provider is not
            pass
        assert len(tasks_of(session, case, "refund_waits")) == 1

    def test_D12_what_the_provider_has_taken_is_not(self, desk, make, buyer, obliging, session):
        obliging.verdict = Verdict.PENDING
        case = desk.approve(desk.ask(make(), by=buyer))
        desk.work()
        desk.wait(minutes=11)
        assert tasks_of(session, case, "refund_waits") == []
        assert desk.state(case) is S.REFUND_PROCESSING

    def test_D13_no_answer_for_a_day_calls_a_person(self, desk, make, buyer, obliging, session):
        obliging.silent = True
        case = desk.approve(desk.ask(make(), by=buyer))
        desk.work()
        desk.wait(hours=25)
        assert (desk.state(case), case.money) == (S.REFUND_PROCESSING, Money.SUBMITTED)
        assert len(tasks_of(session, case, "case_overdue")) == 1
        assert (
            len(session.scalars(select(Movement).where(Movement.reason_ref == case.id)).all()) == 1
        )


def test_hours_of_the_shops_calendar(desk, make, buyer, session):
    """Two working days of eight hours are three days and nights: 24 hours of the table are spread
    over the hours in which the shop works."""
    calendar = make_calendar(session, desk.shop.id)
    desk.shop.settings = desk.shop.settings | {"aftersales": {"calendar_id": str(calendar.id)}}
    session.flush()
    case = desk.ask(make(), by=buyer)
    assert case.deadline_at > clock.now() + timedelta(hours=48)
    desk.wait(hours=25)
    assert desk.state(case) is S.AWAITING_MERCHANT


def test_one_pending_deadline_for_every_open_case(desk, make, buyer, session):
    """I15: whatever happens to a case, it has one deadline until it has ended, and none after."""
    case = desk.ask(make(), by=buyer)
    steps = []
    for act in (lambda: desk.approve(case), desk.work):
        live = promises.live(session, desk.shop.id, case.id, "case")
        steps.append((case.state, live is not None and live.due_at == case.deadline_at))
        act()
    session.refresh(case)
    assert steps == [(S.AWAITING_MERCHANT, True), (S.REFUND_PROCESSING, True)]
    assert promises.live(session, desk.shop.id, case.id, "case") is None
    assert session.get_one(Case, case.id).deadline_at is None
