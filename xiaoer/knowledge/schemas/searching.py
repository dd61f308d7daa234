"""What a search finds, and the card of a product."""

from pydantic import BaseModel, ConfigDict

from xiaoer.knowledge.schemas.articles import ArticleOut


class FoundOut(BaseModel):
    """`answers`: near enough to be taken for an answer, not just the nearest there is."""

    article: ArticleOut
    score: float
    wording: str
    answers: bool


class HitList(BaseModel):
    items: list[FoundOut]
    usage: bool
    """Somebody cannot cope with a thing: guides stand first."""


class SectionOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    key: str
    heading: str
    text: str


class CardOut(BaseModel):
    """What is known about a product, one published version for all who look."""

    sections: list[SectionOut]
    articles: list[ArticleOut]
