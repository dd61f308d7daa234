from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from xiaoer.core import clock
from xiaoer.core.db import Id, Model, Utc


class StoredFile(Model):
    """One upload. Its bytes lie in the data folder under their hash, however often they came."""

    __tablename__ = "files"
    __table_args__ = (
        Index("ix_files_shop", "shop_id", "created_at"),
        Index("ix_files_loose", "created_at", postgresql_where=text("NOT attached")),
        Index("ix_files_sha256", "sha256"),
        CheckConstraint("size > 0", name="not_empty"),
        CheckConstraint("octet_length(sha256) = 32", name="hash_is_whole"),
    )

    id: Mapped[Id]
    shop_id: Mapped[UUID | None] = mapped_column(ForeignKey("shops.id"))
    """None until it is used in a shop; only its uploader can reach it before."""
    sha256: Mapped[bytes] = mapped_column(LargeBinary(32))
    name: Mapped[str] = mapped_column(String(200))
    content_type: Mapped[str] = mapped_column(String(60))
    size: Mapped[int]
    width: Mapped[int | None]
    height: Mapped[int | None]
    uploader_kind: Mapped[str] = mapped_column(String(10))
    uploader_id: Mapped[UUID | None]
    attached: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    """A message or a piece of evidence names it; an upload nobody used is removed after a day."""
    created_at: Mapped[Utc] = mapped_column(default=clock.now)

    @property
    def is_image(self) -> bool:
        return self.content_type.startswith("image/")
