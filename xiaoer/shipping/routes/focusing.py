"""The orders to look at first."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.shipping import queries
from xiaoer.shipping.schemas.focus import FocusOut, ShortOrderOut

router = Router(prefix="/api", tags=["shipping"])


@router.get("/shipping/focus")
def focus(session: Db, actor: Me, shop_id: UUID) -> list[FocusOut]:
    """Not shipped, not moving, not signed: the riskiest first."""
    actor.must(Permission.SHIPPING_READ)
    rows = queries.focus(session, actor, shop_id=shop_id)
    return [FocusOut.model_validate(each) for each in rows]


@router.get("/shipping/short")
def short(
    session: Db, actor: Me, shop_id: UUID, days: Annotated[int, Query(ge=1, le=365)] = 30
) -> list[ShortOrderOut]:
    """Orders that goods are missing for."""
    actor.must(Permission.SHIPPING_READ)
    rows = queries.short_of(session, actor, shop_id=shop_id, days=days)
    return [ShortOrderOut.model_validate(each) for each in rows]
