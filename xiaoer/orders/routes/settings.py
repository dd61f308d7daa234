"""How a shop confirms its orders, as a page shows and changes it."""

from typing import Any
from uuid import UUID

from xiaoer.core.auth import Permission
from xiaoer.core.shops import must_reach
from xiaoer.core.web import Db, Me, Router
from xiaoer.orders.schemas.settings import OrderSettingsIn, OrderSettingsOut
from xiaoer.orders.service import settings

router = Router(prefix="/api/order-settings", tags=["orders"])


@router.get("", response_model=OrderSettingsOut)
def held(session: Db, actor: Me, shop_id: UUID) -> dict[str, Any]:
    actor.must(Permission.ORDERS_READ)
    must_reach(actor, shop_id)
    return settings.plain(settings.of(session, shop_id))


@router.put("", response_model=OrderSettingsOut)
def choose(session: Db, actor: Me, body: OrderSettingsIn) -> dict[str, Any]:
    """Only what is named is changed."""
    changes = body.model_dump(exclude={"shop_id"}, exclude_unset=True)
    return settings.plain(settings.choose(session, actor, shop_id=body.shop_id, changes=changes))
