"""The worker process: jobs, and the loops that rooms keep (promises firing, demo life)."""

import asyncio
import os
import signal

from xiaoer.app import rooms
from xiaoer.app.demo import life
from xiaoer.core import db, queue
from xiaoer.core.realtime.wake import Waker

YIELDS = 5
"""Whoever waits for an answer of the web processes goes first on a machine that is full."""


async def run(url: str, shutdown: asyncio.Event) -> None:
    """Work until `shutdown`. When one part dies of a bug, the process ends and is restarted."""
    waker = Waker(url)
    waker.start()
    try:
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(queue.run(url, shutdown))
            for loop in (*rooms.LOOPS, life.loop):
                tasks.create_task(loop(url, shutdown))
    finally:
        await asyncio.to_thread(waker.stop)


def main(url: str) -> None:
    """The whole process: configure the database, stop on SIGTERM and Ctrl-C."""
    os.nice(YIELDS)
    db.configure(url)
    asyncio.run(_until_signalled(url))


async def _until_signalled(url: str) -> None:
    shutdown = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, shutdown.set)
    await run(url, shutdown)
