"""Customers for tests, made with only what matters."""

from sqlalchemy.orm import Session

from xiaoer.core.ids import new_id
from xiaoer.core.shops import Shop
from xiaoer.customers import service
from xiaoer.customers.models import Customer


def make_customer(
    session: Session,
    shop: Shop,
    *,
    name: str = "王小明",
    phone: str | None = None,
    email: str | None = None,
    channel: str = "webchat",
    external_id: str | None = None,
) -> Customer:
    return service.resolve(
        session,
        shop_id=shop.id,
        channel=channel,
        external_id=external_id or new_id().hex,
        name=name,
        phone=phone,
        email=email,
    )
