"""What is known of goods, invoices, lists from elsewhere and trouble with couriers, at the desk in
Chromium."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from tests.browser import chromium as browsers
from tests.browser.accessibility import axe_finds
from tests.browser.house import ORDER_NO, House
from tests.browser.inbox import seats
from tests.catalog.factories import make_product, make_sku
from tests.shipping.factories import scan
from tests.workforce import factories as workforce
from xiaoer.catalog.models import ProductCard, RiskHint, Sku
from xiaoer.core import clock, db
from xiaoer.notices.models import Notice
from xiaoer.orders.models import OrderStatus
from xiaoer.shipping import service as shipping
from xiaoer.shipping.models import EntryKind, Trouble, TroubleEntry
from xiaoer.shipping.service import Label
from xiaoer.training import service as training
from xiaoer.training.models import QuestionKind, Sitting, SittingState
from xiaoer.training.service import Frame, LessonRow, QuestionRow
from xiaoer.workforce.models import Agent

pytestmark = browsers.showing("desk.html")
NUMBER = "YT1234567890123"


@pytest.fixture
def manager(house) -> Agent:
    """Somebody who may do everything in the shop."""
    with db.transaction() as session:
        roles = ["manager"]
        return workforce.make_agent(session, house.shop, online=True, name="周掌柜", roles=roles)


@pytest.fixture
def desk(chromium, house, manager) -> Iterator[Page]:
    with seats(chromium, house.url) as sit_down:
        yield sit_down(manager)


@pytest.mark.row("PRD-1", "PRD-2", "PRD-4", "PCF-3")
def test_a_product_card_is_written_with_its_owner_and_what_must_be_told(desk, house):
    with db.transaction() as session:
        product = make_product(session, house.shop, title="宜兴紫砂壶")
        make_sku(session, house.shop, product=product)
        product_id = product.id
    desk.goto(f"{house.url}/desk/stock/cards")
    desk.get_by_role("button", name="写资料 宜兴紫砂壶").click()
    form = desk.get_by_role("dialog")
    form.get_by_label("特点", exact=True).fill("原矿朱泥，全手工")
    form.get_by_label("注意事项").fill("骤冷骤热会裂")
    form.get_by_label("适用政策").fill("刻字定制不退")
    form.get_by_label("负责人").select_option(label="周掌柜")
    form.get_by_label("下次复核").fill("2030-01-31")
    form.get_by_label("怎么跟顾客说").fill("定制刻字后不能退")
    form.get_by_role("button", name="添加提醒").click()
    expect(form.get_by_text("定制刻字后不能退")).to_be_visible()
    assert axe_finds(desk) == []
    form.get_by_role("button", name="保存资料").click()
    expect(form).to_be_hidden()
    with db.transaction() as session:
        card = session.get_one(ProductCard, product_id)
        assert (card.features, card.policies) == ("原矿朱泥，全手工", "刻字定制不退")
        assert card.owner_id is not None
        hint = session.scalars(select(RiskHint).where(RiskHint.product_id == product_id)).one()
        assert hint.text == "定制刻字后不能退"


@pytest.mark.row("FM5-2")
def test_an_invoice_is_asked_for_on_the_order_and_sent_before_it_is_late(desk, house):
    order = house.order(OrderStatus.SIGNED)
    desk.goto(f"{house.url}/desk/orders/{order.id}")
    desk.get_by_role("button", name="要开发票").click()
    form = desk.get_by_role("dialog")
    form.get_by_label("抬头").fill("杭州竹里馆茶业有限公司")
    form.get_by_label("税号").fill("91330100MA2XXXXX0X")
    form.get_by_role("button", name="要开发票").click()
    expect(form).to_be_hidden()
    desk.goto(f"{house.url}/desk/steps/owed")
    row = desk.get_by_role("row").filter(has_text=ORDER_NO)
    expect(row.get_by_text("杭州竹里馆茶业有限公司")).to_be_visible()
    assert axe_finds(desk) == []
    row.get_by_role("button", name="完成").click()
    desk.get_by_role("dialog").get_by_label("发票号或发送方式").fill("25332000")
    desk.get_by_role("dialog").get_by_role("button", name="完成").click()
    expect(row).to_be_hidden()
    desk.get_by_label("已完成的").check()
    expect(row.get_by_text("25332000")).to_be_visible()


def test_a_list_of_stock_tells_what_it_brought_and_which_rows_are_wrong(desk, house):
    with db.transaction() as session:
        make_sku(session, house.shop, code="K1")
    words = "商家编码,页面库存,实际库存,盘点时间\nK1,9,7,2026-11-02 09:30\nK9,1,1,\n"
    file = {"name": "盘点.csv", "mimeType": "text/csv", "buffer": words.encode()}
    desk.goto(f"{house.url}/desk/imports")
    chooser = desk.locator("input[type=file][aria-label='选择清单文件']")
    chooser.set_input_files(file)
    told = desk.get_by_role("status").filter(has_text="盘点.csv")
    expect(told.get_by_text("2 行：新 1，已有 0，待认领 0，有误 1")).to_be_visible()
    expect(told.get_by_text("第 3 行")).to_be_visible()
    assert axe_finds(desk) == []
    chooser.set_input_files(file)
    expect(told.get_by_text("2 行：新 0，已有 1，待认领 0，有误 1")).to_be_visible()
    chooser.set_input_files(file | {"buffer": "甲,乙\n1,2\n".encode()})
    expect(desk.get_by_role("alert")).to_be_visible()
    with db.transaction() as session:
        query = select(Sku.actual_stock).where(Sku.shop_id == house.shop.id)
        assert session.scalars(query).one() == 7


@pytest.mark.row("LOG-1", "LOG-2", "LOG-4")
def test_damage_is_reported_asked_about_claimed_and_told_knowing_what_follows(desk, house):
    sent(house)
    desk.goto(f"{house.url}/desk/shipping/troubles")
    desk.get_by_role("button", name="报告物流异常").click()
    form = desk.get_by_role("dialog")
    form.get_by_label("订单").fill(ORDER_NO)
    form.get_by_label("内容").fill("外箱压扁，盖碗碎了")
    form.get_by_role("button", name="报告物流异常").click()
    expect(form).to_be_hidden()

    step(desk, "询问快递", "请核实破损责任", hours="12")
    claimed = step(desk, "向快递索赔", "按声明价值索赔", yuan="128")
    assert "记为向快递索赔 ¥128.00，此前已索赔 ¥0.00" in claimed
    news = step(desk, "告知顾客", "已为您补发，单号稍后发您")
    assert "不能撤回" in news

    desk.get_by_role("row").filter(has_text=ORDER_NO).click()
    past = desk.get_by_role("dialog").get_by_role("listitem")
    expect(past).to_have_count(3)
    expect(past.filter(has_text="向快递索赔 ¥128.00")).to_be_visible()
    assert axe_finds(desk) == []
    with db.transaction() as session:
        case = session.scalars(select(Trouble).where(Trouble.shop_id == house.shop.id)).one()
        assert case.claim_cents == 12800
        entries = select(TroubleEntry.kind).where(TroubleEntry.trouble_id == case.id)
        assert set(session.scalars(entries)) == {
            EntryKind.INQUIRY,
            EntryKind.CLAIM,
            EntryKind.MILESTONE,
        }
        notices = select(Notice.text).where(Notice.shop_id == house.shop.id)
        assert any("已为您补发" in each for each in session.scalars(notices))


def sent(house: House) -> None:
    """An order's parcel is on its way."""
    house.order(OrderStatus.PAID)
    with db.transaction() as session:
        labels = [Label(ORDER_NO, "yto", NUMBER)]
        shipping.pack(session, house.agent, shop_id=house.shop.id, labels=labels)
        scans = [scan(NUMBER, "103", clock.now())]
        shipping.take(session, house.agent, shop_id=house.shop.id, scans=scans)


