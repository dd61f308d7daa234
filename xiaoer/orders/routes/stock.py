"""What can be promised of a SKU, and of what there is not enough."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from xiaoer.catalog import queries as catalog
from xiaoer.catalog import service as goods
from xiaoer.core.auth import Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.orders import queries
from xiaoer.orders.schemas.presale import PromisableOut, ShortOut, StockAskIn

router = Router(prefix="/api/stock", tags=["orders"])


@router.get("/short")
def short(
    session: Db,
    actor: Me,
    shop_id: UUID,
    days: Annotated[int, Query(ge=1, le=90)] = 7,
    factor: Annotated[float, Query(ge=0, le=1000)] = 1.0,
) -> list[ShortOut]:
    """What is oversold, or would not last for `factor` times what `days` sold (FM2-1)."""
    actor.must(Permission.CATALOG_READ)
    rows = queries.short_for(session, actor, shop_id=shop_id, days=days, factor=factor)
    return [ShortOut.model_validate(each) for each in rows]


@router.get("/{sku_id}")
def standing(session: Db, actor: Me, sku_id: UUID) -> PromisableOut:
    actor.must(Permission.CATALOG_READ)
    return _standing(session, actor, sku_id)


@router.post("/{sku_id}/asks")
def asked(session: Db, actor: Me, sku_id: UUID, body: StockAskIn) -> PromisableOut:
    """A customer asks for it: note it, and see what can be promised."""
    goods.note_ask(session, actor, sku_id=sku_id, **body.model_dump())
    return _standing(session, actor, sku_id)


def _standing(session: Db, actor: Me, sku_id: UUID) -> PromisableOut:
    found = queries.standing(session, actor, sku_id)
    shop_id = found.sku.shop_id
    return PromisableOut.of(found, catalog.thresholds(session, [shop_id])[shop_id])
