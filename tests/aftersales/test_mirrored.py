"""Cases that a platform owns: its words, its version, its clock (A.9, I16)."""

import pytest
from sqlalchemy import select

from tests.aftersales.conftest import everything
from tests.aftersales.factories import RETURN, send
from xiaoer.aftersales import errors, queries, service
from xiaoer.aftersales.models import CaseState, EvidenceKind, Money, Reason
from xiaoer.aftersales.rules import PLATFORMS, state_told
from xiaoer.aftersales.service import Inspected, Proof
from xiaoer.core.events import EventRow
from xiaoer.orders.models import OrderStatus
from xiaoer.payments.models import Movement

S = CaseState
MAPPED = {
    S.AWAITING_MERCHANT: {"taobao": "WAIT_SELLER_AGREE", "douyin": "6"},
    S.AWAITING_BUYER_CONFIRM: {"wechat": "USER_WAIT_CONFIRM"},
    S.MERCHANT_REFUSED: {"taobao": "SELLER_REFUSE_BUYER", "douyin": "27"},
    S.AWAITING_BUYER_RETURN: {"taobao": "WAIT_BUYER_RETURN_GOODS", "douyin": "7"},
    S.AWAITING_MERCHANT_RECEIPT: {"taobao": "WAIT_SELLER_CONFIRM_GOODS", "douyin": "11"},
    S.RECEIPT_REFUSED: {"douyin": "29", "wechat": "MERCHANT_REJECT_RETURN"},
    S.AWAITING_REPLACEMENT_SHIP: {"taobao": "12", "douyin": "8"},
    S.AWAITING_BUYER_RECEIPT: {"taobao": "13", "douyin": "13"},
    S.REFUND_PROCESSING: {"wechat": "PLATFORM_REFUNDING"},
    S.REFUND_FAILED: {"wechat": "PLATFORM_REFUND_FAIL"},
    S.COMPLETED: {"taobao": "SUCCESS", "douyin": "12", "wechat": "MERCHANT_REFUND_SUCCESS"},
    S.CLOSED: {"taobao": "CLOSED", "douyin": "51", "wechat": "USER_CANCELD"},
}


@pytest.mark.parametrize("state", MAPPED, ids=str)
def test_words_of_the_platforms(state):
    for platform, word in MAPPED[state].items():
        assert state_told(platform, word) is state


def test_a_dispute_stands_above_the_rest_and_an_end_above_it():
    assert state_told("taobao", "WAIT_SELLER_AGREE", dispute="3") is S.DISPUTED
    assert state_told("taobao", "WAIT_SELLER_AGREE", dispute="1") is S.AWAITING_MERCHANT
    assert state_told("taobao", "CLOSED", dispute="3") is S.CLOSED
    assert state_told("douyin", "6", refund="2") is S.REFUND_PROCESSING
    assert state_told("douyin", "12", refund="4") is S.COMPLETED
    assert state_told("taobao", "SELLER_REFUSE_BUYER", goods_back=True) is S.RECEIPT_REFUSED


def test_every_state_a_platform_tells_can_be_followed():
    told = {state for words in PLATFORMS.values() for state in words.cases.values()}
    assert told <= set(CaseState)
    assert state_told("nobody", "6") is None
    assert state_told("douyin", "99") is None


NAMED = {"platform": "douyin", "platform_ref": "R77"}


class TestVerbs:
    @pytest.fixture
    def mirrored(self, desk, make, buyer, session):
        def made(status=OrderStatus.SIGNED, **what):
            case = desk.ask(make(status), by=buyer, **(what or RETURN))
            return service.adopt(
                session, desk.actor, case_id=case.id, **NAMED, platform_version="v7"
            )

        return made

    def told(self, desk, **more):
        usual = {"shop_id": desk.shop.id, **NAMED, "platform_version": "v8", "status": "6"}
        return service.told(desk.session, desk.actor, **(usual | more))

    def asked(self, session):
        rows = session.scalars(
            select(EventRow).where(EventRow.kind == "PlatformAsked").order_by(EventRow.id)
        ).all()
        return [(each.data["command"], each.data["platform_version"]) for each in rows]

    def test_no_money_of_ours_moves(self, desk, mirrored, buyer, session):
        case = desk.approve(mirrored(), platform_version="v7")
        assert self.asked(session) == [("agree", "v7")]
        case = send(desk, buyer, case)
        seen = [Inspected(each.order_line_id, each.qty, each.qty) for each in lines(session, case)]
        case = service.receive(
            session, desk.actor, case_id=case.id, version=case.version, lines=seen
        )
        assert (case.state, case.money) == (S.AWAITING_REFUND, Money.NONE)
        assert self.asked(session)[1:] == [("confirm_receipt", "v7")]
        self.told(desk, status="12", refunded_cents=9201)
        assert (desk.state(case), case.refunded_cents) == (S.COMPLETED, 9201)
        sent = select(Movement).where(Movement.reason_ref == case.id)
        assert session.scalars(sent).all() == []

    def test_a_forged_version_decides_nothing(self, desk, mirrored, session):
        case = mirrored(reason=Reason.QUALITY_DEFECT, kind=RETURN["kind"], proofs=[photo()])
        before = everything(session)
        for version in ("v6", None):
            with pytest.raises(errors.PlatformVersionChanged), session.begin_nested():
                desk.approve(case, platform_version=version)
            with pytest.raises(errors.PlatformVersionChanged), session.begin_nested():
                service.refuse(
                    session,
                    desk.actor,
                    case_id=case.id,
                    version=case.version,
                    reason="amount_wrong",
                    words="不符",
                    platform_version=version,
                )
        assert everything(session) == before

    def test_its_clock_is_the_platforms(self, desk, mirrored, session):
        """Ours runs out: people are called, the platform decides."""
        case = mirrored()
        desk.wait(hours=49)
        assert desk.state(case) is S.AWAITING_MERCHANT
        assert self.asked(session) == []

    def test_told_twice_or_in_a_word_nobody_knows(self, desk, mirrored, session):
        case = mirrored()
        self.told(desk, status="7")
        version = case.version
        self.told(desk, status="7")
        assert (desk.state(case), case.version) == (S.AWAITING_BUYER_RETURN, version)
        before = everything(session)
        with pytest.raises(errors.PlatformWordUnknown), session.begin_nested():
            self.told(desk, status="99", platform_version="v9")
        assert everything(session) == before

    def test_what_only_the_platform_can_do(self, desk, mirrored, session):
        case = mirrored()
        act = {"case_id": case.id, "version": case.version}
        before = everything(session)
        for verb, more in (
            (service.propose, {"cents": 100}),
            (service.override, {"cents": 1, "reason": "x", "outputs": {}}),
        ):
            with pytest.raises(errors.PlatformOwnsIt), session.begin_nested():
                verb(session, desk.actor, **act, **more)
        assert everything(session) == before


def lines(session, case):
    return queries.lines_of(session, case.id)


def photo():
    return Proof(EvidenceKind.ITEM_PHOTO, (), "如图")
