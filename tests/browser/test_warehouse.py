"""The warehouse in Chromium: who only handles parcels signs in and sees just these."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from tests.browser import chromium as browsers
from tests.browser.accessibility import axe_finds
from tests.browser.house import House
from tests.browser.inbox import seats
from tests.core.test_files import picture
from tests.workforce import factories as workforce
from xiaoer.aftersales import service as aftersales
from xiaoer.aftersales.models import Case, CaseKind, CaseState, Reason
from xiaoer.aftersales.rules import Wanted
from xiaoer.aftersales.service import Request
from xiaoer.app import built
from xiaoer.core import db
from xiaoer.orders.models import OrderStatus
from xiaoer.orders.queries import lines

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(browsers.path() is None, reason="Chromium is not installed"),
    pytest.mark.skipif(built.find("desk.html") is None, reason="the web app is not built"),
]
NUMBER = "SF1234567890"


@pytest.fixture
def house(served) -> House:
    return House.open(served)


@pytest.fixture
def desk(chromium, house) -> Iterator[Page]:
    """Old Li of the warehouse, signed in."""
    with db.transaction() as session:
        agent = workforce.make_agent(session, house.shop, name="老李", roles=["warehouse"])
    with seats(chromium, house.url) as sit_down:
        yield sit_down(agent)


def sent_back(house: House) -> None:
    """A return is on its way."""
    order = house.order(OrderStatus.SIGNED)
    with db.transaction() as session:
        wanted = [Wanted(each.id, each.quantity or 1) for each in lines(session, order.id)]
        request = Request(kind=CaseKind.RETURN_REFUND, reason=Reason.NO_REASON, lines=wanted)
        aftersales.open_case(session, house.agent, order_id=order.id, request=request, key=None)
    house.approve()
    case = house.case()
    with db.transaction() as session:
        aftersales.ship_back(
            session,
            house.agent,
            case_id=case.id,
            version=case.version,
            carrier="顺丰速运",
            tracking_no=NUMBER,
        )


def states(house: House) -> set[CaseState]:
    with db.transaction() as session:
        return set(session.scalars(select(Case.state).where(Case.shop_id == house.shop.id)))


@pytest.mark.row("ROL-5", "RET-12")
def test_a_scanned_parcel_is_received_by_somebody_who_sees_neither_money_nor_people(desk, house):
    sent_back(house)
    expect(desk).to_have_url(re.compile("/desk/warehouse"))
    pages = desk.get_by_role("navigation", name="页面")
    expect(pages.get_by_role("link", name="仓库收发")).to_be_visible()
    for barred in ("会话", "售后", "客户", "人员"):
        expect(pages.get_by_role("link", name=barred, exact=True)).to_have_count(0)
    scan = desk.get_by_role("searchbox", name="扫描或输入运单号")
    scan.fill("SF000")
    scan.press("Enter")
    expect(desk.get_by_text("没有运单号 SF000 的退回包裹")).to_be_visible()
    scan.fill(NUMBER.lower())
    scan.press("Enter")
    form = desk.get_by_role("dialog")
    expect(form.get_by_text("1 件合格，立即继续办理")).to_be_visible()
    assert "¥" not in desk.locator("body").inner_text()
    assert "沈" not in desk.locator("body").inner_text()
    assert axe_finds(desk) == []
    form.get_by_role("button", name="登记收货").click()
    expect(desk.get_by_text(re.compile("登记收货 · 售后单"))).to_be_visible()
    expect(desk.get_by_text("没有在途的退回包裹")).to_be_visible()
    assert states(house) == {CaseState.REFUND_PROCESSING}


@pytest.mark.row("RET-13", "ROL-5")
def test_what_is_not_good_needs_a_photo(desk, house, tmp_path):
    sent_back(house)
    desk.reload()
    desk.get_by_role("button", name="收货检验").click()
    form = desk.get_by_role("dialog")
    form.get_by_role("group", name=re.compile("合格")).get_by_role("button", name="减一").click()
    form.get_by_label("问题").select_option(label="已使用")
    receive = form.get_by_role("button", name="登记收货")
    expect(receive).to_be_disabled()
    photo = tmp_path / "used.png"
    photo.write_bytes(picture())
    form.get_by_label("照片").set_input_files(photo)
    expect(form.get_by_role("button", name="移除 used.png")).to_be_visible()
    form.get_by_label("备注").fill("杯底有茶渍")
    receive.click()
    expect(desk.get_by_text(re.compile("登记收货 · 售后单"))).to_be_visible()
    expect(desk.get_by_text("没有在途的退回包裹")).to_be_visible()
    assert states(house) == {CaseState.RECEIPT_REFUSED}


@pytest.mark.row("ROL-5")
def test_a_page_that_is_not_theirs_says_so(desk, house):
    expect(desk).to_have_url(re.compile("/desk/warehouse"))
    desk.goto(f"{house.url}/desk/aftersales")
    expect(desk.get_by_text("没有这个页面")).to_be_visible()
    desk.get_by_role("link", name="回到首页").click()
    expect(desk).to_have_url(re.compile("/desk/warehouse"))
