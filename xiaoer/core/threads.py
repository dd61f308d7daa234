"""Threads that wait for the database, so that an event loop does not have to.

A hand-over to a thread here costs a tenth of what the libraries' ways to one cost, and a request or
a live frame needs one or more of them (ADR 0009).
"""

import asyncio
import contextvars
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from typing import Any, TypeVar

from xiaoer.core.config import settings

Result = TypeVar("Result")
_Task = tuple[Callable[[], Any], asyncio.AbstractEventLoop, "asyncio.Future[Any]"]


class Threads:
    """At most `most` threads, started when they are first needed; they end with the process."""

    def __init__(self, most: int, name: str) -> None:
        self._most, self._name = most, name
        self._tasks: queue.SimpleQueue[_Task] = queue.SimpleQueue()
        self._started = self._free = 0
        self._counting = threading.Lock()

    async def run(self, work: Callable[..., Result], *arguments: Any) -> Result:
        """What `work` gives, or raises; in the context of whoever asks."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[Result] = loop.create_future()
        asked = partial(contextvars.copy_context().run, work, *arguments)
        with self._counting:
            self._free -= 1
            if self._free < 0 and self._started < self._most:
                self._start()
        self._tasks.put((asked, loop, done))
        return await done

    def _start(self) -> None:
        self._started += 1
        self._free += 1
        name = f"{self._name}-{self._started}"
        threading.Thread(target=self._work, name=name, daemon=True).start()

    def _work(self) -> None:
        while True:
            asked, loop, done = self._tasks.get()
            told: Callable[[], None]
            try:
                told = partial(_give, done, asked())
            except BaseException as error:  # noqa: BLE001 - whoever asked is told, and raises it
                told = partial(_fail, done, error)
            with self._counting:
                self._free += 1
            with suppress(RuntimeError):  # the loop has ended: nobody waits any more
                loop.call_soon_threadsafe(told)
            del asked, loop, done, told


def _give(done: "asyncio.Future[Any]", result: Any) -> None:
    if not done.done():
        done.set_result(result)


def _fail(done: "asyncio.Future[Any]", error: BaseException) -> None:
    if not done.done():
        done.set_exception(error)


@cache
def _shared() -> Threads:
    return Threads(settings().pool_size, "request")


async def run(work: Callable[..., Result], *arguments: Any) -> Result:
    """`work(*arguments)` in one of the threads this process shares, as many as it has
    connections."""
    return await _shared().run(work, *arguments)
