"""Promotions begin, change and end, and the phrases that speak of them follow (QP-11)."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from xiaoer.core import auth, clock, events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.phrases import queries
from xiaoer.phrases.errors import PromotionForNoTime
from xiaoer.phrases.events import PromotionChanged
from xiaoer.phrases.models import Changing, Promotion
from xiaoer.phrases.rules.care import Change
from xiaoer.phrases.service import caring

AT_ONCE = 200


def put(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    code: str,
    name: str,
    starts_at: datetime,
    ends_at: datetime,
    conditions: str = "",
) -> Promotion:
    """A promotion as it is from now on; the phrases that repeat it are to be looked at."""
    actor.must(Permission.PHRASES_EDIT)
    shops.must_reach(actor, shop_id)
    if ends_at <= starts_at:
        raise PromotionForNoTime
    held = queries.promotion(session, shop_id, code, lock=True)
    fresh = held is None
    if held is None:
        held = Promotion(shop_id=shop_id, code=code)
        session.add(held)
    before = (held.name, held.conditions, held.starts_at, held.ends_at)
    held.name, held.conditions = name, conditions
    held.starts_at, held.ends_at = starts_at, ends_at
    if not fresh and before == (name, conditions, starts_at, ends_at):
        return held
    now = clock.now()
    held.started_told, held.ended_told, held.updated_at = starts_at <= now, ends_at <= now, now
    session.flush()
    _tell(session, actor, held, "changed")
    if not fresh:
        _follow(session, held, Change(f"活动“{name}”有变更", f"{name} was changed"))
    if held.ended_told:
        caring.end_with(session, held)
    return held


def look_over(session: Session) -> int:
    """Promotions that began or ended since the last look; how many."""
    now = clock.now()
    query = (
        select(Promotion)
        .where(
            or_(
                and_(~Promotion.started_told, Promotion.starts_at <= now),
                and_(~Promotion.ended_told, Promotion.ends_at <= now),
            )
        )
        .order_by(Promotion.id)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    found = session.scalars(query).all()
    for each in found:
        ended = each.ends_at <= now
        each.started_told, each.ended_told = True, ended
        session.flush()
        _tell(session, auth.system("promotions"), each, "ended" if ended else "started")
        over = Change(f"活动“{each.name}”已结束", f"{each.name} has ended")
        begun = Change(f"活动“{each.name}”已开始", f"{each.name} has begun")
        _follow(session, each, over if ended else begun)
        if ended:
            caring.end_with(session, each)
    return len(found)


def _follow(session: Session, promotion: Promotion, change: Change) -> None:
    caring.mark_changed(
        session,
        auth.system("promotions"),
        shop_id=promotion.shop_id,
        kind=Changing.PROMOTION,
        refs=[promotion.code],
        change=change,
    )


def _tell(session: Session, actor: Actor, promotion: Promotion, what: str) -> None:
    told = PromotionChanged(
        shop_id=promotion.shop_id, promotion_id=promotion.id, name=promotion.name, what=what
    )
    events.emit(session, actor, told)
