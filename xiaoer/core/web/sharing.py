"""Web processes have even shares of the requests.

Linux spreads connections over them by chance, and a browser or a proxy keeps those it has: of eight
that are busy, six or more are with one of two processes in three cases of ten, and wait twice as
long there as they need to. A process that has clearly more at hand than another lets a connection
go with an answer (`Connection: close`); the next request over a new one comes to a place by chance
again, and soon the shares are even (ADR 0009).
"""

import mmap
import struct
import time

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MORE = 1.5
"""So many more requests at hand than another process has are too many."""
EVERY_SEC = 0.25
"""One connection is let go in this time: what becomes of it must be seen first."""
STEP = 1 / 16
"""How much one more request counts in what a process has at hand on average."""
FRESH_SEC = 1.0
"""A process from which nothing was heard for so long has nothing at hand."""
_NOTED = struct.Struct("dd")
"""What one process has at hand on average, and when it said so."""


class Shares:
    """What each of so many processes has at hand, in memory that they see in common. Made before
    they part."""

    def __init__(self, processes: int) -> None:
        self._memory = mmap.mmap(-1, _NOTED.size * processes)

    def note(self, place: int, at_hand: float, now: float) -> None:
        _NOTED.pack_into(self._memory, _NOTED.size * place, at_hand, now)

    def least_but(self, place: int, now: float) -> float:
        """What that of the others has which has least; endless if there is none."""
        noted = list(_NOTED.iter_unpack(self._memory))
        del noted[place]
        return min(
            (at_hand if now - at < FRESH_SEC else 0.0 for at_hand, at in noted),
            default=float("inf"),
        )


class EvenShares:
    """ASGI middleware of the process at `place`, the outermost."""

    def __init__(self, app: ASGIApp, shares: Shares, place: int) -> None:
        self._app, self._shares, self._place = app, shares, place
        self._open = 0
        self._at_hand = 0.0
        self._next_time = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def tell(message: Message) -> None:
            if message["type"] == "http.response.start" and self._has_too_many():
                MutableHeaders(raw=message.setdefault("headers", []))["connection"] = "close"
            await send(message)

        self._open += 1
        self._at_hand += (self._open - self._at_hand) * STEP
        try:
            await self._app(scope, receive, tell)
        finally:
            self._open -= 1

    def _has_too_many(self) -> bool:
        now = time.monotonic()
        self._shares.note(self._place, self._at_hand, now)
        if now < self._next_time or self._at_hand < self._shares.least_but(self._place, now) + MORE:
            return False
        self._next_time = now + EVERY_SEC
        return True
