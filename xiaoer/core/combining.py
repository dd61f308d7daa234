"""Threads that ask for the same kind of work at once have it done together, by one of them.

For work that keeps a processor busy: several threads at it at once only hinder each other, and what
is read once for all of them is read once. Those who come while it is done are the next; everybody
is served in the order they came.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

Item = TypeVar("Item")
Done = TypeVar("Done")


@dataclass(eq=False)
class _Asking(Generic[Item, Done]):
    """One who asks; `woken` when the answer is there, or when it is theirs to do the work."""

    item: Item
    woken: threading.Event = field(default_factory=threading.Event)
    done: Done | None = None
    failure: Exception | None = None
    answered: bool = False


class Combining(Generic[Item, Done]):
    """`work` gives one result for each item, in their order."""

    def __init__(self, work: Callable[[Sequence[Item]], Sequence[Done]], *, most: int) -> None:
        """`most`: so many items at once."""
        self._work, self._most = work, most
        self._lock = threading.Lock()
        self._waiting: list[_Asking[Item, Done]] = []
        self._busy = False

    def do(self, item: Item) -> Done:
        """The result for `item`. Raises what `work` raised for those it was done with."""
        mine: _Asking[Item, Done] = _Asking(item)
        with self._lock:
            self._waiting.append(mine)
            waits, self._busy = self._busy, True
        if waits:
            mine.woken.wait()
        if not mine.answered:
            self._lead()
        if mine.failure is not None:
            raise mine.failure
        return cast(Done, mine.done)

    def _lead(self) -> None:
        """Do the work of all who wait, whoever leads among them, and let the next one lead."""
        with self._lock:
            together = self._waiting[: self._most]
            del self._waiting[: self._most]
        self._answer(together)
        with self._lock:
            follower = next(iter(self._waiting), None)
            self._busy = follower is not None
        for each in (*together, *filter(None, [follower])):
            each.woken.set()

    def _answer(self, together: Sequence[_Asking[Item, Done]]) -> None:
        try:
            done = self._work([each.item for each in together])
        except Exception as failure:  # noqa: BLE001 - each who asked raises it
            for each in together:
                each.failure, each.answered = failure, True
            return
        for each, result in zip(together, done, strict=True):
            each.done, each.answered = result, True
