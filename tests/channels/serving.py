"""The application on a real port, for sockets and browsers."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from tests.conversations.factories import acting_as, make_agent
from xiaoer.app.api import create_app
from xiaoer.core import db, processes, shops
from xiaoer.core.auth import Actor, system
from xiaoer.core.cluster import Cluster
from xiaoer.core.config import settings
from xiaoer.core.ids import new_id
from xiaoer.core.shops import Shop

START_WITHIN_SEC = 20


@dataclass
class Served:
    """One running application."""

    address: str
    app: FastAPI

    @property
    def url(self) -> str:
        return f"http://{self.address}"

    def new_shop(self) -> tuple[Shop, Actor]:
        """A shop of a test's own, and an agent of it who is online."""
        with db.transaction() as session:
            code = f"tea-{new_id().hex[-8:]}"
            shop = shops.add(session, system(), code=code, name="茶楼")
            return shop, acting_as(make_agent(session, shop, name="小林"), shop)


@contextmanager
def serving(cluster: Cluster, template: str, folder: Path) -> Iterator[Served]:
    """A server with a database and a data folder of its own; what was there before comes back."""
    name = f"served_{new_id().hex[-12:]}"
    url = cluster.create_database(name, template=template)
    before = db.engine() if db.configured() else None
    data, settings().data = settings().data, folder
    settings().__dict__.pop("secret", None)
    engine = db.configure(url)
    try:
        with _running(url) as running:
            yield running
    finally:
        engine.dispose()
        if before is not None:
            db.use(before)
        settings().data = data
        settings().__dict__.pop("secret", None)
        cluster.drop_database(name)


@contextmanager
def _running(database: str) -> Iterator[Served]:
    port = processes.free_port()
    app = create_app(database)
    config = uvicorn.Config(app, port=port, log_level="warning", ws="websockets-sansio")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + START_WITHIN_SEC
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.02)
    try:
        yield Served(f"127.0.0.1:{port}", app)
    finally:
        server.should_exit = True
        thread.join(10)
