"""Talks of the past month, written in bulk, and the customers who wait right now."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.app.demo import words
from xiaoer.app.demo.words import AGENT, CUSTOMER, Dialogue
from xiaoer.conversations import rules
from xiaoer.conversations import service as conversations
from xiaoer.core import clock, ids, shops
from xiaoer.core.auth import system
from xiaoer.core.shops import Shop
from xiaoer.orders.service import OrderRow
from xiaoer.workforce.models import Agent

CLOSED_EACH, OPEN_EACH, SNOOZED_EACH, LEFT_EACH, WAITING_EACH = 330, 16, 5, 7, 7
BUSY = (0.1, 0.02, 0.6, 0.8, 1.0, 0.9)
"""How likely customers write in each four hours of the day."""
WEBCHAT, WECHAT = "webchat", "wechat"
WATERMARKS = tuple(
    f"{who}_{what}_seq" for who in ("staff", "customer") for what in ("read", "delivered")
)

Bought = tuple[UUID, UUID, OrderRow]


@dataclass
class Cast:
    """Who may appear in the talks of one shop. Each customer has at most one open talk."""

    shop: Shop
    agents: list[Agent]
    names: dict[UUID, str]
    bought: list[Bought]
    taken: set[UUID] = field(default_factory=set)

    def order(self, chance: random.Random, *, once: bool) -> Bought:
        while True:
            found = chance.choice(self.bought)
            if not once or found[1] not in self.taken:
                if once:
                    self.taken.add(found[1])
                return found


@dataclass
class Talk:
    """A conversation's row with its messages and turns, before they are copied in."""

    row: dict[str, Any]
    messages: list[dict[str, Any]] = field(default_factory=list)
    turns: list[dict[str, Any]] = field(default_factory=list)


def filled(line: str, shop: Shop, order: OrderRow) -> str:
    """A line of a dialogue about this order."""
    facts = {
        "product": order.lines[0].title,
        "order_no": order.order_no,
        "courier": order.courier or "圆通速递",
        "tracking_no": order.tracking_no or "YT8900123456789",
        "shop_name": shop.name,
    }
    for name, value in facts.items():
        line = line.replace("{" + name + "}", value)
    return line


def add_past(session: Session, chance: random.Random, cast: Cast, now: datetime) -> list[UUID]:
    """Closed, abandoned and still open talks; gives the open ones."""
    talks = [
        _talk(chance, cast, _moment(chance, cast.shop, now), left=n >= CLOSED_EACH)
        for n in range(CLOSED_EACH + LEFT_EACH)
    ]
    for _ in range(OPEN_EACH + SNOOZED_EACH):
        at = now - timedelta(minutes=chance.randint(8, 200))
        talks.append(_talk(chance, cast, at, open_=True))
    talks.sort(key=lambda talk: talk.row["opened_at"])
    for number, talk in enumerate(talks, start=1):
        talk.row["number"] = number
    _copy(session, cast.shop, talks)
    return [talk.row["id"] for talk in talks if talk.row["state"] == "open"]


