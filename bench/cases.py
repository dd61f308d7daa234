"""A million after-sales cases, fast: PostgreSQL makes the rows itself from the orders that are
there, and the indexes of `cases` are built afterwards."""

import time
from uuid import UUID

import psycopg

from xiaoer.core import db

CASES = 1_000_000
OPEN_OF = 3
"""One of so many is open."""
QUEUES = ("unshipped", "shipped", "returns", "receive", "ship_out", "failed", "disputes")
STATES = {
    "unshipped": ("awaiting_merchant", "refund_only", "pre_ship"),
    "shipped": ("awaiting_merchant", "refund_only", "shipped"),
    "returns": ("awaiting_merchant", "return_refund", "delivered"),
    "receive": ("awaiting_merchant_receipt", "return_refund", "delivered"),
    "ship_out": ("awaiting_replacement_ship", "exchange", "delivered"),
    "failed": ("refund_failed", "return_refund", "delivered"),
    "disputes": ("disputed", "return_refund", "delivered"),
}

_POOL = """
CREATE UNLOGGED TABLE bench_orders AS SELECT row_number() OVER () - 1 AS place, o.id, o.customer_id,
  l.id AS line_id, l.title FROM orders o JOIN order_lines l ON l.order_id = o.id
  WHERE o.shop_id = %(shop)s;
CREATE UNLOGGED TABLE bench_queues (place int, queue text, state text, kind text, phase text);
"""
_CASES = """
INSERT INTO cases (id, shop_id, number, order_id, customer_id, kind, phase, state, decided, goods,
  money, queue, version, chain, currency, requested_cents, approved_cents, refunded_cents,
  freight_cents, due_cents, reason, first_reason, reason_text, quality, reasonable, got_goods,
  liability, freight_payer, automation, attempts, deadline_at, deadline_action, silent, asked_role,
  mode, platform, platform_ref, platform_version, opened_by, opened_at, ended_at)
SELECT uuidv7(made.at - now()), %(shop)s, 1000000 + n, o.id, o.customer_id, q.kind, q.phase,
  CASE WHEN open THEN q.state ELSE 'completed' END, 'pending', 'not_sent', 'none',
  CASE WHEN open THEN q.queue END, 1, decode(md5(n::text), 'hex') || decode(md5(n::text), 'hex'),
  'CNY', 12800, 0, 0, 0, 0, 'no_longer_needed', 'no_longer_needed', '', false, true, 'not', 'buyer',
  'buyer', '', 1, CASE WHEN open THEN made.at + interval '48 hours' END,
  CASE WHEN open THEN 'approve' ELSE '' END, CASE WHEN open THEN 'merchant' ELSE '' END, '',
  'authoritative', '', '', '', 'customer', made.at,
  CASE WHEN NOT open THEN made.at + interval '1 day' END
FROM (SELECT n, n %% %(open_of)s = 0 AS open,
    now() - interval '90 days' * (1 - n::float8 / %(cases)s) AS at
  FROM generate_series(1, %(cases)s::int) n) made
JOIN bench_orders o ON o.place = n %% (SELECT count(*) FROM bench_orders)
JOIN bench_queues q ON q.place = n / %(open_of)s %% (SELECT count(*) FROM bench_queues)
"""
_LINES = """
INSERT INTO case_lines (id, case_id, order_line_id, title, spec, qty, received, accepted, rejected,
  restocked, refund_cents)
SELECT uuidv7(), c.id, o.line_id, o.title, '', 1, 0, 0, 0, 0, 12800
FROM cases c JOIN bench_orders o ON o.id = c.order_id WHERE c.number > 1000000
"""
_INDEXES = """
SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
  AND tablename = 'cases' AND indexdef NOT LIKE 'CREATE UNIQUE%'
"""


def load(url: str, shop_id: UUID) -> float:
    """Fill the shop; seconds it took. Rules between tables are checked by the bench's own care."""
    begin = time.monotonic()
    given = {"shop": shop_id, "cases": CASES, "open_of": OPEN_OF}
    with psycopg.connect(db.plain_url(url), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        for statement in _POOL.strip().split(";\n"):
            connection.execute(statement.rstrip(";"), given if "%(" in statement else None)
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO bench_queues VALUES (%s, %s, %s, %s, %s)",
                [(place, queue, *STATES[queue]) for place, queue in enumerate(QUEUES)],
            )
        indexes = connection.execute(_INDEXES).fetchall()
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}")
        connection.execute(_CASES, given)
        connection.execute(_LINES)
        for _, definition in indexes:
            connection.execute(definition)
        connection.execute("VACUUM ANALYZE cases")
        connection.execute("ANALYZE case_lines")
    return time.monotonic() - begin
