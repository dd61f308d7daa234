"""Requests larger than the limit end early, with a sentence."""

from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from xiaoer.core import i18n
from xiaoer.core.web.refusals import SENTENCES


class _TooLarge(Exception):
    pass


class BodyLimit:
    """Refuse a body over `upload_bytes` (files) or `json_bytes` (all else) with 413."""

    def __init__(self, app: ASGIApp, *, json_bytes: int, upload_bytes: int) -> None:
        self.app, self.json_bytes, self.upload_bytes = app, json_bytes, upload_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        multipart = headers.get(b"content-type", b"").startswith(b"multipart/")
        limit = self.upload_bytes if multipart else self.json_bytes
        declared = headers.get(b"content-length", b"0")
        read = 0

        async def limited() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > limit:
                raise _TooLarge
            return message

        try:
            if not declared.isdigit() or int(declared) > limit:
                raise _TooLarge
            await self.app(scope, limited, send)
        except _TooLarge:
            locale = i18n.locale_of(headers.get(b"accept-language", b"").decode("latin-1"))
            message = SENTENCES["TooLarge"][0 if locale == "zh" else 1]
            detail = {"limit_bytes": limit}
            answer = JSONResponse({"code": "TooLarge", "message": message, "detail": detail}, 413)
            await answer(scope, receive, send)
