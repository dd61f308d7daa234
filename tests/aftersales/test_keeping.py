"""What may be offered for keeping an order is asked of policy before it is shown, and again before
it is sent."""

import pytest

from tests.aftersales.conftest import everything
from tests.aftersales.factories import RETURN
from xiaoer.aftersales import errors, queries, service
from xiaoer.aftersales.models import OfferKind, Reason
from xiaoer.orders.models import OrderStatus


@pytest.fixture
def budget(desk, session):
    def put(cents):
        service.choose_settings(
            session, desk.actor, shop_id=desk.shop.id, changes={"retention_budget_cents": cents}
        )

    put(100_000)
    return put


@pytest.fixture
def shown(client):
    def get(case):
        return client.get(f"/api/cases/{case.id}/surroundings").json()["retention"]

    return get


def refused(desk, case, kind=OfferKind.COUPON):
    """The sentence's code and why; nothing changed."""
    session = desk.session
    before = everything(session)
    with pytest.raises(errors.OfferNotPossible) as caught, session.begin_nested():
        service.retain(session, desk.actor, case_id=case.id, version=case.version, kind=kind)
    assert everything(session) == before
    return caught.value.code, caught.value.facts["why"]


class TestShown:
    @pytest.mark.row("RTN-2")
    def test_only_what_policy_has(self, desk, make, buyer, budget, shown):
        case = desk.ask(make(), by=buyer)
        (offer,) = shown(case)["offers"]
        assert (offer["kind"], offer["cents"], offer["approval"]) == ("coupon", 460, False)
        assert refused(desk, case, OfferKind.PARTIAL_REFUND) == ("OfferNotPossible", "policy")

    @pytest.mark.row("RTN-2")
    def test_nothing_without_budget_and_an_open_offer_holds_its_part(
        self, desk, make, buyer, budget, shown, session
    ):
        budget(2_400)
        first, second = desk.ask(make(), by=buyer), desk.ask(make(), by=buyer)
        seen = {"case_id": first.id, "version": first.version}
        service.retain(session, desk.actor, **seen, kind=OfferKind.COUPON)
        assert queries.retention_spent(session, desk.shop.id) == 460
        assert shown(second)["offers"] == []
        assert refused(desk, second) == ("OfferNotPossible", "policy")

    @pytest.mark.row("RTN-1")
    def test_nothing_where_quality_is_the_reason(self, desk, make, buyer, budget, shown):
        faulty = RETURN | {"reason": Reason.QUALITY_DEFECT}
        case = desk.ask(make(OrderStatus.SIGNED), 1, by=buyer, **faulty)
        told = shown(case)
        assert (told["offers"], told["why"]["zh"]) == ([], "质量原因的申请不挽留")
        assert refused(desk, case) == ("OfferNotPossible", "quality")

    @pytest.mark.row("RTN-4")
    def test_nothing_when_the_deadline_is_too_near(self, desk, make, buyer, budget, shown):
        case = desk.ask(make(), by=buyer)
        desk.wait(hours=21)
        assert shown(case)["offers"] == []
        assert refused(desk, case) == ("OfferNotPossible", "deadline")

    def test_and_nothing_a_second_time(self, desk, make, buyer, budget, shown, session):
        case = desk.ask(make(), by=buyer)
        seen = {"case_id": case.id, "version": case.version}
        service.retain(session, desk.actor, **seen, kind=OfferKind.COUPON)
        service.decline(session, buyer, case_id=case.id)
        session.refresh(case)
        assert shown(case)["why"]["en"].startswith("one was made")
        assert refused(desk, case) == ("OfferNotPossible", "offered")
