"""One real PostgreSQL for the run, one database per worker, one undone transaction per test."""

import functools
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import event
from sqlalchemy.orm import Session

from tests import clusters
from tests.jobs import perform_due
from xiaoer.app.api import create_app
from xiaoer.core import clock, db, shops
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.cluster import Cluster
from xiaoer.core.ids import new_id
from xiaoer.core.reading import Reader, Rows
from xiaoer.core.session import DeskSession
from xiaoer.core.shops import Shop
from xiaoer.workforce.service import signing

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
"""Public data sets beside the checkout; tests that need them are skipped without."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs a database of its own to commit in takes its time: not in bin/check. Files that
    take long come first, so that at the end no process waits for the other."""
    for item in items:
        if operation := getattr(item, "operation_label", None):
            # Schemathesis puts the operation into the name alone: pytest-xdist would take all of a
            # file's operations for one test, and run one.
            item._id = item.id.with_params(operation)
        if "fresh_database" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)
    long = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """One server per test process, thrown away at the end.

    Not one for the whole run: an open transaction holds back the stream of events in every
    database of its server.
    """
    folder = tmp_path_factory.mktemp("cluster")
    os.chmod(folder.parent, 0o755)
    clusters.prepare(folder / "pg")
    with Cluster(folder / "pg", clusters.SERVER) as running:
        yield running


@pytest.fixture(scope="session")
def template(cluster: Cluster) -> str:
    """The name of a migrated, empty database to copy from."""
    return clusters.TEMPLATE


@pytest.fixture(scope="session")
def databases(cluster: Cluster) -> clusters.Databases:
    return clusters.Databases(cluster)


@pytest.fixture(scope="session")
def database(cluster: Cluster, template: str) -> str:
    url = cluster.create_database("xiaoer_test", template=template)
    db.configure(url)
    return url


@pytest.fixture
def fresh_database(cluster: Cluster, databases: clusters.Databases) -> Iterator[str]:
    """A database of the test's own, for threads and processes that really commit."""
    name = databases.lend()
    url = cluster.url(name)
    before = db.engine() if db.configured() else None
    engine = db.configure(url)
    yield url
    engine.dispose()
    if before is not None:
        db.use(before)
    databases.give_back(name)


@pytest.fixture
def session(database: str) -> Iterator[Session]:
    """A session whose commits are savepoints; everything is undone at the end."""
    with db.engine().connect() as connection, connection.begin() as outer:
        with DeskSession(
            connection, join_transaction_mode="create_savepoint", expire_on_commit=False
        ) as opened:
            yield opened
        outer.rollback()


@pytest.fixture
def shop(session: Session) -> Shop:
    boss = Actor(kind=ActorKind.SYSTEM, permissions=frozenset(Permission), all_shops=True)
    return shops.add(session, boss, code="teahouse", name="茶楼")


@pytest.fixture
def actor(shop: Shop) -> Actor:
    """A manager of the shop who may do everything."""
    return Actor(
        kind=ActorKind.AGENT,
        id=new_id(),
        name="周掌柜",
        permissions=frozenset(Permission),
        shop_ids=frozenset({shop.id}),
    )


@pytest.fixture
def acting(actor: Actor) -> dict[str, Actor]:
    """Who the client is signed in as; a test may put another actor in."""
    return {"actor": actor}


@pytest.fixture
def app() -> Iterator[FastAPI]:
    """The API as `create_app()` makes it; the first request of a new one costs 150 ms."""
    made = the_api()
    before = dict(made.state._state)
    yield made
    made.state._state.clear()
    made.state._state.update(before)


the_api = functools.cache(create_app)
"""One for all tests that need nothing of their own in it."""


@pytest.fixture
def client(app: FastAPI, session: Session, acting: dict[str, Actor]) -> TestClient:
    """The API in the test's own transaction, signed in as `acting["actor"]`."""

    @contextmanager
    def request_transaction() -> Iterator[Session]:
        session.flush()
        session.expunge_all()  # as in production, a request starts with an empty session
        with session.begin_nested():
            yield session

    app.state.transaction = request_transaction
    app.state.identify = lambda _session, _request: acting["actor"]
    return TestClient(app, raise_server_exceptions=True)


@pytest.fixture
def run_jobs(session: Session) -> Callable[[], int]:
    """Do the work that is due, and what it leaves behind, in the test's own transaction."""

    return functools.partial(perform_due, session)


@pytest.fixture
def frozen() -> Iterator[Callable[..., datetime]]:
    """A clock that stands at 2026-11-02 10:00 in Shanghai; call it with a timedelta to move on."""
    with clock.freeze(datetime(2026, 11, 2, 2, 0, tzinfo=UTC)):
        yield clock.advance


@pytest.fixture
def count_statements() -> Callable[[Session], Any]:
    """`with count_statements(session) as seen: …` then `len(seen)`; what is still to be written
    is written before, and at the end counts."""

    @contextmanager
    def counting(session: Session) -> Iterator[list[str]]:
        session.flush()
        seen: list[str] = []

        def note(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            if not statement.startswith(("SAVEPOINT", "RELEASE", "ROLLBACK")):
                seen.append(statement)

        ours = session.connection().connection.dbapi_connection
        rows = Reader.rows

        def noted(reader: Reader, statement: str, values: dict[str, Any]) -> Rows:
            if reader.connection is ours:
                seen.append(statement)
            return rows(reader, statement, values)

        engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", note)
        try:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(Reader, "rows", noted)
                yield seen
                session.flush()
        finally:
            event.remove(engine, "before_cursor_execute", note)

    return counting


@pytest.fixture(scope="session")
def data() -> Path:
    if not DATA.is_dir():
        pytest.skip("the public data sets are not beside the checkout")
    return DATA


@pytest.fixture(autouse=True)
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """A password costs 50 ms by design; tests make hundreds of them."""
    quick = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    monkeypatch.setattr(signing, "hasher", quick)


@pytest.fixture(autouse=True)
def no_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests talk to this machine only."""
    connect = socket.socket.connect

    def local(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else "local"
        if host not in {"local", "127.0.0.1", "::1", "localhost"}:
            raise RuntimeError(f"A test tried to reach {host}.")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", local)
