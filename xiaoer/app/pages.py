"""The pages: the desk, the shopper's chat, the script for a shop's own pages.

They are built files; what is decided here is who gets which, how long a browser keeps it, and what
a page may do (its Content-Security-Policy).
"""

from typing import Any

from fastapi import Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from sqlalchemy import select, text

from xiaoer.app import built
from xiaoer.channels.webchat import queries, rules
from xiaoer.core import i18n
from xiaoer.core.shops import Shop
from xiaoer.core.web import Db, Router

FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
SHORT = "public, max-age=300"

COMMON = (
    "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self';"
    " object-src 'none'; base-uri 'none'; form-action 'self'; "
)
# The desk's component library writes its styles at run time; the shopper's page needs none of that.
DESK_POLICY = COMMON + "style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"
SHOPPER_POLICY = COMMON + "style-src 'self'; frame-ancestors "
BARE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors "

NO_SHOP = ("没有这家店铺，请检查链接。", "There is no such shop. Please check the link.")
NOT_BUILT = (
    "网页还没有构建好：请运行 bin/serve，它会先构建再启动。",
    "The web app is not built yet: run bin/serve, which builds it before it starts.",
)

router = Router(include_in_schema=False)


@router.get("/healthz")
def health(session: Db) -> dict[str, str]:
    session.execute(text("SELECT 1"))
    return {"status": "ok"}


@router.get("/")
@router.get("/setup")
@router.get("/desk")
@router.get("/desk/{path:path}")
async def desk(request: Request) -> Response:
    return _page(request, "desk.html", DESK_POLICY)


@router.get("/chat/{shop_code}")
def shopper(session: Db, request: Request, shop_code: str) -> Response:
    """The chat of one shop, alone or inside the shop's own page."""
    shop = session.scalar(select(Shop).where(Shop.code == shop_code))
    if shop is None:
        return _sentence(request, NO_SHOP, 404)
    named = queries.settings_of(session, shop.id).frame_ancestors
    return _page(request, "shopper.html", SHOPPER_POLICY + rules.ancestors_policy(named))


@router.get("/policies/{shop_code}")
def policies(session: Db, request: Request, shop_code: str) -> Response:
    """What a shop has published of its policies, for anybody; never inside somebody else's page."""
    if session.scalar(select(Shop.id).where(Shop.code == shop_code)) is None:
        return _sentence(request, NO_SHOP, 404)
    return _page(request, "policies.html", SHOPPER_POLICY + "'none'")


@router.get("/faq/{shop_code}")
def faq(session: Db, request: Request, shop_code: str) -> Response:
    """What customers of a shop ask, for anybody; never inside somebody else's page."""
    if session.scalar(select(Shop.id).where(Shop.code == shop_code)) is None:
        return _sentence(request, NO_SHOP, 404)
    return _page(request, "faq.html", SHOPPER_POLICY + "'none'")


@router.get("/widget.js")
async def widget(request: Request) -> Response:
    return _file(request, "widget.js", SHORT, {"Cross-Origin-Resource-Policy": "cross-origin"})


@router.get("/assets/{name}")
async def asset(request: Request, name: str) -> Response:
    return _file(request, f"assets/{name}", FOR_EVER, {})


@router.get("/mark.svg")
@router.get("/favicon.ico")
async def mark(request: Request) -> Response:
    return _file(request, "mark.svg", SHORT, {})


def _file(request: Request, name: str, cache: str, headers: dict[str, str]) -> Response:
    found = built.find(name)
    if found is None:
        body: dict[str, Any] = {"code": "NotFound", "message": "没有找到。", "detail": None}
        return JSONResponse(body, 404)
    return built.answer(request, found, cache=cache, headers=headers)


def _page(request: Request, name: str, policy: str) -> Response:
    found = built.find(name)
    if found is None:
        return _sentence(request, NOT_BUILT, 503)
    headers = {"Content-Security-Policy": policy, "Referrer-Policy": "same-origin"}
    return built.answer(request, found, cache=ASK_AGAIN, headers=headers)


def _sentence(request: Request, words: tuple[str, str], status: int) -> Response:
    english = i18n.locale_of(request.headers.get("accept-language")) == "en"
    page = (
        f'<!doctype html><html lang="{"en" if english else "zh-CN"}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>小二</title>'
        '<meta name="color-scheme" content="light dark">'
        '<body style="font:16px/1.5 system-ui,sans-serif;margin:20vh 24px;text-align:center">'
        f"<p>{words[1 if english else 0]}</p></body></html>"
    )
    return HTMLResponse(page, status, headers={"Content-Security-Policy": BARE_POLICY + "*"})
