"""What comes together is done together.

Requests that need one small statement each share a transaction: while one batch is on its way to
the database, those who arrive form the next. Nobody waits for company, an idle process starts at
once (ADR 0008).
"""

import asyncio
from collections import deque
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, TypeVar

MOST_TOGETHER = 64

Item = TypeVar("Item")
Done = TypeVar("Done")


@dataclass(slots=True)
class _Waiting(Generic[Item, Done]):
    item: Item
    future: "asyncio.Future[Done]"


class Gathering(Generic[Item, Done]):
    """Runs `work` on batches, one at a time, in a thread of its own.

    `work` gives one result for each item, in their order. No two items about the same `thing` are
    in one batch, and those about one thing are done in the order they came.
    """

    def __init__(
        self,
        work: Callable[[Sequence[Item]], Sequence[Done]],
        *,
        thing: Callable[[Item], Hashable],
    ) -> None:
        self._work, self._thing = work, thing
        self._waiting: deque[_Waiting[Item, Done]] = deque()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="gathering")
        self._running: asyncio.Task[None] | None = None

    async def do(self, item: Item) -> Done:
        """The result for `item`; raises what `work` raised for its batch."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Done] = loop.create_future()
        self._waiting.append(_Waiting(item, future))
        if self._running is None or self._running.done():
            self._running = loop.create_task(self._run())
        return await future

    async def _run(self) -> None:
        while self._waiting:
            batch = self._next_batch()
            try:
                results = await asyncio.get_running_loop().run_in_executor(
                    self._thread, self._work, [each.item for each in batch]
                )
            except Exception as error:  # noqa: BLE001 - each who waits is told, and raises it
                for each in batch:
                    if not each.future.done():
                        each.future.set_exception(error)
            else:
                for each, result in zip(batch, results, strict=True):
                    if not each.future.done():
                        each.future.set_result(result)

    def _next_batch(self) -> list[_Waiting[Item, Done]]:
        batch: list[_Waiting[Item, Done]] = []
        things: set[Hashable] = set()
        left: deque[_Waiting[Item, Done]] = deque()
        for waiting in self._waiting:
            thing = self._thing(waiting.item)
            if thing in things or len(batch) == MOST_TOGETHER:
                left.append(waiting)
            else:
                batch.append(waiting)
            things.add(thing)
        self._waiting = left
        return batch
