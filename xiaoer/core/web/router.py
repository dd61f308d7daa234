"""Routes are plain functions; what they ask for from the request is made in their own thread.

FastAPI would run each dependency in a thread hop of its own and end a `yield` dependency after the
answer has left. Here one thread opens the transaction, finds the actor, runs the route, commits,
and only then is the answer sent: a failed commit can never follow a 200.
"""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial, wraps
from typing import Annotated, Any, TypeVar, get_args

from fastapi import APIRouter, Request, Response
from fastapi.routing import iter_route_contexts
from pydantic import BaseModel
from sqlalchemy.orm import Session
from starlette._utils import get_route_path
from starlette.routing import Match
from starlette.types import Scope

from xiaoer.core import i18n, threads
from xiaoer.core.auth import Actor
from xiaoer.core.web.direct import Asked, Endpoint, Reads, Routes


@dataclass(frozen=True)
class FromRequest:
    """Marks a parameter that `make(session, request)` provides."""

    make: Callable[[Session, Request], Any]


def _session(session: Session, _request: Request) -> Session:
    return session


def _actor(session: Session, request: Request) -> Actor:
    """Who is signed in; `app/login.py` knows how to tell."""
    actor: Actor = request.app.state.identify(session, request)
    return actor


def _shopper(session: Session, request: Request) -> Actor:
    """The customer who holds a visit's token; `app/shoppers.py` knows how to tell."""
    actor: Actor = request.app.state.shopper(session, request)
    return actor


Route = TypeVar("Route", bound=Callable[..., Response])
Db = Annotated[Session, FromRequest(_session)]
Me = Annotated[Actor, FromRequest(_actor)]
Shopper = Annotated[Actor, FromRequest(_shopper)]


class Router(APIRouter):
    """An APIRouter whose sync routes may ask for `Db`, `Me` and other `FromRequest` values."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.direct_routes: Routes = {}
        self.direct_reads: Reads = {}

    def include_router(self, router: APIRouter, **options: Any) -> None:
        """With the routes that are answered before the framework."""
        if "prefix" in options:
            raise ValueError("A router has its prefix itself: `matches` looks at whole paths.")
        super().include_router(router, **options)
        if isinstance(router, Router):
            self.direct_routes |= router.direct_routes
            self.direct_reads |= router.direct_reads

    def direct(
        self, method: str, path: str, body: type[BaseModel], **options: Any
    ) -> Callable[[Endpoint], Endpoint]:
        """Declare an async route `(request, body)` of a fixed path that `Direct` may answer."""

        def register(endpoint: Endpoint) -> Endpoint:
            self.direct_routes[method, path] = endpoint, body
            self.add_api_route(path, endpoint, methods=[method], **options)
            return endpoint

        return register

    def read(self, path: str, **options: Any) -> Callable[[Route], Route]:
        """Declare a sync GET route that `Direct` may answer: it makes its `Response` itself, takes
        simple values from its query, and perhaps an id at the end of its path."""

        def register(endpoint: Route) -> Route:
            run = _in_one_thread(endpoint)
            parameters = dict(inspect.signature(run).parameters)
            parameters.pop("request")
            asked = Asked(path, parameters)

            async def answer(request: Request, values: dict[str, Any]) -> Response:
                return await threads.run(partial(run, request=request, **values))

            whole = self.prefix + path
            key = whole[: whole.rindex("{")] if asked.named else whole
            self.direct_reads[key] = answer, asked
            self.add_api_route(path, endpoint, methods=["GET"], **options)
            return endpoint

        return register

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """A router is not looked through for a path that none of its routes begins like: the
        framework tries one route after the other, and the last of hundreds took a millisecond."""
        if scope["type"] == "http" and not get_route_path(scope).startswith(self._beginnings):
            return Match.NONE, {}
        return super().matches(scope)

    @cached_property
    def _beginnings(self) -> tuple[str, ...]:
        """What its routes' paths begin with, up to their first parameter."""
        paths = [each.path or "" for each in iter_route_contexts(self.routes)]
        return tuple({each.partition("{")[0] for each in paths})

    def add_api_route(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        if not inspect.iscoroutinefunction(endpoint):
            endpoint = _awaited(_in_one_thread(endpoint))
        super().add_api_route(path, endpoint, **options)


def _awaited(run: Callable[..., Any]) -> Callable[..., Any]:
    """The framework's own way to a thread costs ten times what ours does (ADR 0009), and it takes
    another one to write the answer."""

    @wraps(run)
    async def in_a_thread(**arguments: Any) -> Any:
        return await threads.run(partial(run, **arguments))

    return in_a_thread


def _in_one_thread(endpoint: Callable[..., Any]) -> Callable[..., Any]:
    signature = inspect.signature(endpoint)
    provided = {
        name: marker
        for name, parameter in signature.parameters.items()
        for marker in get_args(parameter.annotation)[1:]
        if isinstance(marker, FromRequest)
    }

    @wraps(endpoint)
    def run(request: Request, **arguments: Any) -> Any:
        i18n.reader.set(i18n.locale_of(request.headers.get("accept-language")))
        with request.app.state.transaction() as session:
            request.state.session = session
            made = {name: marker.make(session, request) for name, marker in provided.items()}
            if "request" in signature.parameters:
                made["request"] = request
            return endpoint(**made, **arguments)

    rest = [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
        for name, parameter in signature.parameters.items()
        if name not in provided and name != "request"
    ]
    asked = inspect.Parameter("request", inspect.Parameter.KEYWORD_ONLY, annotation=Request)
    run.__signature__ = signature.replace(parameters=[asked, *rest])  # type: ignore[attr-defined]
    return run
