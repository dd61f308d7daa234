"""The reader's language: 中文 first, English complete."""

from contextvars import ContextVar
from typing import Literal

Locale = Literal["zh", "en"]

reader: ContextVar[Locale] = ContextVar("reader", default="zh")


def locale_of(accept_language: str | None) -> Locale:
    """The first language of an Accept-Language header that we speak; 中文 otherwise."""
    for part in (accept_language or "").lower().split(","):
        tag = part.split(";")[0].strip()
        if tag.startswith("zh"):
            return "zh"
        if tag.startswith("en"):
            return "en"
    return "zh"
