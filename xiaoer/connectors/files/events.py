"""Facts about imports."""

from dataclasses import dataclass
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class _ImportEvent(Event):
    subject_field = "run_id"

    run_id: UUID
    name: str

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class ImportStarted(_ImportEvent):
    """A person, or the command line, started an import."""

    format: str


@dataclass(frozen=True, kw_only=True)
class ImportFinished(_ImportEvent):
    """Every row of the file has its outcome."""

    rows: int
    created: int
    updated: int
    unchanged: int
    duplicate: int
    rejected: int


@dataclass(frozen=True, kw_only=True)
class ImportFilesRemoved(Event):
    """Source files of imports that ended long ago were removed."""

    count: int


@dataclass(frozen=True, kw_only=True)
class ImportMappingKept(Event):
    """Files with these headings are read this way from now on."""

    mapping_id: UUID
    subject_field = "mapping_id"
