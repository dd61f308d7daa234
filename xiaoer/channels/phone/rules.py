"""How long a missed call may wait. Pure."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

SETTING = "phone"
CALL_BACK_WITHIN_MINUTES = 30
"""Of a call nobody answered (RCP-4); the shop's setting `callback_minutes` may say otherwise."""


def call_back_within(settings: Mapping[str, Any]) -> timedelta:
    told = settings.get(SETTING, {})
    return timedelta(minutes=int(told.get("callback_minutes", CALL_BACK_WITHIN_MINUTES)))
