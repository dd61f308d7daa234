"""Saying no to a return: not where the law leaves no choice, and only for reasons that are true
(T6, I23)."""

from datetime import timedelta

import pytest

from tests.aftersales.conftest import everything
from tests.aftersales.factories import RETURN, prove
from xiaoer.aftersales import errors, service
from xiaoer.aftersales.models import CaseState, EvidenceKind, Reason
from xiaoer.core import clock
from xiaoer.orders.models import OrderStatus

S = CaseState


@pytest.fixture
def ask(desk, make, buyer):
    """A return of something faulty, so many days after delivery."""

    def asked(days=1, **what):
        order = make(OrderStatus.COMPLETED, signed_at=clock.now() - timedelta(days=days))
        usual = RETURN | {
            "reason": Reason.QUALITY_DEFECT,
            "proofs": (prove(EvidenceKind.ITEM_PHOTO),),
        }
        return desk.ask(order, by=buyer, **(usual | what))

    return asked


@pytest.fixture
def no(desk, session):
    def refuse(case, reason, words="见政策", **more):
        return service.refuse(
            session,
            desk.actor,
            case_id=case.id,
            version=case.version,
            reason=reason,
            words=words,
            **more,
        )

    return refuse


def test_T6_a_return_without_a_reason_cannot_be_refused_in_time(ask, no, session):
    case = ask(reason=Reason.NO_REASON, proofs=())
    before = everything(session)
    with pytest.raises(errors.RefusalNotAllowed) as refused, session.begin_nested():
        no(case, "amount_wrong")
    said = refused.value.sentence("zh"), refused.value.sentence("en")
    assert "七天" in said[0] or "7 天" in said[0]
    assert "days" in said[1]
    assert everything(session) == before


@pytest.mark.parametrize("reason", ["window_over", "statutory_exception"])
def test_T6_a_reason_that_facts_gainsay_is_none(ask, no, session, reason):
    """Two days after delivery nobody is too late, and a cup is excepted from nothing."""
    case = ask(days=2)
    before = everything(session)
    with pytest.raises(errors.RefusalNotTrue) as refused, session.begin_nested():
        no(case, reason)
    assert refused.value.sentence("zh")
    assert everything(session) == before


def test_T6_too_late_is_a_reason(ask, no):
    case = no(ask(days=20, reason=Reason.COUNTERFEIT), "window_over")
    assert (case.state, case.notes["refusal"]["reason"]) == (S.MERCHANT_REFUSED, "window_over")


@pytest.mark.parametrize(
    ("reason", "words", "error"),
    [
        ("because", "x", errors.RefusalReasonUnknown),
        ("goods_used", "x", errors.EvidenceMissing),
        ("amount_wrong", "  ", errors.ReasonNeeded),
    ],
)
def test_T6_bad_ones_change_nothing(ask, no, session, reason, words, error):
    case = ask()
    before = everything(session)
    with pytest.raises(error), session.begin_nested():
        no(case, reason, words)
    assert everything(session) == before
