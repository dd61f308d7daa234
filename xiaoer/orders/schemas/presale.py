"""Stock that can be promised, and what is said before a purchase, on the wire."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from xiaoer.catalog import rules as counting
from xiaoer.core.web import Words
from xiaoer.orders.models import CardAnswer, Preconfirmation
from xiaoer.orders.queries import Beforehand, Standing
from xiaoer.orders.service import words_of

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500), Words]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60), Words]
Pieces = Annotated[int, Field(ge=1, le=100_000)]


class _Read(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class PromisableOut(BaseModel):
    """`available` is what customers may be promised; the page's number is not."""

    sku_id: UUID
    page_stock: int | None
    actual_stock: int | None
    held: int
    owed: int
    available: int | None
    safety_stock: int | None
    synced_at: datetime | None
    flagged: bool
    replenishing: int | None
    expected_on: date | None

    @classmethod
    def of(cls, found: Standing, threshold: int) -> "PromisableOut":
        sku, coming = found.sku, found.replenishment
        return cls(
            sku_id=sku.id,
            page_stock=sku.page_stock,
            actual_stock=sku.actual_stock,
            held=found.held,
            owed=found.owed,
            available=found.available,
            safety_stock=sku.safety_stock,
            synced_at=counting.last_sync(sku.page_synced_at, sku.actual_synced_at),
            flagged=counting.flagged(sku.stock_difference, threshold),
            replenishing=coming.pieces if coming else None,
            expected_on=coming.expected_on if coming else None,
        )


class StockAskIn(BaseModel):
    pieces: Pieces = 1
    lost: bool = False
    conversation_id: UUID | None = None


class ShortOut(_Read):
    """A SKU of which there is not enough."""

    sku_id: UUID
    title: str
    spec: str
    page_stock: int | None
    actual_stock: int
    available: int
    oversold: bool
    wanted: int
    coming: int | None
    expected_on: date | None


class IntentIn(BaseModel):
    customer_id: UUID
    sku_id: UUID
    quantity: Pieces = 1
    address: Text = ""
    fields: dict[Name, Text] = Field(default_factory=dict, max_length=12)
    conversation_id: UUID | None = None


class PreconfirmationOut(_Read):
    id: UUID
    customer_id: UUID
    sku_id: UUID
    model: str
    spec: str
    quantity: int
    address: str
    price_cents: int
    currency: str
    fields: dict[str, str]
    sent_by: str
    sent_at: datetime
    answer: CardAnswer | None
    words: str
    answered_at: datetime | None
    message: str
    """The card as it is sent to the customer."""

    @classmethod
    def of(cls, card: Preconfirmation) -> "PreconfirmationOut":
        names = [name for name in cls.model_fields if name != "message"]
        return cls(**{name: getattr(card, name) for name in names}, message=words_of(card))


class CardAnswerIn(BaseModel):
    answer: CardAnswer
    words: Text = ""


class CardFieldsIn(BaseModel):
    shop_id: UUID
    category: Name
    fields: Annotated[list[Name], Field(max_length=12)]


class HintsToldIn(BaseModel):
    customer_id: UUID
    product_id: UUID
    hint_ids: Annotated[list[UUID], Field(min_length=1, max_length=20)]
    conversation_id: UUID | None = None


class HintToldOut(_Read):
    id: UUID
    product_id: UUID
    kind: str
    text: str
    by: str
    at: datetime


class BeforehandOut(BaseModel):
    """What was confirmed and told before an order was placed."""

    cards: list[PreconfirmationOut]
    hints: list[HintToldOut]

    @classmethod
    def of(cls, found: Beforehand) -> "BeforehandOut":
        return cls(
            cards=[PreconfirmationOut.of(each) for each in found.cards],
            hints=[HintToldOut.model_validate(each) for each in found.hints],
        )


class RecommendIn(BaseModel):
    customer_id: UUID
    sku_id: UUID
    need: Text = ""
    conversation_id: UUID | None = None


class RecommendedOut(_Read):
    by: str
    recommended: int
    bought: int
    cents: int
