"""This installation: its data folder, its database, and whether a server works on it now."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import create_engine, pool, text

from xiaoer.app import migrate
from xiaoer.core import db
from xiaoer.core.cluster import DATABASE, Cluster
from xiaoer.core.config import settings


class AlreadyServed(RuntimeError):
    """Another server works on this data folder."""


class ServerLock:
    """Held by the one server of a data folder; the system frees it when that server dies."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "serve.lock"
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self.handle = self._path.open("a+")

    def take(self) -> None:
        """Raise `AlreadyServed` when another server holds it."""
        try:
            fcntl.flock(self.handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            other = self.facts()
            raise AlreadyServed(
                f"Another server already works on {self._path.parent}"
                f" (process {other.get('pid', '?')}, {other.get('address', 'starting')})."
                " Stop it first, or give this one its own folder with XIAOER_DATA."
            ) from None
        self.tell(pid=os.getpid())

    def tell(self, **facts: Any) -> None:
        self.handle.seek(0)
        self.handle.truncate()
        self.handle.write(orjson.dumps(facts).decode())
        self.handle.flush()

    def facts(self) -> dict[str, Any]:
        """What the server that holds the lock said of itself."""
        try:
            found: dict[str, Any] = orjson.loads(self._path.read_bytes())
        except (OSError, orjson.JSONDecodeError):
            return {}
        return found


def server() -> dict[str, Any] | None:
    """Process id and address of the server on this data folder; None when there is none."""
    if not (settings().data / "serve.lock").exists():
        return None
    lock = ServerLock(settings().data)
    try:
        fcntl.flock(lock.handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return lock.facts()
    finally:
        lock.handle.close()
    return None


@contextmanager
def database(*, migrated: bool = True) -> Iterator[str]:
    """The address of the database, running while this lasts, configured for `db`.

    Works beside a server (joins its PostgreSQL) and without one (starts it for the moment).
    """
    with _running() as url:
        if migrated and migrate.pending(url):
            migrate.upgrade(url)
        engine = db.configure(url)
        try:
            yield url
        finally:
            engine.dispose()


@contextmanager
def _running() -> Iterator[str]:
    given = settings().database_url
    if given:
        yield given
        return
    cluster = Cluster(settings().data)
    try:
        yield cluster.start()
    finally:
        cluster.stop()


def has_shops(url: str) -> bool:
    engine = create_engine(db.driver_url(url), poolclass=pool.NullPool)
    with engine.connect() as connection:
        return connection.scalar(text("select exists (select from shops)")) is True


class FirstStart:
    """What the first start chose, and whether it came to its end. Kept in the data folder."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "first-start"

    @property
    def choice(self) -> str:
        """`demo`, `loading` (a demo half loaded), `empty`, or nothing yet."""
        return self._file.read_text().strip() if self._file.exists() else ""

    def choose(self, choice: str) -> None:
        self._file.write_text(choice + "\n")


class HalfLoaded(RuntimeError):
    """A demo was half loaded into a database that is not ours to empty."""


def make_afresh() -> None:
    """Replace the embedded database by an empty one."""
    if settings().database_url:
        raise HalfLoaded(
            "Loading the demo was interrupted, and XIAOER_DATABASE_URL is not ours to empty:"
            f" give an empty database and delete {settings().data / 'first-start'}."
        )
    cluster = Cluster(settings().data)
    cluster.start()
    cluster.drop_database(DATABASE)
    cluster.create_database(DATABASE)
    cluster.stop()
