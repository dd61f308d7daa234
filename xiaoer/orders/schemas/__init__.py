"""Orders on the wire. Amounts are cents; what identifies the receiver is masked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, StringConstraints

from xiaoer.core.events import EventRow
from xiaoer.core.web import Words
from xiaoer.customers import rules as privacy
from xiaoer.orders.models import (
    Flag,
    LineStatus,
    Order,
    OrderLine,
    OrderRemark,
    OrderStatus,
    RemarkType,
)
from xiaoer.orders.queries import Card

Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1000), Words]


class AuthorOut(BaseModel):
    id: UUID | None
    name: str


class RemarkOut(BaseModel):
    id: UUID
    type: RemarkType
    old_value: str | None
    new_value: str | None
    text: str
    flag: Flag | None
    author: AuthorOut
    at: datetime
    source_message_id: UUID | None

    @classmethod
    def of(cls, remark: OrderRemark) -> "RemarkOut":
        return cls(
            id=remark.id,
            type=remark.type,
            old_value=remark.old_value,
            new_value=remark.new_value,
            text=remark.text,
            flag=remark.flag,
            author=AuthorOut(id=remark.author_id, name=remark.author_name),
            at=remark.at,
            source_message_id=remark.source_message_id,
        )


class RemarkIn(BaseModel):
    type: RemarkType
    old_value: Note | None = None
    new_value: Note | None = None
    text: Note = ""
    flag: Flag | None = None
    source_message_id: UUID | None = None


class ItemOut(BaseModel):
    title: str
    image_url: str | None


class ParcelEventOut(BaseModel):
    text: str
    at: datetime | None


class OrderCard(BaseModel):
    id: UUID
    shop_id: UUID
    customer_id: UUID | None
    order_no: str
    status: OrderStatus
    placed_at: datetime | None
    paid_at: datetime | None
    promised_ship_by: datetime | None
    paid_cents: int
    payable_cents: int
    amounts_known: bool
    currency: str
    item_count: int
    first_item: ItemOut | None
    courier: str | None
    tracking_no: str | None
    last_parcel_event: ParcelEventOut | None
    flag: Flag | None
    top_remark: RemarkOut | None

    @classmethod
    def of(cls, card: Card) -> "OrderCard":
        return cls(**_card(card))


def _card(card: Card) -> dict[str, Any]:
    order = card.order
    parcel = ParcelEventOut(text=order.parcel_text, at=order.parcel_at)
    discounts = order.merchant_discount_cents + order.platform_discount_cents
    same = (
        "id", "shop_id", "customer_id", "order_no", "status", "placed_at", "paid_at",
        "promised_ship_by", "paid_cents", "amounts_known", "currency", "item_count", "flag",
    )  # fmt: skip
    return {name: getattr(order, name) for name in same} | {
        "payable_cents": order.list_cents - discounts + order.freight_cents,
        "first_item": ItemOut(title=card.title, image_url=card.image_url) if card.title else None,
        "courier": order.courier or None,
        "tracking_no": order.tracking_no or None,
        "last_parcel_event": parcel if order.parcel_text else None,
        "top_remark": RemarkOut.of(card.remark) if card.remark else None,
    }


class OrderList(BaseModel):
    items: list[OrderCard]
    next: str | None


class LineOut(BaseModel):
    id: UUID
    sku_id: UUID | None
    title: str
    spec: str
    quantity: int | None
    list_cents: int
    discount_cents: int
    merchant_discount_cents: int
    platform_discount_cents: int
    paid_cents: int
    image_url: str | None
    status: LineStatus

    @classmethod
    def of(cls, line: OrderLine) -> "LineOut":
        return cls(
            id=line.id,
            sku_id=line.sku_id,
            title=line.title,
            spec=line.spec,
            quantity=line.quantity,
            list_cents=line.list_cents,
            discount_cents=line.merchant_discount_cents + line.platform_discount_cents,
            merchant_discount_cents=line.merchant_discount_cents,
            platform_discount_cents=line.platform_discount_cents,
            paid_cents=line.paid_cents,
            image_url=line.image_url,
            status=line.status,
        )


class AmountsOut(BaseModel):
    list_cents: int
    discount_cents: int
    merchant_discount_cents: int
    platform_discount_cents: int
    freight_cents: int
    paid_cents: int
    refunded_cents: int


class ReceiverOut(BaseModel):
    name_masked: str
    phone_masked: str
    address_masked: str


class WhoOut(BaseModel):
    kind: str
    name: str


class StepOut(BaseModel):
    at: datetime
    kind: str
    actor: WhoOut
    facts: dict[str, Any]
    auto: bool


class OrderOut(OrderCard):
    source: str
    shipped_at: datetime | None
    signed_at: datetime | None
    completed_at: datetime | None
    closed_at: datetime | None
    promised_arrival: datetime | None
    lines: list[LineOut]
    amounts: AmountsOut
    receiver: ReceiverOut
    remarks: list[RemarkOut]
    buyer_message: str | None
    facts: dict[str, Any]
    timeline: list[StepOut]

    @classmethod
    def made(
        cls,
        order: Order,
        lines: Sequence[OrderLine],
        remarks: Sequence[OrderRemark],
        history: Sequence[EventRow],
    ) -> "OrderOut":
        title, image_url = (lines[0].title, lines[0].image_url) if lines else (None, None)
        card = Card(order, title, image_url, remarks[0] if remarks else None)
        times = ("shipped_at", "signed_at", "completed_at", "closed_at", "promised_arrival")
        return cls(
            **_card(card),
            **{name: getattr(order, name) for name in times},
            source=order.source,
            lines=[LineOut.of(line) for line in lines],
            amounts=_amounts(order),
            receiver=ReceiverOut(
                name_masked=privacy.mask_name(order.receiver_name),
                phone_masked=privacy.mask_phone(order.receiver_phone),
                address_masked=privacy.mask_address(order.receiver_address),
            ),
            remarks=[RemarkOut.of(remark) for remark in remarks],
            buyer_message=order.buyer_message or None,
            facts=order.facts,
            timeline=_timeline(order, history),
        )


def _amounts(order: Order) -> AmountsOut:
    return AmountsOut(
        list_cents=order.list_cents,
        discount_cents=order.merchant_discount_cents + order.platform_discount_cents,
        merchant_discount_cents=order.merchant_discount_cents,
        platform_discount_cents=order.platform_discount_cents,
        freight_cents=order.freight_cents,
        paid_cents=order.paid_cents,
        refunded_cents=order.refunded_cents,
    )


def _timeline(order: Order, history: Sequence[EventRow]) -> list[StepOut]:
    """The times the source told, and everything done here, in order of time."""
    told = {
        "OrderPlaced": order.placed_at,
        "OrderPaid": order.paid_at,
        "OrderShipped": order.shipped_at,
        "OrderSigned": order.signed_at,
        "OrderCompleted": order.completed_at,
        "OrderClosed": order.closed_at,
    }
    source = WhoOut(kind="system", name=order.source)
    steps = [
        StepOut(at=at, kind=kind, actor=source, facts={}, auto=True)
        for kind, at in told.items()
        if at is not None
    ]
    steps += [
        StepOut(
            at=event.at,
            kind=event.kind,
            actor=WhoOut(kind=event.actor_kind, name=event.actor_name),
            facts=event.data,
            auto=event.actor_kind in ("system", "bot"),
        )
        for event in history
    ]
    return sorted(steps, key=lambda step: step.at)
