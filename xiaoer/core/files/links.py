"""Links to files for people without a session: whoever shows a message hands out its links.

A key fits one file and ends after two or three days; it stays the same for a day, so that a
browser may keep the picture.
"""

import base64
import hashlib
import hmac
from datetime import timedelta
from uuid import UUID

from xiaoer.core import clock
from xiaoer.core.config import settings

DAY_SEC = 86_400
DAYS_VALID = 3
LIFETIME = timedelta(days=DAYS_VALID)


def key_for(file_id: UUID) -> str:
    day = int(clock.now().timestamp()) // DAY_SEC + DAYS_VALID
    return f"{day:x}.{_mac(file_id, day)}"


def opens(file_id: UUID, key: str) -> bool:
    """Whether `key` is ours, fits this file and has not ended."""
    day, _, mac = key.partition(".")
    try:
        end = int(day, 16)
    except ValueError:
        return False
    in_time = clock.now().timestamp() < end * DAY_SEC
    return in_time and hmac.compare_digest(_mac(file_id, end).encode(), mac.encode())


def _mac(file_id: UUID, day: int) -> str:
    message = b"file:" + file_id.bytes + b":%x" % day
    digest = hmac.new(settings().secret.encode(), message, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:18]).decode()
