"""A lean HTTP client for load: one kept-alive connection, JSON in, JSON out.

Clients share the two cores with the server they measure, so each microsecond of theirs counts.
"""

import asyncio
import contextlib
from typing import Any
from urllib.parse import urlsplit

import orjson


class Refused(RuntimeError):
    """The server answered with a status of 400 or more."""

    def __init__(self, status: int, body: bytes) -> None:
        super().__init__(f"{status}: {body[:300].decode(errors='replace')}")
        self.status, self.body = status, body


class Wire:
    """One connection. Not for two requests at once."""

    def __init__(self, address: str, headers: dict[str, str] | None = None) -> None:
        split = urlsplit(address)
        self._host, self._port = split.hostname or "127.0.0.1", split.port or 80
        self.headers = {"Host": f"{self._host}:{self._port}", "Accept-Language": "en"}
        self.headers |= headers or {}
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self.received: dict[str, str] = {}

    async def ask(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> Any:
        """Send one request and give the decoded answer; raises `Refused`, reconnects once."""
        answer = await self.fetch(method, path, body, headers)
        return orjson.loads(answer) if answer else None

    async def fetch(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> bytes:
        """The same, the answer as it came: for loads that would spend more on reading it."""
        content = b"" if body is None else orjson.dumps(body)
        told = self.headers | (headers or {})
        lines = [f"{method} {path} HTTP/1.1", *(f"{k}: {v}" for k, v in told.items())]
        lines += ["Content-Type: application/json", f"Content-Length: {len(content)}", "", ""]
        reader, writer = await self._connected()
        writer.write("\r\n".join(lines).encode() + content)
        head = await reader.readuntil(b"\r\n\r\n")
        status, self.received = _parse(head)
        answer = await reader.readexactly(int(self.received.get("content-length", "0")))
        if self.received.get("connection") == "close":
            await self.close()
        if status >= 400:
            raise Refused(status, answer)
        return answer

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._streams is None or self._streams[1].is_closing() or self._streams[0].at_eof():
            await self.close()
            self._streams = await asyncio.open_connection(self._host, self._port)
        return self._streams

    async def close(self) -> None:
        if self._streams:
            _, writer = self._streams
            self._streams = None
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()


def _parse(head: bytes) -> tuple[int, dict[str, str]]:
    first, *rest = head.decode("latin-1").split("\r\n")
    headers = dict(line.split(": ", 1) for line in rest if ": " in line)
    return int(first.split()[1]), {name.lower(): value for name, value in headers.items()}
