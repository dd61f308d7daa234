"""The wire of quality: sheets and tips, drawing and scoring, own scores and the team's."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query
from sqlalchemy.orm import Session

from xiaoer.core import clock, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.web import Db, Me, Router
from xiaoer.quality import schemas
from xiaoer.quality.models import Score, SheetKind
from xiaoer.quality.queries import coaching, scores, sheets, work
from xiaoer.quality.service import scoring
from xiaoer.quality.service import sheets as writing
from xiaoer.workforce import queries as workforce

router = Router(prefix="/api", tags=["quality"])
Days = Annotated[int, Query(ge=1, le=366)]


@router.get("/quality/sheets/{kind}", response_model=schemas.SheetOut)
def sheet(session: Db, actor: Me, kind: SheetKind, shop_id: UUID) -> dict[str, Any]:
    """What talks or calls are scored by now, with its tips: everybody at the desk sees it."""
    actor.must(Permission.CONVERSATIONS_READ)
    _shop(session, actor, shop_id)
    return _sheet(session, shop_id, kind)


@router.put("/quality/sheets/{kind}", response_model=schemas.SheetOut)
def write_sheet(session: Db, actor: Me, kind: SheetKind, body: schemas.SheetIn) -> dict[str, Any]:
    """Score by a new version from now on."""
    writing.write(session, actor, body.shop_id, kind, [each.made() for each in body.criteria])
    return _sheet(session, body.shop_id, kind)


@router.get("/quality/draw", response_model=schemas.WorkOut)
def draw(
    session: Db,
    actor: Me,
    shop_id: UUID,
    kind: SheetKind = SheetKind.TALK,
    agent_id: UUID | None = None,
) -> work.Work:
    """A talk or a call nobody has scored, of whoever was scored least."""
    return work.draw(session, actor, shop_id, kind, agent_id=agent_id)


@router.get("/quality/work/{kind}/{subject_id}", response_model=schemas.WorkOut)
def picked(session: Db, actor: Me, kind: SheetKind, subject_id: UUID) -> work.Work:
    """A talk or a call somebody picked to score."""
    actor.must(Permission.QUALITY_SCORE)
    return work.one(session, actor, kind, subject_id)


@router.get("/quality/work/{kind}/{subject_id}/score", response_model=schemas.ScoreOut | None)
def score_of(session: Db, actor: Me, kind: SheetKind, subject_id: UUID) -> dict[str, Any] | None:
    """How a talk or a call was scored, for its agent and those who may read scores."""
    actor.must(Permission.CONVERSATIONS_READ)
    found = scores.of_work(session, subject_id)
    if found is None or found.kind is not kind or not scores.may_see(actor, found):
        return None
    return _shown(session, [found])[0]


@router.post(
    "/quality/work/{kind}/{subject_id}/score", response_model=schemas.ScoreOut, status_code=201
)
def score(
    session: Db, actor: Me, kind: SheetKind, subject_id: UUID, body: schemas.ScoreIn
) -> dict[str, Any]:
    remarks = [each.made() for each in body.remarks]
    made = scoring.score(session, actor, kind, subject_id, points=body.points, remarks=remarks)
    return _shown(session, [made])[0]


@router.get("/quality/scores", response_model=schemas.ScorePage)
def listed(
    session: Db,
    actor: Me,
    shop_id: UUID,
    agent_id: UUID | None = None,
    days: Days = 30,
    after: Annotated[str | None, Query(max_length=200)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """Scores, the newest first; without the right to read everybody's, one's own."""
    found, following = scores.listed(
        session,
        actor,
        shop_id=shop_id,
        since=clock.now() - timedelta(days=days),
        agent_id=agent_id,
        after=after,
        limit=limit,
    )
    return {"items": _shown(session, found), "next": following}


@router.put("/quality/scores/{score_id}/seen", response_model=schemas.ScoreOut)
def seen(session: Db, actor: Me, score_id: UUID) -> dict[str, Any]:
    """I have read it."""
    return _shown(session, [scoring.see(session, actor, score_id)])[0]


@router.get("/quality/mine", response_model=schemas.CoachingOut)
def mine(session: Db, actor: Me, shop_id: UUID, days: Days = 90) -> coaching.Coaching:
    """My own skills and how my scores went."""
    shop, now = _shop(session, actor, shop_id), clock.now()
    return coaching.mine(session, actor, shop, since=now - timedelta(days=days))


@router.get("/quality/team", response_model=schemas.TeamOut)
def team(session: Db, actor: Me, shop_id: UUID, days: Days = 90) -> dict[str, Any]:
    """Each agent's skills, who needs help most first."""
    shop, now = _shop(session, actor, shop_id), clock.now()
    since = now - timedelta(days=days)
    items = coaching.team(session, actor, shop, since=since)
    return {"since": since, "until": now, "timezone": shop.timezone, "items": items}


def _shop(session: Session, actor: Actor, shop_id: UUID) -> shops.Shop:
    shops.must_reach(actor, shop_id)
    return shops.get(session, shop_id)


def _sheet(session: Session, shop_id: UUID, kind: SheetKind) -> dict[str, Any]:
    own = sheets.newest(session, shop_id, kind)
    return {
        "kind": kind,
        "version": own.version if own else 0,
        "made_by": own.made_by if own else "",
        "made_at": own.made_at if own else None,
        "criteria": sheets.criteria(session, shop_id, kind),
    }


def _shown(session: Session, found: Sequence[Score]) -> list[dict[str, Any]]:
    """Two statements, however many scores."""
    known = sheets.versions(session, {each.sheet_id for each in found})
    names = workforce.names(session, {each.agent_id for each in found})
    return [
        {
            **{name: getattr(each, name) for name in _PLAIN},
            "agent_name": names.get(each.agent_id, ""),
            "version": known[each.sheet_id][0],
            "criteria": known[each.sheet_id][1],
        }
        for each in found
    ]


_PLAIN = (
    *("id", "shop_id", "kind", "subject_id", "subject_number", "agent_id", "total_bp"),
    *("scored_by", "at", "seen_at", "points", "remarks"),
)
