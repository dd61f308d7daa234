"""Knowledge in Chromium: a customer finds an answer on a phone, an agent beside the talk."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser import chromium as browsers
from tests.browser.inbox import Inbox, open_queue, seats
from tests.knowledge.factories import make_article
from xiaoer.app import built
from xiaoer.core import db
from xiaoer.knowledge.models import ArticleCount, Kind

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browsers.path() is None, reason="Chromium is not installed"),
    pytest.mark.skipif(built.find("faq.html") is None, reason="the web app is not built"),
]
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def house(served) -> Inbox:
    return Inbox(served)


@pytest.fixture
def answer(house):
    with db.transaction() as session:
        return make_article(
            session,
            house.shop.id,
            "退款几天到账",
            body="原路返回，一到三个工作日。",
            words={"questions": ["退的钱什么时候到"], "title_en": "When does a refund arrive?"},
        )


@pytest.fixture
def phone(chromium):
    context = chromium.new_context(viewport=PHONE, locale="zh-CN")
    yield context.new_page()
    context.close()


def knowledge(page) -> Locator:
    """The section of the side panel, which is folded on a small screen."""
    page.get_by_role("button", name="展开知识").click()
    return page.locator('[data-section="knowledge"]')


@pytest.mark.row("FAQ-1", "FAQ-3", "GDE-4")
def test_a_customer_searches_reads_and_says_whether_it_helped(phone, house, answer):
    phone.goto(f"{house.url}/faq/{house.shop.code}")
    expect(phone.get_by_role("button", name="退款几天到账")).to_be_visible()
    phone.get_by_role("searchbox").fill("钱退了多久能到")
    phone.get_by_role("button", name="搜索").click()
    phone.get_by_role("status").get_by_role("button", name="退款几天到账").click()
    expect(phone.get_by_text("原路返回，一到三个工作日。")).to_be_visible()
    voted = phone.expect_response(lambda got: got.url.endswith("/vote"))
    with voted:
        phone.get_by_role("button", name="解决了").click()
    expect(phone.get_by_text("谢谢，已记下。")).to_be_visible()
    expect(phone.get_by_role("link", name="问客服")).to_have_attribute(
        "href", f"/chat/{house.shop.code}"
    )
    with db.transaction() as session:
        counts = session.get(ArticleCount, answer.id)
        assert (counts.views, counts.solved) == (1, 1)


@pytest.mark.row("KB-1", "KB-2")
def test_an_agent_inserts_the_answer_beside_the_talk(chromium, house, answer):
    house.says("请问退款几天到账")
    with seats(chromium, house.url) as sit_down:
        page = sit_down(house.agent("小荷"))
        open_queue(page, house)
        page.keyboard.press("t")
        expect(page.get_by_text("已接待 林小满")).to_be_visible()
        panel = knowledge(page)
        expect(panel.get_by_role("link", name="退款几天到账")).to_be_visible()
        panel.get_by_role("button", name="插入回复").click()
        field = page.get_by_role("textbox", name="回复")
        expect(field).to_have_value("原路返回，一到三个工作日。")


@pytest.mark.row("GDE-3")
def test_a_guide_is_sent_as_a_link_the_customer_can_open(chromium, house):
    with db.transaction() as session:
        guide = make_article(
            session,
            house.shop.id,
            "紫砂壶怎么开壶",
            kind=Kind.GUIDE,
            words={"media": [{"kind": "video", "url": "https://shop.example/film"}]},
        )
    house.says("新买的紫砂壶怎么开壶")
    with seats(chromium, house.url) as sit_down:
        page = sit_down(house.agent("小荷"))
        open_queue(page, house)
        page.keyboard.press("t")
        expect(page.get_by_text("已接待 林小满")).to_be_visible()
        panel = knowledge(page)
        expect(panel.get_by_text("使用问题，先给指引")).to_be_visible()
        panel.get_by_role("button", name="发送指引").click()
        link = f"{house.url}/faq/{house.shop.code}#{guide.number}"
        expect(page.get_by_role("textbox", name="回复")).to_have_value(f"紫砂壶怎么开壶 {link}")
