"""The running counts of the board are added up, so that reading them stays short."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.core import events
from xiaoer.core.auth import system
from xiaoer.shipping.events import BoardChanged

_WATCHES = text("""
WITH gone AS (
    DELETE FROM ship_watch_cells WHERE shop_id IN (
        SELECT shop_id FROM ship_watch_cells GROUP BY shop_id, warehouse_id, courier, stage,
            urgency, overlooked, threatened HAVING count(*) > 1)
    RETURNING shop_id, warehouse_id, courier, stage, urgency, overlooked, threatened, orders
), kept AS (
    INSERT INTO ship_watch_cells (shop_id, warehouse_id, courier, stage, urgency, overlooked,
        threatened, orders)
    SELECT shop_id, warehouse_id, courier, stage, urgency, overlooked, threatened, sum(orders)
    FROM gone GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(orders) <> 0
)
SELECT DISTINCT shop_id FROM gone
""")
_PARCELS = text("""
WITH gone AS (
    DELETE FROM parcel_cells WHERE shop_id IN (
        SELECT shop_id FROM parcel_cells GROUP BY shop_id, warehouse_id, courier, node, standstill
        HAVING count(*) > 1)
    RETURNING shop_id, warehouse_id, courier, node, standstill, parcels
), kept AS (
    INSERT INTO parcel_cells (shop_id, warehouse_id, courier, node, standstill, parcels)
    SELECT shop_id, warehouse_id, courier, node, standstill, sum(parcels)
    FROM gone GROUP BY 1, 2, 3, 4, 5 HAVING sum(parcels) <> 0
)
SELECT DISTINCT shop_id FROM gone
""")


def fold(session: Session) -> set[UUID]:
    """Add up what changed, and tell the boards of those shops. Each statement sees the rows of
    its own snapshot only: what is written meanwhile stays for the next time."""
    shops = set(session.scalars(_WATCHES)) | set(session.scalars(_PARCELS))
    told = [BoardChanged(shop_id=shop_id) for shop_id in sorted(shops)]
    events.emit_many(session, system("shipping"), told)
    return shops
