"""What came of serving: repurchase, complaints, disputes, satisfaction (RSP-13), and complaints by
cause beside response and accuracy (RSP-11)."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from xiaoer.complaints import queries as complaints
from xiaoer.complaints.models import ComplaintCause
from xiaoer.core import db
from xiaoer.core.shops import Shop
from xiaoer.metrics.queries import responses
from xiaoer.metrics.queries import rounds as reading
from xiaoer.metrics.queries.responses import SplitBy
from xiaoer.metrics.queries.windows import Window, before, midnight, monday
from xiaoer.metrics.rules.rounds import Sums, figures, share_bp
from xiaoer.quality.models import Skill
from xiaoer.quality.queries import scores

SERVED = """
served AS (
    SELECT customer_id, min(at) AS at FROM (
        SELECT customer_id, at FROM metrics_served
        WHERE shop_id = %(shop)s AND day >= %(first)s AND day < %(live)s
        UNION ALL
        SELECT c.customer_id, t.answered_at FROM turns t
        JOIN conversations c ON c.id = t.conversation_id
        WHERE t.shop_id = %(shop)s AND t.asked_at >= %(live_at)s AND t.asked_at < %(until)s
            AND t.answered_at IS NOT NULL
    ) each GROUP BY customer_id
), bought AS (
    SELECT s.customer_id, s.at,
        EXISTS (SELECT FROM orders o WHERE o.customer_id = s.customer_id AND o.paid_at < s.at
            AND o.shop_id = %(shop)s) AS before,
        (SELECT min(o.paid_at) FROM orders o WHERE o.customer_id = s.customer_id
            AND o.paid_at > s.at AND o.shop_id = %(shop)s) AS again_at
    FROM served s
)
"""
"""Customers answered in a window, whether they had paid before, and when they paid again."""

_SERVED = (
    f"WITH {SERVED} SELECT count(*), count(*) FILTER (WHERE before),"
    " count(*) FILTER (WHERE before AND again_at IS NOT NULL) FROM bought"
)
_STARS = (
    "SELECT count(*), avg(score)::float, count(*) FILTER (WHERE score >= 4)"
    " FROM conversation_ratings WHERE shop_id = %(shop)s AND at >= %(since)s AND at < %(until)s"
)
_DISPUTES = (
    "SELECT count(DISTINCT subject_id) FROM events WHERE shop_id = %(shop)s AND kind = 'CaseMoved'"
    " AND at >= %(since)s AND at < %(until)s AND data->>'command' = 'escalate'"
)


@dataclass(frozen=True)
class Outcome:
    """Of one window. Shares are in ten thousandths; `stars` 1 to 5."""

    served: int
    bought_before: int
    bought_again: int
    repurchase_bp: int | None
    complaints: int
    causes: Mapping[ComplaintCause, int]
    disputes: int
    rated: int
    stars: float | None
    content_bp: int | None


@dataclass(frozen=True)
class Week:
    """Complaints of a week by cause, beside what may have caused them."""

    monday: date
    complaints: int
    misunderstandings: int
    causes: Mapping[ComplaintCause, int]
    avg_response_sec: float | None
    accuracy_bp: int | None


def outcome(session: Session, shop: Shop, when: Window) -> Outcome:
    values = values_of(session, shop, when)
    served, earlier, again = db.read(session, _SERVED, values)[0]
    rated, stars, content = db.read(session, _STARS, values)[0]
    within = {"since": when.since, "until": when.until}
    causes = Counter(cause for _, cause in complaints.moments(session, shop.id, **within))
    return Outcome(
        served=served,
        bought_before=earlier,
        bought_again=again,
        repurchase_bp=share_bp(again, earlier),
        complaints=causes.total(),
        causes=causes,
        disputes=db.read(session, _DISPUTES, values)[0][0],
        rated=rated,
        stars=None if stars is None else round(stars, 2),
        content_bp=share_bp(content, rated),
    )


def compared(session: Session, shop: Shop, when: Window) -> tuple[Outcome, Outcome]:
    """This window, and as many days just before."""
    return outcome(session, shop, when), outcome(session, shop, before(shop, when))


def values_of(session: Session, shop: Shop, when: Window) -> dict[str, Any]:
    live = reading.live_from(session, shop.id, when.first)
    live = min(live, when.last + timedelta(days=1))
    return {
        "shop": shop.id,
        "since": when.since,
        "until": when.until,
        "first": when.first,
        "live": live,
        "live_at": midnight(live, shop.zone),
    }


def weeks(session: Session, shop: Shop, when: Window) -> Sequence[Week]:
    """Every week of the window, the oldest first."""
    since, until = when.since, when.until
    causes: dict[date, Counter[ComplaintCause]] = defaultdict(Counter)
    for at, cause in complaints.moments(session, shop.id, since=since, until=until):
        causes[monday(at.astimezone(shop.zone).date())][cause] += 1
    waited: dict[date, Sums] = defaultdict(Sums)
    for day, _, sums in responses.parts(session, shop, when, SplitBy.DAY):
        waited[monday(day)].add(sums)
    scored: dict[date, list[scores.Scored]] = defaultdict(list)
    for each in scores.within(session, [shop.id], since=since, until=until):
        scored[monday(each[0].at.astimezone(shop.zone).date())].append(each)
    return [
        Week(
            monday=each,
            complaints=causes[each].total(),
            misunderstandings=causes[each][ComplaintCause.MISUNDERSTANDING],
            causes=causes[each],
            avg_response_sec=figures(waited[each]).avg_response_sec,
            accuracy_bp=scores.skills(scored[each]).get(Skill.ACCURACY),
        )
        for each in sorted({monday(day) for day in when.days})
    ]
