"""The desk's live connection: every change reaches the screens concerned, in order, none missing,
none twice, resumed from a cursor after a loss."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable, Iterable
from typing import Any
from uuid import UUID

import anyio
import anyio.to_thread
import orjson
from fastapi import WebSocket, WebSocketDisconnect

from xiaoer.conversations.queries import rows, showing
from xiaoer.conversations.queries.attention import HERE
from xiaoer.conversations.service import marking
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.realtime import hearing
from xiaoer.core.realtime.hearing import REFUSED, TRY_AGAIN
from xiaoer.core.realtime.hub import Hub
from xiaoer.core.realtime.screen import Screen
from xiaoer.core.realtime.tail import Cursor
from xiaoer.core.web import Router
from xiaoer.workforce import queries as workforce
from xiaoer.workforce import service as presence

COOKIE = "xiaoer_session"
TOPIC_LIMIT = 400
FRAMES_PER_SEC = 30
BEAT_SEC = 30.0
TELL_DELIVERED_SEC = 1.0
TYPING_EVERY_SEC = 0.8

Part = Callable[[], Awaitable[None]]

router = Router(prefix="/api", tags=["live"])
logger = logging.getLogger(__name__)
PRESENTED = showing.KINDS
"""Imported with this module, so that the hub knows how to show them."""


class DeskScreen(Screen):
    """Notes what was pushed to the agent whose talk it is, to tell customers it was delivered."""

    def __init__(self, agent_id: UUID) -> None:
        super().__init__("staff")
        self.mine = f"me:{agent_id}"
        self.delivered: dict[UUID, int] = {}

    def put(self, frame: bytes) -> None:
        super().put(frame)
        if b'"kind":"MessageReceived"' in frame[:200]:
            event = orjson.loads(frame)
            if self.mine in event["topics"]:
                data = event["data"]
                self.delivered[UUID(data["conversation_id"])] = data["seq"]


@router.websocket("/live")
async def live(socket: WebSocket) -> None:
    await socket.accept()
    with contextlib.suppress(WebSocketDisconnect, RuntimeError):
        try:
            first = await asyncio.wait_for(hearing.frame(socket), hearing.START_WITHIN_SEC)
        except (TimeoutError, ValueError):
            await socket.close(REFUSED)
            return
        actor = await anyio.to_thread.run_sync(_who, socket) if _own_page(socket) else None
        if actor is None or not actor.may(Permission.CONVERSATIONS_READ):
            await socket.send_text('{"type":"refused","code":"Unauthorized"}')
            await socket.close(REFUSED)
            return
        await Desk(socket, actor).run(first)


def _own_page(socket: WebSocket) -> bool:
    """A page of another origin may open a socket and the browser sends our cookie along."""
    origin = socket.headers.get("origin")
    return origin is None or origin.partition("://")[2] == socket.headers.get("host")


def _who(socket: WebSocket) -> Actor | None:
    token = socket.cookies.get(COOKIE)
    if not token:
        return None
    with socket.app.state.transaction() as session:
        known = workforce.by_token(session, presence.hash_token(token))
    return known.actor if known else None


class Desk:
    """One socket of one agent, from its first frame to its end."""

    def __init__(self, socket: WebSocket, actor: Actor) -> None:
        assert actor.id is not None
        self.socket, self.actor, self.agent_id = socket, actor, actor.id
        self.hub: Hub = socket.app.state.hub
        self.screen = DeskScreen(actor.id)
        self.customers: dict[str, str] = {}
        """Talks this screen may see, with whose they are."""
        self.viewing: str | None = None
        self.typed_at = 0.0

    async def run(self, first: dict[str, Any]) -> None:
        if HERE.heed not in self.hub.on_signal:
            self.hub.on_signal.append(HERE.heed)
        seen = first.get("cursor")
        try:
            await self._join(first.get("topics"), Cursor.parse(seen if type(seen) is str else None))
            async with anyio.create_task_group() as parts:
                for part in (self._send, self._hear, self._beat, self._tell_delivered):
                    parts.start_soon(self._together, part, parts.cancel_scope)
            await self.socket.close(TRY_AGAIN)
        finally:
            self.hub.leave(self.screen)
            with anyio.CancelScope(shield=True):
                await self._look(None)

    async def _together(self, part: Part, all_parts: anyio.CancelScope) -> None:
        """When one part ends, by whatever cause, the connection ends."""
        try:
            await part()
        except (WebSocketDisconnect, RuntimeError):
            logger.debug("The socket of %s is gone.", self.actor.name)
        finally:
            all_parts.cancel()

    async def _join(self, wanted: Any, seen: Cursor | None) -> None:
        topics, _ = await self._allowed(wanted)
        place = await self.hub.join(self.screen, topics, seen)
        # The client's own place until the replayed frames have moved it on: a cut in between must
        # not skip them.
        await self._say({"type": "started", "cursor": str(seen or place)})

    # -- out ---------------------------------------------------------------------------------

    async def _send(self) -> None:
        while not self.screen.overflowed.is_set():
            frames = await self.screen.next_frames()
            await self.socket.send_text(f"[{b','.join(frames).decode()}]")
            if b'{"type":"reset"}' in frames:
                place = await self.hub.set_topics(self.screen, self.screen.topics)
                await self._say({"type": "started", "cursor": str(place)})

    async def _say(self, frame: dict[str, Any]) -> None:
        await self.socket.send_text(orjson.dumps(frame).decode())

    async def _beat(self) -> None:
        """Here I am; and whoever has been signed out meanwhile is shown the door."""
        while await anyio.to_thread.run_sync(self._still_signed_in):
            if self.viewing:
                await self._signal_look(self.viewing, on=True)
            await asyncio.sleep(BEAT_SEC)
        await self.socket.close(REFUSED)

    def _still_signed_in(self) -> bool:
        if _who(self.socket) is None:
            return False
        with self.socket.app.state.transaction() as session:
            presence.beat(session, self.agent_id)
        return True

    async def _tell_delivered(self) -> None:
        while True:
            await asyncio.sleep(TELL_DELIVERED_SEC)
            if self.screen.delivered:
                marks, self.screen.delivered = self.screen.delivered, {}
                await anyio.to_thread.run_sync(self._mark_delivered, marks)

    def _mark_delivered(self, marks: dict[UUID, int]) -> None:
        with self.socket.app.state.transaction() as session:
            marking.staff_got(session, self.actor, marks)

    # -- in ----------------------------------------------------------------------------------

    async def _hear(self) -> None:
        await hearing.hear(self.socket, self._take, per_sec=FRAMES_PER_SEC)

    async def _take(self, frame: dict[str, Any]) -> None:
        kind, talk = frame.get("type"), frame.get("conversation_id")
        if kind == "ping":
            self.screen.put(b'{"type":"pong"}')
        elif kind == "topics":
            await self._set_topics(frame.get("topics"))
        elif kind == "viewing":
            silent = frame.get("silent") is True and self.actor.may(Permission.CONVERSATIONS_MANAGE)
            await self._look(None if silent or type(talk) is not str else talk)
        elif kind == "typing" and type(talk) is str:
            await self._typing(talk, on=frame.get("on") is True)

    async def _set_topics(self, wanted: Any) -> None:
        before = self.screen.topics
        topics, shown = await self._allowed(wanted)
        await self.hub.set_topics(self.screen, topics)
        new = [each for each in shown if f"conversation:{each}" not in before]
        if not new:
            return
        # What changed between the page's own fetch and this moment was told to nobody here.
        now = await anyio.to_thread.run_sync(self._rows, new)
        place = await self.hub.set_topics(self.screen, topics)
        for row in now:
            frame = {"type": "event", "cursor": str(place), "kind": "Shown", "topics": []}
            body = frame | {"at": row["updated_at"], "conversation": row, "data": {}}
            self.screen.put(orjson.dumps(body))

    def _rows(self, ids: list[UUID]) -> list[rows.Shown]:
        with self.socket.app.state.transaction() as session:
            return list(rows.by_ids(session, ids).values())

    async def _allowed(self, wanted: Any) -> tuple[set[str], list[UUID]]:
        """Of the topics asked for those this person may hear, and the talks among them."""
        asked = [each for each in wanted if type(each) is str] if type(wanted) is list else []
        talks = list(_ids("conversation:", asked[:TOPIC_LIMIT]))
        visible = await anyio.to_thread.run_sync(self._visible, talks) if talks else {}
        self.customers = {str(talk): str(customer) for talk, customer in visible.items()}
        topics = {f"me:{self.agent_id}"} if "me" in asked else set()
        for kind in ("queue", "shop"):
            shops = _ids(f"{kind}:", asked)
            topics |= {f"{kind}:{each}" for each in shops if self.actor.reaches(each)}
        for each in visible:
            topics |= {f"conversation:{each}", f"desk:{each}"}
        return topics, list(visible)

    def _visible(self, talks: list[UUID]) -> dict[UUID, UUID]:
        with self.socket.app.state.transaction() as session:
            return rows.visible(session, self.actor, talks)

    # -- fleeting ----------------------------------------------------------------------------

    async def _look(self, talk: str | None) -> None:
        before, self.viewing = self.viewing, None
        if before and before != talk:
            await self._signal_look(before, on=False)
        if talk and await self._may_see(talk):
            self.viewing = talk
            await self._signal_look(talk, on=True)

    async def _signal_look(self, talk: str, *, on: bool) -> None:
        me = {"id": str(self.agent_id), "name": self.actor.name}
        others = [each for each in HERE.viewers(talk) if each["id"] != me["id"]]
        data: dict[str, Any] = {"conversation_id": talk, "on": on, **me}
        data["viewers"] = [*others, me] if on else others
        await self.hub.signal(f"desk:{talk}", "viewers", data)

    async def _typing(self, talk: str, *, on: bool) -> None:
        now = time.monotonic()
        if (on and now - self.typed_at < TYPING_EVERY_SEC) or not await self._may_see(talk):
            return
        self.typed_at = now
        data = {"conversation_id": talk, "on": on, "from": "agent", "name": self.actor.name}
        await self.hub.signal(f"desk:{talk}", "typing", data)
        await self.hub.signal(f"customer:{self.customers[talk]}", "typing", data)

    async def _may_see(self, talk: str) -> bool:
        if talk not in self.customers:
            found = await anyio.to_thread.run_sync(self._visible, list(_ids("", [talk])))
            self.customers |= {str(each): str(customer) for each, customer in found.items()}
        return talk in self.customers


def _ids(prefix: str, topics: Iterable[str]) -> Iterable[UUID]:
    for topic in topics:
        if topic.startswith(prefix):
            with contextlib.suppress(ValueError):
                yield UUID(topic[len(prefix) :])
