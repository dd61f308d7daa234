"""The desk in Chromium: a customer asks, an agent answers with the keyboard, colleagues see it."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import chromium as browsers
from tests.channels.serving import Served, serving
from tests.customers.factories import make_customer
from tests.orders.factories import make_order
from tests.workforce import factories as workforce
from xiaoer.app import built
from xiaoer.conversations import service as conversations
from xiaoer.core import db
from xiaoer.core.auth import system
from xiaoer.workforce.models import Agent

SCRIPT = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>'

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browsers.path() is None, reason="Chromium is not installed"),
    pytest.mark.skipif(built.find("desk.html") is None, reason="the web app is not built"),
]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=browsers.path(), args=list(browsers.FLAGS)
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def served(cluster, template, tmp_path_factory) -> Iterator[Served]:
    with serving(cluster, template, tmp_path_factory.mktemp("data")) as running:
        yield running


class House:
    """A shop, a customer with an order, and what the customer says."""

    def __init__(self, served: Served) -> None:
        self.url = served.url
        self.shop, _ = served.new_shop()
        with db.transaction() as session:
            self.customer = make_customer(session, self.shop, name="林小满")
            make_order(session, self.shop, customer_id=self.customer.id, order_no="A20260001")

    def agent(self, name: str) -> Agent:
        with db.transaction() as session:
            roles = ["manager"]
            return workforce.make_agent(session, self.shop, online=True, name=name, roles=roles)

    def says(self, text: str) -> None:
        actor = system("webchat")
        with db.transaction() as session:
            conversations.receive(
                session,
                actor,
                shop_id=self.shop.id,
                channel="webchat",
                customer_id=self.customer.id,
                client_id=uuid4(),
                text=text,
            )


@pytest.fixture
def house(served) -> House:
    return House(served)


@pytest.fixture
def desk(chromium, house):
    """Opens the desk of a person, signed in through the page."""
    contexts = []

    def sit_down(agent: Agent) -> Page:
        context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN")
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{house.url}/desk/sign-in")
        page.get_by_label("登录名").fill(agent.login)
        page.get_by_label("密码").fill(workforce.PASSWORD)
        page.get_by_role("button", name="登录").click()
        expect(page.get_by_role("navigation", name="页面")).to_be_visible()
        return page

    yield sit_down
    for context in contexts:
        context.close()


def open_queue(page: Page, house: House) -> None:
    page.goto(f"{house.url}/desk/inbox/all")
    page.get_by_role("link", name=re.compile("林小满")).click()
    expect(page.get_by_role("heading", name="林小满", level=2)).to_be_visible()


def log(page: Page):
    return page.get_by_role("log", name="消息")


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
            page.get_by_role("complementary", name="侧栏").get_by_text("A20260001")
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
        found = Axe().run(page).response["violations"]
        assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []

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
