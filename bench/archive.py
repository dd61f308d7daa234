"""Fill an inbox with years of talk, fast: rows are made in two processes and copied in, indexes are
built afterwards. The texts have common and rare words, as shops' talks have.
"""

import multiprocessing
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
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
RARE_WORDS = 4000
TEXTS = 30_000
MESSAGES_EACH = 10
OPEN_SHARE, SNOOZED_SHARE, UNASSIGNED_SHARE = 0.03, 0.005, 0.1
SPAN = timedelta(days=365)
COPY_CONVERSATIONS = (
    "COPY conversations (id, shop_id, number, channel, customer_id, state, priority, assignee_id,"
    " queued_at, waiting_since, waiting_seq, last_seq, last_from, last_kind, last_text, last_at,"
    " unread, staff_read_seq, staff_delivered_seq, customer_read_seq, customer_delivered_seq,"
    " first_response_sec, responses, response_total_sec, snoozed_until, closed_at, closed_reason,"
    " tags, opened_at, activity_at, version) FROM STDIN"
)
COPY_MESSAGES = (
    "COPY messages (id, conversation_id, shop_id, seq, client_id, author, author_name, kind, text,"
    " auto, at, search) FROM STDIN"
)


@dataclass(frozen=True)
class Archive:
    """Whom the talks belong to, and which stretch of them is to be made."""

    url: str
    shops: list[UUID]
    agents: list[UUID]
    customers: dict[UUID, list[UUID]]
    first: int
    last: int
    """Conversations `first` up to, not including, `last`, over all shops in turn."""
    of: int
    """How many there will be in the end; their times spread over a year."""


def texts() -> list[tuple[str, list[str]]]:
    """The same pool of messages on every run, each with its searchable words."""
    chance = random.Random(20261111)
    rare = [
        f"{chr(0x4E00 + chance.randrange(6000))}{chr(0x4E00 + n % 6000)}" for n in range(RARE_WORDS)
    ]
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


def fill(archive: Archive) -> None:
    """Copy the talks in; other indexes than keys are dropped and built again."""
    with psycopg.connect(db.plain_url(archive.url), autocommit=True) as connection:
        kept = connection.execute(
            "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename"
            " IN ('messages', 'conversations') AND indexdef NOT LIKE 'CREATE UNIQUE%'"
        ).fetchall()
        for name, _ in kept:
            connection.execute(f'DROP INDEX "{name}"')
        halves = (archive.first, (archive.first + archive.last) // 2, archive.last)
        with multiprocessing.get_context("fork").Pool(2) as pool:
            pool.starmap(_copy, [(archive, halves[0], halves[1]), (archive, halves[1], halves[2])])
        connection.execute("SET maintenance_work_mem = '1GB'")
        for _, definition in kept:
            connection.execute(definition)
        connection.execute("VACUUM ANALYZE conversations, messages, customers")


def _copy(archive: Archive, first: int, last: int) -> None:
    pool = texts()
    with (
        psycopg.connect(db.plain_url(archive.url)) as talks,
        psycopg.connect(db.plain_url(archive.url)) as words,
    ):
        for connection in (talks, words):
            # Skips the look-ups of foreign keys: the loader made both sides.
            connection.execute("SET session_replication_role = replica")
        with (
            talks.cursor().copy(COPY_CONVERSATIONS) as into_talks,
            words.cursor().copy(COPY_MESSAGES) as into_words,
        ):
            for talk, messages in _rows(archive, first, last, pool):
                into_talks.write(talk)
                into_words.write(messages)


def _rows(
    archive: Archive, first: int, last: int, pool: list[tuple[str, list[str]]]
) -> Iterator[tuple[str, str]]:
    chance = random.Random(first)
    begin = datetime.now(UTC) - SPAN
    step = SPAN / archive.of
    for place in range(first, last):
        shop = archive.shops[place % len(archive.shops)]
        number = place // len(archive.shops) + 1
        opened = begin + step * place
        key = _uuid(opened, chance)
        said = chance.choices(pool, k=MESSAGES_EACH)
        at = [opened + timedelta(seconds=40 * n) for n in range(MESSAGES_EACH)]
        shelf = rules.shelf_of(shop, number)
        messages = "".join(
            f"{_uuid(at[n], chance)}\t{key}\t{shop}\t{n + 1}\t{_uuid(at[n], chance)}\t"
            f"{'agent' if n % 2 else 'customer'}\t云\ttext\t{text}\tf\t{_moment(at[n])}\t"
            + " ".join(f"'{shelf}{word}'" for word in words)
            + "\n"
            for n, (text, words) in enumerate(said)
        )
        yield _talk(archive, place, key, shop, number, said[-1][0], at, chance), messages


def _talk(
    archive: Archive,
    place: int,
    key: str,
    shop: UUID,
    number: int,
    last_text: str,
    at: list[datetime],
    chance: random.Random,
) -> str:
    fate = chance.random()
    state = "open" if fate < OPEN_SHARE else "closed"
    if OPEN_SHARE <= fate < OPEN_SHARE + SNOOZED_SHARE:
        state = "snoozed"
    nobody = state == "open" and chance.random() < UNASSIGNED_SHARE
    waiting = state == "open" and chance.random() < 0.5
    customers = archive.customers[shop]
    # One open talk per customer: each has a customer of its own while they last.
    customer = customers[(place // len(archive.shops)) % len(customers)]
    opened, ended = _moment(at[0]), _moment(at[-1])
    null = r"\N"
    row = [
        *(key, shop, number, "webchat", customer, state, "normal"),
        *(null if nobody else chance.choice(archive.agents), ended if nobody else null),
        *(ended if waiting else null, MESSAGES_EACH - 1 if waiting else null),
        *(MESSAGES_EACH, "agent", "text", last_text[:120], ended, int(waiting)),
        *(MESSAGES_EACH,) * 4,
        *("12.5", 5, "90"),
        *("2030-01-01 00:00:00+00" if state == "snoozed" else null,),
        *((ended, "solved") if state == "closed" else (null, null)),
        *("{}", opened, ended, 1),
    ]
    return "\t".join(map(str, row)) + "\n"


def _uuid(at: datetime, chance: random.Random) -> str:
    """A UUIDv7 of that time, in the bench's own chance so that runs are alike."""
    bits = int(at.timestamp() * 1000) << 80 | 0x7 << 76 | 0b10 << 62
    text = f"{bits | chance.getrandbits(62) | chance.getrandbits(12) << 64:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S}+00"
