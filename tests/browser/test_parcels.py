"""A shopper on a phone: is the address right, and where is the parcel."""

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from tests.browser import chromium as browsers
from tests.browser.house import ORDER_NO, TAIL, House
from tests.browser.test_aftersales import look_over
from tests.orders.factories import make_order
from xiaoer.core import clock, db
from xiaoer.core.shops import Shop
from xiaoer.orders import service as orders
from xiaoer.orders.models import CheckState, OrderCheck
from xiaoer.shipping import service as shipping
from xiaoer.shipping.service import Label, Scan

pytestmark = browsers.showing("shopper.html")
ADDRESS = "浙江省杭州市西湖区文三路 8 号"


def asked(house: House) -> None:
    """A paid order whose buyer is asked for the address."""
    with db.transaction() as session:
        shop = session.get_one(Shop, house.shop.id)
        rule = {"address_check": True, "couriers": ["圆通", "顺丰"]}
        shop.settings = shop.settings | {"orders": rule}
        session.flush()
        made = make_order(
            session,
            shop,
            order_no=ORDER_NO,
            paid_at=clock.now(),
            receiver_name="沈小姐",
            receiver_phone=f"1381234{TAIL}",
            receiver_address=ADDRESS,
        )
        orders.ask_address(session, made.id)
        shipping.watch(session, shop.id, [made.id])


def open_order(page: Page) -> None:
    page.get_by_role("button", name="退换货").click()
    page.get_by_label("订单号").fill(ORDER_NO)
    page.get_by_label("手机号后四位").fill(TAIL)
    page.get_by_role("button", name="查询订单").click()
    expect(page.get_by_text("最晚").first).to_be_visible()


def check_of(house: House) -> OrderCheck:
    with db.transaction() as session:
        query = select(OrderCheck).where(OrderCheck.shop_id == house.shop.id)
        return session.scalars(query).one()


@pytest.mark.row("ADR-3", "ADR-6", "ORD-4")
def test_the_address_is_right_with_one_tap_and_the_parcel_is_seen(phone, house):
    asked(house)
    open_order(phone)
    expect(phone.get_by_role("heading", name="收货信息对吗？")).to_be_visible()
    expect(phone.get_by_text(ADDRESS)).to_have_count(0)
    look_over(phone)
    phone.get_by_label("快递").select_option("顺丰")
    phone.get_by_role("button", name="没问题").click()
    expect(phone.get_by_text("你已确认收货信息。")).to_be_visible()
    kept = check_of(house)
    assert (kept.state, kept.courier, kept.courier_chosen) == (CheckState.CONFIRMED, "顺丰", True)
    with db.transaction() as session:
        label, at = Label(ORDER_NO, "yto", "YT8800"), clock.now()
        told = [Scan("yto", "YT8800", at, "103", "快件已揽收", "杭州")]
        shipping.pack(session, house.agent, shop_id=house.shop.id, labels=[label])
        shipping.take(session, house.agent, shop_id=house.shop.id, scans=told)
    phone.reload()
    expect(phone.get_by_text("圆通 YT8800")).to_be_visible()
    expect(phone.get_by_role("listitem").filter(has_text="快件已揽收")).to_be_visible()
    look_over(phone)


@pytest.mark.row("ADR-3", "ADR-5")
def test_another_address_is_sent_with_a_few_words(phone, house):
    asked(house)
    open_order(phone)
    phone.get_by_role("button", name="修改", exact=True).click()
    look_over(phone)
    phone.get_by_label("地址").fill("浙江省宁波市海曙区 3 号")
    phone.get_by_role("button", name="改成这样").click()
    expect(phone.get_by_text("收货信息已更正，仓库已知道。")).to_be_visible()
    assert check_of(house).state is CheckState.CHANGED
