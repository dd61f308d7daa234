"""The few routes that are asked hundreds of times a second are answered before the framework.

Matching, dependencies and their bookkeeping cost several times what the route itself does
(ADR 0008). A direct route is declared like any other, so it stands in the API's description and
also works without this; here its body is read and checked, and its refusals answered, alike.
"""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from starlette.types import ASGIApp, Receive, Scope, Send

Endpoint = Callable[[Request, Any], Awaitable[Response]]
Routes = dict[tuple[str, str], tuple[Endpoint, type[BaseModel]]]


class Direct:
    """ASGI middleware. Takes plain JSON of a declared, allowed length; all else goes on."""

    def __init__(self, app: ASGIApp, *, api: FastAPI, routes: Iterable[Routes], limit: int) -> None:
        self._next, self._api, self._limit = app, api, limit
        self._routes: Routes = {key: found for each in routes for key, found in each.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
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
