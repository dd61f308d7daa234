"""The wire of figures."""

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Query
from sqlalchemy.orm import Session

from xiaoer.complaints.models import ComplaintCause
from xiaoer.core import shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.shops import Shop
from xiaoer.core.web import Db, Me, Router
from xiaoer.metrics import schemas
from xiaoer.metrics.queries import outcomes as reading
from xiaoer.metrics.queries import people as persons
from xiaoer.metrics.queries import rates as rating
from xiaoer.metrics.queries import responses as responding
from xiaoer.metrics.queries import rows
from xiaoer.metrics.queries.responses import Narrowed, SplitBy
from xiaoer.metrics.queries.windows import Window, shop_of, window, within
from xiaoer.metrics.rules import definitions, shifts
from xiaoer.metrics.service import shifts as setting

router = Router(prefix="/api/metrics", tags=["metrics"])
Days = Annotated[int, Query(ge=1, le=366)]
Word = Annotated[str | None, Query(max_length=80)]


NONE = "-"
"""Of a topic or a shift: none at all."""


def narrowed(
    channel: Word = None,
    topic: Word = None,
    agent_id: UUID | None = None,
    shift: Word = None,
    hour: Annotated[int | None, Query(ge=0, le=23)] = None,
) -> Narrowed:
    none = {NONE: ""}
    return Narrowed(
        channel,
        none.get(topic, topic) if topic else None,
        agent_id,
        none.get(shift, shift) if shift else None,
        hour,
    )


Only = Annotated[Narrowed, Depends(narrowed)]


@router.get("/responses", response_model=schemas.ResponsesOut)
def responses(
    session: Db, actor: Me, shop_id: UUID, only: Only, by: SplitBy = SplitBy.AGENT, days: Days = 7
) -> dict[str, Any]:
    """Response times by topic, channel, agent, shift or period (RSP-3)."""
    shop = shop_of(session, actor, shop_id)
    when = window(shop, days)
    found = responding.responses(session, shop, when, by, only)
    by_day = [{"day": day, "figures": figures} for day, figures in found.days]
    told = {"window": when, "rule": definitions.of("responses"), "by": by}
    return told | vars(found) | {"days": by_day}


@router.get("/rates", response_model=schemas.RatesOut)
def rates(session: Db, actor: Me, shop_id: UUID) -> dict[str, Any]:
    """Response rates as the platforms count them, over their thirty days."""
    shop = shop_of(session, actor, shop_id)
    items = [
        vars(each)
        | {
            "code": each.preset.code,
            "rule": each.preset,
            "days": [{"day": day, "share_bp": share} for day, share in each.days],
        }
        for each in rating.rates(session, shop)
    ]
    return {"window": window(shop, 30), "items": items}


@router.get("/people", response_model=schemas.PeopleOut)
def people(session: Db, actor: Me, shop_id: UUID | None = None, days: Days = 7) -> dict[str, Any]:
    """Productivity per agent beside its quality (RSP-12), over one shop or all that are reached."""
    found = _reached(session, actor, shop_id, days)
    told = {"window": found[0][1] if found else None, "rule": definitions.of("people")}
    return told | {"items": persons.people(session, found)}


def _reached(
    session: Session, actor: Actor, shop_id: UUID | None, days: int
) -> list[tuple[Shop, Window]]:
    actor.must(Permission.METRICS_READ)
    some = [shop_of(session, actor, shop_id)] if shop_id else shops.visible_to(session, actor)
    return [(shop, window(shop, days)) for shop in some]


@router.get("/outcomes", response_model=schemas.OutcomesOut)
def outcomes(session: Db, actor: Me, shop_id: UUID, days: Days = 30) -> dict[str, Any]:
    """Repurchase, complaints and disputes, satisfaction (RSP-13); causes by week (RSP-11)."""
    shop = shop_of(session, actor, shop_id)
    when = window(shop, days)
    now, before = reading.compared(session, shop, when)
    return {
        "window": when,
        "rule": definitions.of("outcomes"),
        "now": now,
        "before": before,
        "causes_rule": definitions.of("causes"),
        "weeks": reading.weeks(session, shop, when),
    }


@router.get("/rows", response_model=schemas.FigureRows)
def behind(
    session: Db,
    actor: Me,
    what: rows.What,
    only: Only,
    shop_id: UUID | None = None,
    days: Days = 7,
    first: date | None = None,
    last: date | None = None,
    cause: ComplaintCause | None = None,
    after: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """The rows behind a figure, the newest first; from `first` to `last` of the window's days."""
    reached = _reached(session, actor, shop_id, days)
    found = [(shop, within(shop, when, first, last)) for shop, when in reached]
    if not found:
        return {"items": [], "next": None}
    items, following = rows.page(
        session, found, what, only=only, cause=cause, after=after, limit=limit
    )
    return {"items": items, "next": following}


@router.get("/shifts", response_model=schemas.ShiftsOut)
def shop_shifts(session: Db, actor: Me, shop_id: UUID) -> dict[str, Any]:
    """The hours of the shop's shifts."""
    shop = shop_of(session, actor, shop_id)
    return {"shifts": shifts.read(shop.settings)}


@router.put("/shifts", response_model=schemas.ShiftsOut)
def set_shifts(session: Db, actor: Me, body: schemas.ShiftsIn) -> dict[str, Any]:
    """Split figures by these shifts from now on."""
    made = [each.made() for each in body.shifts]
    setting.set_shifts(session, actor, body.shop_id, made)
    return {"shifts": made}
