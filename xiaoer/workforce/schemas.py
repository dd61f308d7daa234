"""The wire of the workforce."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from xiaoer.core.web import Line
from xiaoer.workforce.models import MAX_CONCURRENCY, Presence
from xiaoer.workforce.queries import Described

Code = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
Login = Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)]
Password = Annotated[str, StringConstraints(max_length=200)]
Name = Annotated[Line, Field(max_length=100)]
Skill = Annotated[Line, Field(max_length=60)]
Locale = Literal["zh", "en"]
Limit = Annotated[int, Field(ge=0, le=MAX_CONCURRENCY)]


class GroupName(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    name: str


class AgentOut(BaseModel):
    """A person in a list: what they are, and how much they have in hand."""

    id: UUID
    name: str
    login: str
    presence: Presence
    presence_since: datetime
    roles: list[str]
    groups: list[GroupName]
    skills: list[str]
    max_concurrency: int
    serving: int
    active: bool
    all_shops: bool
    shop_ids: list[UUID]

    @classmethod
    def of(cls, described: Described) -> "AgentOut":
        agent = described.agent
        return cls(
            id=agent.id,
            name=agent.name,
            login=agent.login,
            presence=agent.presence,
            presence_since=agent.presence_since,
            roles=described.roles,
            groups=[GroupName.model_validate(group) for group in described.groups],
            skills=described.skills,
            max_concurrency=agent.max_concurrency,
            serving=described.serving,
            active=agent.active,
            all_shops=agent.all_shops,
            shop_ids=described.shop_ids,
        )


class AgentList(BaseModel):
    items: list[AgentOut]
    next: str | None = None


class AgentNew(BaseModel):
    login: Login
    name: Name
    password: Password
    roles: list[Code] = ["reception"]
    shop_ids: list[UUID] = []
    all_shops: bool = False
    group_ids: list[UUID] = []
    skills: list[Skill] = []
    max_concurrency: Limit = 8
    locale: Locale = "zh"


class AgentChange(BaseModel):
    name: Name | None = None
    roles: list[Code] | None = None
    shop_ids: list[UUID] | None = None
    all_shops: bool | None = None
    group_ids: list[UUID] | None = None
    skills: list[Skill] | None = None
    max_concurrency: Limit | None = None


class PasswordNew(BaseModel):
    password: Password


class RoleOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    code: str
    name_zh: str
    name_en: str
    permissions: list[str]
    builtin: bool


class RoleList(BaseModel):
    items: list[RoleOut]
    permissions: list[str]
    """Every permission there is, to choose from."""
    next: str | None = None


class RoleNew(BaseModel):
    code: Code
    name_zh: Name
    name_en: Name
    permissions: list[str]


class RoleChange(BaseModel):
    name_zh: Name | None = None
    name_en: Name | None = None
    permissions: list[str] | None = None


class GroupList(BaseModel):
    items: list[GroupName]
    next: str | None = None


class GroupNew(BaseModel):
    name: Name
