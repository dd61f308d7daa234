"""What pages say over their sockets: JSON objects, at a bounded pace."""

import time
from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from fastapi import WebSocket, WebSocketDisconnect

START_WITHIN_SEC = 10
"""A page that has opened a socket must say who it is within this time."""
REFUSED, TOO_FAST, TRY_AGAIN = 4401, 4429, 1013
"""Why we close: who you are is not accepted; a flood; come back by yourself."""

Frame = dict[str, Any]


async def frame(socket: WebSocket) -> Frame:
    """The next frame. Raises ValueError for anything but a JSON object."""
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code", 1006))
    said = orjson.loads(message.get("text") or b"")
    if not isinstance(said, dict):
        raise ValueError("a frame is an object")
    return said


async def hear(
    socket: WebSocket, take: Callable[[Frame], Awaitable[None]], *, per_sec: int
) -> None:
    """Give each frame to `take` until the page goes; a page of ours says a handful in a second,
    one that says more than `per_sec` is shown the door."""
    window_start, said = time.monotonic(), 0
    while True:
        try:
            heard = await frame(socket)
        except ValueError:
            heard = {}
        now = time.monotonic()
        if now - window_start > 1:
            window_start, said = now, 0
        said += 1
        if said > per_sec:
            await socket.close(TOO_FAST)
            return
        await take(heard)
