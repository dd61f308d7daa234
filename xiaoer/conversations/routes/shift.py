"""The end of a shift, and what talks before a purchase brought."""

from typing import Annotated
from uuid import UUID

from fastapi import Query
from pydantic import AwareDatetime

from xiaoer.conversations.queries import conversions, handing
from xiaoer.conversations.schemas.shift import ConversionOut, HandoverIn, HandoverOut, HeldOut
from xiaoer.conversations.service import handing as verbs
from xiaoer.core.auth import Permission
from xiaoer.core.shops import must_reach
from xiaoer.core.web import Db, Me, Router

router = Router(prefix="/api", tags=["conversations"])
Moment = Annotated[AwareDatetime, Query()]


@router.get("/handovers")
def handovers(session: Db, actor: Me, shop_id: UUID) -> list[HandoverOut]:
    """What was handed over lately, and what waits to be acknowledged."""
    actor.must(Permission.CONVERSATIONS_READ)
    must_reach(actor, shop_id)
    return [HandoverOut.of(row) for row in handing.handovers(session, actor, shop_id)]


@router.get("/handovers/held")
def held(session: Db, actor: Me, shop_id: UUID) -> list[HeldOut]:
    """What one would hand over now."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    must_reach(actor, shop_id)
    found = handing.held(session, actor.id, shop_id) if actor.id else []
    return [HeldOut.model_validate(each) for each in found]


@router.post("/handovers", status_code=201)
def hand_over(session: Db, actor: Me, body: HandoverIn) -> dict[str, UUID]:
    return {"id": verbs.hand_over(session, actor, **body.model_dump()).id}


@router.put("/handovers/{handover_id}/acknowledgement", status_code=204)
def acknowledge(session: Db, actor: Me, handover_id: UUID) -> None:
    verbs.acknowledge(session, actor, handover_id)


@router.get("/presale-conversions")
def presale(
    session: Db, actor: Me, shop_id: UUID, since: Moment, until: Moment
) -> list[ConversionOut]:
    """Of those who asked before buying, how many bought, by agent."""
    rows = conversions.conversions(session, actor, shop_id=shop_id, since=since, until=until)
    return [ConversionOut.model_validate(row) for row in rows]
