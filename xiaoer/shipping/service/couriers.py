"""The couriers a shop works with: their people, their shares, and whether they take parcels."""

from datetime import datetime, time
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.core import clock, events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.shipping import rules
from xiaoer.shipping.errors import NoCourierTakes
from xiaoer.shipping.events import CourierDeskChanged
from xiaoer.shipping.models import CourierDesk, Parcel
from xiaoer.shipping.rules import Offer


def set_courier(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    courier: str,
    share: int = 0,
    group_id: UUID | None = None,
    lead_id: UUID | None = None,
    stopped: bool = False,
) -> CourierDesk:
    """Who answers for a courier, its share of the parcels, and whether it has stopped (FM1-2)."""
    actor.must(Permission.SHIPPING_MANAGE)
    shops.must_reach(actor, shop_id)
    code = rules.code_of(courier)
    desk = session.get(CourierDesk, (shop_id, code), with_for_update=True)
    if desk is None:
        desk = CourierDesk(shop_id=shop_id, courier=code)
        session.add(desk)
    desk.share, desk.group_id, desk.lead_id = share, group_id, lead_id
    desk.stopped_since = (desk.stopped_since or clock.now()) if stopped else None
    session.flush()
    told = CourierDeskChanged(shop_id=shop_id, courier=code, share=share, stopped=stopped)
    events.emit(session, actor, told)
    return desk


def choose_courier(session: Session, actor: Actor, *, shop_id: UUID) -> str:
    """Who takes the next parcel of the shop, by today's shares. Raises `NoCourierTakes`."""
    actor.must(Permission.SHIPPING_TRACK)
    shops.must_reach(actor, shop_id)
    zone = shops.get(session, shop_id).zone
    midnight = datetime.combine(clock.now().astimezone(zone).date(), time(), zone)
    desks = session.scalars(select(CourierDesk).where(CourierDesk.shop_id == shop_id))
    offers = {each.courier: Offer(each.share, each.stopped_since is not None) for each in desks}
    taken = session.execute(
        select(Parcel.courier, func.count())
        .where(Parcel.shop_id == shop_id, Parcel.labelled_at >= midnight)
        .group_by(Parcel.courier)
    )
    chosen = rules.choose(offers, {row[0]: row[1] for row in taken})
    if chosen is None:
        raise NoCourierTakes
    return chosen
