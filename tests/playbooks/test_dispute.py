"""易介入: facts reach each branch; it says the right thing and asks for its proof."""

import pytest

from tests.playbooks.factories import make_run
from xiaoer.playbooks import service
from xiaoer.playbooks.rules import shipped, walking

BOOK = shipped.get("dispute").book
LATE = {
    "goods_state": "not_received",
    "shipped_before_request": True,
    "reason": "late_ship",
}
NOT_LATE = {**LATE, "late_established": False}
BACK = {"goods_state": "returned", "returned_condition": "damaged"}
GOT = {"goods_state": "received"}
QUALITY = {**GOT, "reason": "quality_defect", "quality_verified": False}
CONTENTS = {**GOT, "reason": "missing_item"}


def row(id_, facts, branch, step, *said):
    return pytest.param(facts, branch, step, said, marks=pytest.mark.row(id_), id=f"{id_}-{step}")


@pytest.mark.parametrize(
    ("facts", "branch", "step", "said"),
    [
        row(
            "DSP-2",
            {**LATE, "reason": "not_received", "parcel_state": "in_transit"},
            "1.1",
            "transit",
            *("确认收货", "拒签", "立即为您退款"),
        ),
        row("DSP-3", NOT_LATE, "1.2", "comfort", "不成立", "只是路上比较慢"),
        row("DSP-4", {**NOT_LATE, "parcel_state": "signed"}, "1.2a", "late_signed", "确认收货"),
        row(
            "DSP-5",
            {**NOT_LATE, "parcel_state": "refused"},
            *("1.2b", "late_stopped", "未收到货", "马上为您同意退款"),
        ),
        row("DSP-5", {**NOT_LATE, "parcel_state": "stalled"}, "1.2b", "late_stopped", "未收到货"),
        row(
            "DSP-6",
            {**NOT_LATE, "parcel_state": "in_transit"},
            *("1.2c", "late_transit", "收到后麻烦您尽量确认收货"),
        ),
        row(
            "DSP-7",
            {**NOT_LATE, "parcel_state": "in_transit", "customer_wants": "return"},
            *("1.2d", "late_return", "退货地址", "运费险"),
        ),
        row("DSP-8", {**LATE, "late_established": True}, "1.3", "apologise", "非常抱歉"),
        row("DSP-8", {**LATE, "late_established": True}, "1.3", "wants", "您还想要"),
        row(
            "DSP-9",
            {**LATE, "late_established": True, "customer_wants": "keep"},
            *("1.3a", "late_keep", "签收后请确认收货", "赔付部分单独申请"),
        ),
        row(
            "DSP-10",
            {**LATE, "late_established": True, "customer_wants": "refund"},
            *("1.3b", "late_refund", "拒收", "及时退款", "赔付"),
        ),
        row(
            "DSP-11",
            {**QUALITY, "shop_type": "other"},
            *("2.1c", "accept_other", "不影响二次销售", "支持您退货"),
        ),
        row(
            "DSP-13",
            {**GOT, "reason": "red_packet", "claim_refundable": True},
            *("2.2a", "refund_offer", "可以退给您"),
        ),
        row(
            "DSP-13",
            {**GOT, "reason": "price_drop", "claim_refundable": False},
            *("2.2b", "refuse_offer", "不在活动范围内"),
        ),
        row("DSP-15", CONTENTS, "2.3", "pictures", "拍张照"),
        row("DSP-16", CONTENTS, "2.3", "warehouse", "拣货单、称重记录、打包监控"),
        row("DSP-17", CONTENTS, "2.3", "courier", "本人签收底单", "授权第三方收货"),
        row(
            "DSP-18",
            {**CONTENTS, "refund_ground": "credible"},
            *("2.3", "agree_contents", "非常抱歉", "已经为您同意退款"),
        ),
        row(
            "DSP-20",
            {**BACK, "returned_condition": "sound"},
            *("3.1", "refund_now", "马上为您退款"),
        ),
        row("DSP-21", {**BACK, "return_signed": "refused"}, "3.2", "refuse_back", "少件也要拍照"),
        row(
            "DSP-22",
            {**BACK, "return_signed": "signed", "courier_certificate": True},
            *("3.3", "stamp", "红章"),
        ),
        row(
            "DSP-23",
            {**BACK, "return_signed": "signed", "courier_certificate": False},
            *("3.4", "negotiate", "部分退款"),
        ),
        row(
            "DSP-23",
            {
                **BACK,
                "return_signed": "signed",
                "courier_certificate": False,
                "negotiation": "failed",
            },
            *("3.4", "give_in", "已经为您办理退款"),
        ),
    ],
)
def test_facts_lead_to_the_branch_and_its_words(facts, branch, step, said):
    known = walking.known(BOOK, facts)
    assert walking.place(BOOK, known).branch == branch
    assert step in walking.remaining(BOOK, BOOK.first, known)
    shown = BOOK.steps[step]
    whole = (shown.do.zh if shown.do else "") + "".join(each.zh for each in shown.words)
    for each in said:
        assert each in whole


