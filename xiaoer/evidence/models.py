"""Items of evidence. The database refuses to change or delete them."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core.db import Id, Model, Utc, one_of


class Kind(StrEnum):
    """What sort of proof it is (EVD-2); `rules.LABELS` has the names people read."""

    CHAT_RECORD = "chat_record"
    REVIEW = "review"
    SIGNATURE_SLIP = "signature_slip"
    COURIER_PROOF = "courier_proof"
    PHOTO_VIDEO = "photo_video"
    AUTHORISATION = "authorisation"
    INSPECTION_REPORT = "inspection_report"
    PAGE_SCREENSHOT = "page_screenshot"
    PHONE_RECORD = "phone_record"


class SubjectType(StrEnum):
    """What the evidence is about."""

    CONVERSATION = "conversation"
    ORDER = "order"
    REVIEW = "review"
    REFUND = "refund"
    PARCEL = "parcel"


class Visibility(StrEnum):
    INTERNAL = "internal"
    """For us only."""
    SUBMITTABLE = "submittable"
    """May be handed to a platform, a carrier or the customer."""


class EvidenceItem(Model):
    """One snapshot. A mistake is put right by another item that supersedes it."""

    __tablename__ = "evidence_items"
    __table_args__ = (
        CheckConstraint("octet_length(sha256) = 32", name="hash_is_whole"),
        CheckConstraint("octet_length(chain_hash) = 32", name="chain_is_whole"),
        Index("ix_evidence_items_subject", "shop_id", "subject_id", "captured_at"),
        Index("uq_evidence_items_position", "shop_id", "position", unique=True),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID] = mapped_column(ForeignKey("shops.id"))
    position: Mapped[int]
    """Place in the chain of the shop, from 1, without gaps."""
    kind: Mapped[Kind] = mapped_column(one_of(Kind))
    subject_type: Mapped[SubjectType] = mapped_column(one_of(SubjectType))
    subject_id: Mapped[UUID]
    content: Mapped[dict[str, Any]] = mapped_column(JSONB)
    """The snapshot itself: messages, an order, words of a page."""
    files: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    """Stored files as they were, each with the hash of its bytes."""
    note: Mapped[str] = mapped_column(Text)
    visibility: Mapped[Visibility] = mapped_column(one_of(Visibility))
    author_kind: Mapped[str] = mapped_column(String(10))
    author_id: Mapped[UUID | None]
    author_name: Mapped[str] = mapped_column(String(100))
    captured_at: Mapped[Utc]
    supersedes_id: Mapped[UUID | None] = mapped_column(ForeignKey("evidence_items.id"), unique=True)
    sha256: Mapped[bytes] = mapped_column(LargeBinary(32))
    """Over everything above but the position."""
    chain_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    """Over the chain hash of the item before and `sha256`."""
