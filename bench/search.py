"""The desk's search over 100,000 published articles, eight agents asking as fast as it answers.

Articles and questions are made of words of shops, in Chinese and English; half of the questions are
put in other words or misspelt, and hardly any is asked twice. The floor is one row read by
PostgreSQL's own client at the same concurrency. Each process puts its index together when it
starts; a search that comes before that waits for it: that time stands by itself.
"""

import asyncio
import itertools
import random
import secrets
import time
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import orjson
import uvloop
from sqlalchemy import select, text

from bench import common
from bench.inbox import FLOOR, FLOOR_SEC, PASSWORD, Client
from xiaoer.core import clock, db, ids, shops
from xiaoer.core.auth import system
from xiaoer.core.cluster import Cluster
from xiaoer.knowledge import ranking
from xiaoer.knowledge.models import ArticleCategory
from xiaoer.workforce import service as workforce
from xiaoer.workforce.models import SignIn

SIZES = (100_000,)
CLIENTS = 8
STRETCH_SEC = 20
WARM_SEC = 5
BATCH = 5_000
SEED = 20261129
DATABASE = {"fsync": "off", "max_wal_size": "2GB"}
"""For loading fast; what is measured afterwards only reads."""

THINGS = (
    "龙井", "紫砂壶", "四件套", "盖碗", "蚕丝被", "电热毯", "保温杯", "冲锋衣", "跑步鞋",
    "蓝牙耳机", "充电宝", "空气炸锅", "扫地机器人", "婴儿车", "猫砂盆", "瑜伽垫", "台灯",
    "行李箱", "儿童书包", "电动牙刷", "kettle", "duvet", "headphones",
    "backpack", "lamp",
)  # fmt: skip
MADE = (
    "经典款", "升级款", "轻便款", "加厚款", "儿童款", "礼盒装", "旅行装", "家用",
    "2024新款", "白色", "黑色", "大号", "小号", "mini", "pro",
)  # fmt: skip
ASKS = (
    "{}怎么清洗", "{}多久发货", "{}可以退货吗", "{}坏了怎么保修", "{}尺寸怎么选",
    "{}有什么颜色", "{}能开发票吗", "{}怎么使用", "{}退款多久到账", "{}支持七天无理由吗",
    "{}少了配件怎么办", "{}能改地址吗", "how_to_use_{}",
    "can_I_return_{}",
)  # fmt: skip
OTHERWISE = {
    "怎么清洗": "咋洗",
    "多久发货": "什么时候能发",
    "可以退货吗": "能不能退",
    "退款多久到账": "钱几天退回来",
    "尺寸怎么选": "买多大的合适",
    "怎么使用": "如何用",
}
INSERT = """
WITH made AS (SELECT * FROM json_to_recordset(CAST(:rows AS json)) AS row(
    id uuid, number int, title text, features text)),
 articles AS (INSERT INTO articles (id, shop_id, number, kind, category_id, state, public,
    product_ids, policy_tables, review_days, latest, published, revision, created_at, updated_at)
  SELECT id, :shop, number, 'faq', :category, 'published', true, '{}', '{}', 180, 1, 1, 1, :now,
   :now
  FROM made),
 versions AS (INSERT INTO article_versions (article_id, version, title, body, title_en, body_en,
    questions, media, note, author_name, at, published_at)
  SELECT id, 1, title, title || '，请看说明。', '', '', '{}', '[]', '', 'bench', :now, :now
  FROM made)
INSERT INTO article_entries (article_id, place, text, features)
SELECT id, 0, title, decode(features, 'hex') FROM made
"""


def titles(size: int) -> Iterator[str]:
    """So many different questions of a shop."""
    kinds = (
        (series, ask, thing, made)
        for series in itertools.count(1)
        for ask in ASKS
        for thing in THINGS
        for made in MADE
    )
    for series, ask, thing, made in itertools.islice(kinds, size):
        name = f"{made}{thing}{series if series > 1 else ''}"
        yield ask.replace("_", " ").format(name)


def questions(size: int) -> list[str]:
    """What is asked: half as written, a quarter in other words, a quarter with a slip. So many that
    hardly any is asked twice: no process remembers what it made of it."""
    chance = random.Random(SEED)
    known = list(itertools.islice(titles(size), 20_000))
    asked = []
    for n, title in enumerate(chance.sample(known, len(known))):
        if n % 4 == 1:
            for words, others in OTHERWISE.items():
                title = title.replace(words, others)
        elif n % 4 == 3:
            at = chance.randrange(len(title) - 1)
            title = title[:at] + title[at + 1] + title[at] + title[at + 2 :]
        asked.append(title)
    return asked


