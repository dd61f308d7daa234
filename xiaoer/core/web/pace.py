"""How often the same somebody may do something: fleeting, in the memory of a process.

It costs no statement; with several web processes the bound is that many times higher, and still a
bound.
"""

import threading
import time
from collections import OrderedDict, deque
from datetime import timedelta

REMEMBERED = 20_000
"""Most recently active keys that a process keeps in mind."""


class Pace:
    """At most `limit` times in `window` for each key."""

    def __init__(self, limit: int, window: timedelta) -> None:
        self.limit, self.window = limit, window.total_seconds()
        self._seen: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait_for(self, key: str) -> float:
        """Count one and give 0.0; when that was too many, count nothing and give the seconds
        after which one more is allowed."""
        now = time.monotonic()
        with self._lock:
            times = self._seen.setdefault(key, deque())
            self._seen.move_to_end(key)
            while times and times[0] <= now - self.window:
                times.popleft()
            if len(times) >= self.limit:
                return times[0] + self.window - now
            times.append(now)
            if len(self._seen) > REMEMBERED:
                self._seen.popitem(last=False)
            return 0.0

    def forget(self) -> None:
        self._seen.clear()
