"""Servers and databases of the tests: made once and copied, cleaned instead of made anew."""

import fcntl
import hashlib
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from xiaoer.app import migrate
from xiaoer.core import binaries
from xiaoer.core.cluster import Cluster
from xiaoer.core.ids import new_id

ROOT = Path(__file__).resolve().parents[1]
CACHE = ROOT / ".cache" / "tests"
TEMPLATE = "template_xiaoer"
LARGEST_KEPT_BYTES = 40_000_000
"""A database that a test has filled beyond this costs more to clean than to make."""

# Nothing outlives the run: no write has to reach the disk, and nobody tidies up.
SERVER = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "100",
    "min_wal_size": "32MB",
}


def prepare(folder: Path) -> None:
    """Put the files of a server into `folder` that holds a migrated, empty `TEMPLATE`."""
    CACHE.mkdir(parents=True, exist_ok=True)
    ready = CACHE / f"cluster-{_stamp()}"
    with (CACHE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not ready.exists():
            for old in CACHE.glob("cluster-*"):
                shutil.rmtree(old)
            _make(folder)
            making = CACHE / "making"
            shutil.rmtree(making, ignore_errors=True)
            shutil.copytree(folder, making)
            making.rename(ready)
            return
    shutil.copytree(ready, folder, dirs_exist_ok=True)


def _make(folder: Path) -> None:
    with Cluster(folder, SERVER) as cluster:
        migrate.upgrade(cluster.create_database(TEMPLATE))
    for own in ("pg.lock", "pg.users", "pg.port", "postgres.log"):
        (folder / own).unlink(missing_ok=True)


_USES = re.compile(r"^(?:from|import) xiaoer\.(\w+)", re.MULTILINE)


def _stamp() -> str:
    """Of all that an empty database is made from: PostgreSQL, the migrations, and what of ours
    they use."""
    steps = sorted((ROOT / "migrations").rglob("*.py"))
    rooms = {room for step in steps for room in _USES.findall(step.read_text())}
    rooms.remove("app")  # there for new migrations: it knows every model
    sources = [*steps, *(path for room in sorted(rooms) for path in _sources(room))]
    digest = hashlib.sha256(str(binaries.find().program("postgres")).encode())
    for path in sources:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _sources(room: str) -> list[Path]:
    """Its code, and the tables and words it comes with: migrations bring them in."""
    folder = ROOT / "xiaoer" / room
    return sorted([*folder.rglob("*.py"), *folder.rglob("shipped/**/*.json")])


# What must be as it was for a database to be lent again.
_SHAPE = """
SELECT md5(string_agg(thing, ',' ORDER BY thing)) FROM (
  SELECT concat(oid, relname, relnatts) FROM pg_class WHERE relnamespace = 'public'::regnamespace
  UNION ALL SELECT concat(oid, prosrc) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT concat(oid, tgname, tgenabled) FROM pg_trigger
  UNION ALL SELECT concat(oid, conname) FROM pg_constraint
  UNION ALL SELECT concat(setdatabase, setconfig) FROM pg_db_role_setting
  UNION ALL SELECT concat(starelid) FROM pg_statistic WHERE starelid >= 16384
) shape (thing)
"""
_TABLES = (
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    " ORDER BY relname"
)
_OTHERS_OUT = (
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)
_COUNTERS = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'"
_SIZE = "SELECT pg_database_size(current_database())"


class Databases:
    """Databases for tests that really commit. One that comes back is cleaned and lent again:
    PostgreSQL makes and drops a database in half a second, and empties a few tables in a tenth."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._free: list[str] = []
        with self._on(TEMPLATE) as template:
            self._shape = template.execute(_SHAPE).fetchone()
            self._tables = [name for (name,) in template.execute(_TABLES)]
            self._counters = template.execute(_COUNTERS).fetchall()
            self._first = {name: _copied(template, name) for name in self._filled(template)}
            """What the migrations themselves put in."""

    def lend(self) -> str:
        """The name of a database that is as after the migrations."""
        if self._free:
            return self._free.pop()
        name = f"own_{new_id().hex[-12:]}"
        self._cluster.create_database(name, template=TEMPLATE)
        return name

    def give_back(self, name: str) -> None:
        if self._clean(name):
            self._free.append(name)
        else:
            self._cluster.drop_database(name)

    def _clean(self, name: str) -> bool:
        """Whether it could be brought back to what it was."""
        with self._on(name) as own:
            own.execute(_OTHERS_OUT)
            size = own.execute(_SIZE).fetchone()
            if not size or size[0] > LARGEST_KEPT_BYTES:
                return False
            if own.execute(_SHAPE).fetchone() != self._shape:
                return False
            own.execute("SET session_replication_role = replica")  # no checks, no triggers
            for table in {*self._filled(own), *self._first}:
                self._restore(own, table)
            for counter, last in self._counters:
                own.execute("SELECT setval(%s, %s, %s)", [counter, last or 1, last is not None])
        return True

    def _restore(self, own: psycopg.Connection, table: str) -> None:
        first = self._first.get(table)
        if first is not None and _copied(own, table) == first:
            return
        named = sql.Identifier(table)
        own.execute(sql.SQL("DELETE FROM {}").format(named))
        if first is not None:
            with own.cursor().copy(sql.SQL("COPY {} FROM STDIN").format(named)) as rows:
                for line in first:
                    rows.write(line)

    def _filled(self, own: psycopg.Connection) -> list[str]:
        asked = sql.SQL(", ").join(
            sql.SQL("EXISTS (SELECT FROM {})").format(sql.Identifier(name)) for name in self._tables
        )
        there = own.execute(sql.SQL("SELECT {}").format(asked)).fetchone()
        assert there
        return [name for name, holds in zip(self._tables, there, strict=True) if holds]

    @contextmanager
    def _on(self, name: str) -> Iterator[psycopg.Connection]:
        with psycopg.connect(self._cluster.url(name), autocommit=True) as connection:
            yield connection


def _copied(own: psycopg.Connection, table: str) -> list[bytes]:
    with own.cursor().copy(sql.SQL("COPY {} TO STDOUT").format(sql.Identifier(table))) as rows:
        return sorted(bytes(row) for row in rows)
