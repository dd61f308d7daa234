"""Tell every process, after the commit, that there are new events or jobs.

A NOTIFY inside the transaction would make all commits queue behind one lock; so a thread of each
process sends one for all that was committed in the last milliseconds. When the process dies in
between, the readers find the events at their next look (`tail.PATIENCE_SEC`).
"""

import logging
import threading
import time

import psycopg
from sqlalchemy.orm import Session

from xiaoer.core import batching, db, queue
from xiaoer.core.events import EMITTED
from xiaoer.core.queue import LEFT, LEFT_ALONE

CHANNEL = "xiaoer_events"
BREATH_SEC = 0.01
"""At most one NOTIFY per process in this time."""

_NOTIFY = "SELECT pg_notify(channel, note) FROM unnest(%s::text[], %s::text[]) AS t (channel, note)"

logger = logging.getLogger(__name__)


class Waker:
    """Sends the NOTIFY of this process; one thread, one connection."""

    def __init__(self, url: str) -> None:
        self._url = db.plain_url(url)
        self._asked = threading.Event()
        self._stopped = False
        self._told: set[str] = set()
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._work, name="waker", daemon=True)

    def start(self) -> None:
        db.after_commit(self.after_commit)
        self._thread.start()

    def stop(self) -> None:
        db.forget_after_commit(self.after_commit)
        self._stopped = True
        self._asked.set()
        self._thread.join(timeout=2)

    def after_commit(self, session: Session) -> None:
        told = {each for each in (EMITTED, LEFT, LEFT_ALONE) if session.info.get(each)}
        if told:
            with self._lock:
                self._told |= told
            self._asked.set()

    def _work(self) -> None:
        while not self._stopped:
            try:
                # A wake-up need not survive a crash: it does not wait for the disk.
                with psycopg.connect(
                    self._url, autocommit=True, options="-c synchronous_commit=off"
                ) as connection:
                    self._notify_with(connection)
            except psycopg.Error as error:
                logger.warning("The waker lost its database (%s); trying again.", error)
                time.sleep(0.5)

    def _notify_with(self, connection: psycopg.Connection) -> None:
        while self._asked.wait() and not self._stopped:
            self._asked.clear()
            with self._lock:
                told, self._told = self._told, set()
            notes = [_note(each) for each in sorted(told)]
            connection.execute(_NOTIFY, tuple(map(list, zip(*notes, strict=True))))
            time.sleep(BREATH_SEC)


def _note(told: str) -> tuple[str, str]:
    """Who is told of what a transaction has left behind, and what."""
    if told == LEFT_ALONE:
        return queue.CHANNEL, queue.news()
    return (batching.CHANNEL if told == LEFT else CHANNEL), ""
