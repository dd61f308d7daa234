"""The shopper's live connection: their own talk, in order, none missing, none twice."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

import anyio
import anyio.to_thread
import orjson
from fastapi import WebSocket, WebSocketDisconnect
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from xiaoer.channels.webchat import queries, reading, service, showing, visitors
from xiaoer.channels.webchat.errors import VisitorUnknown
from xiaoer.channels.webchat.service import Guest, leaving
from xiaoer.conversations.queries import messages
from xiaoer.core.realtime import hearing
from xiaoer.core.realtime.hearing import REFUSED, TRY_AGAIN
from xiaoer.core.realtime.hub import Hub
from xiaoer.core.realtime.presenting import present
from xiaoer.core.realtime.screen import Screen, send_all
from xiaoer.core.realtime.tail import Cursor, StoredEvent
from xiaoer.core.web import Router

TYPING_EVERY_SEC = 1.0
SEEN_EVERY_SEC = 30.0
FRAMES_PER_SEC = 20

SPOKEN = ("MessageReceived", "MessageSent", "SystemLineAdded")
MOVED = (
    "ConversationOpened",
    "Assigned",
    "Transferred",
    "Queued",
    "Closed",
    "Reopened",
    "HoldBegan",
    "HoldExtended",
    "HoldAnswered",
    "HoldCancelled",
    "ReadByStaff",
    "DeliveredToStaff",
)

router = Router(prefix="/chat", tags=["shopper"])
logger = logging.getLogger(__name__)


@present("shopper", *SPOKEN, *MOVED)
def frames_for_shoppers(session: Session, rows: list[StoredEvent]) -> list[dict[str, Any] | None]:
    """Frames for customers: the message, if one was said to them, and the head of their talk."""
    spoken = [UUID(row.data["message_id"]) for row in rows if "message_id" in row.data]
    said = messages.by_ids(session, spoken) if spoken else {}
    talks = queries.talks(session, list({UUID(row.data["conversation_id"]) for row in rows}))
    frames: list[dict[str, Any] | None] = []
    for row in rows:
        talk = talks.get(UUID(row.data["conversation_id"]))
        found = said.get(UUID(row.data["message_id"])) if "message_id" in row.data else None
        shown = showing.message(found) if found else None
        silent = row.kind in SPOKEN and shown is None
        frames.append(
            None if talk is None or silent else {"message": shown, "talk": showing.talk(talk)}
        )
    return frames


@router.websocket("/live")
async def live(socket: WebSocket) -> None:
    await socket.accept()
    # Without the database the connection ends, and the page comes back by itself.
    with contextlib.suppress(WebSocketDisconnect, RuntimeError, OperationalError):
        try:
            first = await asyncio.wait_for(hearing.frame(socket), hearing.START_WITHIN_SEC)
            guest = await anyio.to_thread.run_sync(_guest, socket, first.get("token"))
        except (VisitorUnknown, TimeoutError, ValueError):
            await socket.send_text('{"type":"refused","code":"VisitorUnknown"}')
            await socket.close(REFUSED)
            return
        cursor = first.get("cursor")
        seen = Cursor.parse(cursor) if isinstance(cursor, str) else None
        await _Connection(socket, guest).run(seen)


def _guest(socket: WebSocket, token: Any) -> Guest:
    visitor = visitors.bearer_of(token if isinstance(token, str) else "")
    with socket.app.state.transaction() as session:
        guest = service.known_guest(session, visitor)
    if guest is None:
        raise VisitorUnknown
    return guest


class _Connection:
    """One socket of one customer, between its first frame and its end."""

    def __init__(self, socket: WebSocket, guest: Guest) -> None:
        self.socket, self.guest = socket, guest
        self.hub: Hub = socket.app.state.hub
        self.screen = Screen("shopper")
        self.typed_at = 0.0
        self.seen_at = 0.0

    async def run(self, seen: Cursor | None) -> None:
        try:
            await self._be_seen()
            place = await self.hub.join(self.screen, [f"customer:{self.guest.customer_id}"], seen)
            # The client's own place until the replayed frames have moved it on: a cut in
            # between must not skip them.
            started = {"type": "started", "cursor": str(seen or place)}
            await self.socket.send_text(orjson.dumps(started).decode())
            sending = asyncio.create_task(send_all(self.screen, self.socket.send_text))
            hearing = asyncio.create_task(self._hear())
            done, left = await asyncio.wait((sending, hearing), return_when=asyncio.FIRST_COMPLETED)
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)
            for task in done:
                task.result()
            await self.socket.close(TRY_AGAIN)
        finally:
            self.hub.leave(self.screen)
            with anyio.CancelScope(shield=True), contextlib.suppress(OperationalError):
                await anyio.to_thread.run_sync(self._tell, leaving.closed)

    async def _hear(self) -> None:
        await hearing.hear(self.socket, self._take, per_sec=FRAMES_PER_SEC)

    async def _take(self, frame: dict[str, Any]) -> None:
        kind, seq = frame.get("type"), frame.get("seq")
        if kind == "ping":
            self.screen.put(b'{"type":"pong"}')
            await self._be_seen()
        elif kind == "typing":
            await self._typing(on=frame.get("on") is True)
        elif kind in ("delivered", "read") and type(seq) is int and 0 < seq < 2**31:
            await anyio.to_thread.run_sync(self._saw, seq, kind == "read")

    async def _be_seen(self) -> None:
        now = time.monotonic()
        if now - self.seen_at > SEEN_EVERY_SEC:
            self.seen_at = now
            await anyio.to_thread.run_sync(self._tell, leaving.here)

    def _tell(self, verb: Callable[[Session, Guest], None]) -> None:
        with self.socket.app.state.transaction() as session:
            verb(session, self.guest)

    async def _typing(self, *, on: bool) -> None:
        now = time.monotonic()
        if on and now - self.typed_at < TYPING_EVERY_SEC:
            return
        self.typed_at = now
        talk_id = await anyio.to_thread.run_sync(self._talk_id)
        if talk_id is not None:
            data: dict[str, Any] = {"conversation_id": str(talk_id), "from": "customer"}
            data |= {"name": self.guest.name, "on": on}
            await self.hub.signal(f"conversation:{talk_id}", "typing", data)

    def _talk_id(self) -> UUID | None:
        with self.socket.app.state.transaction() as session:
            talk = reading.last_talk(session, self.guest)
        return talk.id if talk else None

    def _saw(self, seq: int, read: bool) -> None:
        with self.socket.app.state.transaction() as session:
            talk = reading.last_talk(session, self.guest)
            if talk is not None:
                service.saw(session, self.guest, talk.id, seq=seq, read=read)
