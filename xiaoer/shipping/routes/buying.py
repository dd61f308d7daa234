"""The shopper's side: where is my parcel, and is my address right."""

from uuid import UUID

from xiaoer.core import i18n, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.web import Db, Router, Shopper
from xiaoer.orders import queries as orders
from xiaoer.orders import rules as ordering
from xiaoer.orders import service as ordered
from xiaoer.orders.models import CheckKind, Order
from xiaoer.orders.schemas.confirming import AddressIn
from xiaoer.orders.service import checking, settings
from xiaoer.shipping import queries
from xiaoer.shipping.schemas.buying import OwnCheckOut, OwnParcelOut, OwnShippingOut

router = Router(prefix="/chat/parcels", tags=["shipping"])


@router.get("/{order_id}")
def where(session: Db, actor: Shopper, order_id: UUID) -> OwnShippingOut:
    """One's own order: where it stands, by when it leaves, its parcels and every scan."""
    actor.must(Permission.AFTERSALES_ASK)
    return _told(session, actor, _own(session, actor, order_id))


@router.put("/{order_id}/address")
def confirm(session: Db, actor: Shopper, order_id: UUID, body: AddressIn) -> OwnShippingOut:
    """With one tap: all right as it is. Or: it is to go there instead."""
    actor.must(Permission.AFTERSALES_ASK)
    order = _own(session, actor, order_id)
    ordered.answer_address(
        session, actor, order_id=order.id, corrected=body.corrected(), courier=body.courier
    )
    return _told(session, actor, order)


def _own(session: Db, actor: Actor, order_id: UUID) -> Order:
    """Orders of others are not there."""
    assert actor.id
    vouched = actor.may(Permission.AFTERSALES_VOUCHED)
    return orders.get(session, actor, order_id, of=orders.Shopper(actor.id, vouched=vouched))


def _told(session: Db, actor: Actor, order: Order) -> OwnShippingOut:
    watch, parcels = queries.of_order(session, actor, order.id)
    check = checking.of_order(session, order.id, CheckKind.ADDRESS)
    couriers = settings.of(session, order.shop_id).couriers
    vouched = actor.may(Permission.AFTERSALES_VOUCHED)
    zone = shops.get(session, order.shop_id).zone
    return OwnShippingOut(
        order_id=order.id,
        order_no=order.order_no,
        status=order.status,
        sentence=ordering.status_sentence(
            order, i18n.reader.get(), zone, ship_by=queries.ship_by(session, order.id)
        ),
        ship_by=watch.ship_by if watch and watch.stage in ("owed", "waiting") else None,
        arrives_on=order.promised_arrival,
        parcels=[OwnParcelOut.of(parcel, scans) for parcel, scans in parcels],
        check=OwnCheckOut.of(order, check, couriers, vouched=vouched) if check else None,
    )
