"""A process with more requests at hand than another lets connections go, others keep theirs."""

import asyncio
import time

import pytest

from xiaoer.core.web import sharing
from xiaoer.core.web.sharing import EvenShares, Shares

SCOPE = {"type": "http", "method": "GET", "path": "/"}


async def receive():
    return {"type": "http.request"}


class Process:
    """One web process whose requests take a moment, and what it answered with."""

    def __init__(self, shares, place):
        self.app = EvenShares(self._answer, shares, place)
        self.let_go = 0

    async def _answer(self, scope, receive, send):
        await asyncio.sleep(0.002)
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def ask(self):
        async def send(message):
            self.let_go += (b"connection", b"close") in message["headers"]

        await self.app(SCOPE, receive, send)

    async def keep_asking(self, clients, until):
        async def one():
            while time.monotonic() < until:
                await self.ask()

        await asyncio.gather(*(one() for _ in range(clients)))


def busy(*clients, seconds=0.4):
    """So many clients at each process, who ask without a pause: how many were let go."""
    shares = Shares(len(clients))
    processes = [Process(shares, place) for place in range(len(clients))]

    async def run():
        until = time.monotonic() + seconds
        await asyncio.gather(
            *(each.keep_asking(n, until) for each, n in zip(processes, clients, strict=True))
        )

    asyncio.run(run())
    return [each.let_go for each in processes]


def test_the_fuller_lets_go_a_few_at_a_time():
    few, many = busy(2, 6)
    assert few == 0
    assert 1 <= many <= 2


@pytest.mark.parametrize("clients", [(4, 4), (4, 5), (1, 1), (8,)])
def test_even_shares_stay(clients):
    assert sum(busy(*clients)) == 0


def test_whoever_is_silent_has_nothing_at_hand(monkeypatch):
    monkeypatch.setattr(sharing, "FRESH_SEC", 0.1)
    shares = Shares(2)
    shares.note(1, 6.0, time.monotonic())
    assert shares.least_but(0, time.monotonic()) == 6.0
    time.sleep(0.11)
    assert shares.least_but(0, time.monotonic()) == 0.0


def test_a_socket_is_left_alone():
    told = []

    async def app(scope, receive, send):
        await send({"type": "websocket.accept"})

    async def send(message):
        told.append(message)

    asyncio.run(EvenShares(app, Shares(2), 0)({"type": "websocket"}, receive, send))
    assert told == [{"type": "websocket.accept"}]
