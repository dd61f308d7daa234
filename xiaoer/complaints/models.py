"""Complaints with their cause."""

from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class ComplaintCause(StrEnum):
    """Why a customer complained, as far as the desk knows."""

    MISUNDERSTANDING = "misunderstanding"
    """沟通不畅: we said it wrongly, or were understood wrongly (RSP-11)."""
    SLOW_RESPONSE = "slow_response"
    ATTITUDE = "attitude"
    PROMISE_BROKEN = "promise_broken"
    QUALITY = "quality"
    LOGISTICS = "logistics"
    REFUND = "refund"
    PRICE = "price"
    COD_PRICE = "cod_price"
    """The price of paying on delivery (COD-6)."""
    OTHER = "other"
    UNSAID = "unsaid"
    """Nobody has looked into it yet."""


class About(StrEnum):
    """Where it was brought up."""

    CONVERSATION = "conversation"
    CALL = "call"
    ORDER = "order"


class Complaint(Model):
    """A customer complained. The subject's own row is reached by its type and id."""

    __tablename__ = "complaints"
    __table_args__ = (
        CheckConstraint("(agent_id IS NULL) = (agent_name = '')", name="agent_has_a_name"),
        Index("uq_complaints_subject", "shop_id", "subject_type", "subject_id", unique=True),
        Index("ix_complaints_recent", "shop_id", "at", "id"),
        Index("ix_complaints_customer_id", "customer_id"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    subject_type: Mapped[About] = mapped_column(one_of(About))
    subject_id: Mapped[UUID]
    customer_id: Mapped[UUID | None] = mapped_column(ForeignKey("customers.id"))
    agent_id: Mapped[UUID | None]
    """Who served the customer when it arose; None: nobody of the desk."""
    agent_name: Mapped[str] = mapped_column(String(100), default="")
    cause: Mapped[ComplaintCause] = mapped_column(one_of(ComplaintCause))
    words: Mapped[str] = mapped_column(String(500), default="")
    noted_by: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)
