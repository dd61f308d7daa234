"""The wire of the twin."""

import asyncio
import contextlib
import logging
from datetime import datetime
from pathlib import Path
from typing import Any

import httpx
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from xiaoer.connectors.couriers.twin.carrying import Journal, Journey, Load
from xiaoer.connectors.couriers.twin.faults import Fault, Faults
from xiaoer.connectors.couriers.twin.journeys import usual
from xiaoer.core import clock
from xiaoer.payments.sandbox import signing

AGAIN_SEC = 5.0
"""What was not taken is pushed again after so long."""
LONGEST_SLEEP_SEC = 60.0
PUSH_TIMEOUT_SEC = 10.0
MOST_AT_ONCE = 500

logger = logging.getLogger(__name__)


class Twin:
    """All couriers at once: the parcels they carry and how they misbehave.

    `pace`: so many hours of a journey pass in one hour, so that a test need not wait for days.
    With a `journal` it goes on after a restart where it was.
    """

    def __init__(
        self, secret: bytes, pace: float = 1.0, notify_url: str = "", journal: Path | None = None
    ) -> None:
        self.secret, self.faults, self.notify_url = secret, Faults(), notify_url
        self.load = Load(pace, Journal(journal))
        self._stopped: list[Journey] = []
        self._pushing: asyncio.Task[None] | None = None
        self._news = asyncio.Event()

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/healthz", self.health),
                Route("/parcels", self.follow, methods=["POST"]),
                Route("/parcels/{courier}/{number}", self.tell),
                Route("/faults", self.misbehave, methods=["PUT"]),
            ]
        )

    def take_up(self) -> None:
        """Go on with what an earlier process carried. Called in the loop that will push."""
        self.load.restore(clock.now())
        if self.load.journeys and self.notify_url:
            self._push_from_now_on()

    async def health(self, _request: Request) -> Response:
        return JSONResponse({"twin": "couriers", "parcels": len(self.load.journeys)})

    async def follow(self, request: Request) -> Response:
        body = await self._body(request)
        if body is None:
            return _stranger()
        if slow := self.faults.holds(Fault.SLOW):
            await asyncio.sleep(float(slow.get("seconds", 1)))
        if self.faults.holds(Fault.BREAK):
            return JSONResponse({"code": "broken"}, 500)
        self.notify_url = body["notify_url"]
        self._carry(body["parcels"])
        self._push_from_now_on()
        return JSONResponse({"followed": len(body["parcels"])})

    def _carry(self, parcels: list[dict[str, Any]]) -> None:
        fresh = []
        for told in parcels:
            courier, number = told["courier"], told["tracking_no"]
            kind = self.faults.kinds.get(number, usual(number))
            since = told.get("since") or clock.now().isoformat()
            if self.load.add(courier, number, kind, datetime.fromisoformat(since)):
                line = {"courier": courier, "number": number, "kind": kind, "since": since}
                fresh.append(line)
        self.load.journal.add(*fresh)

    def _push_from_now_on(self) -> None:
        self._news.set()
        if self._pushing is None:
            self._pushing = asyncio.create_task(self._push_all())

    async def tell(self, request: Request) -> Response:
        if await self._body(request) is None:
            return _stranger()
        if slow := self.faults.holds(Fault.SLOW):
            await asyncio.sleep(float(slow.get("seconds", 1)))
        key = request.path_params["courier"], request.path_params["number"]
        journey = self.load.journeys.get(key)
        scans = journey.made(clock.now()) if journey else []
        return JSONResponse({"scans": scans})

    async def misbehave(self, request: Request) -> Response:
        body = await self._body(request)
        if body is None:
            return _stranger()
        self.faults.told(body)
        for journey in self._stopped:
            self.load.give_back(journey)
        self._stopped = []
        self._news.set()
        return JSONResponse({"rules": len(self.faults.rules)})

    async def _push_all(self) -> None:
        owed: list[dict[str, Any]] = []
        async with httpx.AsyncClient(timeout=PUSH_TIMEOUT_SEC) as client:
            while True:
                self._news.clear()
                now = clock.now()
                owed += self._due(now)
                if not owed:
                    await self._sleep(self.load.wait(now))
                elif await self._push(client, owed[:MOST_AT_ONCE]):
                    owed = owed[MOST_AT_ONCE:]
                    if not owed:
                        self.load.journal.add({"told": now.isoformat()})
                else:
                    await asyncio.sleep(AGAIN_SEC)

    async def _sleep(self, seconds: float | None) -> None:
        """Until the next scan is made, or somebody asks for something."""
        wait = min(LONGEST_SLEEP_SEC, seconds if seconds is not None else LONGEST_SLEEP_SEC)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._news.wait(), wait)

    def _due(self, now: datetime) -> list[dict[str, Any]]:
        due: list[dict[str, Any]] = []
        for journey in self.load.due(now):
            if self.faults.holds(Fault.STOP, journey.courier):
                self._stopped.append(journey)
            else:
                due += self.load.tell(journey, now)
        if due and self.faults.holds(Fault.DISORDER):
            due.reverse()
        return due * 2 if due and self.faults.holds(Fault.TWICE) else due

    async def _push(self, client: httpx.AsyncClient, scans: list[dict[str, Any]]) -> bool:
        """What is not taken is pushed again, as couriers do."""
        body = signing.canonical({"scans": scans})
        try:
            headers = signing.headers(self.secret, body)
            answer = await client.post(self.notify_url, content=body, headers=headers)
        except httpx.HTTPError as trouble:
            logger.warning("Scans could not be pushed: %s", trouble)
            return False
        return answer.is_success

    async def _body(self, request: Request) -> dict[str, Any] | None:
        """What was sent; None when it is not signed by who shares our secret."""
        raw, headers = await request.body(), request.headers
        given = headers.get(signing.TIMESTAMP, ""), headers.get(signing.SIGNATURE, "")
        if not signing.signed(self.secret, raw, *given):
            return None
        told: dict[str, Any] = orjson.loads(raw) if raw else {}
        return told


def _stranger() -> Response:
    return JSONResponse({"code": "signature"}, 401)
