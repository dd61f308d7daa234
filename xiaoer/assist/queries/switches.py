"""Which features are on."""

from collections.abc import Collection, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.assist.models import Switch
from xiaoer.assist.rules.features import Feature, default


def of_shops(session: Session, shop_ids: Collection[UUID]) -> dict[UUID, dict[Feature, bool]]:
    """Every feature of each shop, in one statement."""
    switched = {
        (row.shop_id, row.feature): row.on
        for row in session.scalars(select(Switch).where(Switch.shop_id.in_(shop_ids)))
    }
    return {
        shop_id: {each: switched.get((shop_id, each.value), default(each)) for each in Feature}
        for shop_id in shop_ids
    }


def of_shop(session: Session, shop_id: UUID) -> Mapping[Feature, bool]:
    return of_shops(session, [shop_id])[shop_id]
