"""Running the twin, and telling the other processes of the installation where it is."""

import os
import socket
from dataclasses import dataclass
from pathlib import Path

import orjson
import uvicorn

from xiaoer.connectors.couriers.twin.server import Twin
from xiaoer.core.config import settings
from xiaoer.payments.sandbox import signing

PLACE = Path("twins") / "couriers.json"
CALLBACK_PATH = "/api/couriers/callbacks/twin"
JOURNAL = Path("twins") / "couriers.jsonl"


@dataclass(frozen=True)
class Place:
    """Where the twin listens, and where it should push to."""

    address: str
    notify_url: str


def run(listening: socket.socket, pace: float = 1.0) -> None:
    """Answer on `listening` until told to stop."""
    config = uvicorn.Config(
        Twin(signing.key(), pace).app(),
        loop="uvloop",
        http="httptools",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    uvicorn.Server(config).run(sockets=[listening])


def tell(address: str, server: str) -> None:
    """Leave word in the data folder."""
    path = settings().data / PLACE
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_bytes(
        orjson.dumps({"address": address, "notify_url": server.rstrip("/") + CALLBACK_PATH})
    )
    draft.replace(path)


def place() -> Place | None:
    """Where it was last started here; None when it never was."""
    try:
        return Place(**orjson.loads((settings().data / PLACE).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
