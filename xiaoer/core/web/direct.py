"""The few routes that are asked hundreds of times a second are answered before the framework.

Matching, dependencies and their bookkeeping cost several times what the route itself does
(ADR 0008). A direct route is declared like any other, so it stands in the API's description and
also works without this; here its body is read and checked, and its refusals answered, alike.
"""

import inspect
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any, get_args, get_origin
from urllib.parse import parse_qsl

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError, create_model
from starlette.types import ASGIApp, Receive, Scope, Send

Endpoint = Callable[[Request, Any], Awaitable[Response]]
Routes = dict[tuple[str, str], tuple[Endpoint, type[BaseModel]]]


class Asked:
    """What a read takes from its path and query, checked in one go as the framework would."""

    def __init__(self, path: str, parameters: Mapping[str, inspect.Parameter]) -> None:
        fields: dict[str, Any] = {
            name: (each.annotation, ... if each.default is each.empty else each.default)
            for name, each in parameters.items()
        }
        self._model = create_model("Asked", **fields)
        self._several = {name for name, each in parameters.items() if _takes_several(each)}
        self.named = path.rpartition("/")[2].strip("{}") if path.endswith("}") else None
        """The parameter that is the last part of the path."""

    def values(self, scope: Scope) -> dict[str, Any]:
        """By name. Raises `RequestValidationError`."""
        given: dict[str, Any] = {}
        for name, value in parse_qsl(scope["query_string"].decode("latin-1"), True):
            if name in self._several:
                given.setdefault(name, []).append(value)
            else:
                given[name] = value
        if self.named:
            given[self.named] = scope["path"].rpartition("/")[2]
        try:
            return dict(self._model.model_validate(given))
        except ValidationError as error:
            raise RequestValidationError(
                [
                    each | {"loc": (self._place(each["loc"]), *each["loc"])}
                    for each in error.errors()
                ]
            ) from error

    def _place(self, at: tuple[int | str, ...]) -> str:
        return "path" if at[:1] == (self.named,) else "query"


def _takes_several(parameter: inspect.Parameter) -> bool:
    kinds = [parameter.annotation, *get_args(parameter.annotation)]
    return any(get_origin(each) is list for kind in kinds for each in (kind, *get_args(kind)))


Read = Callable[[Request, dict[str, Any]], Awaitable[Response]]
Reads = dict[str, tuple[Read, Asked]]
"""By path; one that ends in a parameter, by what stands before it with `/`."""
UUID_CHARS = 36


class Direct:
    """ASGI middleware. Takes declared reads, and plain JSON of a declared, allowed length; all
    else goes on."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        api: FastAPI,
        routes: Iterable[Routes],
        reads: Iterable[Reads],
        limit: int,
    ) -> None:
        self._next, self._api, self._limit = app, api, limit
        self._routes: Routes = {key: found for each in routes for key, found in each.items()}
        self._reads: Reads = {key: found for each in reads for key, found in each.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "GET":
            await self._read(scope, receive, send)
            return
        found = scope["type"] == "http" and self._routes.get((scope["method"], scope["path"]))
        if not found or not self._plain(scope):
            await self._next(scope, receive, send)
            return
        endpoint, model = found
        scope["app"] = self._api
        request = Request(scope, receive)
        try:
            try:
                body = model.model_validate_json(await request.body())
            except ValidationError as error:
                raise RequestValidationError(
                    [each | {"loc": ("body", *each["loc"])} for each in error.errors()]
                ) from error
            response = await endpoint(request, body)
        except Exception as error:
            response = await self._refused(request, error)
        await response(scope, receive, send)

    async def _read(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        found = self._reads.get(path)
        if found is None and path[-UUID_CHARS - 1 : -UUID_CHARS] == "/":
            found = self._reads.get(path[:-UUID_CHARS])
        if found is None:
            await self._next(scope, receive, send)
            return
        endpoint, asked = found
        scope["app"] = self._api
        request = Request(scope, receive)
        try:
            response = await endpoint(request, asked.values(scope))
        except Exception as error:
            response = await self._refused(request, error)
        await response(scope, receive, send)

    def _plain(self, scope: Scope) -> bool:
        kind = length = b""
        for name, value in scope["headers"]:
            if name == b"content-type":
                kind = value
            elif name == b"content-length":
                length = value
        return kind == b"application/json" and length.isdigit() and int(length) <= self._limit

    async def _refused(self, request: Request, error: Exception) -> Response:
        for kind in type(error).__mro__:
            if handler := self._api.exception_handlers.get(kind):
                answer: Any = handler(request, error)
                return answer if isinstance(answer, Response) else await answer
        raise error
