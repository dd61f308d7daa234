"""Opaque cursors for lists that are read onwards from the last row seen, never by offset."""

import base64
import binascii
from typing import Any

import orjson

from xiaoer.core.errors import Invalid


class UnknownCursor(Invalid):
    zh = "翻页位置无效，请从头读取。"
    en = "This page position is not valid; start from the beginning."


def cursor(*keys: Any) -> str:
    """The sort keys of the last row, as one word for the client to hand back."""
    return base64.urlsafe_b64encode(orjson.dumps(keys, default=str)).decode().rstrip("=")


def keys(after: str, kinds: tuple[type, ...]) -> list[Any]:
    """What `cursor` was made of. Raises `UnknownCursor` unless it holds one key per kind."""
    try:
        found = orjson.loads(base64.urlsafe_b64decode(after + "=" * (-len(after) % 4)))
    except (binascii.Error, ValueError) as error:
        raise UnknownCursor from error
    if not isinstance(found, list) or len(found) != len(kinds):
        raise UnknownCursor
    try:
        return [_made(kind, value) for kind, value in zip(kinds, found, strict=True)]
    except (TypeError, ValueError, AttributeError, OverflowError) as error:
        raise UnknownCursor from error


def _made(kind: Any, value: Any) -> Any:
    if hasattr(kind, "fromisoformat"):
        moment = kind.fromisoformat(value)
        if moment.tzinfo is None:
            raise ValueError("a moment without a zone")
        return moment
    if isinstance(value, bool) or (kind is int and not isinstance(value, int)):
        raise TypeError("not a whole number")
    if kind is int and abs(value) >= 2**63:
        raise ValueError("too large")
    return kind(value)
