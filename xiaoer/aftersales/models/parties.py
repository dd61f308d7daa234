"""What the parties put forward: offers, proof, disputes, and money to be got back."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, DateTime, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.aftersales.models.words import CaseKind, EvidenceKind, Party
from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc, one_of


class OfferKind(StrEnum):
    PROPOSAL = "proposal"
    """Another kind or amount for the case (T4)."""
    SEND_BACK = "send_back"
    """The goods go back to the buyer as they are, and the order is kept (RET-13)."""
    COUPON = "coupon"
    GIFT = "gift"
    PARTIAL_REFUND = "partial_refund"


RETENTION = (OfferKind.COUPON, OfferKind.GIFT, OfferKind.PARTIAL_REFUND)
"""For keeping the order: the case stays where it is until the buyer answers (RTN)."""


class OfferState(StrEnum):
    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    """No answer (RTN-3)."""


class Offer(Model):
    """Something the shop offers within a case; one open at a time."""

    __tablename__ = "case_offers"
    __table_args__ = (
        Index(
            "uq_case_offers_open", "case_id", unique=True, postgresql_where=text("state = 'open'")
        ),
        Index("ix_case_offers_order", "order_id"),
        Index("ix_case_offers_report", "shop_id", "kind", "at"),
        CheckConstraint("cents >= 0", name="cents_are_not_negative"),
        CheckConstraint("(state = 'open') = (answered_at IS NULL)", name="answer_has_a_time"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    order_id: Mapped[UUID] = mapped_column(ForeignKey("orders.id"))
    kind: Mapped[OfferKind] = mapped_column(one_of(OfferKind))
    case_kind: Mapped[CaseKind | None] = mapped_column(one_of(CaseKind))
    """What a proposal would turn the case into."""
    cents: Mapped[int] = mapped_column(BigInteger)
    saves_cents: Mapped[int] = mapped_column(BigInteger, default=0)
    """Retention: what would have been refunded."""
    words: Mapped[str] = mapped_column(Text, default="")
    valid_until: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    """Of the coupon or gift."""
    answer_by: Mapped[Utc]
    state: Mapped[OfferState] = mapped_column(one_of(OfferState), default=OfferState.OPEN)
    by_id: Mapped[UUID | None]
    by_name: Mapped[str] = mapped_column(String(100))
    at: Mapped[Utc] = mapped_column(default=clock.now)
    answered_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    counter_cents: Mapped[int | None] = mapped_column(BigInteger)
    """What the buyer would take instead, said with the decline."""
    answer_words: Mapped[str] = mapped_column(Text, default="", server_default="")


class CaseEvidence(Model):
    """Proof in a case; the item itself is kept by `evidence`, for good."""

    __tablename__ = "case_evidence"
    __table_args__ = (Index("ix_case_evidence_case", "case_id", "id"),)

    id: Mapped[Id]
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    evidence_id: Mapped[UUID] = mapped_column(ForeignKey("evidence_items.id"), unique=True)
    kind: Mapped[EvidenceKind] = mapped_column(one_of(EvidenceKind, 30))
    party: Mapped[Party] = mapped_column(one_of(Party))
    note: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[Utc] = mapped_column(default=clock.now)


class DisputeState(StrEnum):
    EVIDENCE = "evidence"
    REVIEWING = "reviewing"
    RULED = "ruled"
    SETTLED = "settled"
    WITHDRAWN = "withdrawn"


class Responsible(StrEnum):
    """Whose fault it is, as whoever handles a dispute judges (KP4-11)."""

    MERCHANT = "merchant"
    CUSTOMER = "customer"
    UNCLEAR = "unclear"


class Answer(StrEnum):
    """How the shop answers a dispute."""

    AGREE = "agree"
    NEGOTIATE = "negotiate"
    CONTEST = "contest"


class Dispute(Model):
    """Buyer and shop do not agree; a third person rules (T8, T24 to T26)."""

    __tablename__ = "disputes"
    __table_args__ = (
        Index(
            "uq_disputes_open",
            "case_id",
            unique=True,
            postgresql_where=text("state IN ('evidence', 'reviewing')"),
        ),
        CheckConstraint("(state = 'ruled') = (ruled_at IS NOT NULL)", name="ruling_has_a_time"),
        CheckConstraint("(answer IS NULL) = (answered_at IS NULL)", name="answer_has_a_time"),
        Index("ix_disputes_case", "case_id"),
    )

    id: Mapped[Id]
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"))
    state: Mapped[DisputeState] = mapped_column(one_of(DisputeState))
    opened_by: Mapped[Party] = mapped_column(one_of(Party))
    words: Mapped[str] = mapped_column(Text, default="")
    evidence_due_at: Mapped[Utc]
    run_id: Mapped[UUID | None] = mapped_column(ForeignKey("playbook_runs.id"))
    """Its way through the tree of disputes."""
    responsible: Mapped[Responsible | None] = mapped_column(one_of(Responsible))
    answer: Mapped[Answer | None] = mapped_column(one_of(Answer))
    answered_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    answered_by_name: Mapped[str] = mapped_column(String(100), default="", server_default="")
    ruled_for: Mapped[Party | None] = mapped_column(one_of(Party))
    ruling_cents: Mapped[int | None] = mapped_column(BigInteger)
    ruling: Mapped[str] = mapped_column(Text, default="")
    return_first: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    ruled_by: Mapped[UUID | None]
    ruled_by_name: Mapped[str] = mapped_column(String(100), default="")
    ruled_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    at: Mapped[Utc] = mapped_column(default=clock.now)


RECOVER_WITHIN = timedelta(days=3)


class RecoveryState(StrEnum):
    OPEN = "open"
    RECOVERED = "recovered"
    WRITTEN_OFF = "written_off"


class Recovery(Model):
    """A fast refund whose goods never came, or came damaged (FST-8)."""

    __tablename__ = "recoveries"
    __table_args__ = (
        Index("ix_recoveries_customer", "customer_id"),
        Index("ix_recoveries_open", "shop_id", "at", postgresql_where=text("state = 'open'")),
        CheckConstraint("(state = 'open') = (ended_at IS NULL)", name="ended_has_a_time"),
        CheckConstraint("(reminders = 0) = (reminded_at IS NULL)", name="reminded_has_a_time"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    case_id: Mapped[UUID] = mapped_column(ForeignKey("cases.id"), unique=True)
    customer_id: Mapped[UUID | None] = mapped_column(ForeignKey("customers.id"))
    cents: Mapped[int] = mapped_column(BigInteger)
    why: Mapped[str] = mapped_column(String(40))
    state: Mapped[RecoveryState] = mapped_column(one_of(RecoveryState), default=RecoveryState.OPEN)
    at: Mapped[Utc] = mapped_column(default=clock.now)
    reminders: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    """How often the customer was asked for it."""
    reminded_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    ended_at: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    note: Mapped[str] = mapped_column(Text, default="")

    @property
    def due_at(self) -> datetime:
        """Until when somebody has to have seen to it."""
        return self.at + RECOVER_WITHIN


class Conduct(Model):
    """A talk in which the customer was abusive: it weighs on their credit for a while (FST-7)."""

    __tablename__ = "customer_conduct"
    __table_args__ = (Index("ix_customer_conduct_customer", "customer_id", "at"),)

    conversation_id: Mapped[UUID] = mapped_column(ForeignKey("conversations.id"), primary_key=True)
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customers.id"))
    at: Mapped[Utc] = mapped_column(default=clock.now)
