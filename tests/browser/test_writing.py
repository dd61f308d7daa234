"""Writing to a customer in Chromium: asking to wait, and the check before sending."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import chromium as browsers
from tests.browser.inbox import Inbox, log, open_queue, seats
from xiaoer.app import built

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


class TestHold:
    @pytest.mark.row("HOLD-1", "HOLD-8", "HOLD-10")
    def test_a_customer_is_asked_to_wait_and_answered(self, desk, house):
        house.says("还有现货吗")
        page = desk(house.agent("小荷"))
        open_queue(page, house)
        page.keyboard.press("t")
        expect(page.get_by_text("已接待 林小满")).to_be_visible()
        page.get_by_role("button", name="请顾客稍等").click()
        page.get_by_label("正在核实什么").fill("仓库的现货")
        page.get_by_role("button", name="5 分钟", exact=True).click()
        expect(page.get_by_label("发给顾客的话")).to_have_value(re.compile("仓库的现货.*5 分钟"))
        page.get_by_role("button", name="发送并开始计时").click()

        bar = page.get_by_role("status").filter(has_text="正在核实：仓库的现货")
        expect(bar).to_contain_text(re.compile(r"4:\d\d"))
        page.get_by_role("button", name="答复…").click()
        page.get_by_label("结果", exact=True).fill("这款暂时没有了。")
        page.get_by_label("不如所愿").check()
        send = page.get_by_role("button", name="发送答复")
        expect(send).to_be_disabled()
        page.get_by_label("原因").fill("下周三才补货")
        page.get_by_label("替代方案 1").fill("换绿色的今天发")
        send.click()

        expect(bar).to_have_count(0)
        expect(log(page)).to_contain_text("原因：下周三才补货")
        expect(log(page)).to_contain_text("解决方案：换绿色的今天发")


class TestCheck:
    @pytest.mark.row("CMM-4", "CMM-5")
    def test_a_better_word_is_one_click_away_and_a_rude_one_is_held_back(self, desk, house):
        house.says("这个怎么选")
        page = desk(house.agent("小荷"))
        open_queue(page, house)
        page.keyboard.press("t")
        expect(page.get_by_text("已接待 林小满")).to_be_visible()
        field = page.get_by_role("textbox", name="回复")
        field.fill("这个SKU嫌贵别买")
        findings = page.get_by_role("status", name="发送前检查")
        expect(findings).to_contain_text("“SKU”是行话")
        expect(page.get_by_role("button", name="发送", exact=True)).to_be_disabled()

        findings.get_by_role("button", name="换成“款式”").click()
        expect(field).to_have_value("这个款式嫌贵别买")
        findings.get_by_role("button", name="换成“我帮您看看有没有优惠”").click()
        expect(findings).to_have_count(0)
        page.get_by_role("button", name="发送", exact=True).click()
        expect(log(page)).to_contain_text("这个款式我帮您看看有没有优惠")
