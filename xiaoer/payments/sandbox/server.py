"""The wire of the sandbox. It knows nothing of our database and imports none of it."""

import asyncio
import logging
from dataclasses import asdict
from pathlib import Path
from typing import Any

import httpx
import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from xiaoer.payments.sandbox import signing
from xiaoer.payments.sandbox.faults import Fault, Faults, Rule
from xiaoer.payments.sandbox.truth import Done, Truth

CALL_TIMEOUT_SEC = 10.0
CALLS = 3
"""A callback that is not taken is repeated, as providers do."""
PENDING = frozenset({Fault.LATE, Fault.SILENT, Fault.TWICE, Fault.DISORDER})

logger = logging.getLogger(__name__)


class HangUp(Response):
    """Promises a body and breaks off."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002
        headers = [(b"content-length", b"100")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"{", "more_body": True})


class Sandbox:
    """One provider: its truth, its faults and the calls it still owes."""

    def __init__(self, journal: Path, secret: bytes) -> None:
        self.truth, self.faults, self.secret = Truth(journal), Faults(), secret
        self._calls: set[asyncio.Task[None]] = set()

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/healthz", self.health),
                Route("/orders", self.carry_out, methods=["POST"]),
                Route("/orders", self.everything),
                Route("/orders/{key}", self.tell),
                Route("/orders/{key}/reversal", self.reverse, methods=["POST"]),
                Route("/chargebacks", self.charge_back, methods=["POST"]),
                Route("/faults", self.misbehave, methods=["PUT"]),
            ]
        )

    async def health(self, _request: Request) -> Response:
        return JSONResponse({"sandbox": "payments"})

    async def carry_out(self, request: Request) -> Response:
        body = await self._body(request)
        if body is None:
            return _stranger()
        rule = self.faults.draw(body["key"], body["instrument"])
        fault = rule.fault if rule else None
        if rule and fault is Fault.BREAK:
            return JSONResponse({"code": "broken"}, 500)
        if rule and fault is Fault.HESITATE:
            await asyncio.sleep(rule.seconds)
        refuse = rule.code if rule and fault in (Fault.REFUSE, Fault.RECANT) else ""
        done = self.truth.take(body, refuse=refuse)
        if done is None:
            return JSONResponse({"code": "key_reused"}, 422)
        return await self._answer(done, rule)

    async def _answer(self, done: Done, rule: Rule | None) -> Response:
        if rule is None:
            return _told(done)
        if rule.fault is Fault.DROP:
            return HangUp()
        if rule.fault is Fault.RECANT:
            self._later(self._recant(done, rule.seconds))
        if rule.fault in PENDING:
            if rule.fault is not Fault.SILENT:
                self._later(self._announce(done, rule))
            return JSONResponse({"verdict": "pending", "provider_ref": "", "failure": ""})
        if rule.fault is Fault.SLOW:
            await asyncio.sleep(rule.seconds)
        return _told(done)

    async def tell(self, request: Request) -> Response:
        if await self._body(request) is None:
            return _stranger()
        done = self.truth.orders.get(request.path_params["key"])
        absent = {"verdict": "absent", "provider_ref": "", "failure": ""}
        return _told(done) if done else JSONResponse(absent)

    async def everything(self, request: Request) -> Response:
        if await self._body(request) is None:
            return _stranger()
        return JSONResponse([asdict(done) for done in self.truth.orders.values()])

    async def reverse(self, request: Request) -> Response:
        """The buyer's bank sends a refund back."""
        body = await self._body(request)
        if body is None:
            return _stranger()
        done = self.truth.orders.get(request.path_params["key"])
        if done is None or done.verdict != "settled":
            return JSONResponse({"code": "not_settled"}, 409)
        done.verdict, done.executions = "reversed", 0
        self.truth.write(done)
        self._later(self._call(done.notify_url, _event(done, "reversed")))
        return _told(done)

    async def charge_back(self, request: Request) -> Response:
        """The buyer's bank takes a payment back."""
        body = await self._body(request)
        if body is None:
            return _stranger()
        event = {
            "event": "chargeback",
            "key": "",
            "provider_ref": body["provider_ref"],
            "charge_ref": body["charge_ref"],
            "cents": body["cents"],
            "currency": body["currency"],
            "failure": "",
        }
        self._later(self._call(body["notify_url"], event))
        return JSONResponse(event)

    async def misbehave(self, request: Request) -> Response:
        body = await self._body(request)
        if body is None:
            return _stranger()
        self.faults.rules = [Rule.told(each) for each in body["rules"]]
        return JSONResponse({"rules": len(self.faults.rules)})

    async def _body(self, request: Request) -> dict[str, Any] | None:
        """What was sent; None when it is not signed by who shares our secret."""
        raw = await request.body()
        headers = request.headers
        timestamp, given = (
            headers.get(signing.TIMESTAMP, ""),
            headers.get(signing.SIGNATURE, ""),
        )
        if not signing.signed(self.secret, raw, timestamp, given):
            return None
        told: dict[str, Any] = orjson.loads(raw) if raw else {}
        return told

    async def _announce(self, done: Done, rule: Rule) -> None:
        await asyncio.sleep(rule.seconds)
        last = _event(done, done.verdict)
        calls = [last]
        if rule.fault is Fault.TWICE:
            calls = [last, last]
        elif rule.fault is Fault.DISORDER:
            calls = [last, _event(done, "accepted")]
        await asyncio.gather(*(self._call(done.notify_url, each) for each in calls))

    async def _recant(self, done: Done, seconds: float) -> None:
        await asyncio.sleep(seconds)
        done.verdict, done.failure, done.executions = "settled", "", 1
        self.truth.write(done)
        await self._call(done.notify_url, _event(done, "settled"))

    async def _call(self, url: str, event: dict[str, Any]) -> None:
        body = signing.canonical(event)
        for pause in range(CALLS):
            await asyncio.sleep(pause)
            try:
                async with httpx.AsyncClient(timeout=CALL_TIMEOUT_SEC) as client:
                    headers = signing.headers(self.secret, body)
                    answer = await client.post(url, content=body, headers=headers)
                if answer.is_success:
                    return
            except httpx.HTTPError as trouble:
                logger.warning("A callback could not be delivered: %s", trouble)

    def _later(self, call: Any) -> None:
        task = asyncio.create_task(call)
        self._calls.add(task)
        task.add_done_callback(self._calls.discard)


def _event(done: Done, event: str) -> dict[str, Any]:
    return {
        "event": event,
        "key": done.key,
        "provider_ref": done.provider_ref,
        "charge_ref": done.charge_ref,
        "cents": done.cents,
        "currency": done.currency,
        "failure": done.failure,
    }


def _told(done: Done) -> Response:
    names = ("verdict", "provider_ref", "failure")
    return JSONResponse({name: getattr(done, name) for name in names})


def _stranger() -> Response:
    return JSONResponse({"code": "signature"}, 401)
