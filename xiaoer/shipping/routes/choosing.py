"""A shop's choices for shipping, as a page shows and changes them."""

from typing import Any
from uuid import UUID

from xiaoer.core.auth import Permission
from xiaoer.core.shops import must_reach
from xiaoer.core.web import Db, Me, Router
from xiaoer.shipping.schemas.choosing import ShippingSettingsIn, ShippingSettingsOut
from xiaoer.shipping.service import choosing

router = Router(prefix="/api", tags=["shipping"])


@router.get("/shipping/settings", response_model=ShippingSettingsOut)
def chosen(session: Db, actor: Me, shop_id: UUID) -> dict[str, Any]:
    actor.must(Permission.SHIPPING_READ)
    must_reach(actor, shop_id)
    return choosing.chosen(session, shop_id)


@router.put("/shipping/settings", response_model=ShippingSettingsOut)
def choose(session: Db, actor: Me, body: ShippingSettingsIn) -> dict[str, Any]:
    """Only what is named is changed."""
    changes = body.model_dump(mode="json", exclude={"shop_id"}, exclude_unset=True)
    return choosing.choose(session, actor, shop_id=body.shop_id, changes=changes)
