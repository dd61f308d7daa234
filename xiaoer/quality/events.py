"""What happens to sheets and scores."""

from dataclasses import dataclass
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class WorkScored(Event):
    """An agent's talk or call was scored; the agent is told."""

    subject_field = "score_id"

    score_id: UUID
    kind: str
    work_id: UUID
    agent_id: UUID
    total_bp: int

    def topics(self) -> list[str]:
        return [f"me:{self.agent_id}", f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class ScoreSeen(Event):
    """The agent has read it."""

    subject_field = "score_id"

    score_id: UUID
    agent_id: UUID


@dataclass(frozen=True, kw_only=True)
class SheetWritten(Event):
    """A shop scores by a new version from now on."""

    subject_field = "sheet_id"

    sheet_id: UUID
    kind: str
    version: int
