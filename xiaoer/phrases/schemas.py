"""Phrases on the wire."""

import datetime as dt
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, computed_field

from xiaoer.core.web import Line, Words
from xiaoer.phrases import rules
from xiaoer.phrases.models import LONGEST_TEXT

Title = Annotated[Line, Field(min_length=1, max_length=100)]
Text = Annotated[Words, Field(min_length=1, max_length=LONGEST_TEXT)]
Shortcut = Annotated[Line, Field(max_length=30, pattern=r"^[^\s/]*$")]
Name = Annotated[Line, Field(min_length=1, max_length=60)]


class NewPhrase(BaseModel):
    """`scope` personal: the actor's own; shared: of `shop_id`, or of the actor's only shop."""

    scope: Annotated[str, Field(pattern="^(shared|personal)$")] = "shared"
    shop_id: UUID | None = None
    category_id: UUID
    title: Title
    text: Text
    shortcut: Shortcut | None = None


class PhraseIn(BaseModel):
    """What is absent stays as it is. `version`: the one that was looked at while writing."""

    category_id: UUID | None = None
    title: Title | None = None
    text: Text | None = None
    shortcut: Shortcut | None = None
    version: Annotated[int, Field(ge=1)] | None = None


class PhraseOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    scope: str
    shop_id: UUID | None
    category_id: UUID
    title: str
    initials: str
    shortcut: str | None
    text: str
    version: int
    uses: int
    retired: bool
    updated_at: dt.datetime

    @computed_field  # type: ignore[prop-decorator]
    @property
    def variables(self) -> list[str]:
        return list(rules.variables_in(self.text))


class PhrasePage(BaseModel):
    items: list[PhraseOut]
    next: str | None


class Author(BaseModel):
    id: UUID | None
    name: str


class VersionOut(BaseModel):
    version: int
    title: str
    text: str
    author: Author
    at: dt.datetime


class VersionList(BaseModel):
    items: list[VersionOut]
    next: None = None


class NewCategory(BaseModel):
    name_zh: Name
    name_en: Name | None = None


class CategoryIn(BaseModel):
    name_zh: Name | None = None
    name_en: Name | None = None
    active: bool | None = None


class CategoryOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    code: str | None
    name_zh: str
    name_en: str
    position: int
    active: bool


class CategoryList(BaseModel):
    items: list[CategoryOut]
    next: None = None


class CategoryOrder(BaseModel):
    ids: Annotated[list[UUID], Field(max_length=500)]


class Variable(BaseModel):
    name: str
    zh: str
    en: str


class VariableList(BaseModel):
    items: list[Variable]
    next: None = None
