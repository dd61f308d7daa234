"""Replay: a draft of the returns policy over a million stored decisions, as the worker does it.

The cases are spread over 90 days with the facts after-sales gives. PostgreSQL's own floor, in the
same run, is counting the same cases by one of their facts.
"""

import copy
import time
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, column, func, insert, literal, select, table, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from bench import common
from xiaoer.core import clock, db, shops
from xiaoer.core.auth import system
from xiaoer.policies import jobs, service
from xiaoer.policies.models import Decision, Replay
from xiaoer.policies.rules import content, shipped, vectorised
from xiaoer.policies.rules.evaluating import Compiled

CASES = 1_000_000
SECONDS_ALLOWED = 10
ONE_BY_ONE = 20_000
DATABASE = {"shared_buffers": "2GB", "max_wal_size": "8GB", "work_mem": "64MB"}

_FACTS = text(
    """
    CREATE UNLOGGED TABLE bench_cases AS SELECT n,
        jsonb_build_object('order.market', 'CN', 'case.kind',
          (ARRAY['refund_only','return_refund','return_refund','exchange'])[1 + n % 4],
          'order.phase', (ARRAY['pre_ship','shipped','delivered'])[1 + n % 3],
          'case.reason', (ARRAY['no_reason','dislike','quality_defect','wrong_item','wrong_order',
            'not_received'])[1 + n / 7 % 6],
          'case.got_goods', (ARRAY['not','received'])[1 + n % 2],
          'case.days_since_delivery', n / 11 % 20, 'line.flags',
          CASE WHEN n % 17 = 0 THEN '["custom_made"]'::jsonb ELSE '[]'::jsonb END,
          'line.exception_confirmed', false, 'store.freight_insurance', n % 5 = 0,
          'parcel.interception', (ARRAY['none','sent','succeeded'])[1 + n / 3 % 3],
          'case.requested_cents', 1000 + n % 50000, 'case.refundable_cents', 1000 + n % 50000,
          'case.attempts', 1 + n % 3, 'customer.risk', 'low') AS facts
    FROM generate_series(1, :cases) AS n
    """
)
_END = text(
    """
    INSERT INTO policy_outcomes (decision_id, took_sec, refunded_cents, by_hand, disputed)
    SELECT id, 600 + (random() * 80000)::int, (facts->>'case.requested_cents')::int,
        random() < 0.6, random() < 0.02 FROM policy_decisions
    """
)
_FLOOR = text("SELECT facts->>'case.kind', count(*) FROM policy_decisions GROUP BY 1")


def fill(session: Session) -> tuple[UUID, dict[str, Any]]:
    """A million cases of one shop, decided by the standard policy, and how they ended."""
    shop = shops.add(session, system(), code="bench", name="bench")
    standard = next(each for each in shipped.house() if each["table"] == "returns")
    held = service.draft(session, system(), table="returns", shop_id=shop.id)
    session.execute(_FACTS, {"cases": CASES})
    cases = table("bench_cases", column("n", BigInteger), column("facts", JSONB))
    judged = vectorised.over(content.read(standard), cases).subquery()
    kept: dict[Any, Any] = {
        Decision.id: func.uuidv7(),
        Decision.shop_id: literal(shop.id),
        Decision.table: literal("returns"),
        Decision.version_id: literal(held.id),
        Decision.content_hash: literal(held.content_hash),
        Decision.facts: judged.c.facts,
        Decision.facts_hash: literal(""),
        Decision.outcome: judged.c.new_outcome,
        Decision.row: judged.c.new_row,
        Decision.outputs: judged.c.new_outputs,
        Decision.trace: text("'{}'::jsonb"),
        Decision.actor_kind: literal("system"),
        Decision.actor_name: literal("bench"),
        Decision.at: func.now() - judged.c.n * timedelta(days=90) / CASES,
    }
    session.execute(
        insert(Decision).from_select([each.key for each in kept], select(*kept.values()))
    )
    session.execute(_END)
    return shop.id, standard


def changed_policy(standard: dict[str, Any]) -> dict[str, Any]:
    """Fifteen days instead of seven, at the seller's freight."""
    text_ = copy.deepcopy(standard)
    for row in text_["rows"]:
        if row["id"] in ("B8", "B11"):
            row["when"]["case.days_since_delivery"] = {"lte": 15}
            row["then"]["freight_payer"] = "seller"
    return text_


def measure() -> dict[str, Any]:
    began = time.perf_counter()
    with db.transaction() as session:
        shop_id, standard = fill(session)
    with db.engine().connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM ANALYZE"))
    loaded = time.perf_counter() - began
    draft = changed_policy(standard)
    with db.transaction() as session:
        version = service.draft(session, system(), table="returns", shop_id=shop_id, content=draft)
        since = clock.now() - timedelta(days=91)
        replay_id = service.ask(session, system(), version.id, shop_id=shop_id, since=since).id
    started = time.perf_counter()
    jobs.replay(None, {"replay_id": str(replay_id)})  # type: ignore[arg-type]
    took = time.perf_counter() - started
    started = time.perf_counter()
    with db.transaction() as session:
        session.execute(_FLOOR).all()
    floor = time.perf_counter() - started
    with db.transaction() as session:
        done = session.get_one(Replay, replay_id)
        report, cases = done.report, done.done
        facts = session.scalars(
            text(f"SELECT facts FROM policy_decisions LIMIT {ONE_BY_ONE}")
        ).all()
    run = Compiled(content.read(draft))
    started = time.perf_counter()
    for each in facts:
        run(each)
    one = (time.perf_counter() - started) / len(facts)
    return {
        "cases": cases,
        "changed": report["changed"],
        "replay_sec": took,
        "allowed_sec": SECONDS_ALLOWED,
        "cases_per_sec": cases / took,
        "floor_sec": floor,
        "ratio_to_floor": took / floor,
        "closure_us": one * 1e6,
        "load_sec": loaded,
    }


def main(*, as_json: bool) -> None:
    with common.scratch_database(DATABASE) as url:
        figures = {"machine": common.machine(url), **measure()}
    common.tell(figures, as_json=as_json)
