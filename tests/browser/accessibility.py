"""What axe says of a page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SETTLE_MS = 500
"""Colours that are still on their way have no contrast yet."""


def axe_finds(page: Page) -> list[str]:
    """Serious problems of accessibility, by their rule."""
    page.wait_for_timeout(SETTLE_MS)
    found = Axe().run(page).response["violations"]
    return [each["id"] for each in found if each["impact"] in ("serious", "critical")]
