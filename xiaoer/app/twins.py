"""The twins of what is outside, in one process of the server: payment provider and couriers."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount

from xiaoer.connectors.couriers.twin import running as couriers
from xiaoer.connectors.couriers.twin.server import Twin
from xiaoer.core.config import settings
from xiaoer.payments.sandbox import running as payments
from xiaoer.payments.sandbox import signing
from xiaoer.payments.sandbox.server import Sandbox

COURIERS = "/couriers"


def tell(address: str, server: str) -> None:
    """Leave word in the data folder where the twins listen, and where they call back."""
    payments.tell(settings().payments_url or address, server)
    couriers.tell(address + COURIERS, server)


def app() -> Starlette:
    """They have their own truth, in the data folder, and touch no database."""
    data, place = settings().data, couriers.place()
    carrying = Twin(
        signing.key(),
        notify_url=place.notify_url if place else "",
        journal=data / couriers.JOURNAL,
    )

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        carrying.take_up()
        yield

    paying = Sandbox(data / payments.JOURNAL, signing.key())
    routes = [Mount(COURIERS, carrying.app()), Mount("/", paying.app())]
    return Starlette(routes=routes, lifespan=lifespan)


def run(listening: socket.socket) -> None:
    """Answer on `listening` until told to stop."""
    config = uvicorn.Config(
        app(),
        loop="uvloop",
        http="httptools",
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    uvicorn.Server(config).run(sockets=[listening])
