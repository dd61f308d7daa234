"""What the figures of the demo are made of: hours at the desk, topics, stars, complaints with a
cause, and talks and calls that were scored."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert, text
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.assist.models import Reading
from xiaoer.complaints import service as complaints
from xiaoer.complaints.models import ComplaintCause
from xiaoer.conversations.models import TalkRating
from xiaoer.core import clock, ids
from xiaoer.core.auth import Actor
from xiaoer.core.shops import Shop
from xiaoer.quality.models import SheetKind, Skill
from xiaoer.quality.rules import sheets
from xiaoer.quality.service import scoring
from xiaoer.quality.service.scoring import Remark
from xiaoer.workforce import queries as workforce
from xiaoer.workforce.models import Agent, Presence, PresenceChange

TOPICS = {
    "产品咨询": "售前/商品咨询", "企业采购": "售前/价格优惠", "优惠": "售前/价格优惠",
    "发货时效": "售前/发货时间", "尺码": "售前/尺码规格", "材质": "售前/商品咨询",
    "送礼": "售前/商品咨询", "催发货": "物流/催发货", "加赠品": "订单/修改订单",
    "发票": "订单/发票", "取消订单": "订单/取消订单", "改地址": "订单/修改地址",
    "改规格": "订单/修改订单", "派送问题": "物流/配送服务", "物流查询": "物流/查物流",
    "价保": "售后/价保差价", "好评": "评价/好评", "少件": "售后/漏发少件", "投诉": "服务/投诉",
    "换货": "售后/换货", "破损": "物流/破损丢件", "维修": "售后/维修保修",
    "质量问题": "商品/质量问题", "退款进度": "售后/退款进度", "退货": "售后/退货退款",
}  # fmt: skip
"""Of the tags of the demo's dialogues."""
CAUSES = (
    (ComplaintCause.MISUNDERSTANDING, "说好今天发，又说三天", 4),
    (ComplaintCause.LOGISTICS, "快递一直不动", 3),
    (ComplaintCause.SLOW_RESPONSE, "等了很久没人理", 2),
    (ComplaintCause.QUALITY, "收到就有裂纹", 2),
    (ComplaintCause.REFUND, "退款拖了好几天", 1),
    (ComplaintCause.ATTITUDE, "答得很敷衍", 1),
)
REMARKS = {
    Skill.LISTENING: "顾客问了两件事，只答了一件；先复述再答。",
    Skill.EXPRESSION: "一句话里意思太多，拆成两句。",
    Skill.QUESTIONING: "没问清是哪一件就给了办法。",
    Skill.EMPATHY: "先说一句理解，再说办法。",
    Skill.ACCURACY: "时效说得太满，查过再答。",
    Skill.PACE: "报单号太快，三位一停。",
    Skill.TONE: "句尾上扬，听着不耐烦。",
    Skill.RULES: "答应了回复却没有登记。",
}
SCORES_EACH, CALLS_SCORED = 26, 7
_TALKS = text("""
SELECT c.id, c.shop_id, c.customer_id, c.tags[1] AS tag, c.last_seq, c.opened_at, c.closed_at,
    c.last_agent_id AS agent_id, c.responses
FROM conversations c WHERE c.shop_id = :shop AND cardinality(c.tags) > 0 ORDER BY c.number
""")
_DAYS = text("""
SELECT agent_id, min(asked_at) AS began, max(answered_at) AS ended FROM turns
WHERE agent_id IS NOT NULL GROUP BY agent_id, (asked_at AT TIME ZONE 'Asia/Shanghai')::date
ORDER BY agent_id, began
""")
_SAID = text("""
SELECT text FROM messages WHERE conversation_id = :id AND author = 'agent' ORDER BY seq LIMIT 1
""")
_CALLS = text("""
SELECT id, at, agent_id FROM calls WHERE shop_id = :shop AND answered_at IS NOT NULL
    AND ended_at IS NOT NULL AND agent_id IS NOT NULL ORDER BY at DESC LIMIT :some
""")


@dataclass(frozen=True)
class Manner:
    """How an agent is: stars they usually get, and where points are lost."""

    stars: float
    weak: Skill


MANNERS = {
    "lead": Manner(4.7, Skill.QUESTIONING),
    "xiaohe": Manner(4.8, Skill.EXPRESSION),
    "anan": Manner(4.2, Skill.EMPATHY),
    "dongdong": Manner(4.0, Skill.LISTENING),
    "qinghe": Manner(4.5, Skill.ACCURACY),
    "yunyun": Manner(4.4, Skill.QUESTIONING),
    "manager": Manner(4.6, Skill.PACE),
}


def add_figures(
    session: Session, chance: random.Random, shop: Shop, now: datetime, agents: dict[str, Agent]
) -> None:
    """Everything behind the figures of one shop."""
    by_id = {agent.id: login for login, agent in agents.items()}
    talks = session.execute(_TALKS, {"shop": shop.id}).all()
    _read(session, talks)
    over = [each for each in talks if each.closed_at and each.responses and each.agent_id]
    _rate(session, chance, over, now, by_id)
    _complain(session, chance, over, now, _actor(session, agents["yunyun"]))
    inspector = _actor(session, agents["zhijian"])
    _score_talks(session, chance, inspector, over, now, by_id)
    _score_calls(session, chance, inspector, shop, now, by_id)


