"""What is said by itself in the demo's shops, and the hard talks of the last days."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.app.demo.talking import WEBCHAT, Cast
from xiaoer.assist.service import reading
from xiaoer.conversations import service as conversations
from xiaoer.conversations.models import Occasion
from xiaoer.conversations.service import answering
from xiaoer.conversations.service.answering import Wanted
from xiaoer.core import clock, ids
from xiaoer.core.auth import EVERYTHING, Actor, ActorKind, system
from xiaoer.core.shops import Shop
from xiaoer.workforce.models import Agent

REPLIES = (
    Wanted(
        name="下班时间",
        occasion=Occasion.OFF_DUTY,
        text="现在是休息时间，上班后第一时间回您。请先发订单号和问题，我们一上班就查。",
        window_min=240,
    ),
    Wanted(
        name="咨询高峰",
        occasion=Occasion.PEAK,
        text="咨询的人多，您前面还有 {排队位置} 位，预计等 {预计等待}。请先发订单号和问题。",
        queue_over=8,
    ),
    Wanted(
        name="催发货",
        occasion=Occasion.KEYWORD,
        text="48 小时内发出，发出后短信告诉您。想查物流，请发订单号给我。",
        keywords=["什么时候发货", "催发货", "怎么还没发货"],
        window_min=120,
    ),
    Wanted(
        name="开发票",
        occasion=Occasion.KEYWORD,
        text="电子发票确认收货后开。请发抬头、税号和订单号给我，开好发到您的邮箱。",
        keywords=["发票"],
        window_min=120,
    ),
)


@dataclass(frozen=True)
class Hard:
    """A talk in which a customer lost patience, how long ago it was, and what was answered."""

    ago: timedelta
    lines: tuple[str, ...]
    answers: tuple[str, ...]


HARD = (
    Hard(
        timedelta(hours=2),
        ("等了五天还不发货，你们是骗子吗！气死我了", "再不发我就打 12315 投诉你们"),
        (
            "换成我也会着急，是我们没有按时发出，对不起。我现在就去仓库核实，十分钟内给您准信。",
            "查到了：今天下午四点前发出，发顺丰；迟了的两天补您 10 元，您看可以吗？",
        ),
    ),
    Hard(
        timedelta(hours=5),
        ("杯子碎成这样，什么垃圾包装", "你们客服是不是都不会说人话，滚"),
        (
            "杯子碎了确实扫兴，对不起。您拍一张照片，我直接给您补发，不用寄回。",
            "我在，您这件事由我办完：补发单已经开好，明天到，单号稍后发给您。",
        ),
    ),
    Hard(
        timedelta(days=1, hours=3),
        ("说好的保价，又降价了还不退差价，我要投诉", "不处理我就发到网上曝光你们"),
        (
            "差价的事我来办，请您给我两分钟核对当时的价格。",
            "核对好了，差价 26 元原路退回，今天到账。谢谢您告诉我们。",
        ),
    ),
    Hard(
        timedelta(days=3, hours=1),
        ("退款拖了一个星期，太恶心了，必须给我一个说法",),
        ("退款晚了是我们的错，已经加急，两小时内到账；到账我发消息给您。",),
    ),
)


def add_replies(session: Session, shop: Shop) -> None:
    for place, wanted in enumerate(REPLIES):
        answering.add(session, system("demo"), shop.id, _at(wanted, place))


def _at(wanted: Wanted, place: int) -> Wanted:
    return Wanted(**{**vars(wanted), "position": place})


def add_hard_talks(
    session: Session, chance: random.Random, cast: Cast, agents: list[Agent], now: datetime
) -> None:
    """By the ordinary way in, each at its time; what was read out of them is read at once. Whoever
    had one in the last hours may rest a little (EMT-4)."""
    for number, hard in enumerate(HARD):
        agent = agents[number % len(agents)]
        with clock.freeze(now - hard.ago):
            _tell(session, chance, cast, agent, hard)


def _tell(session: Session, chance: random.Random, cast: Cast, agent: Agent, hard: Hard) -> None:
    _, customer_id, _ = cast.order(chance, once=True)
    colleague = Actor(
        kind=ActorKind.AGENT,
        id=agent.id,
        name=agent.name,
        permissions=EVERYTHING,
        shop_ids=frozenset({cast.shop.id}),
    )
    talk_id: UUID | None = None
    for says, answer in zip(hard.lines, hard.answers, strict=True):
        talk_id = _say(session, cast, customer_id, says)
        conversations.reply(session, colleague, talk_id, client_id=ids.new_id(), text=answer)
    if talk_id is not None:
        reading.read(session, system("assist"), [talk_id])
        conversations.close(session, colleague, talk_id, reason="solved")


def _say(session: Session, cast: Cast, customer_id: UUID, says: str) -> UUID:
    said = conversations.receive(
        session,
        conversations.as_customer(
            shop_id=cast.shop.id, customer_id=customer_id, name=cast.names[customer_id]
        ),
        shop_id=cast.shop.id,
        customer_id=customer_id,
        channel=WEBCHAT,
        client_id=ids.new_id(),
        text=says,
    )
    return said.message.conversation_id
