"""Fields that what is sent and shown is made of."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, StringConstraints

from xiaoer.core.web import Line, Words

SubjectType = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,29}$")]


Code = Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[a-z0-9_.]+$")]


Note = Annotated[Words, Field(max_length=2000)]


Statement = Annotated[Words, Field(max_length=5000)]


Cents = Annotated[int, Field(ge=0, le=10**12)]


Facts = Annotated[dict[Code, bool | Line | None], Field(max_length=60)]


class BothOut(BaseModel):
    zh: str
    en: str


class SubjectRef(BaseModel):
    type: SubjectType
    id: UUID
