"""One browser and one server for a file; each test has a shop of its own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import chromium as browsers
from tests.browser.house import House
from tests.channels.serving import Served, serving

expect.set_options(timeout=30_000)
"""A machine that also compiles and serves may take this long to show what it will show."""


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


@pytest.fixture
def house(served: Served) -> House:
    """A shop with people and orders of its own in it."""
    return House.open(served)


@pytest.fixture
def phone(chromium, house) -> Iterator[Page]:
    """A shopper's phone with the shop's chat open."""
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, locale="zh-CN"
    )
    page = context.new_page()
    page.goto(f"{house.url}/chat/{house.shop.code}")
    yield page
    context.close()