def step(desk: Page, kind: str, words: str, *, hours: str = "", yuan: str = "") -> str:
    """One step on the case; what was said to follow from it."""
    desk.get_by_role("row").filter(has_text=ORDER_NO).click()
    form = desk.get_by_role("dialog")
    form.get_by_label("下一步").select_option(label=kind)
    if hours:
        form.get_by_label("几小时内答复").fill(hours)
    if yuan:
        form.get_by_label("金额（元）").fill(yuan)
    form.get_by_role("textbox").last.fill(words)
    told = form.get_by_role("status").inner_text()
    form.locator("button[type=submit]").click()
    expect(form).to_be_hidden()
    return told


@pytest.mark.row("PRD-7")
def test_a_test_is_taken_from_the_keyboard_and_its_result_is_kept(desk, house):
    asked(house)
    desk.goto(f"{house.url}/desk/training")
    desk.get_by_role("link", name="去考核 茶叶知识").click()
    desk.get_by_role("button", name="开始作答").click()
    expect(desk.get_by_text("龙井用多热的水？")).to_be_visible()
    desk.keyboard.press("2")
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("哪些可以退？")).to_be_visible()
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("还有 1 题没答")).to_be_visible()
    expect(desk.get_by_role("button", name="交卷")).to_be_disabled()
    desk.keyboard.press("Backspace")
    desk.keyboard.press("1")
    desk.keyboard.press("3")
    assert axe_finds(desk) == []
    desk.keyboard.press("Enter")
    expect(desk.get_by_text("交卷后算一次，还剩 1 次。")).to_be_visible()
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name="通过，100 分")).to_be_visible()
    desk.goto(f"{house.url}/desk/training/team")
    row = desk.get_by_role("row").filter(has_text="周掌柜")
    expect(row.get_by_text("100 分")).to_be_visible()
    assert axe_finds(desk) == []
    with db.transaction() as session:
        query = select(Sitting.state).where(
            Sitting.shop_id == house.shop.id, Sitting.best_percent == 100
        )
        assert session.scalars(query).all() == [SittingState.PASSED]


def asked(house: House) -> None:
    """A test whose round has begun."""
    with db.transaction() as session:
        course = training.write_course(
            session,
            house.agent,
            shop_id=house.shop.id,
            title="茶",
            summary="",
            lessons=[LessonRow(title="龙井")],
        )
        frame = Frame(
            course_id=course.id,
            title="茶叶知识",
            pass_percent=80,
            period_days=90,
            days_to_sit=7,
            tries=2,
            next_on=clock.now().date(),
        )
        single = QuestionRow(
            kind=QuestionKind.SINGLE, text="龙井用多热的水？", options=["60℃", "85℃"], right=[1]
        )
        several = QuestionRow(
            kind=QuestionKind.MULTIPLE,
            text="哪些可以退？",
            options=["没拆", "刻字", "没用"],
            right=[0, 2],
        )
        exam = training.write_exam(session, house.agent, frame=frame, questions=[single, several])
        training.begin_now(session, house.agent, exam.id)
