"""Rounds as the inbox wrote them down: the one source of all response figures."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import db
from xiaoer.core.shops import Shop
from xiaoer.metrics.models import Settled
from xiaoer.metrics.queries.windows import midnight
from xiaoer.metrics.rules.rounds import Round

IS_FIRST = (
    "NOT EXISTS (SELECT FROM turns e WHERE e.conversation_id = t.conversation_id"
    " AND e.question_seq < t.question_seq)"
)
"""Whether a round `t` is the first of its talk."""
# One range of ix_turns_shop, and two rows by their keys for each.
_ROUNDS = (
    "SELECT t.conversation_id, c.customer_id, c.channel, coalesce(r.topic, ''), t.agent_id,"
    f" {IS_FIRST}, t.asked_at, t.answered_at, t.seconds"
    " FROM turns t JOIN conversations c ON c.id = t.conversation_id"
    " LEFT JOIN assist_readings r ON r.conversation_id = t.conversation_id"
    " WHERE t.shop_id = %(shop)s AND t.asked_at >= %(since)s AND t.asked_at < %(until)s"
    " ORDER BY t.asked_at"
)


def between(session: Session, shop_id: UUID, since: datetime, until: datetime) -> list[Round]:
    values = {"shop": shop_id, "since": since, "until": until}
    return [Round(*row) for row in db.read(session, _ROUNDS, values)]


def by_day(session: Session, shop: Shop, first: date, until: datetime) -> dict[date, list[Round]]:
    """Those asked from the shop's day `first` to before `until`, by day; one statement."""
    found: dict[date, list[Round]] = defaultdict(list)
    for each in between(session, shop.id, midnight(first, shop.zone), until):
        found[each.asked_at.astimezone(shop.zone).date()].append(each)
    return found


def of_day(session: Session, shop: Shop, day: date) -> list[Round]:
    """Those asked on a day of the shop."""
    start, end = midnight(day, shop.zone), midnight(day + timedelta(days=1), shop.zone)
    return between(session, shop.id, start, end)


def settled_until(session: Session, shop_id: UUID) -> date | None:
    """Days before it are rolled up; None: none are."""
    known = session.get(Settled, shop_id)
    return known.until if known else None


def live_from(session: Session, shop_id: UUID, first: date) -> date:
    """From this day on of a window that begins with `first`, rows are counted themselves."""
    until = settled_until(session, shop_id)
    return first if until is None else max(first, until)
