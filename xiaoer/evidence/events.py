"""What happens to evidence: it is kept, and nothing else ever."""

from dataclasses import dataclass
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class EvidenceCaptured(Event):
    """A snapshot was kept; `sha256` in hex names its content."""

    subject_field = "subject_id"

    evidence_id: UUID
    kind: str
    subject_type: str
    subject_id: UUID
    sha256: str
    supersedes_id: UUID | None

    def topics(self) -> list[str]:
        return [f"{self.subject_type}:{self.subject_id}"]
