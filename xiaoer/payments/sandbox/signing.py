"""Both sides sign what they send: HMAC-SHA256 over the time and the canonical body."""

import hashlib
import hmac
from typing import Any

import orjson

from xiaoer.core import clock
from xiaoer.core.config import settings

FRESH_SEC = 300
TIMESTAMP, SIGNATURE = "X-Timestamp", "X-Signature"


def key() -> bytes:
    """The secret that the sandbox and its clients share, drawn from the installation's own."""
    return hmac.new(settings().secret.encode(), b"payments.sandbox", hashlib.sha256).digest()


def canonical(body: Any) -> bytes:
    """One form for equal bodies. Raises `TypeError` for what JSON here cannot hold."""
    return orjson.dumps(body, option=orjson.OPT_SORT_KEYS)


def signature(secret: bytes, timestamp: str, body: bytes) -> str:
    return hmac.new(secret, timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def headers(secret: bytes, body: bytes) -> dict[str, str]:
    timestamp = str(int(clock.now().timestamp()))
    return {
        TIMESTAMP: timestamp,
        SIGNATURE: signature(secret, timestamp, body),
        "Content-Type": "application/json",
    }


def signed(secret: bytes, body: bytes, timestamp: str, given: str) -> bool:
    """Whether `given` was made with `secret` over this body, and not long ago."""
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) < 12):
        return False
    if abs(clock.now().timestamp() - int(timestamp)) > FRESH_SEC:
        return False
    expected = signature(secret, timestamp, body)
    return hmac.compare_digest(expected.encode(), given.encode("utf-8", "replace"))
