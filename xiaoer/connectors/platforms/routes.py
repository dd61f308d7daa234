"""Platforms tell of their cases here. Signed with the shop's key, or they were never here (401)."""

from typing import Annotated, Any
from uuid import UUID, uuid5

from fastapi import Body, Header, Query
from pydantic import ValidationError
from sqlalchemy.orm import Session

from xiaoer.aftersales import service
from xiaoer.aftersales.models import Case
from xiaoer.aftersales.rules import Wanted
from xiaoer.connectors.platforms.errors import (
    PlatformNotSigned,
    PlatformNotUnderstood,
    PlatformOrderUnknown,
)
from xiaoer.connectors.platforms.schemas import (
    PlatformKey,
    PlatformOpens,
    PlatformTaken,
    PlatformTold,
)
from xiaoer.connectors.platforms.signing import key_of
from xiaoer.core import auth, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.orders import queries as orders
from xiaoer.payments.sandbox import signing

router = Router(prefix="/api/platforms/{platform}", tags=["platforms"])
Shop = Annotated[UUID, Query()]


@router.get("/key")
def key(session: Db, actor: Me, platform: str, shop_id: Shop) -> PlatformKey:
    """What the platform's application has to sign with for this shop."""
    actor.must(Permission.AFTERSALES_MANAGE)
    shops.must_reach(actor, shop_id)
    shops.get(session, shop_id)
    return PlatformKey(key=key_of(shop_id, platform).hex())


@router.post("/cases")
def told(
    session: Db,
    platform: str,
    shop_id: Shop,
    body: Annotated[dict[str, Any], Body()],
    timestamp: Annotated[str, Header(alias=signing.TIMESTAMP, max_length=20)] = "",
    signature: Annotated[str, Header(alias=signing.SIGNATURE, max_length=128)] = "",
) -> PlatformTaken:
    """Where a case of the platform stands; one that is new here is opened. Told again, or later
    than what is newer, it changes nothing."""
    try:
        content = signing.canonical(body)
    except (TypeError, ValueError) as broken:
        raise PlatformNotSigned from broken
    if not signing.signed(key_of(shop_id, platform), content, timestamp, signature):
        raise PlatformNotSigned
    try:
        said = PlatformTold.model_validate(body)
    except ValidationError as broken:
        raise PlatformNotUnderstood from broken
    actor = auth.system(f"platform {platform}")
    if said.opens is not None and not service.known(session, shop_id, platform, said.ref):
        _open(session, actor, shop_id, platform, said, said.opens)
    case = service.told(
        session,
        actor,
        shop_id=shop_id,
        platform=platform,
        platform_ref=said.ref,
        platform_version=said.version,
        **said.model_dump(include={"status", "refund", "dispute", "goods_back", "refunded_cents"}),
    )
    return PlatformTaken(
        case_id=case.id, number=case.number, state=case.state, version=case.platform_version
    )


def _open(
    session: Session,
    actor: Actor,
    shop_id: UUID,
    platform: str,
    said: PlatformTold,
    opens: PlatformOpens,
) -> Case:
    """The buyer asked on the platform, which let them: our policy has no say in it (T1)."""
    order = orders.by_number(session, shop_id=shop_id, order_no=opens.order_no)
    if order is None:
        raise PlatformOrderUnknown
    by_place = {line.position: line.id for line in orders.lines(session, order.id)}
    nobody = uuid5(order.id, "no such line")
    request = service.Request(
        kind=opens.kind,
        reason=opens.reason,
        lines=[Wanted(by_place.get(each.position, nobody), each.qty) for each in opens.lines],
        text=opens.text,
        cents=opens.cents,
    )
    case = service.open_case(
        session,
        actor,
        order_id=order.id,
        request=request,
        key=uuid5(shop_id, f"{platform}:{said.ref}"),
        override_reason=f"{platform} {said.ref}",
    )
    return service.adopt(
        session,
        actor,
        case_id=case.id,
        platform=platform,
        platform_ref=said.ref,
        platform_version="",
    )
