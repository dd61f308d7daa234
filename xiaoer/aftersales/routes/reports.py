"""Reports of after-sales: each figure with its window, its rule, and the cases behind it."""

from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal
from uuid import UUID

import orjson
from fastapi import Query
from sqlalchemy.orm import Session

from xiaoer.aftersales.queries import queues, reports
from xiaoer.aftersales.routes import showing
from xiaoer.aftersales.rules import legs
from xiaoer.aftersales.schemas import cases
from xiaoer.aftersales.schemas import reports as schemas
from xiaoer.aftersales.service import branching, clocks
from xiaoer.core import clock, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import Shop
from xiaoer.core.web import Db, Me, Router
from xiaoer.playbooks.rules import shipped

router = Router(prefix="/api/case-reports", tags=["aftersales"])
Days = Annotated[int, Query(ge=1, le=366)]


@cache
def rules() -> dict[str, dict[str, str]]:
    """What each report counts and how, in both languages."""
    raw = files("xiaoer.aftersales") / "shipped" / "reports.json"
    found: dict[str, dict[str, str]] = orjson.loads(raw.read_bytes())
    return found


def _told(
    session: Session, actor: Actor, name: str, shop_id: UUID, days: int
) -> tuple[Shop, reports.Window, dict[str, Any]]:
    actor.must(Permission.AFTERSALES_READ)
    shops.must_reach(actor, shop_id)
    shop = shops.get(session, shop_id)
    when = reports.window(shop, days, clock.now())
    return shop, when, {"window": when, "rule": rules()[name], "currency": shop.currency}


@router.get("/retention", response_model=schemas.RetentionReport)
def retention(
    session: Db,
    actor: Me,
    shop_id: UUID,
    days: Days = 30,
    by: Literal["agent", "reason"] = "agent",
) -> dict[str, Any]:
    """Offers for keeping the order, by agent or by reason."""
    _, when, told = _told(session, actor, "retention", shop_id, days)
    return told | {"items": reports.retention(session, shop_id, when, by)}


@router.get("/return-times", response_model=schemas.ReturnTimes)
def return_times(session: Db, actor: Me, shop_id: UUID, days: Days = 30) -> dict[str, Any]:
    """How long each leg of a return takes, against its target."""
    shop, when, told = _told(session, actor, "return-times", shop_id, days)
    wanted = legs.targets(clocks.choices(session, shop_id).leg_targets)
    times, by_day = reports.return_times(session, shop, when, wanted)
    return told | {"items": times, "days": by_day}


@router.get("/couriers", response_model=schemas.CourierReport)
def couriers(session: Db, actor: Me, shop_id: UUID, days: Days = 30) -> dict[str, Any]:
    """How long each courier takes for each leg of returns and exchanges."""
    _, when, told = _told(session, actor, "couriers", shop_id, days)
    return told | {"items": reports.couriers(session, shop_id, when)}


@router.get("/completion", response_model=schemas.CompletionReport)
def completion(session: Db, actor: Me, shop_id: UUID, days: Days = 30) -> dict[str, Any]:
    """How long cases take that we complete ourselves, against their target; ruled ones apart."""
    _, when, told = _told(session, actor, "completion", shop_id, days)
    hours = clocks.choices(session, shop_id).completion_targets
    wanted = {kind: each * 3600 for kind, each in hours.items()}
    return told | {"items": reports.completion(session, shop_id, when, wanted)}


@router.get("/automation", response_model=schemas.AutomationReport)
def automation(session: Db, actor: Me, shop_id: UUID, days: Days = 30) -> dict[str, Any]:
    """How fast refunds are with automations and without, and how many are disputed."""
    _, when, told = _told(session, actor, "automation", shop_id, days)
    return told | {"items": reports.automation(session, shop_id, when)}


@router.get("/disputes", response_model=schemas.BranchReport)
def disputes(session: Db, actor: Me, shop_id: UUID, days: Days = 30) -> dict[str, Any]:
    """Which branch of the dispute tree ends how, and costs most."""
    _, when, told = _told(session, actor, "disputes", shop_id, days)
    known = shipped.get(branching.TREE).book.branches
    items = [
        vars(each)
        | {"title": known[each.branch].title.model_dump() if each.branch in known else None}
        for each in reports.branches(session, shop_id, when)
    ]
    return told | {"items": items}


@router.get("/rows", response_model=cases.CaseList)
def rows(
    session: Db, actor: Me, ids: Annotated[list[UUID], Query(min_length=1, max_length=100)]
) -> dict[str, Any]:
    """The cases behind a figure, the newest first; those of other shops are not there."""
    actor.must(Permission.AFTERSALES_READ)
    return {"items": [showing.brief(each) for each in queues.named(session, actor, ids)]}
