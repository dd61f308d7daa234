"""After-sales at the desk in Chromium: asking for a customer, what follows is read before it is
done, reports open their cases."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser import chromium as browsers
from tests.browser.accessibility import axe_finds
from tests.browser.inbox import seats
from tests.workforce import factories as workforce
from xiaoer.aftersales.models import CaseState
from xiaoer.core import db
from xiaoer.orders.models import OrderStatus

pytestmark = browsers.showing("desk.html")


@pytest.fixture
def desk(chromium, house) -> Iterator[Page]:
    with db.transaction() as session:
        agent = workforce.make_agent(
            session, house.shop, online=True, name="周掌柜", roles=["manager"]
        )
    with seats(chromium, house.url) as sit_down:
        yield sit_down(agent)


@pytest.mark.row("RET-2", "RET-6", "RNT-2")
def test_asked_for_a_customer_and_agreed_to_knowing_what_follows(desk, house):
    order = house.order(OrderStatus.SIGNED)
    desk.goto(f"{house.url}/desk/orders/{order.id}")
    desk.get_by_role("button", name="代客户申请").click()
    form = desk.get_by_role("dialog")
    form.get_by_text("退货退款", exact=True).click()
    form.get_by_label("原因").select_option(label="七天无理由")
    box = form.get_by_role("status")
    expect(box.get_by_text("可以同意")).to_be_visible()
    expect(box.get_by_text("¥128.00").last).to_be_visible()
    expect(box.get_by_text(re.compile("待客户寄回：7 天内"))).to_be_visible()
    assert axe_finds(desk) == []
    form.get_by_role("button", name="提交申请，退 ¥128.00").click()

    desk.wait_for_url("**/desk/cases/*")
    desk.get_by_role("button", name="同意退货退款 ¥128.00").click()
    dialog = desk.get_by_role("dialog")
    expect(dialog.get_by_text(re.compile("您好，退货申请已同意"))).to_be_visible()
    expect(dialog.get_by_text(re.compile("待客户寄回：7 天内"))).to_be_visible()
    assert axe_finds(desk) == []
    agree = dialog.get_by_role("button", name="同意退货退款 ¥128.00")
    expect(agree).to_be_disabled()
    dialog.get_by_label("已核实，申请理由成立").check()
    dialog.get_by_label("已核实，符合退货条件").check()
    agree.click()
    expect(desk.get_by_text("等客户寄回").first).to_be_visible()
    assert house.case().state is CaseState.AWAITING_BUYER_RETURN


def test_a_report_opens_the_cases_behind_a_figure(desk, house):
    order = house.order(OrderStatus.SIGNED)
    desk.goto(f"{house.url}/desk/orders/{order.id}")
    desk.get_by_role("button", name="代客户申请").click()
    form = desk.get_by_role("dialog")
    form.get_by_text("退货退款", exact=True).click()
    form.get_by_label("原因").select_option(label="七天无理由")
    form.get_by_role("button", name="提交申请，退 ¥128.00").click()
    desk.wait_for_url("**/desk/cases/*")
    house.approve()
    desk.goto(f"{house.url}/desk/case-reports")
    expect(desk.get_by_role("tab", name="退货各环节时长")).to_be_visible()
    figure = desk.get_by_role("row", name=re.compile("审批"))
    figure.get_by_role("button").first.click()
    expect(desk.get_by_text(f"#{house.case().number}")).to_be_visible()
    for name in ("快递时长", "自主完结时长", "挽留", "纠纷分支"):
        desk.get_by_role("tab", name=name).click()
        expect(desk.get_by_role("tab", name=name)).to_have_attribute("aria-selected", "true")
        expect(desk.get_by_role("alert")).to_have_count(0)
    assert axe_finds(desk) == []


@pytest.mark.row("RET-4")
def test_a_return_address_is_set_for_a_region(desk, house):
    desk.goto(f"{house.url}/desk/case-settings")
    expect(desk.get_by_text("杭州仓")).to_be_visible()
    desk.get_by_role("button", name="新增退货地址").click()
    form = desk.get_by_role("dialog")
    for label, text in (
        ("名称", "广州仓"),
        ("收件人", "退货组"),
        ("电话", "020-7654321"),
        ("地址", "广东省广州市天河区 2 号"),
        ("只用于地区（选填）", "广东省"),
    ):
        form.get_by_label(label, exact=True).fill(text)
    form.get_by_role("button", name="保存").click()
    expect(desk.get_by_text("地区：广东省")).to_be_visible()
    assert axe_finds(desk) == []
