"""What happens to the people of the desk."""

from dataclasses import dataclass
from uuid import UUID

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class _AboutAgent(Event):
    subject_field = "agent_id"

    shop_id: UUID | None = None
    agent_id: UUID

    def topics(self) -> list[str]:
        return [f"me:{self.agent_id}"]


@dataclass(frozen=True, kw_only=True)
class AgentAdded(_AboutAgent):
    """Somebody joined the desk."""

    name: str


@dataclass(frozen=True, kw_only=True)
class AgentChanged(_AboutAgent):
    """`changed` names the fields, without their values."""

    changed: list[str]


@dataclass(frozen=True, kw_only=True)
class AgentDeactivated(_AboutAgent):
    """Somebody can no longer sign in."""


@dataclass(frozen=True, kw_only=True)
class AgentReactivated(_AboutAgent):
    """Somebody came back to the desk."""


@dataclass(frozen=True, kw_only=True)
class PasswordChanged(_AboutAgent):
    """Every sign-in but the one that changed it has ended."""


@dataclass(frozen=True, kw_only=True)
class AgentSignedIn(_AboutAgent):
    """A browser was let in."""

    sign_in_id: UUID


@dataclass(frozen=True, kw_only=True)
class AgentSignedOut(_AboutAgent):
    """`ended` sign-ins are over."""

    ended: int


@dataclass(frozen=True, kw_only=True)
class PresenceChanged(_AboutAgent):
    """Somebody is `after` now: online, paused or offline. `cause` is theirs, a sign-in or -out,
    a lost connection or its return, or the end of their account."""

    before: str
    after: str
    cause: str
    shop_ids: list[UUID]

    def topics(self) -> list[str]:
        return [f"me:{self.agent_id}", *(f"shop:{shop_id}" for shop_id in self.shop_ids)]


@dataclass(frozen=True, kw_only=True)
class AgentLeft(_AboutAgent):
    """Somebody went offline, by whatever cause: what they serve needs another person."""

    cause: str
    shop_ids: list[UUID]


@dataclass(frozen=True, kw_only=True)
class RoleChanged(Event):
    """A role was made, or its permissions are others now."""

    subject_field = "role_id"

    shop_id: UUID | None = None
    role_id: UUID
    code: str
    permissions: list[str]


@dataclass(frozen=True, kw_only=True)
class GroupChanged(Event):
    """A group was made, or got another name."""

    subject_field = "group_id"

    shop_id: UUID | None = None
    group_id: UUID
    name: str


@dataclass(frozen=True, kw_only=True)
class ShopSetUp(Event):
    """The first start is done: the shop and its owner are there."""

    subject_field = "owner_id"

    owner_id: UUID
