"""How a shop confirms its orders; what it has not set is as the house has it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from xiaoer.core import events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.orders.events import OrderSettingsChanged

NAME = "orders"
"""In the shop's settings."""


@dataclass(frozen=True)
class Confirming:
    """`address_check`: every paid order is confirmed. `no_answer`: `ship`, `call` or `hold` after
    `answer_hours`. `couriers`: code or name, the first is the usual one. `cutoff`: paid by then, it
    is sent today. `invoice_hours`: so soon an invoice is sent."""

    zone: ZoneInfo
    address_check: bool = False
    no_answer: str = "ship"
    answer_hours: float = 4
    couriers: list[str] = field(default_factory=list)
    cod_call: bool = True
    cod_fee_cents: int = 0
    cod_call_cents: int = 0
    cutoff: str = "16:00"
    invoice_hours: float = 72
    nudges: int = 2
    nudge_hours: float = 4
    quiet: tuple[str, str] = ("22:00", "08:00")
    rating_templates: list[str] = field(
        default_factory=lambda: ["爽快的买家，合作愉快，欢迎再来！", "付款及时、沟通友好，好买家！"]
    )

    def cutoff_at(self, now: datetime) -> datetime:
        """Today's cutoff."""
        local = now.astimezone(self.zone)
        return datetime.combine(local.date(), _time(self.cutoff), self.zone)

    def is_quiet(self, now: datetime) -> bool:
        begins, ends = (_time(each) for each in self.quiet)
        local = now.astimezone(self.zone).time()
        return local >= begins or local < ends if begins > ends else begins <= local < ends

    def answer_by(self, now: datetime) -> datetime:
        return now + timedelta(hours=self.answer_hours)


def _time(told: str) -> time:
    hour, minute = told.split(":")
    return time(int(hour), int(minute))


def of(session: Session, shop_id: UUID) -> Confirming:
    shop = shops.get(session, shop_id)
    told: dict[str, Any] = shop.settings.get(NAME, {})
    known = {name: told[name] for name in Confirming.__dataclass_fields__ if name in told}
    if "quiet" in known:
        known["quiet"] = tuple(known["quiet"])
    return Confirming(zone=shop.zone, **known)


def choose(
    session: Session, actor: Actor, *, shop_id: UUID, changes: Mapping[str, Any]
) -> Confirming:
    """Change what is named in `changes`, and tell what stood there before. What is under way keeps
    the times it was given."""
    actor.must(Permission.SHOPS_MANAGE)
    shop = shops.held(session, actor, shop_id)
    different = shops.choose(session, shop, NAME, plain(of(session, shop_id)), changes)
    if different:
        events.emit(session, actor, OrderSettingsChanged(shop_id=shop_id, changes=different))
    return of(session, shop_id)


def plain(held: Confirming) -> dict[str, Any]:
    """As it is written in the shop's settings."""
    told = {name: value for name, value in asdict(held).items() if name != "zone"}
    return told | {"quiet": list(held.quiet)}
