"""Fill an inbox with a year of talk, fast: PostgreSQL makes the rows itself from a pool of texts,
and the indexes are built afterwards. The texts have common and rare words, as shops' talks have.
"""

import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import psycopg

from xiaoer.conversations import rules
from xiaoer.core import db

# fmt: off
COMMON = [
    "发货", "退款", "快递", "尺码", "什么时候", "订单", "你好", "谢谢", "可以", "请问",
    "收到", "质量", "颜色", "优惠", "客服",
]
USUAL = [
    "换货", "补发", "发票", "地址", "修改", "运费", "破损", "少件", "错发", "赠品",
    "活动", "满减", "预售", "定金", "尾款", "顺丰", "中通", "驿站", "签收", "拒收",
    "退货", "仓库", "库存", "缺货", "现货", "面料", "纯棉", "起球", "掉色", "偏大",
    "偏小", "说明书", "安装", "维修", "保修", "配件", "充电", "开机", "投诉", "差评",
    "评价", "返现", "会员", "积分", "红包", "礼盒", "包装", "生日", "急用", "周末",
    "上门", "取件", "单号", "查不到", "停滞", "丢件", "赔付", "补差价", "价保", "花呗",
    "到账",
]
# fmt: on
SEED, RARE_WORDS = 20261111, 4000
TEXTS = 30_000
MESSAGES_EACH = 10
CUSTOMERS_EACH = 10_000
EVERY_OPEN, EVERY_SNOOZED = 33, 200
"""Of so many talks of a shop one is open, or snoozed; each of those has a customer of its own."""

_POOLS = """
CREATE UNLOGGED TABLE bench_texts (id int PRIMARY KEY, text text, words text);
CREATE UNLOGGED TABLE bench_shops (place int PRIMARY KEY, id uuid);
CREATE UNLOGGED TABLE bench_agents (place int PRIMARY KEY, id uuid);
CREATE UNLOGGED TABLE bench_shelves (shop_id uuid, position int, shelf text, stack text,
  PRIMARY KEY (shop_id, position));
CREATE UNLOGGED TABLE bench_customers (shop_id uuid, place int, id uuid,
  PRIMARY KEY (shop_id, place));
"""
_CUSTOMERS = f"""
INSERT INTO bench_customers SELECT s.id, n, uuidv7() FROM bench_shops s,
  generate_series(0, {CUSTOMERS_EACH - 1}) n;
INSERT INTO customers (id, shop_id, name, note, tags, created_at)
  SELECT id, shop_id, '顾客' || place, '', '{{}}', now() FROM bench_customers;
"""
_TALKS = f"""
WITH made AS (
  SELECT nth, nth / %(shops)s + 1 AS number, s.id AS shop_id,
    now() - interval '365 days' * (1 - nth::float8 / %(of)s) AS at
  FROM generate_series(0, %(of)s::int - 1) nth
  JOIN bench_shops s ON s.place = nth %% %(shops)s
), fated AS (
  SELECT *, at + interval '6 minutes' AS ended,
    CASE WHEN number %% {EVERY_OPEN} = 0 THEN 'open'
      WHEN number %% {EVERY_SNOOZED} = 7 THEN 'snoozed' ELSE 'closed' END AS state
  FROM made
), served AS (
  SELECT f.*, state = 'open' AND number / {EVERY_OPEN} %% 10 = 0 AS nobody,
    state = 'open' AND number / {EVERY_OPEN} %% 2 = 0 AS waiting,
    CASE state WHEN 'open' THEN number / {EVERY_OPEN}
      WHEN 'snoozed' THEN {CUSTOMERS_EACH // 2} + number / {EVERY_SNOOZED}
      ELSE number %% {CUSTOMERS_EACH} END AS customer
  FROM fated f
)
INSERT INTO conversations (id, shop_id, number, channel, customer_id, state, priority, assignee_id,
  queued_at, waiting_since, waiting_seq, last_seq, last_from, last_kind, last_text, last_at, unread,
  staff_read_seq, staff_delivered_seq, customer_read_seq, customer_delivered_seq,
  first_response_sec, responses, response_total_sec, snoozed_until, closed_at, closed_reason, tags,
  opened_at, activity_at, version)
SELECT uuidv7(at - now()), v.shop_id, number, 'webchat', c.id, state, 'normal',
  CASE WHEN NOT nobody THEN a.id END, CASE WHEN nobody THEN ended END,
  CASE WHEN waiting THEN ended END, CASE WHEN waiting THEN {MESSAGES_EACH - 1} END,
  {MESSAGES_EACH}, 'agent', 'text', '好的，已经为您登记', ended, waiting::int,
  {MESSAGES_EACH}, {MESSAGES_EACH}, {MESSAGES_EACH}, {MESSAGES_EACH}, 12.5, 5, 90,
  CASE WHEN state = 'snoozed' THEN now() + interval '1 day' END,
  CASE WHEN state = 'closed' THEN ended END, CASE WHEN state = 'closed' THEN 'solved' END,
  '{{}}', at, ended, 1
FROM served v
JOIN bench_customers c ON c.shop_id = v.shop_id AND c.place = v.customer
JOIN bench_agents a ON a.place = abs(hashint4(v.nth)) %% %(agents)s
ORDER BY v.nth
"""
_MESSAGES = f"""
INSERT INTO messages (id, conversation_id, shop_id, seq, client_id, author, author_name, kind, text,
  auto, at, search)
SELECT (lpad(to_hex((date_part('epoch', said.at) * 1000)::bigint), 12, '0') || '7'
    || left(said.chance, 19))::uuid,
  said.id, said.shop_id, n, said.chance::uuid,
  CASE WHEN n %% 2 = 1 THEN 'customer' ELSE 'agent' END, '云', 'text', t.text, false, said.at,
  array_to_tsvector(
    string_to_array(replace(replace(t.words, '@', said.shelf), '#', said.stack), ' '))
FROM (SELECT c.id, c.shop_id, c.number, n, s.shelf, s.stack,
    c.opened_at + interval '40 s' * (n - 1) AS at, md5(c.id::text || n) AS chance
  FROM conversations c
  JOIN bench_shelves s ON s.shop_id = c.shop_id AND s.position = c.number / {rules.SHELF_SIZE}
  CROSS JOIN generate_series(1, {MESSAGES_EACH}) n
  WHERE c.number BETWEEN %(from)s AND %(to)s OFFSET 0) said
JOIN bench_texts t ON t.id = abs(hashint8(said.number * 97::bigint + n * 31
  + ('x' || substr(said.shop_id::text, 25, 6))::bit(24)::int)) %% {TEXTS}
"""
_NUMBERS = """
INSERT INTO shop_counters (shop_id, kind, last)
  SELECT shop_id, 'conversation', max(number) FROM conversations GROUP BY shop_id
"""
_INDEXES = """
SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
  AND tablename IN ('messages', 'conversations') AND indexdef NOT LIKE 'CREATE UNIQUE%'
"""
_KEYS = """
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
  WHERE conrelid = 'messages'::regclass AND contype IN ('p', 'u')
"""


