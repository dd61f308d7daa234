"""The twin as `Couriers`, over HTTP; and its switches, for tests and rehearsals."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

import httpx

from xiaoer.connectors.couriers.port import CourierAway, Followed
from xiaoer.connectors.couriers.twin import running
from xiaoer.connectors.couriers.twin.running import Place
from xiaoer.payments.sandbox import signing
from xiaoer.shipping.service import Scan

TIMEOUT_SEC = 10.0


class TwinClient:
    """Speaks with one twin. Safe to share between threads."""

    def __init__(self, place: Place, secret: bytes, timeout: float = TIMEOUT_SEC) -> None:
        self.place, self._secret = place, secret
        # idle connections are let go before the twin does: a scan asked for as it closes is lost
        limits = httpx.Limits(keepalive_expiry=2)
        self._http = httpx.Client(base_url=place.address, timeout=timeout, limits=limits)

    def close(self) -> None:
        self._http.close()

    def follow(self, parcels: Sequence[Followed]) -> None:
        told = [
            {
                "courier": each.courier,
                "tracking_no": each.tracking_no,
                "since": each.since.isoformat() if each.since else None,
            }
            for each in parcels
        ]
        self._send("POST", "/parcels", {"parcels": told, "notify_url": self.place.notify_url})

    def ask(self, parcel: Followed) -> list[Scan]:
        answer = self._send("GET", f"/parcels/{parcel.courier}/{parcel.tracking_no}")
        return [scan_of(told) for told in answer.json()["scans"]]

    def signed(self, body: bytes, timestamp: str, signature: str) -> bool:
        return signing.signed(self._secret, body, timestamp, signature)

    def misbehave(self, *rules: dict[str, Any], kinds: dict[str, str] | None = None) -> None:
        """Replace the faults in force, and the journeys that numbers are to play."""
        self._send("PUT", "/faults", {"rules": list(rules), "kinds": kinds or {}})

    def _send(self, method: str, path: str, body: dict[str, Any] | None = None) -> httpx.Response:
        content = signing.canonical(body) if body is not None else b""
        headers = signing.headers(self._secret, content)
        try:
            answer = self._http.request(method, path, content=content, headers=headers)
            answer.raise_for_status()
        except httpx.HTTPError as trouble:
            raise CourierAway(str(trouble)) from trouble
        return answer


class Nowhere:
    """Stands in where no twin was ever started: nothing is followed."""

    def follow(self, parcels: Sequence[Followed]) -> None:
        """Nobody is there to follow them; scans still come by file and API."""

    def ask(self, parcel: Followed) -> list[Scan]:
        raise CourierAway(f"No courier is connected; {parcel.tracking_no} is not known.")

    def signed(self, body: bytes, timestamp: str, signature: str) -> bool:
        return signing.signed(signing.key(), body, timestamp, signature)


def scan_of(told: dict[str, Any]) -> Scan:
    """A scan as it travels."""
    return Scan(
        courier=told["courier"],
        tracking_no=told["tracking_no"],
        at=datetime.fromisoformat(told["at"]),
        code=told["code"],
        text=told.get("text", ""),
        place=told.get("place", ""),
    )


def present() -> TwinClient | Nowhere:
    """The twin of this installation, wherever it was started last."""
    place = running.place()
    return _client(place) if place else Nowhere()


@lru_cache(maxsize=2)
def _client(place: Place) -> TwinClient:
    return TwinClient(place, signing.key())
