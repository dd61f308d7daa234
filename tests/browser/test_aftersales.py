"""After-sales in Chromium: the shopper on a phone, from the application to the money."""

import re

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from tests.browser import chromium as browsers
from tests.browser.accessibility import axe_finds
from tests.browser.house import ORDER_NO, TAIL, House
from tests.core.test_files import picture
from xiaoer.aftersales import queries
from xiaoer.aftersales import service as aftersales
from xiaoer.aftersales.models import Case, CaseState
from xiaoer.core import db
from xiaoer.orders.models import Order, OrderStatus

pytestmark = browsers.showing("shopper.html")


def prove(page: Page) -> None:
    """A visitor nobody knows proves an order before anything about it is shown."""
    page.get_by_role("button", name="退换货").click()
    page.get_by_label("订单号").fill(ORDER_NO)
    page.get_by_label("手机号后四位").fill(TAIL)
    page.get_by_role("button", name="查询订单").click()
    expect(page.get_by_text("盖碗")).to_be_visible()


def onwards(page: Page) -> None:
    page.get_by_role("button", name="下一步").click()


def look_over(page: Page) -> None:
    """Nothing serious for axe, nothing too small for a thumb, nothing wider than the phone."""
    assert axe_finds(page) == []
    small = page.evaluate(
        "[...document.querySelectorAll('.as button, .as a.card, .as label.pick, .as select')]"
        ".filter(e => e.offsetParent)"
        ".map(e => [e.ariaLabel || e.textContent, e.getBoundingClientRect()])"
        ".filter(([, box]) => box.width < 43.5 || box.height < 43.5).map(([name]) => name)"
    )
    assert small == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


class TestReturn:
    @pytest.mark.row("RET-6", "RET-5", "RET-8", "RET-10", "RET-15", "RNT-4")
    def test_from_the_application_to_the_money(self, phone, house):
        house.order()
        prove(phone)
        phone.get_by_role("button", name="申请售后").click()
        expect(phone.get_by_text(re.compile("第 1 步，共 3 步"))).to_be_visible()
        phone.get_by_label("退货退款").check()
        look_over(phone)
        onwards(phone)
        phone.get_by_label("七天无理由").check()
        onwards(phone)
        phone.get_by_label("自行寄回").check()
        onwards(phone)

        money = phone.get_by_role("region", name="会退多少、什么时候到")
        expect(money.get_by_text("¥128.00", exact=True).last).to_be_visible()
        expect(
            money.get_by_text(re.compile("退到微信支付，商家验收后 2 小时内到账"))
        ).to_be_visible()
        expect(money.get_by_text("寄回运费由你承担")).to_be_visible()
        expect(phone.get_by_text("2 天内，超时自动同意")).to_be_visible()
        expect(phone.get_by_role("heading", name="适用的标准")).to_be_visible()
        look_over(phone)
        phone.get_by_role("button", name="提交申请，退 ¥128.00").dblclick()

        expect(phone.get_by_role("heading", name="等待商家处理")).to_be_visible()
        expect(phone.get_by_text(re.compile("超时自动同意")).first).to_be_visible()
        house.approve()
        phone.reload()
        expect(phone.get_by_role("heading", name="请寄回商品")).to_be_visible()
        expect(phone.get_by_text("浙江省杭州市余杭区 1 号")).to_be_visible()
        look_over(phone)
        phone.get_by_role("button", name="我已寄出，填单号").click()
        phone.get_by_label("快递公司").fill("顺丰速运")
        phone.get_by_label("快递单号").fill("SF1234567890")
        phone.get_by_role("button", name="提交", exact=True).click()
        expect(phone.get_by_role("heading", name="等待商家收货验收")).to_be_visible()
        self.receive(house)
        phone.reload()
        expect(phone.get_by_text(re.compile("已发起，等待到账"))).to_be_visible()
        house.pay()
        phone.reload()
        expect(phone.get_by_role("heading", name="已完成")).to_be_visible()
        expect(phone.get_by_text(re.compile("已到账"))).to_be_visible()
        expect(phone.get_by_text("全部合格")).to_be_visible()
        assert house.case().refunded_cents == 12800

    def receive(self, house: House) -> None:
        case = house.case()
        with db.transaction() as session:
            found = [
                aftersales.Inspected(each.order_line_id, each.qty, each.qty)
                for each in queries.lines_of(session, case.id)
            ]
            aftersales.receive(
                session, house.agent, case_id=case.id, version=case.version, lines=found
            )

    @pytest.mark.row("KP4-4")
    def test_a_fault_is_shown_before_it_is_asked_for(self, phone, house, tmp_path):
        house.order()
        prove(phone)
        phone.get_by_role("button", name="申请售后").click()
        phone.get_by_label("退货退款").check()
        onwards(phone)
        phone.get_by_label("质量问题").check()
        expect(phone.get_by_text(re.compile("签收 7 天内同样可以退"))).to_be_visible()
        onwards(phone)
        phone.get_by_label("自行寄回").check()
        onwards(phone)
        expect(phone.get_by_role("heading", name="请提供凭证")).to_be_visible()
        expect(phone.get_by_role("button", name="下一步")).to_be_disabled()
        photo = tmp_path / "crack.png"
        photo.write_bytes(picture())
        phone.get_by_label("商品照片").set_input_files(photo)
        expect(phone.get_by_role("button", name="移除 crack.png")).to_be_visible()
        look_over(phone)
        onwards(phone)
        phone.get_by_role("button", name=re.compile("提交申请")).click()
        expect(phone.get_by_role("heading", name="等待商家处理")).to_be_visible()
        expect(phone.get_by_role("img", name="crack.png")).to_be_visible()

    def test_what_policy_does_not_allow_names_another_way(self, phone, house):
        house.order()
        prove(phone)
        phone.get_by_role("button", name="申请售后").click()
        phone.get_by_label("仅退款").check()
        onwards(phone)
        phone.get_by_label("不喜欢、效果不好").check()
        onwards(phone)
        expect(phone.get_by_role("alert")).to_contain_text("请选择退货退款")
        phone.get_by_role("button", name="改为退货退款").click()
        expect(phone.get_by_role("heading", name="什么原因？")).to_be_visible()
        onwards(phone)
        expect(phone.get_by_role("heading", name="怎么寄回？")).to_be_visible()
        with db.transaction() as session:
            assert session.scalar(select(Case.id).where(Case.shop_id == house.shop.id)) is None


