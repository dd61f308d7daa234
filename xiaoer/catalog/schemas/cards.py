"""What there is to know of a product, and what must be told of it, on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from xiaoer.catalog.models import HintKind, Product, ProductCard, RiskHint
from xiaoer.core.web import Words as Readable

Words = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000), Readable]
Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300), Readable]
Said = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), Readable
]


class ProductCardIn(BaseModel):
    """What is known of a product; a text left empty is not shown."""

    features: Words = ""
    functions: Words = ""
    precautions: Words = ""
    advantages: Words = ""
    usage: Words = ""
    policies: Words = ""
    owner_id: UUID | None = None
    review_on: date | None = None

    def words(self) -> dict[str, str]:
        return self.model_dump(exclude={"owner_id", "review_on"})


class HintIn(BaseModel):
    id: UUID | None = None
    shop_id: UUID
    product_id: UUID | None = None
    category: Annotated[Short | None, Field(max_length=100)] = None
    kind: HintKind
    text: Annotated[Short, Field(min_length=1)]
    fee_cents: Annotated[int, Field(ge=0, le=10**8)] | None = None
    within_hours: Annotated[int, Field(ge=1, le=24 * 60)] | None = None
    active: bool = True


class HintOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    id: UUID
    product_id: UUID | None
    category: str | None
    kind: HintKind
    text: str
    fee_cents: int | None
    within_hours: int | None
    active: bool


class ProductCardOut(ProductCardIn):
    """The card of a product, with what must be told of it."""

    product_id: UUID
    title: str
    category: str | None
    updated_at: datetime | None
    updated_by: str
    due: bool
    """It was to be read again by now."""
    hints: list[HintOut]

    @classmethod
    def made(
        cls, product: Product, card: ProductCard | None, hints: list[RiskHint], today: date
    ) -> "ProductCardOut":
        names = ProductCardIn.model_fields
        told = {name: getattr(card, name) for name in names} if card else {}
        return cls(
            **told,
            product_id=product.id,
            title=product.title,
            category=product.category,
            updated_at=card.updated_at if card else None,
            updated_by=card.updated_by if card else "",
            due=bool(card and card.review_on and card.review_on <= today),
            hints=[HintOut.model_validate(each) for each in hints],
        )


class DoubtIn(BaseModel):
    words: Said
