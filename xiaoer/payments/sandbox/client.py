"""The sandbox as a `Provider`, over HTTP; and its switches, for tests and rehearsals."""

from functools import lru_cache
from typing import Any
from uuid import UUID

import httpx

from xiaoer.payments.provider import Answer, Order, ProviderAway, ProviderSilent, Verdict
from xiaoer.payments.sandbox import running, signing
from xiaoer.payments.sandbox.running import Place

TIMEOUT_SEC = 10.0
"""Shorter than the lease of a worker (`rules.LEASE`)."""
AT_ONCE = 40
"""Connections: as many as a worker calls at once; each is used again by the next call."""


class SandboxClient:
    """Speaks with one sandbox. Safe to share between threads."""

    def __init__(self, place: Place, secret: bytes, timeout: float = TIMEOUT_SEC) -> None:
        self.place, self._secret = place, secret
        limits = httpx.Limits(
            max_connections=AT_ONCE,
            max_keepalive_connections=AT_ONCE,
            keepalive_expiry=running.KEEP_ALIVE_SEC / 2,
        )
        self._http = httpx.Client(base_url=place.address, timeout=timeout, limits=limits)

    def close(self) -> None:
        self._http.close()

    def carry_out(self, order: Order) -> Answer:
        body = {
            "key": str(order.key),
            "kind": order.kind,
            "cents": order.cents,
            "currency": order.currency,
            "instrument": order.instrument,
            "charge_ref": order.charge_ref,
            "charge_cents": order.charge_cents,
            "notify_url": self.place.notify_url,
        }
        return _answer(self._send("POST", "/orders", body))

    def ask(self, key: UUID) -> Answer:
        return _answer(self._send("GET", f"/orders/{key}"))

    def signed(self, body: bytes, timestamp: str, signature: str) -> bool:
        return signing.signed(self._secret, body, timestamp, signature)

    def misbehave(self, *rules: dict[str, Any]) -> None:
        """Replace the faults in force; see `faults.Rule`."""
        self._send("PUT", "/faults", {"rules": list(rules)}).raise_for_status()

    def truth(self) -> list[dict[str, Any]]:
        """All that the sandbox ever did."""
        found: list[dict[str, Any]] = self._send("GET", "/orders").json()
        return found

    def reverse(self, key: UUID) -> None:
        self._send("POST", f"/orders/{key}/reversal", {}).raise_for_status()

    def charge_back(self, *, charge_ref: str, ref: str, cents: int, currency: str) -> None:
        body = {
            "charge_ref": charge_ref,
            "provider_ref": ref,
            "cents": cents,
            "currency": currency,
            "notify_url": self.place.notify_url,
        }
        self._send("POST", "/chargebacks", body).raise_for_status()

    def _send(self, method: str, path: str, body: dict[str, Any] | None = None) -> httpx.Response:
        content = signing.canonical(body) if body is not None else b""
        headers = signing.headers(self._secret, content)
        try:
            answer = self._http.request(method, path, content=content, headers=headers)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as trouble:
            raise ProviderAway(str(trouble)) from trouble
        except httpx.HTTPError as trouble:
            raise ProviderSilent(str(trouble)) from trouble
        if answer.status_code == httpx.codes.UNAUTHORIZED:
            raise ProviderAway("The sandbox does not know our signature.")
        if answer.is_server_error:
            raise ProviderSilent(f"The sandbox answered {answer.status_code}.")
        return answer


class Nowhere:
    """Stands in where no sandbox was ever started."""

    def carry_out(self, order: Order) -> Answer:
        raise ProviderAway(f"No sandbox runs; {order.key} waits.")

    def ask(self, key: UUID) -> Answer:
        raise ProviderAway(f"No sandbox runs; {key} waits.")

    def signed(self, body: bytes, timestamp: str, signature: str) -> bool:
        return signing.signed(signing.key(), body, timestamp, signature)


def present() -> SandboxClient | Nowhere:
    """The sandbox of this installation, wherever it was started last."""
    place = running.place()
    return _client(place) if place else Nowhere()


@lru_cache(maxsize=2)
def _client(place: Place) -> SandboxClient:
    return SandboxClient(place, signing.key())


def _answer(response: httpx.Response) -> Answer:
    told = response.json()
    if not response.is_success:
        return Answer(Verdict.FAILED, failure=str(told.get("code", response.status_code)))
    # A refund that came back did happen; that it came back is told by an event of its own.
    verdict = "settled" if told["verdict"] == "reversed" else told["verdict"]
    return Answer(Verdict(verdict), told["provider_ref"], told["failure"])