def _actor(session: Session, agent: Agent) -> Actor:
    known = workforce.actor_of(session, agent.id)
    assert known is not None
    return known.actor


def _read(session: Session, talks: Sequence[Any]) -> None:
    """The topic of each talk that nobody read yet, as the reader would have found it."""
    rows = [
        {
            "conversation_id": each.id,
            "shop_id": each.shop_id,
            "seq": each.last_seq,
            "topic": TOPICS[each.tag],
            "topic_share": 0.9,
            "read_at": each.closed_at or each.opened_at,
        }
        for each in talks
        if each.tag in TOPICS
    ]
    session.execute(pg_insert(Reading).on_conflict_do_nothing(), rows)


def _rate(
    session: Session,
    chance: random.Random,
    talks: Sequence[Any],
    now: datetime,
    by_id: dict[UUID, str],
) -> None:
    rows = []
    for each in talks:
        at = each.closed_at + timedelta(minutes=chance.randint(1, 40))
        if chance.random() < 0.45 and at < now:
            usual = MANNERS[by_id[each.agent_id]].stars - (1.6 if each.tag == "投诉" else 0)
            score = min(5, max(1, round(chance.gauss(usual, 0.8))))
            about = {"conversation_id": each.id, "shop_id": each.shop_id, "at": at}
            rows.append(about | {"agent_id": each.agent_id, "score": score, "comment": ""})
    session.execute(insert(TalkRating), rows)


def _complain(
    session: Session, chance: random.Random, talks: Sequence[Any], now: datetime, handler: Actor
) -> None:
    """Misunderstandings grow fewer: what the weeks of the report are to show."""
    some = [each for each in talks if each.tag == "投诉" or chance.random() < 0.02]
    for each in some:
        late = (now - each.closed_at).days < 10
        weights = [1 if late and n == 0 else weight for n, (_, _, weight) in enumerate(CAUSES)]
        [(cause, words, _)] = chance.choices(CAUSES, weights)
        with clock.freeze(min(each.closed_at, now)):
            complaints.note_in_talk(session, handler, each.id, cause=cause, words=words)


def _score_talks(
    session: Session,
    chance: random.Random,
    inspector: Actor,
    talks: Sequence[Any],
    now: datetime,
    by_id: dict[UUID, str],
) -> None:
    for each in chance.sample(list(talks), k=min(SCORES_EACH, len(talks))):
        said = session.execute(_SAID, {"id": each.id}).scalar() or ""
        at = min(each.closed_at + timedelta(hours=chance.randint(2, 30)), now)
        about = (SheetKind.TALK, each.id, by_id[each.agent_id], said[:24])
        _score(session, chance, inspector, at, *about)


def _score_calls(
    session: Session,
    chance: random.Random,
    inspector: Actor,
    shop: Shop,
    now: datetime,
    by_id: dict[UUID, str],
) -> None:
    found = session.execute(_CALLS, {"shop": shop.id, "some": CALLS_SCORED}).all()
    for each in found:
        at = min(each.at + timedelta(hours=5), now)
        _score(session, chance, inspector, at, SheetKind.CALL, each.id, by_id[each.agent_id], "")


def _score(
    session: Session,
    chance: random.Random,
    inspector: Actor,
    at: datetime,
    kind: SheetKind,
    subject_id: UUID,
    login: str,
    said: str,
) -> None:
    weak = MANNERS[login].weak
    points = {}
    for each in sheets.shipped(kind):
        lost = chance.choice((3, 5, 7, 9) if each.skill is weak else (0, 0, 0, 1, 3))
        points[each.code] = max(0, each.points - lost)
    remarks = [Remark(each.code, said, REMARKS[weak]) for each in sheets.shipped(kind)
               if each.skill is weak]  # fmt: skip
    with clock.freeze(at):
        scoring.score(session, inspector, kind, subject_id, points=points, remarks=remarks)


def add_hours(session: Session, chance: random.Random, now: datetime) -> None:
    """Everybody came a while before their first talk of a day and left a while after the last."""
    rows: list[dict[str, Any]] = []
    last: dict[UUID, datetime] = {}
    for agent_id, began, ended in session.execute(_DAYS):
        came = began - timedelta(minutes=chance.randint(15, 70))
        left = max(ended + timedelta(minutes=chance.randint(15, 70)), came + timedelta(hours=7))
        came = max(came, last.get(agent_id, came) + timedelta(minutes=20))
        left = min(left, now - timedelta(minutes=1))
        if came >= left:
            continue
        last[agent_id] = left
        for at, before, after in (
            (came, Presence.OFFLINE, Presence.ONLINE),
            (left, Presence.ONLINE, Presence.OFFLINE),
        ):
            about = {"id": ids.new_id(), "agent_id": agent_id, "cause": "own", "at": at}
            rows.append(about | {"before": before, "after": after})
    session.execute(insert(PresenceChange), rows)
