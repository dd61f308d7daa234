"""The watch of an order, warehouses, and times in which nobody has to ship."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    String,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class Stage(StrEnum):
    """How far an order is between payment and the courier's first scan."""

    WAITING = "waiting"
    """Nothing is owed yet: unpaid, held by the platform, or being refunded."""
    OWED = "owed"
    MARKED = "marked"
    """The shop says it is shipped; no courier has scanned it."""
    PICKED = "picked"
    """Every parcel has a courier's scan."""
    ENDED = "ended"
    """Nothing is owed any more: cancelled, refunded, or arrived without a scan we know of."""


class Urgency(StrEnum):
    """How near the deadline is that counts now: one step for each warning."""

    CALM = "calm"
    SOON = "soon"
    NEAR = "near"
    LAST = "last"
    OVER = "over"


class Cause(StrEnum):
    """Whose a delay is (SHP-8); only the merchant's own counts against the warehouse."""

    MERCHANT = "merchant"
    COURIER = "courier"
    CUSTOMER = "customer"
    FORCE_MAJEURE = "force_majeure"
    PLATFORM = "platform"


class Threat(StrEnum):
    """Why an order is expected to miss its deadline (SHP-3)."""

    NO_STOCK = "no_stock"
    BACKLOG = "backlog"
    COURIER_STOPPED = "courier_stopped"


OPEN_STAGES = (Stage.OWED, Stage.MARKED)
WATCHED = text("stage IN ('owed', 'marked')")


class Warehouse(Model):
    """A place goods leave from."""

    __tablename__ = "warehouses"
    __table_args__ = (
        Index("uq_warehouses_code", "shop_id", "code", unique=True),
        Index(
            "uq_warehouses_usual", "shop_id", unique=True, postgresql_where=text("usual AND active")
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    code: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(String(100))
    group_id: Mapped[UUID | None] = mapped_column(ForeignKey("agent_groups.id"))
    """Who is reminded."""
    lead_id: Mapped[UUID | None] = mapped_column(ForeignKey("agents.id"))
    """Who hears of reminders nobody acknowledged (PCK-5)."""
    usual: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    """Orders that name no warehouse leave from here."""
    active: Mapped[bool] = mapped_column(default=True, server_default=text("true"))
    created_at: Mapped[Utc] = mapped_column(default=clock.now)


class Suspension(Model):
    """A time announced to customers and platform in which the clock of shipping stands (SHP-1)."""

    __tablename__ = "ship_suspensions"
    __table_args__ = (
        Index("ix_ship_suspensions_shop", "shop_id", "starts_at"),
        CheckConstraint("ends_at > starts_at", name="takes_time"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    source: Mapped[str | None] = mapped_column(String(30))
    """Orders of this platform only; none: of all."""
    starts_at: Mapped[Utc]
    ends_at: Mapped[Utc]
    reason: Mapped[str] = mapped_column(String(200))
    announced_by: Mapped[str] = mapped_column(String(100))
    announced_at: Mapped[Utc] = mapped_column(default=clock.now)


class ShipWatch(Model):
    """What is owed about shipping one order, and where it stands."""

    __tablename__ = "ship_watches"
    __table_args__ = (
        CheckConstraint("(stage = 'picked') <= (handed_at IS NOT NULL)", name="picked_when"),
        CheckConstraint("cardinality(warn_hours) <= 3", name="three_warnings"),
        Index("ix_ship_watches_due", "shop_id", "due_at", "order_id", postgresql_where=WATCHED),
        Index(
            "ix_ship_watches_urgency",
            *("shop_id", "urgency", "due_at", "order_id"),
            postgresql_where=WATCHED,
        ),
        Index(
            "ix_ship_watches_marked",
            *("shop_id", "due_at", "order_id"),
            postgresql_where=text("stage = 'marked'"),
        ),
        Index(
            "ix_ship_watches_overlooked",
            *("shop_id", "due_at", "order_id"),
            postgresql_where=text("overlooked"),
        ),
        Index(
            "ix_ship_watches_threat",
            *("shop_id", "due_at", "order_id"),
            postgresql_where=text("threat IS NOT NULL"),
        ),
        Index("ix_ship_watches_paid", "shop_id", "paid_at"),
        Index(
            "ix_ship_watches_handed",
            *("shop_id", "handed_at"),
            postgresql_where=text("handed_at IS NOT NULL"),
        ),
    )

    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"), primary_key=True)
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    order_version: Mapped[int]
    source: Mapped[str] = mapped_column(String(30))
    warehouse_id: Mapped[UUID | None] = mapped_column(ForeignKey("warehouses.id"))
    courier: Mapped[str] = mapped_column(String(40), default="", server_default=text("''"))
    stage: Mapped[Stage] = mapped_column(one_of(Stage, 10))
    urgency: Mapped[Urgency] = mapped_column(one_of(Urgency, 10))
    overlooked: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    """Paid for a while, and nobody has made a label for it (遗漏)."""
    paid_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """What the clock runs from; for cash on delivery when it was ordered."""
    ship_by: Mapped[Utc]
    pickup_by: Mapped[Utc]
    overlook_at: Mapped[Utc]
    due_at: Mapped[Utc]
    """The deadline that counts now: `ship_by` until it is marked shipped, then `pickup_by`."""
    warn_hours: Mapped[list[int]] = mapped_column(ARRAY(Integer))
    """Hours before a deadline at which it is warned of, descending."""
    marked_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    handed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """The courier's scan of its last parcel: never the click on “ship”."""
    held_since: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    held_sec: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    """So long the platform forbade shipping; the deadlines stand later by it."""
    rule_row: Mapped[str] = mapped_column(String(40))
    """Row of `ship_deadlines` that set the hours; `source`: the platform told the time itself."""
    rule_version_id: Mapped[UUID | None] = mapped_column(ForeignKey("policy_versions.id"))
    complaint: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    compensation_cents: Mapped[int] = mapped_column(BigInteger, default=0, server_default=text("0"))
    """What policy gives the buyer when it is late by up to a day (SHP-2)."""
    compensation_form: Mapped[str] = mapped_column(
        String(20), default="", server_default=text("''")
    )
    threat: Mapped[Threat | None] = mapped_column(one_of(Threat, 20))
    expected_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """When it will be shipped, as far as the warehouse's pace tells."""
    cause: Mapped[Cause | None] = mapped_column(one_of(Cause, 20))
    """Whose the delay was, once somebody said so."""
    missed_told: Mapped[list[str]] = mapped_column(
        ARRAY(String(10)), default=list, server_default=text("'{}'")
    )
    """Deadlines (`ship`, `pickup`) whose breach was announced."""
    updated_at: Mapped[Utc] = mapped_column(default=clock.now)


class WatchCell(Model):
    """A part of a count on the board: what changed, or what all changes before came to.

    Triggers of `ship_watches` write them; `fold` adds them up. A row is never locked by two.
    """

    __tablename__ = "ship_watch_cells"
    __table_args__ = (Index("ix_ship_watch_cells_shop", "shop_id"),)

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=True)
    shop_id: Mapped[UUID]
    warehouse_id: Mapped[UUID | None]
    courier: Mapped[str] = mapped_column(String(40))
    stage: Mapped[Stage] = mapped_column(one_of(Stage, 10))
    urgency: Mapped[Urgency] = mapped_column(one_of(Urgency, 10))
    overlooked: Mapped[bool]
    threatened: Mapped[bool]
    orders: Mapped[int]
