"""What happens to complaints."""

from dataclasses import dataclass
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class _AboutComplaint(Event):
    subject_field = "complaint_id"

    complaint_id: UUID
    cause: str

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class ComplaintNoted(_AboutComplaint):
    """A customer complained, in a talk, a call or about an order."""

    subject_type: str
    about_id: UUID
    agent_id: UUID | None


@dataclass(frozen=True, kw_only=True)
class ComplaintCauseSet(_AboutComplaint):
    """Somebody looked into it: another cause than was noted."""

    before: str
