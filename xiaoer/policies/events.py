"""What happens to policies and to the decisions taken by them."""

from dataclasses import dataclass
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class VersionEvent(Event):
    """Common to all facts about one version of a policy; house policies have no shop."""

    subject_field = "policy_id"

    policy_id: UUID
    version_id: UUID
    table: str
    number: int

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"] if self.shop_id else []


@dataclass(frozen=True, kw_only=True)
class PolicyDrafted(VersionEvent):
    """A new version was begun."""


@dataclass(frozen=True, kw_only=True)
class PolicyEdited(VersionEvent):
    """A draft was changed; `what` names the row, column or part."""

    what: str


@dataclass(frozen=True, kw_only=True)
class PolicyShadowed(VersionEvent):
    """The version is tried beside the one in force; its differences are kept."""


@dataclass(frozen=True, kw_only=True)
class PolicyActivated(VersionEvent):
    """The version is in force from `effective_from` on; agents are to read it (POL-8)."""

    content_hash: str
    effective_from: str


@dataclass(frozen=True, kw_only=True)
class PolicyRetired(VersionEvent):
    """The version decides nothing any more."""


@dataclass(frozen=True, kw_only=True)
class PolicyRead(VersionEvent):
    """An agent confirmed having read the version."""


@dataclass(frozen=True, kw_only=True)
class DecisionOverridden(Event):
    """Somebody decided otherwise than policy does, and said why."""

    subject_field = "subject_id"

    decision_id: UUID
    override_of: UUID
    table: str
    subject_id: UUID | None
    reason: str

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class SwitchSet(Event):
    """An automation was switched on or off, or killed at once."""

    switch: str
    state: str
    reason: str

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]


@dataclass(frozen=True, kw_only=True)
class ReplayFinished(Event):
    """A draft was run over past cases; the report can be read."""

    subject_field = "version_id"

    replay_id: UUID
    version_id: UUID
    cases: int
    changed: int

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]
