"""The demo goes on living: customers ask, wait, answer and leave; colleagues serve their own talks;
what is sold is sent.

Everything goes the ordinary way (`conversations.receive`, `reply`, `leave`). What a talk needs next
is read from the database each time, so the worker may stop and start at any moment.
"""

import asyncio
import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from xiaoer.app.demo import calls, depot, people, words
from xiaoer.app.demo.buying import CHANNEL
from xiaoer.app.demo.words import Dialogue
from xiaoer.conversations import service as conversations
from xiaoer.core import clock, db, ids
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.shops import Shop
from xiaoer.workforce import service as workforce
from xiaoer.workforce.models import Presence

SETTING = "demo_life"
STEP_SEC = 2.0
IDLE_SEC = 15.0
WAITING_AT_MOST = 14
"""So many unanswered customers are enough to show; beyond, nobody new comes."""
NEW_EVERY_SEC = 20.0
PATIENCE_SEC = 480.0
ONCE_MORE_SEC = 150.0
QUIET_SEC = 90.0
RECENT = timedelta(hours=1)
GONE_SEC = 600.0
ONCE_MORE = ("在吗？", "有人吗", "？？", "麻烦看一下哦")
GOODBYE = ("好的，谢谢", "明白了，谢谢小二", "OK 没问题了", "谢谢，再见👋")
COLLEAGUE_RIGHTS = frozenset(
    {
        Permission.CONVERSATIONS_READ,
        Permission.CONVERSATIONS_REPLY,
        Permission.CONVERSATIONS_ASSIGN,
        Permission.CONVERSATIONS_CLOSE,
    }
)
LOCK = 0x5869616F6572


def switch(session: Session, *, on: bool) -> None:
    """Let the demo's customers talk, or be silent from now on."""
    for shop in session.scalars(select(Shop).order_by(Shop.code).with_for_update()):
        shop.settings = shop.settings | {SETTING: on}


async def loop(_url: str, shutdown: asyncio.Event) -> None:
    """Live on until `shutdown`; does nothing where no demo is switched on."""
    chance = random.Random()
    while not shutdown.is_set():
        on = await asyncio.to_thread(step, chance)
        try:
            await asyncio.wait_for(shutdown.wait(), STEP_SEC if on else IDLE_SEC)
        except TimeoutError:
            continue


def step(chance: random.Random) -> bool:
    """A few seconds of life in one transaction. False: no demo lives here."""
    with db.transaction() as session:
        if not session.scalar(text("SELECT pg_try_advisory_xact_lock(:lock)"), {"lock": LOCK}):
            return True
        living = list(
            session.scalars(
                select(Shop).where(Shop.settings[SETTING].as_boolean()).order_by(Shop.code)
            )
        )
        if not living:
            return False
        _colleagues_are_here(session)
        talks = _talks(session, [shop.id for shop in living])
        for talk in talks:
            _go_on(session, chance, talk)
        waiting = sum(talk.waiting_since is not None and not talk.left_at for talk in talks)
        if waiting < WAITING_AT_MOST and chance.random() < STEP_SEC / NEW_EVERY_SEC:
            _arrive(session, chance, chance.choice(living))
        for shop in living:
            depot.go_on(session, chance, shop, STEP_SEC)
            calls.go_on(session, chance, shop, STEP_SEC)
    return True


@dataclass(frozen=True)
class Talk:
    """An open talk with a customer of the demo, and how far it has come."""

    id: UUID
    shop_id: UUID
    customer_id: UUID
    customer_name: str
    assignee_id: UUID | None
    agent_name: str
    colleague: bool
    waiting_since: datetime | None
    left_at: datetime | None
    last_from: str
    last_text: str
    last_at: datetime
    asked: int
    """How often the customer has written."""

    @property
    def dialogue(self) -> Dialogue:
        """The same talk always follows the same lines."""
        known = words.dialogues()
        return known[self.id.int % len(known)]


_TALKS = text(
    """
SELECT c.id, c.shop_id, c.customer_id, p.name AS customer_name, c.assignee_id,
       coalesce(a.name, '') AS agent_name,
       coalesce(a.login = ANY(:colleagues)
           AND NOT EXISTS (SELECT FROM sign_ins s WHERE s.agent_id = a.id), false) AS colleague,
       c.waiting_since, c.left_unanswered_at AS left_at, coalesce(c.last_from, '') AS last_from,
       coalesce(c.last_text, '') AS last_text, coalesce(c.last_at, c.opened_at) AS last_at,
       (SELECT count(*) FROM messages m
        WHERE m.conversation_id = c.id AND m.author = 'customer') AS asked
FROM conversations c
JOIN customers p ON p.id = c.customer_id
JOIN customer_identities i ON i.customer_id = p.id AND i.channel = :channel
LEFT JOIN agents a ON a.id = c.assignee_id
WHERE c.state = 'open' AND c.shop_id = ANY(:shops) AND c.activity_at > :recent
ORDER BY c.activity_at
LIMIT 60
"""
)
_SOMEBODY = text(
    """
SELECT p.id, p.name FROM customer_identities i JOIN customers p ON p.id = i.customer_id
WHERE i.shop_id = :shop AND i.channel = :channel AND i.external_id = :external_id
  AND p.erased_at IS NULL AND p.merged_into_id IS NULL
  AND NOT EXISTS (SELECT FROM conversations c WHERE c.shop_id = :shop
                  AND c.customer_id = p.id AND c.state <> 'closed')
"""
)