def fill(size: int) -> None:
    """A shop, its articles ready for the search, and agents who are signed in."""
    with db.transaction() as session:
        workforce.ensure_builtin_roles(session)
        shop = shops.add(session, system(), code="bench", name="Bench")
        category = session.scalars(select(ArticleCategory.id).limit(1)).one()
    numbered = enumerate(titles(size), start=1)
    while some := list(itertools.islice(numbered, BATCH)):
        features = ranking.read_many([(title, "") for _, title in some])
        rows = [
            {"id": ids.new_id(), "number": n, "title": title, "features": each.packed().hex()}
            for (n, title), each in zip(some, features, strict=True)
        ]
        values = {"shop": shop.id, "category": category, "now": clock.now(), "rows": _json(rows)}
        with db.transaction() as session:
            session.execute(text(INSERT), values)
    with db.transaction() as session:
        session.execute(
            text(
                "INSERT INTO shop_counters (shop_id, kind, last) VALUES (:shop, 'knowledge', 1)"
                " ON CONFLICT (shop_id, kind) DO UPDATE SET last = 1"
            ),
            {"shop": shop.id},
        )
        session.execute(text("ANALYZE articles, article_versions, article_entries"))


def _json(rows: Sequence[dict[str, Any]]) -> str:
    return orjson.dumps(rows, default=str).decode()


def _let_in() -> tuple[str, list[str]]:
    tokens = [secrets.token_urlsafe(32) for _ in range(CLIENTS)]
    with db.transaction() as session:
        shop_id = session.execute(text("SELECT id FROM shops")).scalar_one()
        for n, token in enumerate(tokens):
            agent = workforce.add_agent(
                session,
                system(),
                login=f"bench{n}-{token[:6].lower().replace('_', 'x').replace('-', 'x')}",
                name=f"Bench {n}",
                password=PASSWORD,
                roles=["manager"],
                shop_ids=[shop_id],
            )
            session.add(
                SignIn(
                    agent_id=agent.id,
                    token_hash=workforce.hash_token(token),
                    address="127.0.0.1",
                    device="bench",
                    created_at=clock.now(),
                    expires_at=clock.now() + timedelta(days=1),
                )
            )
    return str(shop_id), tokens


async def measure(url: str, server: common.Server, size: int) -> dict[str, Any]:
    postgres = common.postmaster(url)
    shop_id, tokens = _let_in()
    clients = [Client(server.address, token) for token in tokens]
    asked = itertools.cycle(questions(size))

    async def ask(client: Client, question: str) -> list[dict[str, Any]]:
        path = f"/api/knowledge/search?shop_id={shop_id}&q={quote(question)}"
        answer = await client.wire.ask("GET", path)
        found: list[dict[str, Any]] = answer["items"]
        return found

    begun = time.monotonic()
    await asyncio.gather(*(ask(client, "龙井怎么清洗") for client in clients))
    figures: dict[str, Any] = {"first_search_sec": time.monotonic() - begun}
    floor = common.floor(url, FLOOR, clients=CLIENTS, seconds=FLOOR_SEC)
    figures |= floor.figures()

    async def stretch(seconds: float) -> tuple[list[float], int]:
        delays: list[float] = []
        answered = 0

        async def keep_asking(client: Client) -> None:
            nonlocal answered
            end = time.monotonic() + seconds
            while (begin := time.monotonic()) < end:
                found = await ask(client, next(asked))
                delays.append(time.monotonic() - begin)
                answered += bool(found)

        await asyncio.gather(*(keep_asking(client) for client in clients))
        return delays, answered

    await stretch(WARM_SEC)
    spent = [server.cpu_seconds(), common.cpu_seconds(postgres)]
    delays, answered = await stretch(STRETCH_SEC)
    spent = [server.cpu_seconds() - spent[0], common.cpu_seconds(postgres) - spent[1]]
    each = [seconds / len(delays) * 1000 for seconds in spent]
    return figures | {
        "searches_per_sec": len(delays) / STRETCH_SEC,
        "found_share": answered / len(delays),
        "server_ms": each[0],
        "postgres_ms": each[1],
        "cpu_to_floor": floor.ratio(*each),
        "p50_ms": common.percentile(delays, 0.5) * 1000,
        "p99_ms": common.percentile(delays, 0.99) * 1000,
    }


def main(*, as_json: bool, folder: str | None = None, sizes: Sequence[int] = SIZES) -> None:
    place = nullcontext(Path(folder)) if folder else common.scratch_folder()
    figures: dict[str, Any] = {}
    with place as data, Cluster(data, DATABASE) as cluster:
        for size in sizes:
            with common.migrated(cluster, f"search_{size}") as url:
                figures["machine"] = common.machine(url)
                begin = time.monotonic()
                with db.engine().connect() as connection:
                    known = connection.scalar(text("SELECT count(*) FROM shops"))
                if not known:
                    fill(size)
                figures[f"load_{size}_sec"] = time.monotonic() - begin
                with common.server(url) as server:
                    seen = uvloop.run(measure(url, server, size))
                figures |= {f"{name}_at_{size}": value for name, value in seen.items()}
        common.tell(figures, as_json=as_json)
