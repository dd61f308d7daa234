"""The playbooks that come with the house, in 中文 and English."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import orjson

from xiaoer.playbooks.errors import PlaybookNotFound
from xiaoer.playbooks.rules import content
from xiaoer.playbooks.rules.content import Playbook

_SHIPPED = files("xiaoer.playbooks") / "shipped"


@dataclass(frozen=True)
class Shipped:
    """A playbook as its file has it now."""

    raw: dict[str, Any]
    sha256: str
    book: Playbook


@cache
def all_() -> dict[str, Shipped]:
    found = {}
    for each in sorted(_SHIPPED.iterdir(), key=lambda file: file.name):
        if each.name.endswith(".json"):
            raw = orjson.loads(each.read_bytes())
            sha256 = content.content_hash(raw)
            shipped = Shipped(raw, sha256, content.read(sha256, raw))
            found[shipped.book.playbook] = shipped
    return found


def get(playbook: str) -> Shipped:
    """Raises `PlaybookNotFound`."""
    try:
        return all_()[playbook]
    except KeyError:
        raise PlaybookNotFound(playbook=playbook) from None
