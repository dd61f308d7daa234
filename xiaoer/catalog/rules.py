"""When two stock numbers are too far apart."""

from datetime import datetime
from typing import Any

THRESHOLD_SETTING = "stock_difference_threshold"
DEFAULT_THRESHOLD = 3
"""Pieces; a shop sets its own in its settings."""


def threshold(settings: dict[str, Any]) -> int:
    """Up to how many pieces page and warehouse may differ without being listed (STK-3)."""
    return int(settings.get(THRESHOLD_SETTING, DEFAULT_THRESHOLD))


def flagged(difference: int | None, limit: int) -> bool:
    return difference is not None and abs(difference) > limit


def last_sync(page: datetime | None, actual: datetime | None) -> datetime | None:
    """How old the comparison is: the older of the two counts."""
    known = [each for each in (page, actual) if each is not None]
    return min(known) if known else None