class TestUnshipped:
    @pytest.mark.row("RFU-2")
    def test_is_three_screens_and_can_be_withdrawn(self, phone, house):
        house.order(OrderStatus.PAID)
        prove(phone)
        phone.get_by_role("button", name="申请售后").click()
        phone.get_by_label("仅退款").check()
        onwards(phone)
        phone.get_by_label("不想要了").check()
        onwards(phone)
        expect(phone.get_by_role("heading", name="请核对")).to_be_visible()
        assert phone.get_by_text("寄回").count() == 0
        phone.get_by_role("button", name="提交申请，退 ¥128.00").click()
        expect(phone.get_by_role("heading", name="等待商家处理")).to_be_visible()
        phone.get_by_role("button", name="撤销申请").click()
        expect(phone.get_by_text("撤销后商品可以再次申请，次数有限。")).to_be_visible()
        phone.get_by_role("button", name="确定撤销申请？").click()
        expect(phone.get_by_role("heading", name="已关闭")).to_be_visible()
        assert house.case().state is CaseState.CLOSED
        phone.go_back()
        expect(phone.get_by_text("盖碗")).to_be_visible()

    def test_the_address_is_changed_before_it_is_shipped(self, phone, house):
        order = house.order(OrderStatus.PAID)
        prove(phone)
        phone.get_by_role("button", name="修改订单").click()
        save = phone.get_by_role("button", name="确认修改")
        expect(save).to_be_disabled()
        phone.get_by_label("收货地址").last.fill("上海市黄浦区 2 号")
        look_over(phone)
        save.click()
        # who only proved to know the order is shown no more than the district
        expect(phone.get_by_text("上海市黄浦区***")).to_be_visible()
        with db.transaction() as session:
            assert session.get_one(Order, order.id).receiver_address == "上海市黄浦区 2 号"
