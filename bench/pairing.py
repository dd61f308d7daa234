"""The same messages with what helps agents switched on, and without it, in turn.

Switched: topic, mood, picks, summary and suggestions of assist; the check of replies; phrases in
replies; automatic replies by keyword; and the mining of hot questions, in every second stretch
instead of once a day. In every stretch shoppers write as fast as it goes, and each agent answers
two talks a second. A machine that others use too changes its speed from minute to minute: stretches
are short, each stands against its neighbour, and what is told is the median of these ratios.
"""

import asyncio
import itertools
import statistics
from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import Any

import psycopg

from bench.wire import Wire
from xiaoer.assist.rules.features import OFF_BY_DEFAULT, Feature
from xiaoer.conversations.jobs import MINING
from xiaoer.core import db, queue
from xiaoer.core.ids import new_id

PAIRS = 12
STRETCH_SEC = 4
MINING_EVERY = 2
ANSWERS_PER_SEC = 2
REST_SEC = 60
FEATURES = [each for each in Feature if each not in OFF_BY_DEFAULT]
SAID = "亲，已经帮您看过了，48 小时内发出，发出后会有短信告诉您。"
_AT_REST = """
SELECT NOT EXISTS (SELECT FROM pgqueuer WHERE execute_after <= now())
  AND coalesce((SELECT (e.xid, e.id) <= (p.xid::text::xid8, p.event_id) FROM assist_place p,
    LATERAL (SELECT xid, id FROM events ORDER BY events.xid DESC, events.id DESC LIMIT 1) e), true)
"""

Flood = Callable[[float], Awaitable[tuple[int, float]]]
"""Writes for so many seconds: how many messages were stored, and how long it took."""


class Desk:
    """A manager who switches, and agents who answer."""

    def __init__(self, url: str, wires: list[Wire]) -> None:
        self.url, self.wires, self.shop, self.phrase = url, wires, "", ""
        self.on, self.switched_on = False, 0

    async def prepare(self) -> None:
        lead = self.wires[0]
        self.shop = (await lead.ask("GET", "/api/session"))["shops"][0]["id"]
        category = (await lead.ask("GET", "/api/phrase-categories"))["items"][0]["id"]
        phrase = {"shop_id": self.shop, "category_id": category, "title": "发货", "text": SAID}
        self.phrase = (await lead.ask("POST", "/api/phrases", phrase))["id"]

    async def switch(self, on: bool) -> None:
        self.on = on
        for wire in self.wires:
            await wire.close()  # the server has ended what was idle for some seconds
        lead = self.wires[0]
        for feature in FEATURES:
            await lead.ask("PUT", f"/api/assist/switches/{self.shop}/{feature}", {"on": on})
        await lead.ask("PUT", f"/api/shops/{self.shop}/reply-checks", {"on": on})
        replies = (await lead.ask("GET", f"/api/auto-replies?shop_id={self.shop}"))["items"]
        words = {"name": "什么时候发货", "occasion": "keyword", "keywords": ["什么时候发货"]}
        words |= {"text": "48 小时内发出；想查物流，请发订单号给我。", "active": on}
        if replies:
            await lead.ask("PUT", f"/api/auto-replies/{replies[0]['id']}", words)
        else:
            await lead.ask("POST", "/api/auto-replies", words | {"shop_id": self.shop})
        self.switched_on += on
        if on and self.switched_on % MINING_EVERY == 0:
            with db.transaction() as session:
                queue.defer(session, MINING, dedupe=MINING)

    async def answer_for(self, seconds: float) -> None:
        """Each agent answers one talk after the other."""
        await asyncio.gather(*(self._answer(wire, seconds) for wire in self.wires))

    async def _answer(self, wire: Wire, seconds: float) -> None:
        rows = (await wire.ask("GET", "/api/conversations?view=all&limit=50"))["items"]
        mine = itertools.cycle(
            [row["id"] for row in rows[self.wires.index(wire) :: len(self.wires)]]
        )
        for _ in range(int(seconds * ANSWERS_PER_SEC)):
            said: dict[str, Any] = {"client_id": str(new_id()), "text": SAID}
            if self.on:
                said["phrase_id"] = self.phrase
            await wire.ask("POST", f"/api/conversations/{next(mine)}/messages", said)
            await asyncio.sleep(1 / ANSWERS_PER_SEC)

    async def rest(self) -> None:
        """Until the worker has read and done what was left to it, or for a minute."""
        with psycopg.connect(db.plain_url(self.url), autocommit=True) as connection:
            for _ in range(REST_SEC * 2):
                if connection.execute(_AT_REST).fetchone() == (True,):
                    break
                await asyncio.sleep(0.5)


async def pairs(
    desk: Desk, flood: Flood, cpu: Callable[[], float], count: int = PAIRS
) -> dict[str, Any]:
    """Stretches without and with, in turn; who begins changes from pair to pair."""
    seen: dict[bool, list[tuple[float, float]]] = defaultdict(list)
    await desk.prepare()
    for number in range(count):
        for on in (False, True) if number % 2 else (True, False):
            await desk.switch(on)
            await desk.rest()
            before = cpu()
            (stored, seconds), _ = await asyncio.gather(
                flood(STRETCH_SEC), desk.answer_for(STRETCH_SEC)
            )
            seen[on].append((stored / seconds, (cpu() - before) / stored * 1000))
    return told(seen)


def told(seen: dict[bool, list[tuple[float, float]]]) -> dict[str, Any]:
    """The medians of both kinds, and of how the two of each pair stand to each other."""
    figures: dict[str, Any] = {"pairs": len(seen[True])}
    for place, name in enumerate(("stored_per_sec", "cpu_ms")):
        without, assisted = ([each[place] for each in seen[on]] for on in (False, True))
        ratios = [on / off for off, on in zip(without, assisted, strict=True)]
        figures[f"plain_{name}"] = statistics.median(without)
        figures[f"assisted_{name}"] = statistics.median(assisted)
        figures[f"assisted_to_plain_{name}"] = statistics.median(ratios)
    return figures
