"""Filling an empty database with the demo. The same seed makes the same shops."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.app.demo import (
    buying,
    calls,
    figures,
    life,
    parcels,
    paying,
    people,
    samples,
    servicing,
    talking,
    teaching,
    tense,
)
from xiaoer.app.demo.buying import Sold
from xiaoer.app.demo.past import AUTOMATIC, PAST
from xiaoer.app.demo.stories import STORIES
from xiaoer.app.demo.talking import Bought, Cast
from xiaoer.core import clock, db, shops
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.errors import Conflict
from xiaoer.core.shops import Shop
from xiaoer.customers.service import CustomerRow
from xiaoer.orders import service as orders
from xiaoer.orders.models import Flag, OrderStatus, RemarkType
from xiaoer.workforce import service as workforce
from xiaoer.workforce.models import Agent

SEED = 20261111
SHOPS = (("zhuli", "竹里馆茶器"), ("yunduo", "云朵家纺"))
REMARKS_EACH = 30


class NotEmpty(Conflict):
    zh = "已经有店铺了，演示数据只能装进空的数据库。"
    en = "There are shops already; the demo goes into an empty database only."


Progress = Callable[[str], None]


@dataclass(frozen=True)
class Demo:
    """What was made. The password is the same for every login."""

    logins: list[tuple[str, str]]
    password: str
    shop_codes: list[str]
    order_nos: list[str]
    """Orders in every status, of one customer: what a visitor can ask about."""
    phone_tail: str


def load(progress: Progress = lambda _: None, *, seed: int = SEED) -> Demo:
    """Two shops with everything, in seconds and in one transaction: killed half-way, nothing is
    there. The database must hold no shop yet."""
    chance, now = random.Random(seed), clock.now()
    with db.transaction() as session:
        if session.scalar(select(Shop.id).limit(1)) is not None:
            raise NotEmpty
        progress("two shops, ten people, their phrases and hours")
        workforce.ensure_builtin_roles(session)
        made = {
            code: shops.add(session, system("demo"), code=code, name=name) for code, name in SHOPS
        }
        agents = people.add_agents(session, made)
        people.add_standing_texts(session, made)
        sales: list[tuple[Shop, list[Bought]]] = []
        for shop in made.values():
            progress(f"{shop.name}: goods, stock and {buying.CUSTOMERS_EACH:,} customers")
            sold = buying.add_goods(session, chance, shop)
            buyers = buying.add_customers(session, chance, shop, now)
            paying.add_payments(session, shop, buyers)
            progress(f"{shop.name}: {buying.ORDERS_EACH:,} orders in every status")
            parcels.add_places(session, shop, agents)
            bought = _orders(session, chance, shop, now, buyers, sold, agents)
            parcels.add_parcels(session, shop, now, bought)
            samples.add_samples(session, chance, shop, now, sold)
            progress(f"{shop.name}: conversations of the past month, and those who wait now")
            _talks(session, chance, shop, now, buyers, bought, agents)
            calls.add_calls(session, chance, shop, now, buyers, [agents["xiaohe"], agents["lead"]])
            teaching.teach(session, chance, shop, now)
            figures.add_figures(session, chance, shop, now, agents)
            sales.append((shop, bought))
        figures.add_hours(session, chance, now)
        told = ((STORIES + PAST, AUTOMATIC), (STORIES[::4] + PAST[::3], AUTOMATIC[:1]))
        for (shop, bought), (stories, automatic) in zip(sales, told, strict=True):
            progress(f"{shop.name}: {len(stories) + len(automatic)} after-sales cases")
            servicing.add_cases(session, chance, shop, now, bought, agents, stories, automatic)
        life.switch(session, on=True)
    return greeting()


def greeting() -> Demo:
    """The logins, for whoever opens the desk."""
    return Demo(
        [(person.login, person.name) for person in people.PEOPLE],
        people.PASSWORD,
        [code for code, _ in SHOPS],
        [samples.sample_no(place) for place in range(len(samples.SAMPLES))],
        samples.SAMPLE_PHONE[-4:],
    )


def _orders(
    session: Session,
    chance: random.Random,
    shop: Shop,
    now: datetime,
    buyers: list[tuple[UUID, CustomerRow]],
    sold: list[Sold],
    agents: dict[str, Agent],
) -> list[Bought]:
    bought = buying.add_orders(session, chance, shop, now, buyers, sold)
    going = [each for each in bought if each[2].status in (OrderStatus.PAID, OrderStatus.SHIPPED)]
    for order_id, _, row in chance.sample(going, k=REMARKS_EACH):
        author = agents[chance.choice(("xiaohe", "lead", "qinghe"))]
        kind, old, new, words = chance.choice(
            (
                (RemarkType.ADDRESS, row.receiver_address, "学院路 38 号 3 幢 502", ""),
                (RemarkType.SKU, row.lines[0].spec, "大一号", "已补差价"),
                (RemarkType.GIFT, None, None, "加送茶巾一条"),
                (RemarkType.PACKAGING, None, None, "送人，不放价格单"),
                (RemarkType.SHIP_TIME, None, "周五再发", "顾客出差"),
            )
        )
        orders.remark(
            session,
            _acting(author, shop),
            order_id=order_id,
            type=kind,
            old_value=old,
            new_value=new,
            text=words,
            flag=chance.choice(list(Flag)),
        )
    return bought


def _talks(
    session: Session,
    chance: random.Random,
    shop: Shop,
    now: datetime,
    buyers: list[tuple[UUID, CustomerRow]],
    bought: list[Bought],
    agents: dict[str, Agent],
) -> None:
    serving = [
        agents[person.login]
        for person in people.PEOPLE
        if person.shop in (None, shop.code) and person.group in ("管理组", "售前组", "售后组")
        and "qa_inspector" not in person.roles
    ]  # fmt: skip
    names = {customer_id: row.name for customer_id, row in buyers}
    cast = Cast(shop, serving, names, bought)
    open_ids = talking.add_past(session, chance, cast, now)
    talking.add_notes(session, chance, open_ids)
    talking.snooze_some(session, chance, open_ids)
    tense.add_replies(session, shop)
    tense.add_hard_talks(session, chance, cast, serving, now)
    talking.add_waiting(session, chance, cast, now)


def _acting(agent: Agent, shop: Shop) -> Actor:
    return Actor(
        kind=ActorKind.AGENT,
        id=agent.id,
        name=agent.name,
        permissions=frozenset({Permission.ORDERS_REMARK}),
        shop_ids=frozenset({shop.id}),
    )