@pytest.mark.row("DSP-20")
def test_agents_are_told_that_they_may_refund_what_came_back_right():
    assert "授权售后客服退款" in BOOK.steps["back"].do.zh


@pytest.mark.row("DSP-18")
@pytest.mark.parametrize("ground", ["credible", "warehouse_fault", "not_signed"])
def test_each_ground_leads_to_agreeing_at_once(ground):
    known = walking.known(BOOK, {**CONTENTS, "refund_ground": ground})
    assert "agree_contents" in walking.remaining(BOOK, BOOK.first, known)
    none = walking.known(BOOK, {**CONTENTS, "refund_ground": "none"})
    assert "agree_contents" not in walking.remaining(BOOK, BOOK.first, none)


@pytest.mark.parametrize(
    ("branch", "item", "kinds", "names"),
    [
        pytest.param(
            *("2.1a", "brand", {"authorisation", "inspection_report"}, "品牌授权书、检测报告"),
            marks=pytest.mark.row("DSP-12"),
        ),
        pytest.param(
            *("2.1b", "purchase", {"photo_video"}, "进货凭证（发票、货源）"),
            marks=pytest.mark.row("DSP-12"),
        ),
        pytest.param(
            *("2.2b", "offer_page", {"page_screenshot"}, "活动规则（如满减券清单）"),
            marks=pytest.mark.row("DSP-14"),
        ),
        pytest.param(
            *("2.3", "signature", {"signature_slip", "chat_record"}, "买家承认本人或家人签收"),
            marks=pytest.mark.row("DSP-19"),
        ),
        pytest.param(
            *("3.2", "problem_pictures", {"photo_video"}, "问题图片"),
            marks=pytest.mark.row("DSP-24"),
        ),
        pytest.param(
            *("3.3", "stamp_or_chat", {"courier_proof", "chat_record"}, "买家认可"),
            marks=pytest.mark.row("DSP-24"),
        ),
    ],
)
def test_a_branch_asks_for_its_proof(branch, item, kinds, names):
    found = next(each for each in BOOK.checklist(branch) if each.code == item)
    assert found.need == "mandatory"
    assert kinds <= {*found.kinds, *found.by_hand}
    assert names in found.label.zh


def test_the_checklist_of_the_wider_branch_holds_too():
    assert [each.code for each in BOOK.checklist("1.2a")] == ["tracking", "ship_time", "slip"]


@pytest.mark.row("DSP-1")
def test_the_facts_alone_put_a_run_on_its_branch(session, shop, actor):
    run = make_run(session, shop.id, actor, facts={**NOT_LATE, "parcel_state": "stalled"})
    assert (run.branch, run.step) == ("1.2b", "comfort")
    placed = service.place("dispute", {"goods_state": "returned"})
    assert (placed.branch, placed.asks) == ("3", "back")


def test_a_parcel_said_to_be_missing_or_late_after_its_arrival_has_a_branch_too():
    for reason, branch in (("not_received", "1.5"), ("late_delivery", "1.2a")):
        facts = {**NOT_LATE, **GOT, "reason": reason, "parcel_state": "signed"}
        assert walking.place(BOOK, walking.known(BOOK, facts)).branch == branch


@pytest.mark.parametrize(
    ("who", "ends"), [("merchant", "agree"), ("customer", "prove"), ("unclear", "settle")]
)
@pytest.mark.row("KP4-11")
def test_every_dispute_is_judged_before_it_ends(who, ends):
    for facts in (CONTENTS | {"refund_ground": "none"}, {**BACK, "return_signed": "refused"}):
        known = walking.known(BOOK, {**facts, "responsible": who})
        assert walking.remaining(BOOK, BOOK.first, known)[-2:] == ["judge", ends]
