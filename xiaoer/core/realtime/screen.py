"""One socket, as the hub sees it."""

import asyncio
from collections.abc import Awaitable, Callable

OUTBOX_LIMIT = 4000
"""Frames a slow socket may lag behind; then it is closed and resumes from its cursor."""


class Screen:
    """One socket: its audience, its topics and what is still to be sent to it."""

    def __init__(self, audience: str) -> None:
        self.audience = audience
        self.topics: frozenset[str] = frozenset()
        self.outbox: asyncio.Queue[bytes] = asyncio.Queue(OUTBOX_LIMIT)
        self.overflowed = asyncio.Event()

    def put(self, frame: bytes) -> None:
        try:
            self.outbox.put_nowait(frame)
        except asyncio.QueueFull:
            self.overflowed.set()

    async def next_frames(self) -> list[bytes]:
        """Wait for a frame, then take all that are there."""
        frames = [await self.outbox.get()]
        while not self.outbox.empty():
            frames.append(self.outbox.get_nowait())
        return frames


async def send_all(screen: Screen, send: Callable[[str], Awaitable[None]]) -> None:
    """Carry frames from the outbox to the socket, several in one message when they pile up."""
    while not screen.overflowed.is_set():
        frames = await screen.next_frames()
        await send((b"[" + b",".join(frames) + b"]").decode())
