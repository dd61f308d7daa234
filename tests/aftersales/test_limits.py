"""Who may go how far: limits, second persons, deciding otherwise, and both sides settling."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from tests.aftersales.conftest import everything
from tests.aftersales.factories import RETURN, prove
from tests.payments.conftest import paid_by
from xiaoer.aftersales import errors, service
from xiaoer.aftersales.models import CaseState, Dispute, DisputeState, EvidenceKind, Reason
from xiaoer.core.auth import Permission
from xiaoer.core.errors import MissingPermission
from xiaoer.core.ids import new_id
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.service import LineRow
from xiaoer.policies.models import Decision

P, S = Permission, CaseState


def ranked(actor, role):
    """Another person of that role, as the table `authority` knows roles."""
    less = {
        "agent": {P.POLICIES_PUBLISH, P.AFTERSALES_OVERRIDE},
        "team_lead": {P.POLICIES_PUBLISH},
        "manager": set(),
    }[role]
    return replace(actor, id=new_id(), name=role, permissions=actor.permissions - less)


@pytest.fixture
def dear(desk, make, buyer):
    """A refund of 600.00, beyond what an agent may approve, or of more."""

    def made(cents=60000):
        order = make(
            lines=[LineRow(title="锅", list_cents=cents)],
            payable_cents=cents,
            paid_cents=cents,
            freight_cents=0,
            facts=paid_by((f"credit_card_t{new_id().hex[-6:]}", cents)),
        )
        return desk.ask(order, by=buyer)

    return made


class TestFourEyes:
    """I24."""

    def test_beyond_ones_limit_a_second_person_agrees(self, desk, dear, actor, session):
        case = dear()
        first, second = ranked(actor, "agent"), ranked(actor, "team_lead")
        case = desk.approve(case, by=first)
        assert (case.state, case.asked_by, case.asked_role) == (
            S.AWAITING_MERCHANT,
            first.id,
            "team_lead",
        )
        before = everything(session)
        with pytest.raises(errors.SecondPersonMustDiffer), session.begin_nested():
            desk.approve(case, by=first)
        with pytest.raises(errors.AboveYourLimit), session.begin_nested():
            desk.approve(case, by=ranked(actor, "agent"))
        assert everything(session) == before
        desk.approve(case, by=second)
        desk.work()
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, 60000)

    def test_above_all_limits_two_managers(self, desk, dear, actor, session):
        case = dear(600_000)
        first, second = ranked(actor, "manager"), ranked(actor, "manager")
        case = desk.approve(case, by=first)
        assert (case.state, case.asked_role) == (S.AWAITING_MERCHANT, "manager")
        with pytest.raises(errors.SecondPersonMustDiffer), session.begin_nested():
            desk.approve(case, by=first)
        desk.approve(case, by=second)
        desk.work()
        assert desk.state(case) is S.COMPLETED

    def test_another_amount_has_to_be_asked_for_again(self, desk, dear, actor, session):
        case = desk.approve(dear(), by=ranked(actor, "agent"))
        case = service.override(
            session,
            ranked(actor, "team_lead"),
            case_id=case.id,
            version=case.version,
            cents=50000,
            reason="协商",
            outputs={},
        )
        other = ranked(actor, "agent")
        case = desk.approve(case, by=other)
        assert (case.state, case.asked_by, case.asked_cents) == (
            S.AWAITING_MERCHANT,
            other.id,
            50000,
        )

    def test_an_offer_is_within_ones_limit(self, desk, dear, actor, session):
        case = dear()
        before = everything(session)
        with pytest.raises(errors.AboveYourLimit), session.begin_nested():
            service.propose(
                session,
                ranked(actor, "agent"),
                case_id=case.id,
                version=case.version,
                cents=30000,
            )
        assert everything(session) == before


class TestOverride:
    """T29."""

    def override(self, desk, case, by=None, **what):
        usual = {"cents": 0, "reason": "老客户", "outputs": {}, "version": case.version}
        return service.override(desk.session, by or desk.actor, case_id=case.id, **(usual | what))

    def test_T29_a_decision_in_place_of_the_first(self, desk, make, buyer, session):
        case = desk.ask(make(OrderStatus.SIGNED), by=buyer, **RETURN)
        first = case.decision_id
        case = self.override(desk, case, outputs={"require_return": False}, cents=5000)
        made = session.get_one(Decision, case.decision_id)
        assert (made.override_of, made.override_reason) == (first, "老客户")
        assert session.get_one(Decision, first).outputs["require_return"] is True
        desk.approve(case)
        desk.work()
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, 5000)

    def test_T29_what_policy_refuses_is_opened_with_a_reason(self, desk, make, buyer, session):
        order = make(OrderStatus.SIGNED)
        desk.wait(days=30)
        before = everything(session)
        with pytest.raises(errors.PolicyRefuses), session.begin_nested():
            desk.ask(order, by=buyer, **RETURN)
        assert everything(session) == before
        case = desk.ask_against(order, "门店承诺过", **RETURN)
        made = session.get_one(Decision, case.decision_id)
        assert made.override_reason == "门店承诺过"
        agent = ranked(desk.actor, "agent")
        with pytest.raises(MissingPermission), session.begin_nested():
            desk.ask_against(make(OrderStatus.SIGNED), "我想", by=agent, **RETURN)

    @pytest.mark.parametrize(
        ("what", "error"),
        [
            ({"cents": -1}, errors.AmountNotAllowed),
            ({"cents": 10_002}, errors.AmountTooHigh),
            ({"reason": " "}, errors.ReasonNeeded),
            ({"version": 0}, errors.CaseChanged),
        ],
    )
    def test_bad_ones_change_nothing(self, desk, make, buyer, session, what, error):
        case = desk.ask(make(), by=buyer)
        before = everything(session)
        with pytest.raises(error), session.begin_nested():
            self.override(desk, case, **what)
        assert everything(session) == before

    def test_not_when_the_money_is_on_its_way(self, desk, make, buyer, session):
        case = desk.approve(desk.ask(make(), by=buyer))
        before = everything(session)
        with pytest.raises(errors.MoneyUnderWay), session.begin_nested():
            self.override(desk, case, cents=1)
        assert everything(session) == before

    def test_a_compensation_has_no_decision_to_replace(self, desk, make, actor, session):
        case = service.compensate(
            session,
            ranked(actor, "agent"),
            order_id=make(OrderStatus.SIGNED).id,
            cents=5000,
            currency="CNY",
            reason=Reason.LATE_SHIP,
            key=new_id(),
        )
        with pytest.raises(errors.CaseCannotMove), session.begin_nested():
            self.override(desk, case, cents=10)

    def test_beyond_the_limit_of_the_role(self, desk, dear, actor, session):
        case = dear(600_000)
        with pytest.raises(errors.AboveYourLimit), session.begin_nested():
            self.override(desk, case, by=ranked(actor, "team_lead"), cents=600_000)


class TestSettlement:
    """T26."""

    @pytest.fixture
    def disputed(self, desk, make, buyer, session):
        proofs = [prove(EvidenceKind.UNBOXING_VIDEO), prove(EvidenceKind.PACKAGE_PHOTO)]
        case = desk.ask(
            make(OrderStatus.SIGNED), by=buyer, reason=Reason.MISSING_ITEM, proofs=proofs
        )
        case = service.refuse(
            session,
            desk.actor,
            case_id=case.id,
            version=case.version,
            reason="amount_wrong",
            words="金额不符",
        )
        return service.escalate(session, buyer, case_id=case.id, version=case.version)

    def settle(self, desk, case, by=None, **what):
        usual = {"version": case.version, "cents": 3000, "words": "双方同意退 30 元"}
        return service.settle(desk.session, by or desk.actor, case_id=case.id, **(usual | what))

    def test_T26_both_agree_and_the_money_goes(self, desk, disputed, session):
        self.settle(desk, disputed)
        desk.work()
        assert (desk.state(disputed), disputed.refunded_cents) == (S.COMPLETED, 3000)
        dispute = session.scalars(select(Dispute).where(Dispute.case_id == disputed.id)).one()
        assert (dispute.state, dispute.ruling) == (DisputeState.SETTLED, "双方同意退 30 元")

    @pytest.mark.parametrize(
        ("what", "error"),
        [
            ({"cents": 0}, errors.AmountNotAllowed),
            ({"cents": -3}, errors.AmountNotAllowed),
            ({"cents": 10_002}, errors.AmountTooHigh),
            ({"words": " "}, errors.ReasonNeeded),
            ({"version": 1}, errors.CaseChanged),
        ],
    )
    def test_T26_bad_ones_change_nothing(self, desk, disputed, session, what, error):
        before = everything(session)
        with pytest.raises(error), session.begin_nested():
            self.settle(desk, disputed, **what)
        assert everything(session) == before

    def test_T26_a_shopper_does_not_settle_alone(self, desk, disputed, buyer, session):
        before = everything(session)
        with pytest.raises(MissingPermission), session.begin_nested():
            self.settle(desk, disputed, by=buyer)
        assert everything(session) == before

    def test_T24_no_second_dispute_beside_it(self, desk, disputed, buyer, session):
        before = everything(session)
        with pytest.raises(errors.CaseCannotMove), session.begin_nested():
            service.escalate(session, buyer, case_id=disputed.id)
        assert everything(session) == before
