"""Money and its ways at the desk in Chromium: given, made up for, failed and settled by hand, got
back; each says what it comes to before it is done."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import chromium as browsers
from tests.browser.accessibility import axe_finds
from tests.browser.test_case_desk import desk  # noqa: F401 - a fixture
from tests.core.test_files import picture
from xiaoer.aftersales.models import CaseKind, CaseState, Recovery
from xiaoer.core import db, shops
from xiaoer.orders import queries as orders
from xiaoer.orders.models import OrderStatus

pytestmark = browsers.showing("desk.html")


def upload(form, photo):
    photo.write_bytes(picture())
    form.locator("input[type=file]").set_input_files(photo)
    expect(form.get_by_role("img", name=photo.name)).to_be_visible()


def open_order(page, shop, order):
    page.goto(f"{shop.url}/desk/orders/{order.id}")


def test_a_compensation_is_given_out_of_the_shops_own_money(desk, house):  # noqa: F811
    open_order(desk, house, house.order(OrderStatus.SIGNED))
    desk.get_by_role("button", name="赔付").click()
    form = desk.get_by_role("dialog")
    form.get_by_label("金额").fill("10")
    form.get_by_label("原因").select_option(label="发货延迟")
    form.get_by_role("button", name="赔付 ¥10.00").click()
    desk.wait_for_url("**/desk/cases/*")
    expect(desk.get_by_text("¥10.00").first).to_be_visible()
    case = house.case()
    assert (case.kind, case.approved_cents) == (CaseKind.COMPENSATION, 1000)
    assert axe_finds(desk) == []


@pytest.mark.row("RET-16")
def test_what_became_cheaper_is_made_up_for(desk, house, tmp_path):  # noqa: F811
    dear, _ = house.variants(10_000, 9_000)
    open_order(desk, house, house.order(OrderStatus.SIGNED, sku_id=dear.id))
    desk.get_by_role("button", name="查差价").click()
    desk.get_by_role("button", name="申请补差价 ¥28.00").click()
    form = desk.get_by_role("dialog")
    expect(form.get_by_role("status").get_by_text("¥28.00").last).to_be_visible()
    upload(form, tmp_path / "price.png")
    form.get_by_role("button", name="提交申请，退 ¥28.00").click()
    desk.wait_for_url("**/desk/cases/*")
    case = house.case()
    assert (case.kind, case.requested_cents) == (CaseKind.PRICE_ADJUST, 2800)


@pytest.mark.row("RET-16", "RET-17")
def test_a_failed_transfer_is_sent_again_and_then_settled_by_hand(desk, house):  # noqa: F811
    order = house.order(OrderStatus.PAID)
    house.ask(order)
    house.approve()
    house.fail()
    desk.goto(f"{house.url}/desk/cases/{house.case().id}")
    expect(desk.get_by_text("卡已注销").first).to_be_visible()
    desk.get_by_role("button", name="再次退款 ¥128.00").click()
    desk.get_by_role("dialog").get_by_role("button", name="再次退款 ¥128.00").click()
    expect(desk.get_by_role("dialog")).to_have_count(0)
    house.fail()
    desk.reload()
    desk.get_by_role("button", name="登记线下退款").click()
    form = desk.get_by_role("dialog")
    form.locator("input").fill("ICBC-20261129-01")
    form.locator("textarea").fill("客户的卡已注销，已从对公账户转账")
    form.get_by_role("button", name="登记线下退款").click()
    expect(form).to_have_count(0)
    house.follow()
    case = house.case()
    assert (case.state, case.refunded_cents) == (CaseState.COMPLETED, 12800)


@pytest.mark.row("DSP-1", "EVD-3")
def test_what_a_dispute_lacks_is_uploaded_into_its_checklist(desk, house, tmp_path):  # noqa: F811
    house.dispute(house.order(OrderStatus.SIGNED))
    desk.goto(f"{house.url}/desk/cases/{house.case().id}")
    part = desk.locator("section").filter(has=desk.get_by_role("heading", name="易介入分支"))
    missing = part.get_by_text(re.compile("缺"))
    expect(missing.first).to_be_visible()
    before = missing.count()
    part.get_by_role("button").first.click()
    form = desk.get_by_role("dialog")
    upload(form, tmp_path / "slip.png")
    form.locator("button[type=submit]").click()
    expect(missing).to_have_count(before - 1)


def test_a_shops_settings_say_what_changes_and_who_changed_it(desk, house):  # noqa: F811
    desk.goto(f"{house.url}/desk/case-settings")
    save = desk.get_by_role("button", name="保存设置")
    expect(save).to_be_disabled()
    desk.get_by_label("自动确认收货").fill("0")
    expect(desk.get_by_text("应在 1–90 之间。")).to_be_visible()
    expect(save).to_be_disabled()
    desk.get_by_label("自动确认收货").fill("12")
    desk.get_by_label("挽留预算").fill("900")
    expect(desk.get_by_text("挽留预算 ¥0.00 → ¥900.00")).to_be_visible()
    save.click()
    desk.get_by_text("修改记录 · 1").click()
    expect(desk.get_by_text("自动确认收货 10 天 → 12 天")).to_be_visible()
    assert axe_finds(desk) == []
    with db.transaction() as session:
        kept = shops.get(session, house.shop.id).settings["aftersales"]
    assert kept == {"confirm_days": 12, "retention_budget_cents": 90_000}


def test_an_order_is_changed_before_it_is_shipped(desk, house):  # noqa: F811
    dear, cheap = house.variants(12_800, 9_800)
    order = house.order(OrderStatus.PAID, sku_id=dear.id)
    open_order(desk, house, order)
    desk.get_by_role("button", name="发货前修改").click()
    form = desk.get_by_role("dialog")
    form.get_by_role("combobox").first.select_option(value=str(cheap.id))
    expect(form.get_by_text(re.compile("退给客户 ¥30.00"))).to_be_visible()
    assert axe_finds(desk) == []
    form.get_by_role("button", name="换规格，退回 ¥30.00").click()
    expect(form).to_have_count(0)
    with db.transaction() as session:
        (line,) = orders.lines(session, order.id)
        assert (line.sku_id, line.paid_cents) == (cheap.id, 9_800)


@pytest.mark.row("FST-8")
def test_a_fast_refund_is_asked_for_and_noted_as_got_back(desk, house):  # noqa: F811
    house.ask(house.order(OrderStatus.PAID))
    house.approve()
    house.pay()
    case = house.case()
    with db.transaction() as session:
        told = {"shop_id": case.shop_id, "case_id": case.id, "customer_id": case.customer_id}
        session.add(Recovery(**told, cents=12800, why="never_arrived"))
    desk.goto(f"{house.url}/desk/recoveries")
    expect(desk.get_by_text("1 笔，共 ¥128.00")).to_be_visible()
    assert axe_finds(desk) == []
    desk.get_by_role("button", name="提醒客户").click()
    desk.get_by_role("dialog").get_by_role("button", name="提醒客户").click()
    expect(desk.get_by_text(re.compile("1 次，最近"))).to_be_visible()
    desk.get_by_role("button", name="已追回").click()
    form = desk.get_by_role("dialog")
    expect(form.get_by_text(re.compile("客户信用不再因这笔扣分"))).to_be_visible()
    form.get_by_label("怎么追回的").fill("客户寄回来了")
    form.get_by_role("button", name="登记追回 ¥128.00").click()
    desk.get_by_role("tab", name="已了结").click()
    expect(desk.get_by_text("客户寄回来了")).to_be_visible()
