"""A customer is told something about their order, by the channels of the shop."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import shops
from xiaoer.core.auth import Actor, system
from xiaoer.core.errors import DeskError
from xiaoer.notices import service as notices
from xiaoer.orders.models import Order
from xiaoer.shipping.errors import NobodyToTell
from xiaoer.shipping.service import wording
from xiaoer.shipping.service.ruling import SETTINGS

CHANNELS = "notice_channels"
"""In the shop's settings of shipping: channels in their order; the next one where one fails."""


def say(
    session: Session,
    actor: Actor,
    order: Order,
    code: str,
    facts: Mapping[str, str],
    *,
    once: str | None = None,
) -> UUID | None:
    """The notice's id, or nothing when nobody can be told. With `once` it is not said again."""
    try:
        return must_say(session, actor, order, code, facts, once=once)
    except DeskError:
        return None


def must_say(
    session: Session,
    actor: Actor,
    order: Order,
    code: str,
    facts: Mapping[str, str],
    *,
    once: str | None = None,
) -> UUID:
    """As `say`; raises `NobodyToTell` and what `notify` raises."""
    if order.customer_id is None:
        raise NobodyToTell
    language, _ = wording.language_and_zone(session, order)
    settings = shops.get(session, order.shop_id).settings.get(SETTINGS, {})
    with session.begin_nested():
        notice = notices.notify(
            session,
            system(actor.name),
            customer_id=order.customer_id,
            template_code=code,
            facts={"order_no": order.order_no, **facts},
            channels=settings.get(CHANNELS) or wording.CHANNELS,
            locale=language,
            subject_type="order",
            subject_id=order.id,
            dedupe_key=once,
        )
    return notice.id
