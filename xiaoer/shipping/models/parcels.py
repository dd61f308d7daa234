"""Parcels and their scans."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, DateTime, ForeignKey, Index, String, Text
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class Node(StrEnum):
    """Where a parcel is, by its scans (domain.md §10)."""

    LABELLED = "labelled"
    """It has a number; no courier has scanned it."""
    PICKED = "picked"
    IN_TRANSIT = "in_transit"
    OUT_FOR_DELIVERY = "out_for_delivery"
    AT_POINT = "at_point"
    """In a locker or at a station, for the customer to fetch."""
    SIGNED = "signed"
    TROUBLE = "trouble"
    """The courier reports a difficulty (疑难)."""
    REFUSED = "refused"
    RETURNING = "returning"
    RETURNED = "returned"
    LOST = "lost"
    VOID = "void"
    """The number was cancelled before any scan (销单)."""


class Standstill(StrEnum):
    """What a parcel without news is suspected of."""

    UNSCANNED = "unscanned"
    """Marked as shipped, and no courier has scanned it: a shipment that may not be one."""
    NO_TRACE = "no_trace"
    """Scanned once, and nothing after (虚假发货 by most platforms' rule)."""
    STALLED = "stalled"


UNDER_WAY = sql(
    "node IN ('labelled', 'picked', 'in_transit', 'out_for_delivery', 'at_point', 'trouble',"
    " 'refused', 'returning')"
)


class Parcel(Model):
    """One parcel of an order. Parcels packed together carry one number, once for each order."""

    __tablename__ = "parcels"
    __table_args__ = (
        Index("uq_parcels_order_number", "order_id", "courier", "tracking_no", unique=True),
        Index("ix_parcels_number", "tracking_no", "courier"),
        Index(
            "ix_parcels_coming_back",
            *("shop_id", "labelled_at", "id"),
            postgresql_where=sql("node IN ('refused', 'returning')"),
        ),
        Index("ix_parcels_shop_labelled", "shop_id", "labelled_at", "courier"),
        Index("ix_parcels_look", "look_at", postgresql_where=sql("look_at IS NOT NULL")),
        Index(
            "ix_parcels_standstill",
            *("shop_id", "standstill", "standing_since"),
            postgresql_where=sql("standstill IS NOT NULL"),
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    courier: Mapped[str] = mapped_column(String(40))
    """Code of the courier: `sf`, `yto`, …"""
    tracking_no: Mapped[str] = mapped_column(String(60))
    warehouse_id: Mapped[UUID | None] = mapped_column(ForeignKey("warehouses.id"))
    node: Mapped[Node] = mapped_column(one_of(Node), default=Node.LABELLED)
    code: Mapped[str] = mapped_column(String(8), default="", server_default=sql("''"))
    """The courier's code of the scan that `node` was read from."""
    text: Mapped[str] = mapped_column(Text, default="", server_default=sql("''"))
    place: Mapped[str] = mapped_column(String(100), default="", server_default=sql("''"))
    region: Mapped[str] = mapped_column(String(60), default="", server_default=sql("''"))
    """Where it goes to: couriers are compared by it (LOG-6)."""
    labelled_at: Mapped[Utc] = mapped_column(default=clock.now)
    marked_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    picked_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """The first scan that a courier can only make with the parcel in hand."""
    last_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    scans: Mapped[int] = mapped_column(default=0, server_default=sql("0"))
    delivery_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    signed_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    look_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """Without news until then it counts as standing still."""
    standstill: Mapped[Standstill | None] = mapped_column(one_of(Standstill))
    standing_since: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    doubts: Mapped[list[str]] = mapped_column(
        ARRAY(String(30)), default=list, server_default=sql("'{}'")
    )
    """`number_malformed`, `number_reused`, `other_region`, `unknown_courier`."""
    created_at: Mapped[Utc] = mapped_column(default=clock.now)


class TrackingEvent(Model):
    """One scan, as the courier told it. Told again it is the same row."""

    __tablename__ = "tracking_events"

    parcel_id: Mapped[UUID] = mapped_column(ForeignKey("parcels.id"), primary_key=True)
    at: Mapped[Utc] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(8), primary_key=True)
    place: Mapped[str] = mapped_column(String(100), primary_key=True, default="")
    node: Mapped[Node] = mapped_column(one_of(Node))
    text: Mapped[str] = mapped_column(Text, default="")
    received_at: Mapped[Utc] = mapped_column(default=clock.now)


class StrayEvent(Model):
    """A scan of a number nobody has told us of yet; it is taken up when the parcel is."""

    __tablename__ = "stray_tracking_events"
    __table_args__ = (
        Index(
            "uq_stray_tracking_events",
            *("shop_id", "tracking_no", "courier", "at", "code", "place"),
            unique=True,
        ),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    courier: Mapped[str] = mapped_column(String(40))
    tracking_no: Mapped[str] = mapped_column(String(60))
    at: Mapped[Utc]
    code: Mapped[str] = mapped_column(String(8))
    place: Mapped[str] = mapped_column(String(100), default="")
    node: Mapped[Node] = mapped_column(one_of(Node))
    text: Mapped[str] = mapped_column(Text, default="")
    received_at: Mapped[Utc] = mapped_column(default=clock.now)


class ParcelCell(Model):
    """A part of a count of parcels on the board; see `WatchCell`."""

    __tablename__ = "parcel_cells"
    __table_args__ = (Index("ix_parcel_cells_shop", "shop_id"),)

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=True)
    shop_id: Mapped[UUID]
    warehouse_id: Mapped[UUID | None]
    courier: Mapped[str] = mapped_column(String(40))
    node: Mapped[Node] = mapped_column(one_of(Node))
    standstill: Mapped[Standstill | None] = mapped_column(one_of(Standstill))
    parcels: Mapped[int]
