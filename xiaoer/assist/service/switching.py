"""Switch features of a shop on and off."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from xiaoer.assist.events import FeatureSwitched
from xiaoer.assist.models import Switch
from xiaoer.assist.queries import switches
from xiaoer.assist.rules.features import Feature
from xiaoer.core import events, shops
from xiaoer.core.auth import Actor, Permission


def switch(session: Session, actor: Actor, *, shop_id: UUID, feature: Feature, on: bool) -> None:
    """Everything works with any of them off (SMT-4). The same again changes nothing."""
    actor.must(Permission.ASSIST_MANAGE)
    if not actor.reaches(shops.get(session, shop_id).id):
        raise shops.ShopNotFound(shop=shop_id)
    if switches.of_shop(session, shop_id)[feature] is on:
        return
    put = insert(Switch).values(shop_id=shop_id, feature=feature.value, on=on)
    session.execute(
        put.on_conflict_do_update(index_elements=["shop_id", "feature"], set_={"on": on})
    )
    events.emit(session, actor, FeatureSwitched(shop_id=shop_id, feature=feature.value, on=on))
