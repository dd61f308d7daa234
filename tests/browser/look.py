"""`bin/look`: a picture of every page with the demo's data, for eyes.

Every width, language and theme, and each page once more while it is empty, loading and failing;
errors of a page and pages wider than their window are told, and make the exit code 1.
"""

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Route, sync_playwright
from playwright.sync_api import Error as BrowserError

from tests.app.desk import Desk
from tests.browser import chromium
from xiaoer.aftersales.models import Queue
from xiaoer.app.demo import loading, people

ROOT = Path(__file__).resolve().parents[2]
HEIGHTS = {1280: 800, 1600: 1000, 390: 844}
LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
THEMES = ("light", "dark")
SETTLE_MS = 400
STILL = "() => !document.querySelector('#app .skeleton')"
"""Nothing is loading any more; a busy machine takes a while until then."""
STILL_WITHIN_MS = 20_000
STATIC = re.compile(r'path: "(/desk/[^"]*)", name: "([^"]+)"')
STATES = ("full", "empty", "loading", "failing")
FRAME = re.compile(r"/api/(session|me\b|live|shops$)|/chat/[\w-]+/(session|live)")
"""What the frame around a page asks for: it is answered in every state."""
REFUSAL = {"code": "ServerError", "message": "服务器出错了，刚才的操作没有生效。", "detail": None}


DETAILS = (
    ("talk", "/desk/inbox/all/", "/api/conversations?view=all&limit=1"),
    ("order", "/desk/orders/", "/api/orders?limit=1"),
    ("customer", "/desk/customers/", "/api/customers?limit=1"),
    ("policy", "/desk/policies/", "/api/policies"),
    ("test", "/desk/tests/", "/api/training/mine"),
    *((f"case-{queue}", "/desk/cases/", f"/api/cases?queue={queue}&limit=1") for queue in Queue),
)
TABS = {
    "aftersales": ("returns", "disputes", "failed", "customer"),
    "case-reports": ("couriers", "completion", "automation", "retention", "disputes"),
    "warehouse": ("stop", "send"),
    "people": ("groups", "roles"),
    "shipping": ("focus", "troubles", "delays", "numbers"),
    "steps": ("cod", "unpaid", "ratings", "owed"),
    "stock": ("replenish", "asked", "orders", "short", "cards"),
    "training": ("courses", "team", "exams"),
    "phrases": ("figures", "hot", "promotions"),
    "knowledge": ("gaps", "flags"),
    "figures": ("people", "outcomes"),
    "quality": ("score", "sheet", "mine"),
}
"""Views of a page that look unlike its first one."""


@dataclass(frozen=True)
class Shot:
    name: str
    path: str
    width: int
    signed_in: bool
    state: str = "full"
    first_of: str | None = None
    """The list whose first entry `path` is completed with."""


def shots() -> Iterator[Shot]:
    """The desk's pages as its router lists them, and the shopper's."""
    listed = STATIC.findall((ROOT / "web" / "desk" / "router.ts").read_text())
    for width in (1280, 1600):
        yield Shot("sign-in", "/desk/sign-in", width, signed_in=False)
        for path, name in listed:
            if name != "sign-in" and not re.search(r"/:\w+$", path):
                yield Shot(name, re.sub(r"/:\w+\?", "", path), width, signed_in=True)
        for name, path, listed_by in DETAILS:
            yield Shot(name, path, width, signed_in=True, first_of=listed_by)
        for page, tabs in TABS.items():
            for tab in tabs:
                yield Shot(f"{page}-{tab}", f"/desk/{page}/{tab}", width, signed_in=True)
    for width in (390, 1280):
        yield Shot("shopper", f"/chat/{loading.SHOPS[0][0]}", width, signed_in=False)
        asked = f"/chat/{loading.SHOPS[0][0]}#aftersales"
        yield Shot("shopper-aftersales", asked, width, signed_in=False)
        yield Shot("published", f"/policies/{loading.SHOPS[0][0]}", width, signed_in=False)


def in_states(shot: Shot) -> Iterator[Shot]:
    """The states are looked at in the narrower width only: they look alike in the wider."""
    yield shot
    if shot.signed_in and shot.width == 1280:
        yield from (replace(shot, state=state) for state in STATES[1:])


