"""The shopper's side in Chromium: the full page on a phone, the widget in a shop's page."""

import gzip
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.browser import chromium as browsers
from tests.channels.test_visits import vouched
from tests.core.test_files import picture
from tests.customers.factories import make_customer
from tests.orders.factories import make_order
from xiaoer.app import built
from xiaoer.channels.webchat.models import WebchatSettings
from xiaoer.conversations import service as conversations
from xiaoer.conversations.models import Conversation, Message
from xiaoer.conversations.service import marking
from xiaoer.core import db
from xiaoer.core.auth import Actor
from xiaoer.core.ids import new_id
from xiaoer.core.shops import Shop

BUDGET_BYTES = 60_000
SCRIPT = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>'

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browsers.path() is None, reason="Chromium is not installed"),
    pytest.mark.skipif(built.find("shopper.html") is None, reason="the web app is not built"),
]


@dataclass(frozen=True)
class House:
    """The shop of one test, its agent, and what was said there."""

    url: str
    shop: Shop
    agent: Actor

    @property
    def chat(self) -> str:
        return f"{self.url}/chat/{self.shop.code}"

    def talk(self, session: Session) -> Conversation:
        query = select(Conversation).where(Conversation.shop_id == self.shop.id)
        return session.scalars(query).one()

    def reply(self, text: str) -> None:
        with db.transaction() as session:
            talk = self.talk(session)
            conversations.reply(session, self.agent, talk.id, client_id=new_id(), text=text)

    def said(self) -> list[str]:
        query = select(Message.text).where(Message.shop_id == self.shop.id)
        with db.transaction() as session:
            return list(session.scalars(query.order_by(Message.seq)))


@pytest.fixture
def house(served) -> House:
    return House(served.url, *served.new_shop())


@pytest.fixture
def phone(chromium) -> Iterator[BrowserContext]:
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, locale="zh-CN"
    )
    yield context
    context.close()


@pytest.fixture
def page(phone, house) -> Page:
    page = phone.new_page()
    page.goto(house.chat)
    expect(field(page)).to_be_visible()
    return page


def field(page: Any) -> Any:
    return page.get_by_role("textbox", name=re.compile("写下你的问题"))


def say(page: Any, text: str) -> None:
    field(page).fill(text)
    page.get_by_role("button", name="发送", exact=True).click()


class TestPage:
    @pytest.mark.row("CHN-1")
    def test_asks_waits_reads_and_comes_back(self, page, house):
        say(page, "龙井还有吗？")
        expect(page.get_by_text("已发送")).to_be_visible()
        expect(page.get_by_text("排在第 1 位")).to_be_visible()

        house.reply("有的，今天发货。")

        expect(page.get_by_role("log").get_by_text("有的，今天发货。")).to_be_visible()
        expect(page.get_by_text("小林 为你服务")).to_be_visible()
        with db.transaction() as session:
            marking.read(session, house.agent, house.talk(session).id, 2)
        expect(page.get_by_text("已读")).to_be_visible()
        page.reload()
        expect(page.get_by_role("log").get_by_text("有的，今天发货。")).to_be_visible()
        assert house.said() == ["龙井还有吗？", "有的，今天发货。"]

    def test_what_is_typed_never_runs(self, page, house):
        say(page, SCRIPT)
        expect(page.get_by_text("已发送")).to_be_visible()
        house.reply(SCRIPT)

        expect(page.get_by_role("log").get_by_text(SCRIPT)).to_have_count(2)
        assert page.evaluate("window.ran") is None

    def test_nothing_is_lost_without_a_network(self, page, phone, house):
        say(page, "第一句")
        expect(page.get_by_text("已发送")).to_be_visible()
        phone.set_offline(True)
        say(page, "断网时写的")
        expect(page.get_by_text("等网络恢复后发出")).to_be_visible()
        expect(page.get_by_text("网络断开")).to_be_visible()

        phone.set_offline(False)

        expect(page.get_by_role("article").last).to_contain_text("已发送", timeout=15_000)
        assert house.said() == ["第一句", "断网时写的"]

    def test_enter_of_an_input_method_does_not_send(self, chromium, house):
        context = chromium.new_context(locale="zh-CN")
        page = context.new_page()
        page.goto(house.chat)
        field(page).fill("nihao")
        composing = "new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true})"
        page.evaluate(f"document.querySelector('textarea').dispatchEvent({composing})")
        assert field(page).input_value() == "nihao"

        field(page).press("Shift+Enter")
        assert field(page).input_value() == "nihao\n"
        field(page).press("Enter")

        expect(page.get_by_text("已发送")).to_be_visible()
        assert house.said() == ["nihao"]
        context.close()

    def test_a_picture_is_sent_and_opened(self, page, tmp_path):
        photo = tmp_path / "photo.png"
        photo.write_bytes(picture())
        page.set_input_files("input[type=file]", photo)
        page.get_by_role("button", name="发送", exact=True).click()

        page.get_by_role("button", name="查看图片 photo.png").click()

        shown = page.get_by_role("dialog", name="photo.png").get_by_role("img")
        expect(shown).to_be_visible()
        assert shown.evaluate("image => image.naturalWidth") == 60
        page.keyboard.press("Escape")
        expect(shown).to_be_hidden()

    def test_an_order_is_shown_only_to_who_knows_its_phone(self, page, house):
        with db.transaction() as session:
            make_order(
                session, house.shop, order_no="2026110200112233", receiver_phone="13812345678"
            )
        page.get_by_role("button", name="查订单", exact=True).click()
        page.get_by_label("订单号").fill("2026110200112233")
        page.get_by_label("手机号后四位").fill("0000")
        page.get_by_role("button", name="查询订单").click()
        expect(page.get_by_role("alert")).to_be_visible()

        page.get_by_label("手机号后四位").fill("5678")
        page.get_by_role("button", name="查询订单").click()
        page.get_by_role("button", name="就这个订单提问").click()
        say(page, "什么时候发货？")

        expect(page.get_by_role("log").get_by_text("关于订单 2026110200112233")).to_be_visible()

    def test_axe_finds_nothing_serious_and_targets_are_large(self, page, house):
        say(page, "在吗")
        expect(page.get_by_text("已发送")).to_be_visible()
        house.reply("在的")
        expect(page.get_by_role("log").get_by_text("在的")).to_be_visible()

        found = Axe().run(page).response["violations"]

        assert [each["id"] for each in found if each["impact"] in ("serious", "critical")] == []
        small = page.evaluate(
            "[...document.querySelectorAll('button, a[href], textarea')]"
            ".filter(e => e.offsetParent)"
            ".map(e => [e.ariaLabel || e.textContent, e.getBoundingClientRect()])"
            ".filter(([, box]) => box.width < 44 || box.height < 38).map(([name]) => name)"
        )
        assert small == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


