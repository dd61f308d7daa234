"""What is handed on when a shift ends."""

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc


class Handover(Model):
    """All that an agent held in a shop, given to a colleague who says that they have seen it."""

    __tablename__ = "handovers"
    __table_args__ = (
        CheckConstraint("from_agent_id <> to_agent_id", name="to_somebody_else"),
        Index(
            "ix_handovers_open",
            "to_agent_id",
            postgresql_where=text("acknowledged_at IS NULL"),
        ),
        Index("ix_handovers_shop", "shop_id", "at"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    from_agent_id: Mapped[UUID] = mapped_column(ForeignKey("agents.id"))
    to_agent_id: Mapped[UUID] = mapped_column(ForeignKey("agents.id"))
    note: Mapped[str] = mapped_column(Text, default="", server_default=text("''"))
    items: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    """Each with `kind` (`talk`, `task`, `promise`, `order`), `id` and `label`."""
    at: Mapped[Utc] = mapped_column(default=clock.now)
    acknowledged_at: Mapped[Utc | None]
