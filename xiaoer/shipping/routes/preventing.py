"""The checklist of warehouses."""

from uuid import UUID

from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.shipping.queries.preventions import checklist
from xiaoer.shipping.schemas.preventions import PreventionIn, PreventionOut
from xiaoer.shipping.service import preventing

router = Router(prefix="/api", tags=["shipping"])


@router.get("/shipping/preventions")
def preventions(session: Db, actor: Me, shop_id: UUID) -> list[PreventionOut]:
    actor.must(Permission.SHIPPING_READ)
    rows = checklist(session, actor, shop_id=shop_id, measures=list(preventing.Measure))
    return [PreventionOut.model_validate(row) for row in rows]


@router.put("/shipping/warehouses/{warehouse_id}/preventions", status_code=204)
def prevent(session: Db, actor: Me, warehouse_id: UUID, body: PreventionIn) -> None:
    """Give measures to their owners."""
    preventing.prevent(session, actor, warehouse_id=warehouse_id, **body.model_dump())
