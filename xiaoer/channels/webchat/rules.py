"""Limits and checks of the chat; pure."""

import re
from datetime import timedelta

from xiaoer.channels.webchat.errors import NotAnOrigin

TRY_WINDOW = timedelta(minutes=15)
TRIES_PER_VISITOR = 5
TRIES_PER_ADDRESS = 20
TRIES_PER_ORDER = 10
"""Per order: whoever knows a number must not find the tail by asking from many places."""

MESSAGE_WINDOW = timedelta(seconds=10)
UPLOADS_PER_WINDOW = 20
UPLOAD_WINDOW = timedelta(minutes=10)
VISITS_PER_WINDOW = 600
"""Per address: a school or an office is one address too."""
VISIT_WINDOW = timedelta(minutes=1)

_ORIGIN = re.compile(r"https?://(\*\.)?[a-z0-9]([a-z0-9.-]{0,180}[a-z0-9])?(:[0-9]{1,5})?")


def checked_origins(origins: list[str]) -> list[str]:
    """The origins as a policy header may carry them; anything else is refused."""
    cleaned = [origin.strip().lower().rstrip("/") for origin in origins]
    for origin in cleaned:
        if not _ORIGIN.fullmatch(origin):
            raise NotAnOrigin(value=origin)
    return list(dict.fromkeys(cleaned))


def ancestors_policy(origins: list[str]) -> str:
    """The value of `frame-ancestors`."""
    return " ".join(["'self'", *origins]) if origins else "*"
