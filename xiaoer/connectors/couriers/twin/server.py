"""The wire of the twin."""

import asyncio
import logging
from datetime import datetime, timedelta
from typing import Any

import httpx
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from xiaoer.connectors.couriers.twin.faults import Fault, Faults
from xiaoer.connectors.couriers.twin.journeys import Kind, Step, plan
from xiaoer.core import clock
from xiaoer.payments.sandbox import signing

LOOK_SEC = 0.2
PUSH_TIMEOUT_SEC = 10.0
MOST_AT_ONCE = 500

logger = logging.getLogger(__name__)


class Journey:
    """One parcel on its way."""

    def __init__(self, courier: str, number: str, steps: list[Step], start: datetime, pace: float):
        self.courier, self.number, self.steps = courier, number, steps
        self.start, self.pace, self.pushed = start, pace, 0

    def due(self, now: datetime) -> list[dict[str, Any]]:
        """Scans made by now that nobody was told of yet."""
        found = self.made(now)[self.pushed :]
        self.pushed += len(found)
        return found

    def made(self, now: datetime) -> list[dict[str, Any]]:
        told = []
        for step in self.steps:
            at = self.start + timedelta(hours=step.hours / self.pace)
            if at <= now:
                told.append(
                    {
                        "courier": self.courier,
                        "tracking_no": self.number,
                        "at": at.isoformat(),
                        "code": step.code,
                        "text": step.text,
                        "place": step.place,
                    }
                )
        return told


class Twin:
    """All couriers at once: the parcels they carry and how they misbehave.

    `pace`: so many hours of a journey pass in one hour, so that a demo need not wait for days.
    """

    def __init__(self, secret: bytes, pace: float = 1.0) -> None:
        self.secret, self.pace, self.faults = secret, pace, Faults()
        self.journeys: dict[tuple[str, str], Journey] = {}
        self.notify_url = ""
        self._pushing: asyncio.Task[None] | None = None

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/healthz", self.health),
                Route("/parcels", self.follow, methods=["POST"]),
                Route("/parcels/{courier}/{number}", self.tell),
                Route("/faults", self.misbehave, methods=["PUT"]),
            ]
        )

    async def health(self, _request: Request) -> Response:
        return JSONResponse({"twin": "couriers", "parcels": len(self.journeys)})

    async def follow(self, request: Request) -> Response:
        body = await self._body(request)
        if body is None:
            return _stranger()
        if slow := self.faults.holds(Fault.SLOW):
            await asyncio.sleep(float(slow.get("seconds", 1)))
        if self.faults.holds(Fault.BREAK):
            return JSONResponse({"code": "broken"}, 500)
        self.notify_url = body["notify_url"]
        for told in body["parcels"]:
            key = told["courier"], told["tracking_no"]
            if key not in self.journeys:
                kind = self.faults.kinds.get(key[1], _usual(key[1]))
                self.journeys[key] = Journey(*key, plan(key[1], kind), clock.now(), self.pace)
        if self._pushing is None:
            self._pushing = asyncio.create_task(self._push_all())
        return JSONResponse({"followed": len(body["parcels"])})

    async def tell(self, request: Request) -> Response:
        if await self._body(request) is None:
            return _stranger()
        if slow := self.faults.holds(Fault.SLOW):
            await asyncio.sleep(float(slow.get("seconds", 1)))
        key = request.path_params["courier"], request.path_params["number"]
        journey = self.journeys.get(key)
        scans = journey.made(clock.now()) if journey else []
        return JSONResponse({"scans": scans})

    async def misbehave(self, request: Request) -> Response:
        body = await self._body(request)
        if body is None:
            return _stranger()
        self.faults.told(body)
        return JSONResponse({"rules": len(self.faults.rules)})

    async def _push_all(self) -> None:
        owed: list[dict[str, Any]] = []
        async with httpx.AsyncClient(timeout=PUSH_TIMEOUT_SEC) as client:
            while True:
                owed += self._due()
                if owed and await self._push(client, owed[:MOST_AT_ONCE]):
                    owed = owed[MOST_AT_ONCE:]
                else:
                    await asyncio.sleep(LOOK_SEC)

    def _due(self) -> list[dict[str, Any]]:
        now, due = clock.now(), []
        for journey in self.journeys.values():
            if journey.pushed < len(journey.steps) and not self.faults.holds(
                Fault.STOP, journey.courier
            ):
                due += journey.due(now)
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


def _usual(number: str) -> Kind:
    """What most parcels do: nine of ten arrive, the rest does not."""
    luck = sum(number.encode()) % 20
    return {0: Kind.SLOW, 1: Kind.REFUSED, 2: Kind.LOCKER, 3: Kind.LOCKER}.get(luck, Kind.NORMAL)


def _stranger() -> Response:
    return JSONResponse({"code": "signature"}, 401)
