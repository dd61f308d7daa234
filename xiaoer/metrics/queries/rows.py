"""The rows behind each figure, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import db, paging
from xiaoer.core.shops import Shop
from xiaoer.metrics.queries.outcomes import SERVED, values_of
from xiaoer.metrics.queries.responses import Narrowed
from xiaoer.metrics.queries.rounds import IS_FIRST
from xiaoer.metrics.queries.windows import Window
from xiaoer.metrics.rules.rounds import FIRST_QUICK_SEC, QUICK_SEC


class What(StrEnum):
    """Which figure's rows."""

    ROUNDS = "rounds"
    UNANSWERED = "unanswered"
    SLOW = "slow"
    FIRST = "first"
    FIRST_SLOW = "first_slow"
    RATINGS = "ratings"
    HANDLED = "handled"
    DISPUTES = "disputes"
    SERVED = "served"
    REPURCHASED = "repurchased"
    COMPLAINTS = "complaints"
    SCORES = "scores"


@dataclass(frozen=True)
class Row:
    """`kind` and `id`: what opens. `value`: seconds, stars or ten thousandths, by what it is."""

    kind: str
    id: UUID
    title: str
    text: str
    agent: str
    at: datetime
    value: float | None


_ROUNDS = """
SELECT 'conversation' AS kind, t.conversation_id AS id, cu.name AS title, q.text, a.name AS agent,
    t.asked_at AS at, t.seconds::float AS value
FROM turns t JOIN conversations c ON c.id = t.conversation_id
JOIN customers cu ON cu.id = c.customer_id
JOIN messages q ON q.conversation_id = t.conversation_id AND q.seq = t.question_seq
LEFT JOIN agents a ON a.id = t.agent_id
LEFT JOIN assist_readings r ON r.conversation_id = t.conversation_id
WHERE t.shop_id = %(shop)s AND t.asked_at >= %(since)s AND t.asked_at < %(until)s
    AND (%(channel)s::text IS NULL OR c.channel = %(channel)s)
    AND (%(topic)s::text IS NULL OR coalesce(r.topic, '') = %(topic)s)
    AND (%(agent)s::uuid IS NULL OR t.agent_id = %(agent)s)
    AND (%(hours)s::int[] IS NULL
        OR extract(hour FROM t.asked_at AT TIME ZONE %(zone)s) = ANY(%(hours)s))
    AND {which}
"""
_BOUGHT = f"""
WITH {SERVED} SELECT 'customer' AS kind, b.customer_id AS id, cu.name AS title, '' AS text,
    '' AS agent, coalesce({{at}}, b.at) AS at, NULL::float AS value
FROM bought b JOIN customers cu ON cu.id = b.customer_id WHERE {{which}}
"""
_STATEMENTS = {
    What.ROUNDS: _ROUNDS.format(which="true"),
    What.UNANSWERED: _ROUNDS.format(which="t.seconds IS NULL"),
    What.SLOW: _ROUNDS.format(which=f"(t.seconds IS NULL OR t.seconds > {QUICK_SEC})"),
    What.FIRST: _ROUNDS.format(which=IS_FIRST),
    What.FIRST_SLOW: _ROUNDS.format(
        which=f"(t.seconds IS NULL OR t.seconds > {FIRST_QUICK_SEC}) AND {IS_FIRST}"
    ),
    What.RATINGS: """
SELECT 'conversation' AS kind, r.conversation_id AS id, cu.name AS title, r.comment AS text,
    a.name AS agent, r.at, r.score::float AS value
FROM conversation_ratings r JOIN conversations c ON c.id = r.conversation_id
JOIN customers cu ON cu.id = c.customer_id LEFT JOIN agents a ON a.id = r.agent_id
WHERE r.shop_id = %(shop)s AND r.at >= %(since)s AND r.at < %(until)s
    AND (%(agent)s::uuid IS NULL OR r.agent_id = %(agent)s)
""",
    What.HANDLED: """
SELECT CASE e.kind WHEN 'TaskDone' THEN 'task' ELSE 'case' END AS kind, e.subject_id AS id,
    coalesce(e.data->>'number', '') AS title, coalesce(e.data->>'command', '') AS text,
    e.actor_name AS agent, max(e.at) AS at, NULL::float AS value
FROM events e WHERE e.shop_id = %(shop)s AND e.kind = ANY(ARRAY['TaskDone', 'CaseMoved'])
    AND e.at >= %(since)s AND e.at < %(until)s AND e.actor_kind = 'agent'
    AND (%(agent)s::uuid IS NULL OR e.actor_id = %(agent)s)
GROUP BY 1, 2, 3, 4, 5
""",
    What.DISPUTES: """
SELECT 'case' AS kind, e.subject_id AS id, min(e.data->>'number') AS title, '' AS text,
    min(e.actor_name) AS agent, max(e.at) AS at, NULL::float AS value
FROM events e WHERE e.shop_id = %(shop)s AND e.kind = 'CaseMoved' AND e.at >= %(since)s
    AND e.at < %(until)s AND e.data->>'command' = 'escalate' GROUP BY e.subject_id
""",
    What.SERVED: _BOUGHT.format(at="b.at", which="true"),
    What.REPURCHASED: _BOUGHT.format(at="b.again_at", which="b.before AND b.again_at IS NOT NULL"),
    What.COMPLAINTS: """
SELECT c.subject_type AS kind, c.subject_id AS id, coalesce(cu.name, '') AS title, c.words AS text,
    c.agent_name AS agent, c.at, NULL::float AS value
FROM complaints c LEFT JOIN customers cu ON cu.id = c.customer_id
WHERE c.shop_id = %(shop)s AND c.at >= %(since)s AND c.at < %(until)s
    AND (%(agent)s::uuid IS NULL OR c.agent_id = %(agent)s)
    AND (%(cause)s::text IS NULL OR c.cause = %(cause)s)
""",
    What.SCORES: """
SELECT CASE s.kind WHEN 'talk' THEN 'conversation' ELSE 'call' END AS kind, s.subject_id AS id,
    s.subject_number AS title, '' AS text, a.name AS agent, s.at, s.total_bp::float AS value
FROM quality_scores s JOIN agents a ON a.id = s.agent_id
WHERE s.shop_id = %(shop)s AND s.at >= %(since)s AND s.at < %(until)s
    AND (%(agent)s::uuid IS NULL OR s.agent_id = %(agent)s)
""",
}
_PAGE = (
    "SELECT kind, id, title, text, coalesce(agent, ''), at, value FROM ({rows}) found"
    " WHERE (%(after_at)s::timestamptz IS NULL OR (at, id) < (%(after_at)s, %(after_id)s))"
    " ORDER BY at DESC, id DESC LIMIT %(limit)s"
)


def page(
    session: Session,
    found: Sequence[tuple[Shop, Window]],
    what: What,
    *,
    only: Narrowed = Narrowed(),
    cause: str | None = None,
    after: str | None = None,
    limit: int = 50,
) -> tuple[list[Row], str | None]:
    """One statement over the same window and rule as the figure; what customers bought and
    disputes are of one shop."""
    shop, when = found[0]
    at, id_ = paging.keys(after, (datetime, UUID)) if after else (None, None)
    values: dict[str, Any] = values_of(session, shop, when) | {
        "shops": [each.id for each, _ in found],
        "zone": shop.timezone,
        "channel": only.channel,
        "topic": only.topic,
        "agent": only.agent_id,
        "hours": only.hours(shop),
        "cause": cause,
        "after_at": at,
        "after_id": id_,
        "limit": limit + 1,
    }
    statement = _PAGE.format(rows=_STATEMENTS[what])
    if len(found) > 1:
        statement = statement.replace("= %(shop)s", "= ANY(%(shops)s)")
    read = db.read(session, statement, values)
    items = [Row(*row) for row in read[:limit]]
    if len(read) <= limit:
        return items, None
    return items, paging.cursor(items[-1].at, items[-1].id)
