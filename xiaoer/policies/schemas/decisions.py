"""Decisions with their reasons, and the automations that act on them."""

import datetime as dt
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, computed_field

from xiaoer.core.web import Words
from xiaoer.policies.models import Outcome, SwitchState
from xiaoer.policies.rules import explaining
from xiaoer.policies.service.switches import Switch


class DecisionOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    shop_id: UUID
    table: str
    version_id: UUID
    content_hash: str
    subject_type: str | None
    subject_id: UUID | None
    facts: dict[str, Any]
    outcome: Outcome
    row: str | None
    outputs: dict[str, Any]
    trace: dict[str, Any]
    actor_kind: str
    actor_id: UUID | None
    actor_name: str
    at: dt.datetime
    override_of: UUID | None
    override_reason: str | None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def explanation(self) -> list[dict[str, str]]:
        return explaining.sentences(self.row, self.trace)


class DecisionPage(BaseModel):
    items: list[DecisionOut]
    next: str | None


class OverrideIn(BaseModel):
    outputs: Annotated[dict[str, Any], Field(min_length=1)]
    reason: Annotated[Words, Field(min_length=1, max_length=2000)]


class AlikeOut(BaseModel):
    """Cases with the same facts that ended differently."""

    model_config = ConfigDict(from_attributes=True)

    table: str
    facts_hash: str
    cases: int
    endings: int
    overridden: int
    example_id: UUID


class AlikeList(BaseModel):
    items: list[AlikeOut]
    next: None = None


class SwitchIn(BaseModel):
    shop_id: UUID
    state: SwitchState
    reason: Annotated[Words, Field(max_length=300)] = ""
    daily_limit: Annotated[int, Field(ge=1, lt=2**31)] | None = None


class SwitchList(BaseModel):
    items: list[Switch]
    next: None = None
