"""The words of shipping's notices, and how a moment is said to a customer.

The house's own words lie in `shipped/notices.json`; a shop may write its own.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

import orjson
from sqlalchemy.orm import Session

from xiaoer.core import shops
from xiaoer.customers.models import Customer
from xiaoer.orders.models import Order
from xiaoer.shipping.models import Trouble

Language = Literal["zh", "en"]
CHANNELS = ("webchat", "sms", "email")
DELAY = "ship_delay"
MILESTONE = "logistics_milestone"


@cache
def shipped() -> Mapping[str, Mapping[str, str]]:
    """Code → language → text."""
    words: dict[str, dict[str, str]] = orjson.loads(
        (files("xiaoer.shipping") / "shipped" / "notices.json").read_bytes()
    )
    return words


def language_and_zone(session: Session, order: Order) -> tuple[Language, ZoneInfo]:
    """The customer's language, else the shop's, and the shop's time."""
    customer = session.get(Customer, order.customer_id) if order.customer_id else None
    shop = shops.get(session, order.shop_id)
    told = (customer.language if customer else None) or shop.settings.get("language")
    return "en" if told == "en" else "zh", shop.zone


def moment(at: datetime, zone: ZoneInfo, language: Language) -> str:
    """A day and an hour as people say them."""
    local = at.astimezone(zone)
    day = f"{local.month}月{local.day}日" if language == "zh" else f"{local:%b} {local.day}"
    return f"{day} {local:%H:%M}"


@cache
def _comfort() -> Mapping[str, Mapping[str, list[str]]]:
    words: dict[str, dict[str, list[str]]] = orjson.loads(
        (files("xiaoer.shipping") / "shipped" / "comfort.json").read_bytes()
    )
    return words


def comfort(session: Session, trouble_id: UUID, language: str) -> list[str]:
    """Words for a customer whose parcel has this kind of trouble (LOG-5)."""
    kind = session.get_one(Trouble, trouble_id).type
    return _comfort()[kind]["en" if language == "en" else "zh"]