def _moment(chance: random.Random, shop: Shop, now: datetime) -> datetime:
    """Some time of the past month; at night hardly anybody asks."""
    while True:
        at = now - timedelta(minutes=chance.randint(90, 30 * 1440))
        if chance.random() < BUSY[at.astimezone(shop.zone).hour // 4]:
            return at


def _talk(
    chance: random.Random, cast: Cast, at: datetime, *, left: bool = False, open_: bool = False
) -> Talk:
    dialogue = chance.choice(words.dialogues())
    _, customer_id, order = cast.order(chance, once=open_)
    agent = chance.choice(cast.agents)
    channel = WECHAT if not open_ and chance.random() < 0.2 else WEBCHAT
    talk = Talk(_row(cast, dialogue, customer_id, order, at, channel))
    lines = dialogue.lines[:1] if left else dialogue.lines
    if open_:
        answered = [n for n, (who, _) in enumerate(lines, start=1) if who == AGENT]
        lines = lines[: chance.choice(answered)]
    for who, line in lines:
        says = filled(line, cast.shop, order)
        _say(talk, chance, cast, agent, who == CUSTOMER, says)
    _end(talk, chance, agent, dialogue, left=left, open_=open_)
    return talk


def _row(
    cast: Cast, dialogue: Dialogue, customer_id: UUID, order: OrderRow, at: datetime, channel: str
) -> dict[str, Any]:
    return {
        "id": ids.new_id(),
        "shop_id": cast.shop.id,
        "channel": channel,
        "customer_id": customer_id,
        "stage": dialogue.stage,
        "priority": "high" if dialogue.tag == "投诉" else "normal",
        "tags": [dialogue.tag],
        "order_no": None if dialogue.stage == "presale" else order.order_no,
        "opened_at": at,
        "last_at": at,
        "last_seq": 0,
        "responses": 0,
        "response_total_sec": 0.0,
        "first_response_sec": None,
        "version": 1,
    }


def _say(
    talk: Talk, chance: random.Random, cast: Cast, agent: Agent, asks: bool, says: str
) -> None:
    row = talk.row
    seq = row["last_seq"] + 1
    pause = chance.randint(4, 45) if asks else _wait(chance, cast, agent)
    at = row["last_at"] + timedelta(seconds=pause if seq > 1 else 0)
    _take_turn(talk, cast, agent, asks, seq, at)
    talk.messages.append(
        {
            "id": ids.new_id(),
            "conversation_id": row["id"],
            "shop_id": cast.shop.id,
            "seq": seq,
            "client_id": ids.new_id(),
            "author": "customer" if asks else "agent",
            "author_id": row["customer_id"] if asks else agent.id,
            "author_name": cast.names[row["customer_id"]] if asks else agent.name,
            "kind": "text",
            "text": says,
            "auto": False,
            "at": at,
        }
    )
    row |= {
        "last_seq": seq,
        "last_at": at,
        "last_from": "customer" if asks else "agent",
        "last_kind": "text",
        "last_text": rules.preview("text", says),
    }


def _wait(chance: random.Random, cast: Cast, agent: Agent) -> int:
    """Seconds until an answer; some are quicker than others, and now and then it takes long."""
    pace = 0.7 + 0.25 * cast.agents.index(agent)
    return round(chance.choice((9, 14, 21, 33, 48, 75, 140, 210)) * pace)


def _take_turn(talk: Talk, cast: Cast, agent: Agent, asks: bool, seq: int, at: datetime) -> None:
    row = talk.row
    before = talk.messages[-1]["author"] if talk.messages else ""
    if asks and before != "customer":
        turn = {"conversation_id": row["id"], "question_seq": seq, "shop_id": cast.shop.id}
        talk.turns.append(turn | {"asked_at": at})
    elif not asks and "answer_seq" not in talk.turns[-1]:
        waited = (at - talk.turns[-1]["asked_at"]).total_seconds()
        answered = {"answer_seq": seq, "answered_at": at, "agent_id": agent.id}
        talk.turns[-1] |= answered | {"seconds": waited}
        row["responses"] += 1
        row["response_total_sec"] += waited
        row["first_response_sec"] = row["first_response_sec"] or waited


def _end(
    talk: Talk,
    chance: random.Random,
    agent: Agent,
    dialogue: Dialogue,
    *,
    left: bool,
    open_: bool,
) -> None:
    row = talk.row
    seen = dict.fromkeys(WATERMARKS, row["last_seq"])
    row |= seen | {"unread": 0, "state": "open", "assignee_id": agent.id, "last_agent_id": agent.id}
    if open_:
        row["activity_at"] = row["last_at"]
        return
    closed = row["last_at"] + timedelta(minutes=chance.randint(1, 30))
    row |= {"state": "closed", "closed_at": closed, "activity_at": closed}
    row["closed_reason"] = "left" if left else dialogue.reason
    if left:
        waited = (closed - row["opened_at"]).total_seconds()
        row |= {"left_unanswered_at": closed, "left_waited_sec": waited, "assignee_id": None}
        row["last_agent_id"] = None
        talk.turns[-1]["dropped_at"] = closed


def _copy(session: Session, shop: Shop, talks: Sequence[Talk]) -> None:
    for talk in talks:
        for message in talk.messages:
            message["search"] = rules.lexemes(message["text"], shop.id, talk.row["number"])
    _insert(session, "conversations", [talk.row for talk in talks])
    _insert(session, "messages", [each for talk in talks for each in talk.messages])
    _insert(session, "turns", [each for talk in talks for each in talk.turns])
    shops.count_from(session, shop.id, "conversation", len(talks))


def _insert(session: Session, table: str, rows: list[dict[str, Any]]) -> None:
    """All rows through one COPY; a column a row lacks is NULL."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    connection: Any = session.connection().connection.driver_connection
    with connection.cursor() as cursor:
        statement = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
        with cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row([_cell(name, row.get(name)) for name in columns])


def _cell(name: str, value: Any) -> Any:
    if name != "search":
        return value
    quoted = (word.replace("\\", "\\\\").replace("'", "''") for word in value)
    return " ".join(f"'{word}'" for word in quoted)


def snooze_some(session: Session, chance: random.Random, open_ids: list[UUID]) -> None:
    for conversation_id in chance.sample(open_ids, k=SNOOZED_EACH):
        # a slow machine loads for minutes: what comes is counted from then
        until = clock.now() + timedelta(minutes=chance.choice((3, 45, 120, 600, 1440)))
        conversations.snooze(session, system("demo"), conversation_id, until=until)


def add_notes(session: Session, chance: random.Random, open_ids: list[UUID]) -> None:
    notes = ("已跟仓库确认，今天能发。", "顾客比较着急，优先处理。", "差价已登记，18 点前到账。")
    for conversation_id, says in zip(chance.sample(open_ids, k=len(notes)), notes, strict=True):
        conversations.note(
            session, system("demo"), conversation_id, client_id=ids.new_id(), text=says
        )


def add_waiting(session: Session, chance: random.Random, cast: Cast, now: datetime) -> None:
    """Customers who wrote in the last minutes and have no answer yet, by the ordinary way in."""
    for says, seconds in zip(_questions(chance), _waits(chance), strict=True):
        _, customer_id, order = cast.order(chance, once=True)
        actor = conversations.as_customer(
            shop_id=cast.shop.id, customer_id=customer_id, name=cast.names[customer_id]
        )
        with clock.freeze(now - timedelta(seconds=seconds)):
            conversations.receive(
                session,
                actor,
                shop_id=cast.shop.id,
                customer_id=customer_id,
                channel=WEBCHAT,
                client_id=ids.new_id(),
                text=filled(says, cast.shop, order),
            )


def _questions(chance: random.Random) -> list[str]:
    return [each.questions[0] for each in chance.sample(words.dialogues(), k=WAITING_EACH)]


def _waits(chance: random.Random) -> Iterator[int]:
    return iter(sorted((chance.randint(5, 240) for _ in range(WAITING_EACH)), reverse=True))
