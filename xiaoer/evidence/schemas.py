"""Evidence on the wire."""

import datetime as dt
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field

from xiaoer.core.web import Words
from xiaoer.evidence.models import Kind, SubjectType, Visibility


class Subject(BaseModel):
    type: SubjectType
    id: UUID


class Capture(BaseModel):
    """`shop_id` only where the shop does not follow from the subject."""

    kind: Kind
    subject: Subject
    message_ids: Annotated[list[UUID], Field(max_length=200)] = []
    file_ids: Annotated[list[UUID], Field(max_length=9)] = []
    note: Annotated[Words, Field(max_length=2000)] = ""
    visibility: Visibility = Visibility.INTERNAL
    supersedes_id: UUID | None = None
    shop_id: UUID | None = None


class Label(BaseModel):
    zh: str
    en: str


class Author(BaseModel):
    id: UUID | None
    name: str


class FileOut(BaseModel):
    id: UUID
    name: str
    content_type: str
    size: int
    width: int | None
    height: int | None
    sha256: str
    url: str
    thumb_url: str | None


class EvidenceOut(BaseModel):
    """`intact`: the content still has the hash it was kept with."""

    id: UUID
    kind: Kind
    label: Label
    subject: Subject
    content: dict[str, Any]
    files: list[FileOut]
    note: str
    visibility: Visibility
    author: Author
    at: dt.datetime
    sha256: str
    chain_hash: str
    position: int
    intact: bool
    supersedes_id: UUID | None
    superseded_by: UUID | None


class EvidenceList(BaseModel):
    items: list[EvidenceOut]
    next: None = None


class KindOut(Label):
    kind: Kind


class KindList(BaseModel):
    items: list[KindOut]
    next: None = None
