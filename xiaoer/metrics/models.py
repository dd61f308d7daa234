"""Roll-ups of days that no longer change, and how far they reach.

A figure adds what is rolled up before `Settled.until` to what is counted from the rows since then:
no day is in both. These rows can be made again from the rows they were made from.
"""

import datetime as dt
from uuid import UUID

from sqlalchemy import Date, Float, ForeignKey, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core.db import Id, Model, Utc


class Cell(Model):
    """Turns of one day that began in one hour, over one channel, about one topic, answered by one
    agent."""

    __tablename__ = "metrics_cells"
    __table_args__ = (Index("ix_metrics_cells_day", "shop_id", "day"),)

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    day: Mapped[dt.date] = mapped_column(Date)
    hour: Mapped[int] = mapped_column(SmallInteger)
    channel: Mapped[str] = mapped_column(String(20))
    topic: Mapped[str] = mapped_column(String(80))
    """Empty: none was recognised."""
    agent_id: Mapped[UUID | None]
    """None: nobody answered."""
    rounds: Mapped[int]
    answered: Mapped[int]
    seconds: Mapped[float] = mapped_column(Float)
    """Waited for the answers."""
    quick: Mapped[int]
    """Answered within three minutes."""
    first_rounds: Mapped[int]
    first_answered: Mapped[int]
    first_seconds: Mapped[float] = mapped_column(Float)
    first_quick: Mapped[int]
    """First answers within thirty seconds."""


class AgentDay(Model):
    """What an agent's day of talks was like in one shop."""

    __tablename__ = "metrics_agent_days"

    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"), primary_key=True)
    day: Mapped[dt.date] = mapped_column(Date, primary_key=True)
    agent_id: Mapped[UUID] = mapped_column(primary_key=True)
    talks: Mapped[int]
    served_sec: Mapped[float] = mapped_column(Float)
    """From the first question to the last answer, of each talk, added up."""
    busy_sec: Mapped[float] = mapped_column(Float)
    """In which at least one talk went on."""
    peak: Mapped[int] = mapped_column(SmallInteger)
    """Talks that went on at once, at most."""


class PresetDay(Model):
    """A platform's own rate on one day: so many good ones of those that count."""

    __tablename__ = "metrics_preset_days"

    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"), primary_key=True)
    day: Mapped[dt.date] = mapped_column(Date, primary_key=True)
    preset: Mapped[str] = mapped_column(String(40), primary_key=True)
    good: Mapped[int]
    counted: Mapped[int]


class Served(Model):
    """A customer whom a person answered on that day, and when first."""

    __tablename__ = "metrics_served"

    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"), primary_key=True)
    day: Mapped[dt.date] = mapped_column(Date, primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(primary_key=True)
    at: Mapped[Utc]


class Settled(Model):
    """Days of the shop before `until` are rolled up."""

    __tablename__ = "metrics_settled"

    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"), primary_key=True)
    until: Mapped[dt.date] = mapped_column(Date)