@dataclass(frozen=True)
class Archive:
    """Whom the talks belong to."""

    url: str
    shops: list[UUID]
    agents: list[UUID]
    of: int
    """How many talks there are; their times spread over a year."""


def rare_words(chance: random.Random) -> list[str]:
    """Words of two characters, each in about one of ten thousand messages."""
    return [
        chr(0x4E00 + chance.randrange(6000)) + chr(0x4E00 + n % 6000) for n in range(RARE_WORDS)
    ]


def texts() -> list[tuple[str, list[str]]]:
    """The same pool of messages on every run, each with its searchable words."""
    chance = random.Random(SEED)
    rare = rare_words(chance)
    made = []
    for _ in range(TEXTS):
        parts = chance.choices(COMMON, k=3) + chance.choices(USUAL, k=3)
        if chance.random() < 0.3:
            parts.append(chance.choice(rare))
        if chance.random() < 0.2:
            parts.append(f"26{chance.randrange(10**10):010d}")
        chance.shuffle(parts)
        text = "，".join(parts)
        made.append((text, rules.words(text)))
    return made


def prepare(archive: Archive) -> None:
    """Make the pools the talks are drawn from."""
    shelves = [
        (
            shop,
            position,
            rules.shelf(shop, position),
            rules.stack(shop, position * rules.SHELF_SIZE // rules.STACK_SIZE),
        )
        for shop in archive.shops
        for position in range(archive.of // len(archive.shops) // rules.SHELF_SIZE + 1)
    ]
    pools: dict[str, Sequence[tuple[Any, ...]]] = {
        "bench_texts": [
            (place, text, " ".join(mark + word for mark in "@#" for word in words))
            for place, (text, words) in enumerate(texts())
        ],
        "bench_shops": list(enumerate(archive.shops)),
        "bench_agents": list(enumerate(archive.agents)),
        "bench_shelves": shelves,
    }
    with _connect(archive) as connection:
        connection.execute(_POOLS)
        for table, rows in pools.items():
            with connection.cursor().copy(f"COPY {table} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        connection.execute(_CUSTOMERS)
        connection.execute("ANALYZE")


def fill(archive: Archive) -> None:
    """Write all talks and what was said in them; indexes and keys are built afterwards.

    The messages are an unlogged table: nothing here must survive a crash, and reads do not differ.
    """
    talks = {"of": archive.of, "shops": len(archive.shops), "agents": len(archive.agents)}
    with _connect(archive) as connection:
        indexes = connection.execute(_INDEXES).fetchall()
        keys = connection.execute(_KEYS).fetchall()
        for name, _ in indexes:
            connection.execute(f'DROP INDEX "{name}"')
        for name, _ in keys:
            connection.execute(f"ALTER TABLE messages DROP CONSTRAINT {name}")
        connection.execute("ALTER TABLE messages SET UNLOGGED")
        connection.execute(_TALKS, talks)
        connection.execute(_NUMBERS)
        connection.execute("ANALYZE conversations")
        last = archive.of // len(archive.shops)
        halves = [(1, last // 2), (last // 2 + 1, last)]
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda half: _say(archive, *half), halves))
        connection.execute("SET maintenance_work_mem = '1GB'")
        for _, definition in indexes:
            connection.execute(definition)
        for name, definition in keys:
            connection.execute(f"ALTER TABLE messages ADD CONSTRAINT {name} {definition}")
        connection.execute("VACUUM ANALYZE conversations, messages, customers")


def _say(archive: Archive, begin: int, end: int) -> None:
    with _connect(archive) as connection:
        connection.execute(_MESSAGES, {"from": begin, "to": end})


def _connect(archive: Archive) -> psycopg.Connection:
    """Without the look-ups of foreign keys: the loader makes both sides."""
    options = "-c session_replication_role=replica -c work_mem=128MB"
    return psycopg.connect(db.plain_url(archive.url), autocommit=True, options=options)
