"""Running the sandbox, and telling the other processes of the installation where it is."""

import os
import socket
from dataclasses import dataclass
from pathlib import Path

import orjson
import uvicorn

from xiaoer.core.config import settings
from xiaoer.payments.sandbox import signing
from xiaoer.payments.sandbox.server import Sandbox

JOURNAL = Path("sandbox") / "payments.jsonl"
PLACE = Path("sandbox") / "payments.json"
CALLBACK_PATH = "/api/payments/callbacks/sandbox"
KEEP_ALIVE_SEC = 60
"""A caller lets go of an idle connection long before the sandbox does: one that is closed while a
request is on its way looks like an order that nobody answered for."""


@dataclass(frozen=True)
class Place:
    """Where the sandbox listens, and where it should call back."""

    address: str
    notify_url: str


def run(listening: socket.socket, journal: Path) -> None:
    """Answer on `listening` until told to stop."""
    config = uvicorn.Config(
        Sandbox(journal, signing.key()).app(),
        loop="uvloop",
        http="httptools",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=1,
        timeout_keep_alive=KEEP_ALIVE_SEC,
    )
    uvicorn.Server(config).run(sockets=[listening])


def tell(address: str, server: str) -> None:
    """Leave word in the data folder."""
    path = settings().data / PLACE
    path.parent.mkdir(parents=True, exist_ok=True)
    place = {"address": address, "notify_url": server.rstrip("/") + CALLBACK_PATH}
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_bytes(orjson.dumps(place))
    draft.replace(path)


def place() -> Place | None:
    """Where it was last started here; None when it never was."""
    try:
        return Place(**orjson.loads((settings().data / PLACE).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
