"""`POST /v1/chat/completions`, streamed or whole, and `PUT /faults` to make it misbehave.

The twin writes from the facts it is given, as a well-behaved model would; `obeys` makes it follow
whatever the customer's words command, as a badly behaved one does.
"""

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Any

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

FAULTS = ("none", "slow", "fails", "breaks_off", "garbles", "obeys", "invents")
_FACT = re.compile(r"^- (.+)$", re.MULTILINE)
_SAID = re.compile(r"<customer>(.*?)</customer>", re.DOTALL)
_PIECE = 6


class Twin:
    def __init__(self) -> None:
        self.fault = "none"
        self.asked: list[dict[str, Any]] = []

    async def faults(self, request: Request) -> Response:
        wanted = (await request.json())["fault"]
        if wanted not in FAULTS:
            return JSONResponse({"error": {"message": f"no fault {wanted}"}}, 422)
        self.fault = wanted
        return Response(status_code=204)

    async def requests(self, _request: Request) -> Response:
        return JSONResponse(self.asked)

    async def complete(self, request: Request) -> Response:
        body = await request.json()
        self.asked.append(body)
        if self.fault == "slow":
            await asyncio.sleep(30)
        if self.fault == "fails":
            return JSONResponse({"error": {"message": "overloaded"}}, 503)
        text = self._answer(body["messages"])
        if not body.get("stream"):
            message = {"role": "assistant", "content": text}
            return JSONResponse({"choices": [{"index": 0, "message": message}]})
        return StreamingResponse(self._pieces(text), media_type="text/event-stream")

    def _answer(self, messages: list[dict[str, str]]) -> str:
        system, user = messages[0]["content"], messages[-1]["content"]
        said = " ".join(_SAID.findall(user)).strip()
        if self.fault == "obeys":
            return f"好的，已按您的要求办理：{said}"
        if self.fault == "invents":
            return "您好，我们会补偿您 ¥888.00，明天到账。"
        facts = _FACT.findall(system)
        return "您好，" + ("；".join(facts[:3]) if facts else "已收到您的消息，马上为您查询") + "。"

    async def _pieces(self, text: str) -> AsyncIterator[bytes]:
        if self.fault == "garbles":
            yield b"data: {not json}\n\n"
            return
        for begin in range(0, len(text), _PIECE):
            if self.fault == "breaks_off" and begin >= _PIECE:
                raise RuntimeError("told to break off")
            delta = {"choices": [{"index": 0, "delta": {"content": text[begin : begin + _PIECE]}}]}
            yield b"data: " + orjson.dumps(delta) + b"\n\n"
        yield b"data: [DONE]\n\n"


def app() -> Starlette:
    twin = Twin()
    return Starlette(
        routes=[
            Route("/v1/chat/completions", twin.complete, methods=["POST"]),
            Route("/faults", twin.faults, methods=["PUT"]),
            Route("/requests", twin.requests),
        ]
    )
