"""What tasks are about, by the names people know those things by; tasks know none of them."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case
from xiaoer.catalog.models import Product, Replenishment, Sku
from xiaoer.channels.phone.models import Call
from xiaoer.conversations.models import Conversation
from xiaoer.core.auth import Actor
from xiaoer.core.auth import Permission as P
from xiaoer.customers.models import Customer
from xiaoer.orders.models import Order
from xiaoer.phrases.models import Phrase
from xiaoer.shipping.models import Trouble, Warehouse
from xiaoer.tasks import queries as tasks
from xiaoer.training.models import Exam, Sitting

NAMES: Mapping[str, tuple[P, Select[*tuple[Any, ...]]]] = {
    "order": (P.ORDERS_READ, select(Order.id, Order.order_no)),
    "conversation": (
        P.CONVERSATIONS_READ,
        select(Conversation.id, Customer.name).join(
            Customer, Customer.id == Conversation.customer_id
        ),
    ),
    "customer": (P.CUSTOMERS_READ, select(Customer.id, Customer.name)),
    "case": (
        P.AFTERSALES_READ,
        select(Case.id, Order.order_no).join(Order, Order.id == Case.order_id),
    ),
    "call": (
        P.CONVERSATIONS_READ,
        select(Call.id, Customer.name).join(Customer, Customer.id == Call.customer_id),
    ),
    "phrase": (P.PHRASES_READ, select(Phrase.id, Phrase.title)),
    "product": (P.CATALOG_READ, select(Product.id, Product.title)),
    "replenishment": (
        P.CATALOG_READ,
        select(Replenishment.id, Product.title)
        .join(Sku, Sku.id == Replenishment.sku_id)
        .join(Product, Product.id == Sku.product_id),
    ),
    "warehouse": (P.SHIPPING_READ, select(Warehouse.id, Warehouse.name)),
    "logistics_case": (
        P.SHIPPING_READ,
        select(Trouble.id, Order.order_no).join(Order, Order.id == Trouble.order_id),
    ),
    "sitting": (
        P.TRAINING_SIT,
        select(Sitting.id, Exam.title).join(Exam, Exam.id == Sitting.exam_id),
    ),
}
"""For each kind of thing: who may know its name, and where it stands (id, name)."""


def name(session: Session, actor: Actor, kind: str, ids: Collection[UUID]) -> dict[UUID, str]:
    """Names of these things, where the actor may know them; one statement."""
    permission, query = NAMES.get(kind, (None, None))
    if permission is None or query is None or not actor.may(permission):
        return {}
    column = query.selected_columns[0]
    return {row[0]: row[1] or "" for row in session.execute(query.where(column.in_(ids)))}


def install() -> None:
    tasks.name_subjects_with(name)
