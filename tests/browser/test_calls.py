"""A call pops up on the desk, is taken with one key, and its caller stands beside it."""

import re

import httpx
import pytest
from playwright.sync_api import expect

from tests.browser import chromium as browsers
from tests.browser.accessibility import axe_finds
from tests.browser.inbox import Inbox, seats
from tests.customers.factories import make_customer
from tests.phrases.factories import make_phrase
from xiaoer.app import built
from xiaoer.channels.phone import service
from xiaoer.core import clock, db

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browsers.path() is None, reason="Chromium is not installed"),
    pytest.mark.skipif(built.find("desk.html") is None, reason="the web app is not built"),
]


@pytest.mark.row("RCP-2", "RCP-3", "RCP-4")
def test_a_call_is_taken_answered_from_the_books_and_promised(served, chromium):
    house = Inbox(served)
    with db.transaction() as session:
        make_customer(session, house.shop, name="沈先生", phone="13812345678")
        make_phrase(session, house.shop.id, title="保修", text="保修一年，坏了免费修")
    with seats(chromium, house.url) as desk:
        page = desk(house.agent("小荷"))
        ring(house)
        pop = page.get_by_role("alertdialog", name="沈先生 来电")
        expect(pop.get_by_text("138****5678")).to_be_visible()
        page.keyboard.press("c")
        expect(page.get_by_text("呼入 · 通话中")).to_be_visible()
        expect(page.get_by_role("complementary").get_by_text("沈先生")).to_be_visible()
        page.keyboard.press("/")
        page.keyboard.type("保修")
        expect(page.get_by_text("保修一年，坏了免费修")).to_be_visible()
        page.get_by_role("button", name="约定回电").click()
        form = page.get_by_role("dialog", name="约定回电")
        form.get_by_role("button", name="2 小时后").click()
        form.get_by_role("button", name="约定回电").click()
        expect(page.get_by_role("link", name=re.compile("前回电"))).to_be_visible()
        page.get_by_label("事由").fill("问保修")
        page.get_by_role("button", name="保存记录").click()
        expect(page.get_by_text("记录已保存")).to_be_visible()
        assert axe_finds(page) == []
        page.goto(f"{house.url}/desk/calls")
        expect(page.get_by_role("row", name=re.compile("沈先生.*问保修"))).to_be_visible()


def ring(house):
    told = {
        "call": "c1",
        "event": "ringing",
        "number": "138 1234 5678",
        "at": clock.now().isoformat(),
    }
    answer = httpx.post(
        f"{house.url}/api/phone/calls",
        params={"shop_id": str(house.shop.id)},
        json=told,
        headers={"Authorization": f"Bearer {service.key_of(house.shop.id)}"},
        timeout=20,
    )
    assert answer.status_code == 200
