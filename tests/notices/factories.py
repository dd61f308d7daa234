"""Notices for tests, made with only what matters."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import auth
from xiaoer.core.auth import Actor
from xiaoer.customers.models import Customer
from xiaoer.notices import service
from xiaoer.notices.models import Notice


def make_recipient(session: Session, shop_id: UUID, **what_matters: Any) -> Customer:
    defaults = {"name": "小雨", "phone": "13800001111", "email": "yu@example.com"}
    customer = Customer(shop_id=shop_id, **(defaults | what_matters))
    session.add(customer)
    session.flush()
    return customer


def make_notice(
    session: Session, customer: Customer, actor: Actor | None = None, **what_matters: Any
) -> Notice:
    """A notice of a template `shipped` that is written on the way."""
    service.write_template(
        session,
        auth.system(),
        shop_id=customer.shop_id,
        code="shipped",
        text="{name}，您的订单 {order_no} 已发货。",
    )
    defaults = {
        "template_code": "shipped",
        "facts": {"name": "小雨", "order_no": "T1"},
        "channels": ["sms", "email"],
    }
    return service.notify(
        session, actor or auth.system(), customer_id=customer.id, **(defaults | what_matters)
    )
