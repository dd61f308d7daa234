"""What everybody reads: tables in force, clauses, words, profiles."""

import datetime as dt
from uuid import UUID

from pydantic import BaseModel


class ClauseOut(BaseModel):
    table: str
    version_id: UUID
    id: str
    zh: str
    en: str
    source: str | None = None


class ClauseList(BaseModel):
    items: list[ClauseOut]
    next: None = None


class TermOut(BaseModel):
    name: str
    type: str
    zh: str
    en: str
    values: list[str]


class VocabularyOut(BaseModel):
    facts: list[TermOut]
    outputs: list[TermOut]


class ProfileIn(BaseModel):
    shop_id: UUID


class PublishedTable(BaseModel):
    table: str
    number: int
    since: dt.datetime
    title: dict[str, str]
    about: dict[str, str] | None
    example: bool
    as_of: str | None
    clauses: list[dict[str, str]]


class Published(BaseModel):
    """What a customer may read: always the versions in force."""

    shop: str
    at: dt.datetime
    tables: list[PublishedTable]
