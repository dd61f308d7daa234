"""Calls of the demo: a week of them in the book, and somebody who rings now and then."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from xiaoer.channels.phone import service
from xiaoer.channels.phone.models import CallDirection, Matter
from xiaoer.channels.phone.service import News, Notes, Piece
from xiaoer.core import clock, ids
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.shops import Shop
from xiaoer.customers.service import CustomerRow
from xiaoer.workforce.models import Agent

CALLS_EACH = 24
RING_EVERY_SEC, RINGS_SEC, TALKS_SEC = 420.0, 45, 150
ABOUT: Sequence[tuple[Matter, str, str]] = (
    (Matter.ORDER, "催发货", "告知今天 18 点前发出，已备注订单"),
    (Matter.CONSULTATION, "问尺寸和库存", "推荐了大一号，有现货"),
    (Matter.AFTERSALES, "退货运费谁出", "质量问题由店铺承担，已发退货指引"),
    (Matter.COMPLAINT, "投诉快递态度差", "致歉，已登记并转物流跟进"),
    (Matter.CONSULTATION, "问活动价什么时候开始", "按活动公告答复"),
    (Matter.ORDER, "改收货地址", "未发货，已改并确认"),
)
_RUNNING = text("""
SELECT id, external_id, number, at, answered_at FROM calls
WHERE shop_id = :shop AND external_id LIKE 'demo-%' AND ended_at IS NULL
""")
_SOMEBODY = text("""
SELECT phone FROM customers WHERE shop_id = :shop AND phone IS NOT NULL
ORDER BY id OFFSET :some LIMIT 1
""")


def add_calls(
    session: Session,
    chance: random.Random,
    shop: Shop,
    now: datetime,
    buyers: list[tuple[UUID, CustomerRow]],
    agents: Sequence[Agent],
) -> None:
    """The week behind us: most were answered and written up, some were missed and called back."""
    for place in range(CALLS_EACH):
        at = now - timedelta(days=7) * (1 - place / CALLS_EACH) - timedelta(minutes=20)
        number = chance.choice(buyers[:200])[1].phone or ""
        _past(session, chance, shop, at, number, chance.choice(agents), missed=place % 6 == 4)


def _past(
    session: Session,
    chance: random.Random,
    shop: Shop,
    at: datetime,
    number: str,
    agent: Agent,
    *,
    missed: bool,
) -> None:
    ref = f"demo-{ids.new_id().hex}"
    with clock.freeze(at):
        call_id = _tell(session, shop, ref, Piece.RINGING, number)
        clock.advance(timedelta(seconds=chance.randint(4, 30)))
        if not missed:
            _tell(session, shop, ref, Piece.ANSWERED, number, agent.login)
            clock.advance(timedelta(seconds=chance.randint(40, 400)))
        _tell(session, shop, ref, Piece.ENDED, number)
        matter, subject, result = chance.choice(ABOUT)
        notes = Notes(matter=matter, subject=subject, result=result)
        if missed:
            clock.advance(timedelta(minutes=chance.randint(5, 15)))
            _log(session, shop, agent, number, notes)
        else:
            service.write_up(session, _acting(agent, shop), call_id, notes)


def _log(session: Session, shop: Shop, agent: Agent, number: str, notes: Notes) -> None:
    service.log_call(
        session,
        _acting(agent, shop),
        shop_id=shop.id,
        number=number,
        direction=CallDirection.OUTBOUND,
        at=clock.now() - timedelta(minutes=3),
        seconds=160,
        notes=notes,
    )


def go_on(session: Session, chance: random.Random, shop: Shop, seconds: float) -> None:
    """Whoever rings gives up after a while; whoever talks is done after another; somebody rings."""
    for call in session.execute(_RUNNING, {"shop": shop.id}).all():
        since = (clock.now() - (call.answered_at or call.at)).total_seconds()
        if since > (TALKS_SEC if call.answered_at else RINGS_SEC):
            _tell(session, shop, call.external_id, Piece.ENDED, call.number)
    if chance.random() < seconds / RING_EVERY_SEC:
        asked = {"shop": shop.id, "some": chance.randrange(100)}
        if number := session.execute(_SOMEBODY, asked).scalar():
            _tell(session, shop, f"demo-{ids.new_id().hex}", Piece.RINGING, number)


def _tell(
    session: Session, shop: Shop, ref: str, piece: Piece, number: str, agent: str = ""
) -> UUID:
    news = News(ref=ref, piece=piece, at=clock.now(), number=number, agent_login=agent)
    return service.hear(session, system("phone"), shop_id=shop.id, news=news).id


def _acting(agent: Agent, shop: Shop) -> Actor:
    return Actor(
        kind=ActorKind.AGENT,
        id=agent.id,
        name=agent.name,
        permissions=frozenset({Permission.CONVERSATIONS_REPLY}),
        shop_ids=frozenset({shop.id}),
    )
