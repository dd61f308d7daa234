"""Requests larger than the limit end early, with a sentence."""

from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from xiaoer.core import i18n
from xiaoer.core.web.refusals import SENTENCES


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
        if not declared.isdigit() or int(declared) > limit:
            await _refusal(headers, limit)(scope, receive, send)
            return
        read = 0

        async def limited() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            # The rest is not handed on; whatever the app answers, 413 is what leaves.
            return message if read <= limit else {"type": "http.disconnect"}

        async def unless_refused(message: Message) -> None:
            if read <= limit:
                await send(message)

        try:
            await self.app(scope, limited, unless_refused)
        except ClientDisconnect:
            if read <= limit:
                raise
        if read > limit:
            await _refusal(headers, limit)(scope, receive, send)


def _refusal(headers: dict[bytes, bytes], limit: int) -> JSONResponse:
    locale = i18n.locale_of(headers.get(b"accept-language", b"").decode("latin-1"))
    message = SENTENCES["TooLarge"][0 if locale == "zh" else 1]
    detail = {"limit_bytes": limit}
    return JSONResponse({"code": "TooLarge", "message": message, "detail": detail}, 413)
