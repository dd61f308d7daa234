"""T1, phase allows kind: what was never sent cannot come back, be replaced or be sent again,
whatever policy knows and whoever asks."""

import pytest

from tests.aftersales.conftest import everything
from tests.aftersales.factories import lines_of
from xiaoer.aftersales import errors, service
from xiaoer.aftersales.models import CaseKind, Reason
from xiaoer.aftersales.rules import Wanted
from xiaoer.aftersales.service import Request
from xiaoer.core.ids import new_id
from xiaoer.orders.models import OrderStatus

NEEDS_GOODS = [CaseKind.RETURN_REFUND, CaseKind.EXCHANGE, CaseKind.REPAIR, CaseKind.RESHIP]


@pytest.fixture
def order(bought):
    return bought(OrderStatus.PAID)


def wanted(session, order, kind, sku):
    new = sku.id if kind is CaseKind.EXCHANGE else None
    line = Wanted(lines_of(session, order)[0].id, 1, new)
    return Request(kind=kind, reason=Reason.NO_LONGER_NEEDED, lines=(line,), condition="intact")


@pytest.mark.parametrize("kind", NEEDS_GOODS)
def test_the_buyer_cannot_ask_for_it(desk, order, buyer, skus, session, kind):
    asked = wanted(session, order, kind, skus[2])
    before = everything(session)
    refusals = (errors.NothingShipped, errors.OtherKindNeeded, errors.PolicyRefuses)
    with pytest.raises(refusals), session.begin_nested():
        service.open_case(session, buyer, order_id=order.id, request=asked, key=new_id())
    assert everything(session) == before


@pytest.mark.parametrize("kind", NEEDS_GOODS)
def test_nor_does_a_reason_help_who_may_go_beyond_policy(desk, order, skus, session, kind):
    asked = wanted(session, order, kind, skus[2])
    before = everything(session)
    with pytest.raises(errors.NothingShipped), session.begin_nested():
        service.open_case(
            session,
            desk.actor,
            order_id=order.id,
            request=asked,
            key=new_id(),
            override_reason="老客户，破例",
        )
    assert everything(session) == before


def test_a_refund_does_not_become_a_return(desk, order, buyer, session):
    case = desk.ask(order, by=buyer)
    before = everything(session)
    with pytest.raises(errors.NothingShipped), session.begin_nested():
        service.propose(
            session,
            desk.actor,
            case_id=case.id,
            version=case.version,
            cents=100,
            kind=CaseKind.RETURN_REFUND,
        )
    assert everything(session) == before
