"""The managed list of categories."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict

from xiaoer.knowledge.schemas.articles import Name


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


class NewCategory(BaseModel):
    name_zh: Name
    name_en: Name | None = None


class CategoryIn(BaseModel):
    name_zh: Name | None = None
    name_en: Name | None = None
    active: bool | None = None


class CategoryOrder(BaseModel):
    ids: list[UUID]
