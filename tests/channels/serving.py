"""The application on a real port, for sockets and browsers."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from fastapi import FastAPI

from xiaoer.app.api import create_app
from xiaoer.core import db, processes, shops
from xiaoer.core.auth import system

START_WITHIN_SEC = 20


@dataclass
class Served:
    """One running application; its shop is the tea house."""

    address: str
    app: FastAPI

    @property
    def url(self) -> str:
        return f"http://{self.address}"


@contextmanager
def serving(database: str) -> Iterator[Served]:
    with db.transaction() as session:
        shops.add(session, system(), code="teahouse", name="茶楼")
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