def _talks(session: Session, shop_ids: list[UUID]) -> list[Talk]:
    rows = session.execute(
        _TALKS,
        {
            "colleagues": [each.login for each in people.PEOPLE if each.colleague],
            "channel": CHANNEL,
            "shops": shop_ids,
            "recent": clock.now() - RECENT,
        },
    )
    return [Talk(**row._mapping) for row in rows]


def _go_on(session: Session, chance: random.Random, talk: Talk) -> None:
    """At most one thing happens in a talk at a time."""
    since = (clock.now() - talk.last_at).total_seconds()
    if talk.left_at is not None:
        if (clock.now() - talk.left_at).total_seconds() > GONE_SEC:
            conversations.close(session, system("demo"), talk.id, reason="left")
        return
    if talk.waiting_since is not None:
        waited = (clock.now() - talk.waiting_since).total_seconds()
        if talk.colleague and waited > 8 and chance.random() < 0.12:
            _answer(session, talk)
        elif waited > PATIENCE_SEC:
            conversations.leave(session, _customer(talk), talk.id)
        elif waited > ONCE_MORE_SEC and talk.last_text not in ONCE_MORE and chance.random() < 0.03:
            _ask(session, talk, chance.choice(ONCE_MORE))
    elif talk.last_from == "agent" and since > 6 and chance.random() < 0.15:
        questions = talk.dialogue.questions
        done = talk.asked >= len(questions)
        if not done:
            _ask(session, talk, _plain(questions[talk.asked]))
        elif talk.asked == len(questions) and since < QUIET_SEC:
            _ask(session, talk, chance.choice(GOODBYE))
        elif talk.colleague:
            _close(session, talk)


def _answer(session: Session, talk: Talk) -> None:
    answers = talk.dialogue.answers
    if talk.last_text in GOODBYE:
        says = "不客气，有问题随时找我～"
    elif talk.last_text in ONCE_MORE:
        says = "在的，让您久等了，正在为您处理。"
    else:
        says = answers[min(talk.asked, len(answers)) - 1]
    conversations.reply(
        session, _colleague(talk), talk.id, client_id=ids.new_id(), text=_plain(says)
    )


def _close(session: Session, talk: Talk) -> None:
    conversations.close(session, _colleague(talk), talk.id, reason="solved")


def _ask(session: Session, talk: Talk, says: str) -> None:
    conversations.receive(
        session,
        _customer(talk),
        shop_id=talk.shop_id,
        customer_id=talk.customer_id,
        channel="webchat",
        client_id=ids.new_id(),
        text=says,
    )


def _arrive(session: Session, chance: random.Random, shop: Shop) -> None:
    """Somebody of the demo who has no open talk begins one."""
    number = f"{shop.code}-{chance.randrange(1000):04d}"
    found = session.execute(
        _SOMEBODY, {"shop": shop.id, "channel": CHANNEL, "external_id": number}
    ).one_or_none()
    if found is None:
        return
    actor = conversations.as_customer(shop_id=shop.id, customer_id=found.id, name=found.name)
    opening: dict[str, Any] = {"shop_id": shop.id, "customer_id": found.id, "channel": "webchat"}
    says = _plain(chance.choice(words.dialogues()).questions[0], shop.name)
    conversations.receive(session, actor, client_id=ids.new_id(), text=says, **opening)


def _colleagues_are_here(session: Session) -> None:
    """Colleagues whose login nobody uses are at the desk and take new talks."""
    rows = session.execute(
        text(
            "SELECT id, name, presence FROM agents WHERE login = ANY(:logins) AND active"
            " AND NOT EXISTS (SELECT FROM sign_ins s WHERE s.agent_id = agents.id)"
            " AND (presence <> 'online' OR last_seen_at IS NULL"
            "      OR last_seen_at < now() - interval '20 seconds') ORDER BY id"
        ),
        {"logins": [each.login for each in people.PEOPLE if each.colleague]},
    ).all()
    for row in rows:
        if row.presence != Presence.ONLINE:
            actor = Actor(kind=ActorKind.AGENT, id=row.id, name=row.name)
            workforce.set_mine(session, actor, Presence.ONLINE)
        workforce.beat(session, row.id)


def _customer(talk: Talk) -> Actor:
    return conversations.as_customer(
        shop_id=talk.shop_id, customer_id=talk.customer_id, name=talk.customer_name
    )


def _colleague(talk: Talk) -> Actor:
    return Actor(
        kind=ActorKind.AGENT,
        id=talk.assignee_id,
        name=talk.agent_name,
        permissions=COLLEAGUE_RIGHTS,
        shop_ids=frozenset({talk.shop_id}),
    )


def _plain(line: str, shop_name: str = "本店") -> str:
    """A line of a dialogue about no order in particular."""
    facts = {
        "product": "这款",
        "order_no": "我的订单",
        "courier": "顺丰速运",
        "tracking_no": "SF1390021145876",
        "shop_name": shop_name,
    }
    for name, value in facts.items():
        line = line.replace("{" + name + "}", value)
    return line
