"""Shops: the sales outlets served here. Every row a shop owns carries its id."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import CheckConstraint, String, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from xiaoer.core import clock, db
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.db import Id, Model, Utc
from xiaoer.core.errors import Conflict, Invalid, NotFound
from xiaoer.core.remembering import remembered

_HELD = "numbers drawn in the session's own transaction"
_DRAW = """
    INSERT INTO shop_counters (shop_id, kind, last)
    SELECT %(shop_id)s::uuid, %(kind)s::varchar, 1
    WHERE set_config('synchronous_commit', 'off', true) = 'off'
        AND set_config('lock_timeout', '500ms', true) <> '0'
    ON CONFLICT (shop_id, kind) DO UPDATE SET last = shop_counters.last + 1
    RETURNING last
"""
"""Not flushed at once: the commit of what bears the number flushes it along, and a number that a
crash takes back was borne by nothing. It waits for nobody long: who waits could be its own session,
which wrote the counter in another way, and that wait would never end."""


class Shop(Model):
    """A sales outlet with its time zone, currency and settings."""

    __tablename__ = "shops"
    __table_args__ = (CheckConstraint("code ~ '^[a-z0-9][a-z0-9_-]{0,39}$'", name="code_is_plain"),)

    id: Mapped[Id]
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(100))
    timezone: Mapped[str] = mapped_column(String(60), default="Asia/Shanghai")
    currency: Mapped[str] = mapped_column(String(3), default="CNY")
    settings: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    created_at: Mapped[Utc] = mapped_column(default=clock.now)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)


class ShopCounter(Model):
    """The short numbers that people see, counted per shop and kind of thing."""

    __tablename__ = "shop_counters"

    shop_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(30), primary_key=True)
    last: Mapped[int] = mapped_column(default=0)


class ShopNotFound(NotFound):
    zh = "没有店铺 {shop}。"
    en = "There is no shop {shop}."


class ShopCodeTaken(Conflict):
    zh = "店铺代码 {code} 已被使用。"
    en = "The shop code {code} is taken."


class UnknownTimezone(Invalid):
    zh = "没有时区 {timezone}。"
    en = "There is no time zone {timezone}."


def add(
    session: Session,
    actor: Actor,
    *,
    code: str,
    name: str,
    timezone: str = "Asia/Shanghai",
    currency: str = "CNY",
) -> Shop:
    actor.must(Permission.SHOPS_MANAGE)
    try:
        ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise UnknownTimezone(timezone=timezone) from error
    if session.scalar(select(Shop.id).where(Shop.code == code)):
        raise ShopCodeTaken(code=code)
    shop = Shop(code=code, name=name, timezone=timezone, currency=currency)
    session.add(shop)
    session.flush()
    return shop


def by_code(session: Session, code: str) -> Shop:
    shop = session.scalar(select(Shop).where(Shop.code == code))
    if shop is None:
        raise ShopNotFound(shop=code)
    return shop


def get(session: Session, shop_id: UUID) -> Shop:
    shop = remembered(session, ("shop", shop_id), lambda: session.get(Shop, shop_id))
    if shop is None:
        raise ShopNotFound(shop=shop_id)
    return shop


def must_reach(actor: Actor, shop_id: UUID) -> None:
    """Raise `ShopNotFound` where the actor does not reach: a stranger's shop is not there."""
    if not actor.reaches(shop_id):
        raise ShopNotFound(shop=shop_id)


def held(session: Session, actor: Actor, shop_id: UUID) -> Shop:
    """Locked, for whoever changes its settings. `ShopNotFound` where the actor does not reach."""
    shop = None
    if actor.reaches(shop_id):
        shop = session.get(Shop, shop_id, with_for_update=True, populate_existing=True)
    if shop is None:
        raise ShopNotFound(shop=shop_id)
    return shop


def choose(
    session: Session, shop: Shop, part: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> dict[str, list[Any]]:
    """Write what differs in `new` under `part` of a held shop's settings. Returns it by name: what
    stood there, and what stands there now."""
    different = {name: [old[name], value] for name, value in new.items() if old[name] != value}
    if different:
        chosen = shop.settings.get(part, {}) | {name: new[name] for name in different}
        shop.settings = shop.settings | {part: chosen}
        session.flush()
    return different


def visible_to(session: Session, actor: Actor) -> list[Shop]:
    query = select(Shop).order_by(Shop.code)
    if not actor.all_shops:
        query = query.where(Shop.id.in_(actor.shop_ids))
    return list(session.scalars(query))


def draw_number(session: Session, shop_id: UUID, kind: str) -> int:
    """The next short number of `kind` in this shop, without making anybody wait for it.

    It is drawn in a transaction of its own, so nobody else's drawing waits for this session's
    commit; a number drawn for what is then given up stays unused.
    """
    held = session.info.setdefault(_HELD, set())
    if (shop_id, kind) not in held:  # a counter locked by this session would wait for itself
        drawn = db.alone(session, _DRAW, {"shop_id": shop_id, "kind": kind})
        if drawn is not None:
            return int(drawn[0][0])
    held.add((shop_id, kind))
    return next_number(session, shop_id, kind)


def count_from(session: Session, shop_id: UUID, kind: str, last: int) -> None:
    """`last` things of a new shop have their numbers already: they were loaded with them."""
    session.add(ShopCounter(shop_id=shop_id, kind=kind, last=last))
    session.flush()
    session.info.setdefault(_HELD, set()).add((shop_id, kind))


def next_number(session: Session, shop_id: UUID, kind: str) -> int:
    """The next number of `kind` in this shop, for what must follow one another without a gap.

    Locks the counter until the commit; where a gap does no harm, see `draw_number`.
    """
    first = pg_insert(ShopCounter).values(shop_id=shop_id, kind=kind, last=1)
    return session.execute(
        first.on_conflict_do_update(
            index_elements=["shop_id", "kind"], set_={"last": ShopCounter.last + 1}
        ).returning(ShopCounter.last)
    ).scalar_one()
