"""Phrases on the wire."""

import datetime as dt
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, computed_field

from xiaoer.core.web import Line, Words
from xiaoer.phrases import rules
from xiaoer.phrases.models import LONGEST_TEXT, Changing
from xiaoer.phrases.schemas.care import CareIn, LinkOut
from xiaoer.phrases.schemas.checks import (
    ChecksIn,
    ChecksOut,
    EmojiIn,
    EmojiList,
    EmojiOffer,
    EmojiOut,
    FindingOut,
    LookedOver,
    WordIn,
    WordList,
    WordOut,
)
from xiaoer.phrases.schemas.words import PhraseVariant

__all__ = [
    "ChecksIn",
    "ChecksOut",
    "EmojiIn",
    "EmojiList",
    "EmojiOffer",
    "EmojiOut",
    "FindingOut",
    "LookedOver",
    "WordIn",
    "WordList",
    "WordOut",
]

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
    variants: Annotated[list[PhraseVariant], Field(max_length=20)] = []
    care: CareIn | None = None


class PhraseIn(BaseModel):
    """What is absent stays as it is. `version`: the one that was looked at while writing."""

    category_id: UUID | None = None
    title: Title | None = None
    text: Text | None = None
    shortcut: Shortcut | None = None
    variants: Annotated[list[PhraseVariant], Field(max_length=20)] | None = None
    care: CareIn | None = None
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
    variants: list[PhraseVariant]
    valid_from: dt.datetime | None
    valid_until: dt.datetime | None
    conditions: str
    keeper_id: UUID | None
    review_days: int | None
    reviewed_at: dt.datetime | None
    review_due_at: dt.datetime | None
    review_reason: Changing | None
    version: int
    uses: int
    retired: bool
    updated_at: dt.datetime

    @computed_field  # type: ignore[prop-decorator]
    @property
    def variables(self) -> list[str]:
        return list(rules.variables_in(self.text))


class PhraseFull(PhraseOut):
    """With what it repeats."""

    links: list[LinkOut]


class PhrasePage(BaseModel):
    items: list[PhraseOut]
    next: str | None


class OfferedOut(BaseModel):
    """`text`: the words that fit this customer and situation; `group`, `scenario`: whom they are
    for, if not for everybody."""

    model_config = ConfigDict(from_attributes=True)

    phrase: PhraseOut
    text: str
    group: str | None
    scenario: str | None


class OfferedList(BaseModel):
    items: list[OfferedOut]
    next: None = None


class Author(BaseModel):
    id: UUID | None
    name: str


class VersionOut(BaseModel):
    version: int
    title: str
    text: str
    variants: list[PhraseVariant]
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
    offers: bool | None = None


class CategoryOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    code: str | None
    name_zh: str
    name_en: str
    position: int
    active: bool
    offers: bool


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
