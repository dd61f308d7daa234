"""Who is named in lists and talks."""

from uuid import UUID

from pydantic import BaseModel


class RefOut(BaseModel):
    id: UUID
    name: str


class CustomerRef(RefOut):
    avatar_letter: str