class Looker:
    def __init__(self, browser: Browser, address: str, out: Path, login: str) -> None:
        self._browser, self._address, self._out, self._login = browser, address, out, login
        self.problems: list[str] = []

    def look(self, wanted: list[Shot], language: str, theme: str) -> None:
        for width, signed_in in sorted({(shot.width, shot.signed_in) for shot in wanted}):
            context = self._context(width, language, theme)
            if signed_in:
                self._sign_in(context, language, theme)
            for shot in wanted:
                if (shot.width, shot.signed_in) == (width, signed_in):
                    state = "" if shot.state == "full" else f"-{shot.state}"
                    self._take(context, shot, f"{shot.name}-{width}-{language}-{theme}{state}")
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
        marked = {"X-Xiaoer": "1"}
        facts: dict[str, Any] = {"login": self._login, "password": people.PASSWORD}
        context.request.post(f"{self._address}/api/session", data=facts, headers=marked)
        wishes = {"locale": language, "theme": theme}
        answer = context.request.put(
            f"{self._address}/api/me/preferences", data=wishes, headers=marked
        )
        if not answer.ok:
            raise SystemExit(f"Signing in failed: {answer.status} {answer.text()}")

    def _take(self, context: BrowserContext, shot: Shot, name: str) -> None:
        first = self._first(context, shot)
        if first is None:
            return
        page = context.new_page()
        held: list[Route] = []
        if shot.state != "full":
            asked = re.compile(r"/(api|chat)/")
            page.route(asked, lambda route: _put_into(shot.state, route, held))
        page.on("pageerror", lambda error: self.problems.append(f"{name}: {error}"))
        page.on(
            "console",
            lambda said: (
                self.problems.append(f"{name}: {said.text}")
                if said.type == "error"
                and shot.state in ("full", "empty")
                and not (not shot.signed_in and "401" in said.text)
                else None
            ),
        )
        try:
            # A socket stays open, so the network is never idle: wait for the page, then a little.
            page.goto(self._address + shot.path + first, wait_until="load")
            page.wait_for_selector("#main .page > *" if shot.signed_in else "#app > *")
            if shot.state != "loading":
                page.wait_for_function(STILL, timeout=STILL_WITHIN_MS)
            page.wait_for_timeout(SETTLE_MS)
            wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            if wide:
                self.problems.append(f"{name}: the page is wider than its window")
            page.screenshot(path=self._out / f"{name}.png")
        except BrowserError as error:
            self.problems.append(f"{name}: {error.message}")
        finally:
            for route in held:
                route.abort()
            page.close()

    def _first(self, context: BrowserContext, shot: Shot) -> str | None:
        """What completes the path; None: the list it is taken from has nothing now."""
        if shot.first_of is None:
            return ""
        listed = context.request.get(self._address + shot.first_of).json()
        items = listed if isinstance(listed, list) else listed["items"]
        return str(items[0]["id"]) if items else None


def _put_into(state: str, route: Route, held: list[Route]) -> None:
    """Answers for the server; what is held is a page that still loads."""
    request = route.request
    if request.resource_type not in ("fetch", "xhr") or FRAME.search(request.url):
        route.continue_()
    elif state == "failing":
        route.fulfill(status=500, json=REFUSAL)
    elif state == "empty":
        route.fulfill(json=_emptied(route.fetch().json()))
    else:
        held.append(route)


def _emptied(answer: Any) -> Any:
    """The same answer with nothing in its list."""
    if isinstance(answer, dict) and "items" in answer:
        return answer | {"items": [], "next": None}
    return answer


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
    parser.add_argument("--state", choices=STATES, action="append")
    parser.add_argument("--login", help="who signs in; none: the first of the demo's logins")
    parser.add_argument("--width", type=int, choices=HEIGHTS, action="append")
    asked = parser.parse_args()
    wanted = [
        shot
        for listed in shots()
        for shot in in_states(listed)
        if (not asked.state or shot.state in asked.state)
        and (not asked.pages or shot.name in asked.pages)
        and (not asked.width or shot.width in asked.width)
    ]
    asked.out.mkdir(parents=True, exist_ok=True)
    with address_of(asked.url) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.path(), args=[*chromium.FLAGS]
        )
        looker = Looker(browser, address, asked.out, asked.login or people.PEOPLE[0].login)
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
