"""Ask a language model and read its answer as it comes."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import httpx
import orjson

from xiaoer.assist.errors import ModelUnreachable
from xiaoer.core.config import settings

LONGEST_ANSWER = 4000
"""Characters; a model that goes on and on is cut."""


class LanguageModel(Protocol):
    def answer(self, system: str, user: str) -> Iterator[str]:
        """Pieces of the answer as they come. Raises `ModelUnreachable`, also half-way."""


@dataclass(frozen=True)
class Endpoint:
    """An OpenAI-compatible `/chat/completions`."""

    url: str
    name: str
    key: str = ""
    timeout_sec: float = 8.0
    """For the whole answer: a customer waits."""

    def answer(self, system: str, user: str) -> Iterator[str]:
        until = time.monotonic() + self.timeout_sec
        length = 0
        try:
            with self._asked(system, user) as response:
                if response.status_code != httpx.codes.OK:
                    raise ModelUnreachable(why=f"HTTP {response.status_code}")
                for line in response.iter_lines():
                    if time.monotonic() > until:
                        raise ModelUnreachable(why="timeout")
                    if piece := _piece(line):
                        length += len(piece)
                        yield piece
                    if length > LONGEST_ANSWER:
                        return
        except (httpx.HTTPError, ValueError, TypeError, KeyError, IndexError) as error:
            raise ModelUnreachable(why=type(error).__name__) from error

    def _asked(self, system: str, user: str) -> Any:
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        said = [{"role": "system", "content": system}, {"role": "user", "content": user}]
        body = {"model": self.name, "stream": True, "temperature": 0.2, "messages": said}
        address = self.url.rstrip("/") + "/chat/completions"
        return httpx.stream("POST", address, json=body, headers=headers, timeout=self.timeout_sec)


def _piece(line: str) -> str:
    if not line.startswith("data:") or line.strip() == "data: [DONE]":
        return ""
    told = orjson.loads(line[5:])
    return str(told["choices"][0]["delta"].get("content") or "")


def configured() -> Endpoint | None:
    """The endpoint of this installation; None: there is none, and the local engine serves alone."""
    chosen = settings()
    if not chosen.model_url:
        return None
    return Endpoint(chosen.model_url, chosen.model_name, chosen.model_key, chosen.model_timeout_sec)
