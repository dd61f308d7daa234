"""A shop whose customer asks and whose agents answer in Chromium."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import uuid4

from playwright.sync_api import Browser, Locator, Page, expect

from tests.channels.serving import Served
from tests.customers.factories import make_customer
from tests.orders.factories import make_order
from tests.workforce import factories as workforce
from xiaoer.conversations import service as conversations
from xiaoer.core import db
from xiaoer.core.auth import system
from xiaoer.workforce.models import Agent


class Inbox:
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


@contextmanager
def seats(chromium: Browser, url: str) -> Iterator[Callable[[Agent], Page]]:
    """Opens the desk of a person, signed in through the page."""
    contexts = []

    def sit_down(agent: Agent) -> Page:
        context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN")
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{url}/desk/sign-in")
        page.get_by_label("登录名").fill(agent.login)
        page.get_by_label("密码").fill(workforce.PASSWORD)
        page.get_by_role("button", name="登录").click()
        expect(page.get_by_role("navigation", name="页面")).to_be_visible()
        return page

    yield sit_down
    for context in contexts:
        context.close()


def open_queue(page: Page, house: Inbox) -> None:
    page.goto(f"{house.url}/desk/inbox/all")
    page.get_by_role("link", name=re.compile("林小满")).click()
    expect(page.get_by_role("heading", name="林小满", level=2)).to_be_visible()


def log(page: Page) -> Locator:
    return page.get_by_role("log", name="消息")