class Host(BaseHTTPRequestHandler):
    """A page of the shop, on an origin of its own."""

    script = ""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        head = '<!doctype html><html lang="zh"><meta name="viewport" content="width=device-width">'
        self.wfile.write(f"{head}<h1>茶楼</h1>{self.script}</html>".encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def host(house) -> Iterator[str]:
    source = f"{house.url}/widget.js"
    Host.script = f'<script src="{source}" data-shop="{house.shop.code}" async></script>'
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


class TestWidget:
    @pytest.mark.row("CHN-1")
    def test_one_script_tag_opens_the_chat_in_another_sites_page(self, chromium, host, house):
        context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN")
        page = context.new_page()
        page.goto(host)
        page.get_by_role("button", name="联系客服").click()
        frame = page.frame_locator("iframe")
        say(frame, "我在你们网站上")
        expect(frame.get_by_text("已发送")).to_be_visible()

        page.get_by_role("button", name="收起客服对话").click()
        house.reply("欢迎")

        expect(page.get_by_role("button", name="联系客服，1 条新消息")).to_be_visible()
        page.evaluate("Xiaoer.open()")
        expect(frame.get_by_role("log").get_by_text("欢迎")).to_be_visible()
        with db.transaction() as session:
            assert house.talk(session).customer_delivered_seq == 2
        context.close()

    def test_the_shops_word_shows_the_customer_their_orders(self, chromium, host, house):
        with db.transaction() as session:
            buyer = make_customer(session, house.shop, channel="site", external_id="u-88")
            make_order(session, house.shop, customer_id=buyer.id, order_no="A2026")
            identity = vouched(session, house.shop)
        context = chromium.new_context(locale="zh-CN")
        page = context.new_page()
        page.goto(host)
        page.wait_for_function("window.Xiaoer")
        page.evaluate("identity => { Xiaoer.identify(identity); Xiaoer.open(); }", identity)
        frame = page.frame_locator("iframe")

        frame.get_by_role("button", name="查订单", exact=True).click()

        expect(frame.get_by_text("A2026")).to_be_visible()
        frame.get_by_role("button", name="关闭").click()
        page.evaluate("Xiaoer.identify(null)")
        page.wait_for_timeout(500)
        frame.get_by_role("button", name="查订单", exact=True).click()
        expect(frame.get_by_label("手机号后四位")).to_be_visible()
        expect(frame.get_by_text("A2026")).to_be_hidden()
        context.close()

    def test_fills_a_phone_and_closes_again(self, phone, host):
        page = phone.new_page()
        page.goto(host)
        page.get_by_role("button", name="联系客服").click()
        frame = page.frame_locator("iframe")
        expect(field(frame)).to_be_visible()
        box = page.locator("iframe").bounding_box()
        assert box is not None
        assert (round(box["width"]), round(box["height"])) == (390, 844)

        frame.get_by_role("button", name="收起对话").click()

        expect(page.locator("iframe")).to_be_hidden()

    def test_a_site_that_was_not_named_cannot_show_it(self, chromium, host, house):
        with db.transaction() as session:
            named = ["https://tea.example"]
            session.add(WebchatSettings(shop_id=house.shop.id, frame_ancestors=named))
        context = chromium.new_context(locale="zh-CN")
        page = context.new_page()
        page.goto(host)

        with page.expect_event("framenavigated", lambda frame: frame != page.main_frame) as shown:
            page.get_by_role("button", name="联系客服").click()

        assert shown.value.url.startswith("chrome-error")
        context.close()


def test_what_a_shopper_loads_before_the_first_message_is_small():
    """Sixty kilobytes, compressed, for a phone on slow 3G."""
    shell = built.find("shopper.html")
    assert shell is not None
    names = set(re.findall(r'"/(assets/[^"]+)"', shell.content.decode()))
    loaded = [shell, *(built.find(name) for name in sorted(names))]
    size = sum(len(each.compressed or gzip.compress(each.content)) for each in loaded if each)

    assert size <= BUDGET_BYTES
