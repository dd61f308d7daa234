"""The processes a server is made of. Each is forked after the app is loaded, so that they share
its memory, and ends by itself when the supervisor is gone."""

import asyncio
import ctypes
import gc
import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import uvicorn
from fastapi import FastAPI
from sqlalchemy.orm import configure_mappers
from starlette.types import ASGIApp, Message

from xiaoer.app import worker
from xiaoer.app.installation import HalfLoaded
from xiaoer.core import db, resting
from xiaoer.core.config import settings

SWITCH_SEC = 0.001
"""A thread that has its answer from the database waits no longer for the others of its process;
with Python's own 5 ms, three threads in a row were the slowest part of a message's way."""
GRACE_SEC = 3
"""How long open requests and sockets may finish when a process is told to stop."""
SOCKET_FRAME_BYTES = 256 * 1024
FIRST_PAUSE_SEC, LONGEST_PAUSE_SEC, HEALTHY_SEC = 0.2, 10.0, 30.0

logger = logging.getLogger(__name__)

_PR_SET_PDEATHSIG = 1
_M_ARENA_MAX, ARENAS = -8, 2
"""Left alone, the C library keeps freed memory in an arena for each few threads: tens of MB."""


@dataclass
class Child:
    """One process and how to start it again."""

    name: str
    work: Callable[[], None]
    pid: int | None = None
    started: float = 0.0
    failures: int = 0
    not_before: float = field(default=0.0)

    def start(self) -> None:
        self.started = time.monotonic()
        self.pid = forked(self.work)

    def ended(self, status: int) -> None:
        """Note the death; one that comes soon after the start makes the next start wait."""
        now = time.monotonic()
        self.failures = 0 if now - self.started > HEALTHY_SEC else self.failures + 1
        pause = min(FIRST_PAUSE_SEC * 2 ** max(self.failures - 1, 0), LONGEST_PAUSE_SEC)
        self.pid, self.not_before = None, now + pause
        logger.warning(
            "%s ended (%s); it is started again in %.1f s.", self.name, _reason(status), pause
        )


def _reason(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


def forked(work: Callable[[], None]) -> int:
    """Run `work` in a child process, and return its id at once."""
    supervisor = os.getpid()
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        _be_a_child_of(supervisor)
        work()
        code = 0
    except SystemExit as done:
        code = done.code if isinstance(done.code, int) else 1
    except HalfLoaded as refusal:
        logger.error("%s", refusal)
    except BaseException:
        logger.exception("A process of the server failed.")
    finally:
        logging.shutdown()
        os._exit(code)


def _be_a_child_of(supervisor: int) -> None:
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGCHLD, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    if sys.platform == "linux":
        system = ctypes.CDLL(None)
        system.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
        if hasattr(system, "mallopt"):  # the GNU C library has it, others do without arenas
            system.mallopt(_M_ARENA_MAX, ARENAS)
        if os.getppid() != supervisor:
            raise SystemExit(0)


def load(app: FastAPI) -> None:
    """What all processes need, made once before they part: the word list, the tables' mapping,
    and the routes, which a first question makes the framework build."""
    import rjieba

    rjieba.cut_for_search("把词典读进来")
    configure_mappers()
    asyncio.run(_ask(app, "/api/"))


async def _ask(app: FastAPI, path: str) -> None:
    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(_answer: Message) -> None:
        pass

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
    await app(scope, receive, send)


def share_memory() -> None:
    """Keep the garbage collector from touching, and so copying, what was loaded before."""
    gc.collect()
    gc.freeze()


def web(app: ASGIApp, url: str, listening: socket.socket) -> None:
    """Answer the requests and sockets that come to this process."""
    db.configure(url)
    resting.begin()
    sys.setswitchinterval(SWITCH_SEC)
    config = uvicorn.Config(
        app,
        loop="uvloop",
        http="httptools",
        ws="websockets-sansio",
        ws_max_size=SOCKET_FRAME_BYTES,
        ws_per_message_deflate=False,  # short frames: memory and CPU for nothing
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=settings().public_url is not None,
        timeout_graceful_shutdown=GRACE_SEC,
    )
    uvicorn.Server(config).run(sockets=[listening])


def work(url: str) -> None:
    """Jobs, clocks and the demo's life."""
    resting.begin()
    worker.main(url)
