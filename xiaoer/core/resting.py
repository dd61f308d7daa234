"""A process that has less to do becomes smaller again.

A long catching-up, or the first minutes of the demo, takes memory and connections that a quiet
process would otherwise keep for good; PostgreSQL holds up to 10 MB for each connection.
"""

import ctypes
import gc
import threading
import time
from collections.abc import Callable

from xiaoer.core import db

LOOK_SEC = 30

_quiet: list[Callable[[], None]] = []


def when_quiet(rest: Callable[[], None]) -> None:
    """Let a room look, every half minute, whether it can let go of something large."""
    _quiet.append(rest)


def begin() -> None:
    """From now on, every half minute, in a thread of its own."""
    threading.Thread(target=_look, name="resting", daemon=True).start()


def _look() -> None:
    system = ctypes.CDLL(None)
    while True:
        time.sleep(LOOK_SEC)
        if db.configured():
            db.rest()
        for rest in _quiet:
            rest()
        gc.collect()
        if hasattr(system, "malloc_trim"):  # the GNU C library keeps what was freed, others do not
            system.malloc_trim(0)
