"""Work handed from an event loop to a thread."""

import asyncio
import threading
import time
from contextvars import ContextVar

import pytest

from xiaoer.core.threads import Threads

who: ContextVar[str] = ContextVar("who")


def test_the_result_comes_back_and_so_does_an_error():
    async def ask():
        threads = Threads(2, "test")
        assert await threads.run(divmod, 7, 2) == (3, 1)
        with pytest.raises(ZeroDivisionError):
            await threads.run(divmod, 7, 0)
        assert await threads.run(divmod, 9, 2) == (4, 1)

    asyncio.run(ask())


def test_it_runs_in_a_thread_in_the_context_of_whoever_asks():
    async def ask():
        threads = Threads(1, "test")
        who.set("周掌柜")
        name, asked = await threads.run(lambda: (threading.current_thread().name, who.get()))
        assert (name, asked) == ("test-1", "周掌柜")
        await threads.run(who.set, "somebody else")
        assert who.get() == "周掌柜"

    asyncio.run(ask())


def test_no_more_threads_than_allowed_and_none_that_is_not_needed():
    async def ask():
        threads = Threads(3, "test")
        for _ in range(5):
            await threads.run(time.sleep, 0)
        assert threads._started == 1
        both = threading.Barrier(3)
        await asyncio.gather(*(threads.run(both.wait, 10) for _ in range(3)))
        await asyncio.gather(*(threads.run(time.sleep, 0.01) for _ in range(9)))
        assert threads._started == 3

    asyncio.run(ask())


def test_who_no_longer_waits_disturbs_nobody():
    threads, hold = Threads(1, "test"), threading.Event()

    async def give_up():
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await threads.run(hold.wait, 10)

    asyncio.run(give_up())
    hold.set()  # its loop has ended

    assert asyncio.run(threads.run(divmod, 7, 2)) == (3, 1)
