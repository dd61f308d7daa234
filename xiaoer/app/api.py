"""The API: every room's routes, the pages, and what they share."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio.to_thread
from fastapi import FastAPI

from xiaoer.app import login, pages, rooms, shoppers
from xiaoer.core import db
from xiaoer.core.config import settings
from xiaoer.core.realtime.hub import Hub
from xiaoer.core.realtime.wake import Waker
from xiaoer.core.web import Router, refusals
from xiaoer.core.web.direct import Direct
from xiaoer.core.web.limits import BodyLimit
from xiaoer.knowledge import service as knowledge

JSON_LIMIT_BYTES = 1024 * 1024
MULTIPART_FRAME_BYTES = 64 * 1024


def create_app(url: str | None = None) -> FastAPI:
    """The web application. With `url` it also follows the stream of events (one per process)."""
    app = FastAPI(
        title="Xiaoer 小二",
        lifespan=_following(url) if url else None,
        docs_url="/api/docs",
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.transaction = db.transaction
    app.state.identify = login.identify
    app.state.shopper = shoppers.identify
    refusals.install(app)
    for router in rooms.ROUTERS:
        app.include_router(router)
    app.include_router(login.router)
    app.include_router(pages.router)
    app.add_middleware(
        BodyLimit,
        json_bytes=JSON_LIMIT_BYTES,
        upload_bytes=settings().upload_limit_bytes + MULTIPART_FRAME_BYTES,
    )
    direct = [each for each in rooms.ROUTERS if isinstance(each, Router)]
    app.add_middleware(
        Direct,
        api=app,
        routes=[each.direct_routes for each in direct],
        reads=[each.direct_reads for each in direct],
        limit=JSON_LIMIT_BYTES,
    )
    return app


def _following(url: str):  # type: ignore[no-untyped-def]
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        # As many requests at once as there are database connections that stay open: a further one
        # would be opened and closed for each request, which costs ten times the request.
        limiter = anyio.to_thread.current_default_thread_limiter()
        limiter.total_tokens = settings().pool_size
        waker, hub = Waker(url), Hub(url)
        waker.start()
        app.state.hub = hub
        knowledge.keeper.start()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(hub.run)
            yield
            tasks.cancel_scope.cancel()
        await anyio.to_thread.run_sync(waker.stop)

    return lifespan
