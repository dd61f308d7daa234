"""One task's connections to the shop: as its customer, as somebody else, as an agent."""

import asyncio
import time
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import orjson

from bench.tau_shop import Shop
from bench.wire import Refused, Wire

MANY = 8
PATIENCE_SEC = 120
LOOK_SEC, LONGEST_SEC = 0.05, 1.0
"""Between two looks at money under way: at first, and at most; each look takes its time too."""
MOVING = ("reserved", "submitted", "unknown")


@dataclass(frozen=True)
class Answer:
    status: int
    told: Any

    @property
    def accepted(self) -> bool:
        return self.status < 400


class Visit:
    """A customer in the shop, with as many connections as copies of a write may need."""

    def __init__(self, shop: Shop, user_id: str) -> None:
        self.shop, self.user_id = shop, user_id
        self.own = shop.customer(user_id)
        self.stranger = shop.customer(next(each for each in shop.source.users if each != user_id))
        self._wires = [Wire(shop.address) for _ in range(MANY)]

    async def close(self) -> None:
        for wire in self._wires:
            await wire.close()

    async def get(self, path: str, who: dict[str, str]) -> Any:
        answer = await self.ask("GET", path, who=who)
        if not answer.accepted:
            raise RuntimeError(f"GET {path}: {answer.status} {answer.told}")
        return answer.told

    async def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        who: dict[str, str],
        key: str | None = None,
        place: int = 0,
    ) -> Answer:
        """One request; a connection that the server closed meanwhile is opened again."""
        headers = who | {"Idempotency-Key": key or str(uuid4())}
        wire = self._wires[place]
        for attempt in range(2):
            try:
                return Answer(200, await wire.ask(method, path, body, headers))
            except Refused as refusal:
                return Answer(refusal.status, orjson.loads(refusal.body))
            except (asyncio.IncompleteReadError, ConnectionError):
                await wire.close()
                if attempt:
                    raise
        raise AssertionError

    async def copies(self, path: str, body: Any, who: dict[str, str], key: str) -> list[Answer]:
        """The same write eight times at once, and once more when all are through."""
        together = await asyncio.gather(
            *(self.ask("POST", path, body, who=who, key=key, place=place) for place in range(MANY))
        )
        return [*together, await self.ask("POST", path, body, who=who, key=key)]

    async def quiet(self, order_id: Any, case_id: str | None) -> dict[str, Any]:
        """The order's money once nothing of it is on its way, the case about it having followed."""
        begin, pause = time.monotonic(), LOOK_SEC
        while time.monotonic() - begin < PATIENCE_SEC:
            states = [await self._state(case_id)] if case_id else []
            if not any(each.startswith("refund_") for each in states):
                money = await self.get(f"/api/orders/{order_id}/money", self.shop.agent())
                states = [each["state"] for each in money["movements"]]
                if not any(each in MOVING for each in states):
                    return dict(money)
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_SEC)
        raise RuntimeError(f"order {order_id} did not come to rest: {', '.join(states)}")

    async def _state(self, case_id: str) -> str:
        return str((await self.get(f"/chat/aftersales/cases/{case_id}", self.own))["state"])
