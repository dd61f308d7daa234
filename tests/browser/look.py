"""`bin/look`: a picture of every page with the demo's data, for eyes.

Every width, language and theme; errors of a page and pages wider than their window are told, and
make the exit code 1.
"""

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from playwright.sync_api import Error as BrowserError

from tests.app.desk import Desk
from tests.browser import chromium
from xiaoer.app import demo

ROOT = Path(__file__).resolve().parents[2]
HEIGHTS = {1280: 800, 1600: 1000, 390: 844}
LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
THEMES = ("light", "dark")
SETTLE_MS = 700
STATIC = re.compile(r'path: "(/desk/[^"]*)", name: "([^"]+)"')


@dataclass(frozen=True)
class Shot:
    name: str
    path: str
    width: int
    signed_in: bool


def shots() -> Iterator[Shot]:
    """The desk's pages as its router lists them, and the shopper's."""
    listed = STATIC.findall((ROOT / "web" / "desk" / "router.ts").read_text())
    for width in (1280, 1600):
        yield Shot("sign-in", "/desk/sign-in", width, signed_in=False)
        for path, name in listed:
            if name != "sign-in" and not re.search(r"/:\w+$", path):
                yield Shot(name, re.sub(r"/:\w+\?", "", path), width, signed_in=True)
        yield Shot("talk", "/desk/inbox/all", width, signed_in=True)
    for width in (390, 1280):
        yield Shot("shopper", f"/chat/{demo.SHOPS[0]}", width, signed_in=False)


class Looker:
    def __init__(self, browser: Browser, address: str, out: Path) -> None:
        self._browser, self._address, self._out = browser, address, out
        self.problems: list[str] = []

    def look(self, wanted: list[Shot], language: str, theme: str) -> None:
        for width, signed_in in sorted({(shot.width, shot.signed_in) for shot in wanted}):
            context = self._context(width, language, theme)
            if signed_in:
                self._sign_in(context, language, theme)
            for shot in wanted:
                if (shot.width, shot.signed_in) == (width, signed_in):
                    self._take(context, shot, f"{shot.name}-{width}-{language}-{theme}")
            context.close()

    def _context(self, width: int, language: str, theme: str) -> BrowserContext:
        return self._browser.new_context(
            viewport={"width": width, "height": HEIGHTS[width]},
            locale=LANGUAGES[language],
            color_scheme="dark" if theme == "dark" else "light",
            device_scale_factor=2 if width == 390 else 1,
            has_touch=width == 390,
        )

    def _sign_in(self, context: BrowserContext, language: str, theme: str) -> None:
        login, password, _ = demo.LOGINS[0]
        marked = {"X-Xiaoer": "1"}
        facts: dict[str, Any] = {"login": login, "password": password}
        context.request.post(f"{self._address}/api/session", data=facts, headers=marked)
        wishes = {"locale": language, "theme": theme}
        answer = context.request.put(
            f"{self._address}/api/me/preferences", data=wishes, headers=marked
        )
        if not answer.ok:
            raise SystemExit(f"Signing in failed: {answer.status} {answer.text()}")

    def _take(self, context: BrowserContext, shot: Shot, name: str) -> None:
        page = context.new_page()
        page.on("pageerror", lambda error: self.problems.append(f"{name}: {error}"))
        page.on(
            "console",
            lambda said: (
                self.problems.append(f"{name}: {said.text}") if said.type == "error" else None
            ),
        )
        try:
            # A socket stays open, so the network is never idle: wait for the page, then a little.
            page.goto(self._address + shot.path, wait_until="load")
            page.wait_for_timeout(SETTLE_MS)
            if shot.name == "talk":
                self._open_first_talk(page)
            wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            if wide:
                self.problems.append(f"{name}: the page is wider than its window")
            page.screenshot(path=self._out / f"{name}.png")
        except BrowserError as error:
            self.problems.append(f"{name}: {error.message}")
        finally:
            page.close()

    def _open_first_talk(self, page: Page) -> None:
        listed = page.request.get(f"{self._address}/api/conversations?view=all&limit=1").json()
        if listed["items"]:
            page.goto(f"{self._address}/desk/inbox/all/{listed['items'][0]['id']}")
            page.wait_for_timeout(SETTLE_MS)


@contextmanager
def address_of(given: str | None) -> Iterator[str]:
    """A server with the demo: the one given, or one of our own for as long as we look."""
    if given:
        yield given.rstrip("/")
        return
    folder = Path(tempfile.mkdtemp(prefix="xiaoer-look-"))
    desk = Desk(folder / "data", "--workers", "1")
    try:
        desk.start(seconds=180)
        yield desk.address
    finally:
        desk.stop()
        shutil.rmtree(folder, ignore_errors=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="bin/look", description=__doc__)
    parser.add_argument("pages", nargs="*", help="names of pages; none: all")
    parser.add_argument("--url", help="a running server with the demo; none: one is started")
    parser.add_argument("--out", type=Path, default=ROOT / "look-out")
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--theme", choices=THEMES, action="append")
    parser.add_argument("--width", type=int, choices=HEIGHTS, action="append")
    asked = parser.parse_args()
    wanted = [
        shot
        for shot in shots()
        if (not asked.pages or shot.name in asked.pages)
        and (not asked.width or shot.width in asked.width)
    ]
    asked.out.mkdir(parents=True, exist_ok=True)
    with address_of(asked.url) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.path(), args=[*chromium.FLAGS]
        )
        looker = Looker(browser, address, asked.out)
        for language, theme in product(asked.language or LANGUAGES, asked.theme or THEMES):
            looker.look(wanted, language, theme)
        browser.close()
    taken = len(list(asked.out.glob("*.png")))
    sys.stdout.write(f"{taken} pictures in {asked.out}\n")
    for problem in sorted(set(looker.problems)):
        sys.stdout.write(f"✗ {problem}\n")
    return 1 if looker.problems else 0


if __name__ == "__main__":
    sys.exit(main())
