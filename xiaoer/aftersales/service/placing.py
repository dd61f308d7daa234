"""Return addresses: chosen by rule, never typed into a case (RET-4)."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries
from xiaoer.aftersales.errors import AddressNeeded, MethodNotOffered, PlaceNotFound
from xiaoer.aftersales.events import ReturnPlaceSet
from xiaoer.aftersales.models import CasePlace, ReturnMethod
from xiaoer.aftersales.service import clocks
from xiaoer.aftersales.service.holding import Held
from xiaoer.core import events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.orders import queries as orders


def choose(session: Session, held: Held) -> None:
    """The place for this case's goods and customer: category and region first, then the general.

    Raises `AddressNeeded` when the shop has set up none.
    """
    case = held.case
    query = select(CasePlace).where(CasePlace.shop_id == case.shop_id, CasePlace.active)
    places = session.scalars(query.order_by(CasePlace.id)).all()
    wanted = {each.order_line_id for each in queries.lines_of(session, case.id)}
    lines = [line for line in orders.lines(session, case.order_id) if line.id in wanted]
    categories = {each.category for each in queries.articles(session, lines).values()}
    fitting = [each for each in places if _fits(each, categories, held.order.receiver_address)]
    if not fitting:
        raise AddressNeeded
    best = max(fitting, key=lambda each: (each.category is not None, each.region is not None))
    case.place_id = best.id


def _fits(place: CasePlace, categories: set[str | None], address: str) -> bool:
    by_category = place.category is None or categories == {place.category}
    return by_category and (place.region is None or address.startswith(place.region))


def set_place(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    place_id: UUID | None = None,
    **what: Any,
) -> CasePlace:
    """Add a return address, or change one; cases already agreed keep theirs by its name."""
    actor.must(Permission.AFTERSALES_MANAGE)
    shops.must_reach(actor, shop_id)
    if place_id is None:
        place = CasePlace(shop_id=shop_id, **what)
        session.add(place)
    else:
        found = session.get(CasePlace, place_id)
        if found is None or found.shop_id != shop_id:
            raise PlaceNotFound
        place = found
        for name, value in what.items():
            setattr(place, name, value)
    session.flush()
    events.emit(session, actor, ReturnPlaceSet(shop_id=shop_id, place_id=place.id, name=place.name))
    return place


def methods(session: Session, shop_id: UUID) -> list[ReturnMethod]:
    """The ways of sending goods back that the shop offers (RET-8)."""
    return list(clocks.choices(session, shop_id).return_methods)


def check_method(session: Session, shop_id: UUID, method: ReturnMethod | None) -> None:
    """Raise `MethodNotOffered` for a way the shop does not offer."""
    offered = methods(session, shop_id)
    if method is not None and method not in offered:
        raise MethodNotOffered(methods=", ".join(offered))
