"""A vague request becomes a case: guided questions are asked, and the answers fill its form; what
comes of talks is read on the pages of figures and of quality."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser import chromium as browsers
from tests.browser.accessibility import axe_finds
from tests.browser.inbox import seats
from tests.core.test_files import picture
from tests.workforce import factories as workforce
from xiaoer.complaints import service as complaints
from xiaoer.complaints.models import ComplaintCause
from xiaoer.conversations import service as conversations
from xiaoer.core import db
from xiaoer.core.auth import system
from xiaoer.core.ids import new_id
from xiaoer.orders.models import OrderStatus

pytestmark = browsers.showing("desk.html")


@pytest.fixture
def desk(chromium, house) -> Iterator[Page]:
    with db.transaction() as session:
        roles = ["manager"]
        agent = workforce.make_agent(session, house.shop, online=True, name="周掌柜", roles=roles)
    with seats(chromium, house.url) as sit:
        yield sit(agent)


@pytest.fixture
def talk(house):
    """The customer of the order writes, and says next to nothing."""
    order = house.order(OrderStatus.SIGNED)
    with db.transaction() as session:
        said = conversations.receive(
            session,
            system("webchat"),
            shop_id=house.shop.id,
            channel="webchat",
            customer_id=order.customer_id,
            client_id=new_id(),
            text="杯子有问题",
        )
    return said.conversation_id


@pytest.mark.row("CMM-6")
def test_answers_to_guided_questions_fill_the_case(desk, house, talk, tmp_path):
    desk.goto(f"{house.url}/desk/inbox/all/{talk}")
    panel = desk.get_by_role("complementary", name="侧栏")
    kept = re.compile(rf"/api/conversations/{talk}/questions$")

    def answer(name: str) -> None:
        with desk.expect_response(
            lambda got: bool(kept.search(got.url)) and got.request.method == "PUT"
        ) as told:
            panel.get_by_role("button", name=name, exact=True).click()
        assert told.value.ok

    panel.get_by_role("button", name="展开沟通").click()
    panel.get_by_label("是哪类问题？").select_option(label="质量问题")
    answer("用顾客刚说的")
    for name in ("盖碗", "商品本身有问题", "有故障", "退货退款"):
        answer(name)
    expect(panel.get_by_text("还有 1 个没问")).to_be_visible()
    panel.get_by_role("button", name=re.compile("填进输入框去问: 方便拍张照片")).click()
    expect(desk.get_by_role("textbox", name=re.compile("回复"))).to_have_value(
        re.compile("方便拍张照片")
    )
    answer("商品照片")
    expect(panel.get_by_text("都问清了")).to_be_visible()
    assert axe_finds(desk) == []

    panel.get_by_role("button", name="用这些回答开售后单").click()
    form = desk.get_by_role("dialog")
    expect(form.get_by_label("原因")).to_have_value("quality_defect")
    expect(form.get_by_label("商品情况")).to_have_value("defective")
    expect(form.get_by_label("客户的话（选填）")).to_have_value("杯子有问题")
    photo = tmp_path / "crack.png"
    photo.write_bytes(picture())
    form.get_by_label("商品照片").set_input_files(photo)
    expect(form.get_by_role("button", name="移除 crack.png")).to_be_visible()
    form.get_by_role("button", name=re.compile("提交申请")).click()
    desk.wait_for_url("**/desk/cases/*")
    case = house.case()
    assert (case.kind, case.reason, case.condition, case.reason_text) == (
        "return_refund",
        "quality_defect",
        "defective",
        "杯子有问题",
    )


@pytest.mark.row("CMM-9", "CMM-10", "RSP-11", "RSP-12")
def test_a_talk_is_scored_with_a_quote_and_the_figures_open_it(desk, house, talk):
    with db.transaction() as session:
        roles = ["reception"]
        served = workforce.make_agent(session, house.shop, online=True, name="何小荷", roles=roles)
    he = replace(house.agent, id=served.id, name=served.name)
    with db.transaction() as session:
        conversations.reply(session, he, talk, client_id=new_id(), text="请稍等，我查一下")
        conversations.close(session, he, talk, reason="solved")
        complaints.note_in_talk(
            session, he, talk, cause=ComplaintCause.MISUNDERSTANDING, words="没说清"
        )

    desk.goto(f"{house.url}/desk/quality/score")
    expect(desk.get_by_text("请稍等，我查一下")).to_be_visible()
    for slider in desk.get_by_role("slider").all():
        slider.focus()
        slider.press("End")
    desk.get_by_role("button", name="写一句").first.click()
    desk.get_by_label("引用会话里的原话（可不填）").fill("请稍等")
    desk.get_by_label("怎样会更好").fill("说清查什么、多久回")
    desk.get_by_role("button", name="提交评分").click()
    expect(desk.get_by_text("近 7 天没有还没评过的。")).to_be_visible()
    desk.get_by_role("tab", name="团队").click()
    desk.get_by_role("button", name="何小荷").click()
    expect(desk.get_by_text("说清查什么、多久回")).to_be_visible()
    assert axe_finds(desk) == []

    desk.goto(f"{house.url}/desk/figures/people")
    row = desk.get_by_role("row", name=re.compile("何小荷"))
    expect(row.get_by_text("1 个会话")).to_be_visible()
    expect(row.get_by_text("评过 1 次")).to_be_visible()
    row.get_by_role("button", name=re.compile("1 起")).click()
    expect(desk.get_by_text("没说清")).to_be_visible()
    desk.get_by_role("tab", name="结果").click()
    desk.get_by_role("button", name=re.compile("沟通不畅")).click()
    expect(desk.get_by_text("没说清")).to_be_visible()
    desk.get_by_role("tab", name="响应").click()
    desk.get_by_role("button", name=re.compile("^平均响应")).first.click()
    expect(desk.get_by_text("杯子有问题")).to_be_visible()
    assert axe_finds(desk) == []
