"""The desk in Chromium: a customer asks, an agent answers with the keyboard, colleagues see it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import chromium as browsers
from tests.browser.accessibility import axe_finds
from tests.browser.inbox import Inbox, log, open_queue, seats
from tests.customers.factories import make_customer
from xiaoer.app import built
from xiaoer.core import db
from xiaoer.core.auth import system
from xiaoer.customers import service as customers

SCRIPT = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>'

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browsers.path() is None, reason="Chromium is not installed"),
    pytest.mark.skipif(built.find("desk.html") is None, reason="the web app is not built"),
]


@pytest.fixture
def house(served) -> Inbox:
    return Inbox(served)


@pytest.fixture
def desk(chromium, house):
    with seats(chromium, house.url) as sit_down:
        yield sit_down


class TestDesk:
    @pytest.mark.row("RCP-1")
    def test_a_question_is_taken_answered_and_closed_with_the_keyboard(self, desk, house):
        house.says("茶杯什么时候发货？")
        page = desk(house.agent("小荷"))
        open_queue(page, house)
        expect(log(page).get_by_text("茶杯什么时候发货？")).to_be_visible()

        page.keyboard.press("t")
        expect(page.get_by_text("已接待 林小满")).to_be_visible()
        page.keyboard.press("r")
        page.keyboard.type("今天下午发货。")
        page.keyboard.press("Enter")
        expect(log(page).get_by_text("今天下午发货。")).to_be_visible()
        expect(page.get_by_text("已发送")).to_be_visible()

        house.says("好的，谢谢")
        expect(log(page).get_by_text("好的，谢谢")).to_be_visible()
        page.keyboard.press("Escape")
        page.keyboard.press("e")
        page.get_by_role("dialog").get_by_role("button", name="结束会话").click()
        expect(page.get_by_role("button", name="重开").first).to_be_visible()

    @pytest.mark.row("ORD-1", "ORD-2")
    def test_the_order_stands_beside_the_talk_and_its_status_is_one_key_away(self, desk, house):
        house.says("到哪里了")
        page = desk(house.agent("小荷"))
        open_queue(page, house)
        page.keyboard.press("t")
        expect(page.get_by_text("已接待 林小满")).to_be_visible()
        page.keyboard.press("p")
        expect(
            page.get_by_role("complementary", name="侧栏").get_by_text("A20260001 ·")
        ).to_be_visible()
        page.keyboard.press("s")
        expect(page.get_by_role("textbox", name="回复")).to_have_value(re.compile("A20260001"))

    def test_two_agents_in_one_talk_see_each_other_and_only_one_takes_it(self, desk, house):
        house.says("在吗")
        one, other = desk(house.agent("小荷")), desk(house.agent("安安"))
        open_queue(one, house)
        open_queue(other, house)
        expect(one.get_by_text("安安 也在看")).to_be_visible()
        expect(other.get_by_text("小荷 也在看")).to_be_visible()
        one.keyboard.press("t")
        expect(one.get_by_text("已接待 林小满")).to_be_visible()
        expect(other.get_by_text("这个会话由 小荷 接待。")).to_be_visible()

    def test_what_a_customer_typed_never_runs_and_the_page_is_accessible(self, desk, house):
        house.says(SCRIPT)
        page = desk(house.agent("小荷"))
        open_queue(page, house)
        expect(log(page).get_by_text(SCRIPT)).to_be_visible()
        assert page.evaluate("window.ran") is None
        assert axe_finds(page) == []

    def test_a_draft_and_the_place_are_there_when_one_comes_back(self, desk, house):
        house.says("有红色的吗")
        page = desk(house.agent("小荷"))
        open_queue(page, house)
        page.keyboard.press("t")
        expect(page.get_by_text("已接待 林小满")).to_be_visible()
        page.keyboard.press("r")
        page.keyboard.type("红色的要等")
        page.goto(f"{house.url}/desk/orders")
        expect(page.get_by_role("heading", name="订单")).to_be_visible()
        page.go_back()
        expect(page.get_by_role("textbox", name="回复")).to_have_value("红色的要等")


def row(page: Page):
    return page.get_by_role("list", name="会话列表").get_by_role("link", name=re.compile("林小满"))


class TestRowMenu:
    def test_the_right_button_takes_a_talk_that_stays_closed(self, desk, house):
        house.says("在吗")
        page = desk(house.agent("小荷"))
        page.goto(f"{house.url}/desk/inbox/all")
        row(page).click(button="right")
        menu = page.get_by_role("menu", name="林小满 的会话操作")
        menu.get_by_role("menuitem", name=re.compile("^接待")).click()
        expect(page.get_by_text("已接待 林小满")).to_be_visible()
        expect(menu).to_be_hidden()
        expect(page).to_have_url(f"{house.url}/desk/inbox/all")

    def test_the_keyboard_opens_it_walks_it_and_comes_back(self, desk, house):
        house.says("在吗")
        page = desk(house.agent("小荷"))
        page.goto(f"{house.url}/desk/inbox/all")
        row(page).focus()
        page.keyboard.press("Shift+F10")
        menu = page.get_by_role("menu", name="林小满 的会话操作")
        expect(menu.get_by_role("menuitem", name=re.compile("^接待"))).to_be_focused()
        page.keyboard.press("Escape")
        expect(menu).to_be_hidden()
        expect(row(page)).to_be_focused()
        page.keyboard.press("Shift+F10")
        expect(menu.get_by_role("menuitem", name=re.compile("^接待"))).to_be_focused()
        for _ in range(2):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        times = page.get_by_role("menu", name="稍后到")
        times.get_by_role("menuitem", name=re.compile("2 小时后")).click()
        expect(page.get_by_text(re.compile("将在 .* 回来"))).to_be_visible()

    def test_a_read_talk_is_marked_unread_and_left(self, desk, house):
        house.says("在吗")
        page = desk(house.agent("小荷"))
        open_queue(page, house)
        page.keyboard.press("t")
        expect(page.get_by_text("已接待 林小满")).to_be_visible()
        expect(page.get_by_label("1 条未读")).to_be_hidden()
        page.keyboard.press("u")
        expect(page.get_by_text("从左边选一个会话")).to_be_visible()
        expect(page.get_by_label("1 条未读")).to_be_visible()
        page.keyboard.press("?")
        sheet = page.get_by_role("dialog", name="键盘快捷键")
        expect(sheet.get_by_text("会话的右键菜单")).to_be_visible()


class TestRail:
    def test_all_of_it_fits_and_a_shelf_names_its_pages(self, desk, house):
        page = desk(house.agent("小荷"))
        rail = page.get_by_role("navigation", name="页面")
        me = rail.get_by_role("button", name=re.compile("小荷"))
        expect(me).to_be_visible()
        box = me.bounding_box()
        assert box["y"] + box["height"] <= page.viewport_size["height"]
        links = rail.locator(".links")
        assert links.evaluate("it => it.scrollHeight <= it.clientHeight")
        shelf = rail.get_by_role("button", name="店铺与规则")
        shelf.press("Enter")
        menu = page.get_by_role("menu", name="店铺与规则")
        expect(menu.get_by_role("menuitemradio", name="政策")).to_be_visible()
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/desk/(policies|case-settings)"))
        expect(shelf).to_be_focused()


class TestSidePanel:
    def test_is_as_wide_as_its_person_made_it_wherever_they_sign_in(self, desk, house):
        house.says("在吗")
        agent = house.agent("小荷")
        page = desk(agent)
        open_queue(page, house)
        page.keyboard.press("p")
        grip = page.get_by_role("separator", name="侧栏宽度")
        box = grip.bounding_box()
        page.mouse.move(box["x"] + 4, 400)
        page.mouse.down()
        page.mouse.move(box["x"] - 36, 400, steps=4)
        page.mouse.up()
        expect(grip).to_have_attribute("aria-valuenow", "400")
        with page.expect_response(lambda told: "384" in (told.request.post_data or "")):
            grip.press("ArrowRight")
        expect(grip).to_have_attribute("aria-valuenow", "384")
        again = desk(agent)
        open_queue(again, house)
        again.keyboard.press("p")
        expect(again.get_by_role("separator")).to_have_attribute("aria-valuenow", "384")


class TestCustomer:
    @pytest.mark.row("RCP-5")
    def test_two_records_of_one_person_are_merged_after_a_look_at_what_moves(self, desk, house):
        with db.transaction() as session:
            other = make_customer(session, house.shop, name="小满", phone="13812345678")
            customers.change(session, system(), house.customer.id, phone="13812345678")
            customers.set_tags(session, system(), house.customer.id, ["老客"])
        page = desk(house.agent("小荷"))
        page.goto(f"{house.url}/desk/customers/{other.id}")
        page.get_by_role("button", name="合并客户").click()
        dialog = page.get_by_role("dialog", name="合并同一位客户")
        dialog.get_by_role("radio").check()
        expect(dialog.get_by_text("标签：老客")).to_be_visible()
        expect(dialog.get_by_text(re.compile("1 个订单"))).to_be_visible()
        assert axe_finds(page) == []
        dialog.get_by_role("button", name="把 林小满 并入 小满").click()
        expect(page.get_by_text("已把 林小满 并入 小满")).to_be_visible()
        expect(page.get_by_role("button", name="移除标签“老客”")).to_be_visible()
        page.goto(f"{house.url}/desk/customers/{house.customer.id}")
        expect(page.get_by_role("heading", name="小满", level=1)).to_be_visible()

    def test_tags_and_consent_are_kept_with_the_keyboard(self, desk, house):
        page = desk(house.agent("小荷"))
        page.goto(f"{house.url}/desk/customers/{house.customer.id}")
        field = page.get_by_role("textbox", name="加标签，回车确认")
        field.fill("VIP")
        field.dispatch_event("keydown", {"key": "Enter", "isComposing": True})
        expect(page.get_by_role("button", name="移除标签“VIP”")).to_be_hidden()
        field.press("Enter")
        expect(page.get_by_role("button", name="移除标签“VIP”")).to_be_visible()
        page.get_by_role("button", name="登记同意 · 营销信息").press("Enter")
        page.keyboard.press("Enter")
        expect(page.get_by_text(re.compile("已同意 · 会话"))).to_be_visible()
        page.get_by_role("button", name="撤回 · 营销信息").press("Enter")
        page.get_by_role("dialog").get_by_role("button", name="撤回").click()
        expect(page.get_by_text(re.compile("已撤回 ·"))).to_be_visible()
