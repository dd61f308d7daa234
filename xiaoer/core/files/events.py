from dataclasses import dataclass
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class FileStored(Event):
    """Somebody uploaded a file. The hash says which bytes, for whoever needs proof."""

    subject_field = "file_id"

    file_id: UUID
    sha256: str
    content_type: str
    size: int


@dataclass(frozen=True, kw_only=True)
class UploadsSwept(Event):
    """Uploads that nobody used in time were removed."""

    count: int
