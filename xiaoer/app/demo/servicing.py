"""After-sales of the demo: cases in every queue, dated relative to now, each come about by the
verbs that shoppers and staff use."""

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales import service as aftersales
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
)
from xiaoer.aftersales.rules import Wanted
from xiaoer.aftersales.service import Request
from xiaoer.app.demo.scene import Scene
from xiaoer.app.demo.steps import STEPS
from xiaoer.app.demo.stories import STORIES, Story
from xiaoer.catalog.models import Sku
from xiaoer.core import clock, ids
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.errors import DeskError
from xiaoer.core.shops import Shop
from xiaoer.orders import queries as orders
from xiaoer.orders.models import OrderLine, OrderStatus
from xiaoer.orders.service import OrderRow
from xiaoer.payments import queries as paid
from xiaoer.policies.models import SwitchState
from xiaoer.policies.service import switches as policies
from xiaoer.workforce import queries as workforce
from xiaoer.workforce.models import Agent

BUYER = frozenset(
    {
        Permission.AFTERSALES_ASK,
        Permission.AFTERSALES_VOUCHED,
        Permission.AFTERSALES_READ,
        Permission.FILES_STORE,
    }
)
PLACES = (
    ("杭州余杭仓", "浙江省杭州市余杭区仓前街道文一西路 1818 号 3 号库"),
    ("广州白云仓", "广东省广州市白云区太和镇沙太北路 688 号"),
)
SPENDABLE_CENTS = 500_000
"""For keeping orders, of each shop."""

Bought = tuple[UUID, UUID, OrderRow]


def add_cases(
    session: Session,
    chance: random.Random,
    shop: Shop,
    now: datetime,
    bought: list[Bought],
    agents: dict[str, Agent],
    stories: Sequence[Story] = STORIES,
    automatic: Sequence[Story] = (),
) -> int:
    """Every story once, on an order it fits, those of `automatic` while refunds of what is not
    shipped are agreed to by themselves; so many cases were made."""
    _prepare(session, shop)
    staff = _staff(session, agents)
    left = {status: [each for each in bought if each[2].status is status] for status in OrderStatus}

    def tell(story: Story) -> bool:
        """Policy may decide otherwise about the goods of one order: then another is taken."""
        while found := _fitting(session, story, now, left[story.status]):
            left[story.status].remove(found)
            try:
                with session.begin_nested():
                    _tell(session, chance, now, shop, staff, found, story)
            except DeskError:
                continue
            return True
        return False

    made = sum(tell(story) for story in stories)
    if automatic:
        _switch(session, shop, SwitchState.ON)
        made += sum(tell(story) for story in automatic)
        _switch(session, shop, SwitchState.OFF)
    return made


def _switch(session: Session, shop: Shop, state: SwitchState) -> None:
    policies.set_switch(
        session,
        system("demo"),
        shop_id=shop.id,
        code="unshipped_refund_only",
        state=state,
    )


def _prepare(session: Session, shop: Shop) -> None:
    boss = system("demo")
    shop.settings = shop.settings | {
        "aftersales": {"retention_budget_cents": SPENDABLE_CENTS, "freight_insurance": False}
    }
    for name, address in PLACES:
        aftersales.set_place(
            session,
            boss,
            shop_id=shop.id,
            name=name,
            recipient=f"{shop.name}退货组",
            phone="0571-8812 3306",
            address=address,
            category=None,
            region=None if name == PLACES[0][0] else "广东省",
            active=True,
        )


def _staff(session: Session, agents: dict[str, Agent]) -> dict[str, Actor]:
    known = ((login, workforce.actor_of(session, agent.id)) for login, agent in agents.items())
    return {login: found.actor for login, found in known if found is not None}


def _fitting(session: Session, story: Story, now: datetime, orders_: list[Bought]) -> Bought | None:
    """An order of the story's status and worth that had come so far when it was asked."""
    asked = now - timedelta(hours=story.hours)
    for each in orders_:
        row = each[2]
        began = row.signed_at or row.shipped_at or row.paid_at
        if began is None or began >= asked or asked - began > timedelta(days=story.within_days):
            continue
        if not story.least_cents <= row.paid_cents <= story.most_cents:
            continue
        if story.kind is CaseKind.EXCHANGE and _other(session, row, dearer=story.dearer) is None:
            continue
        return each
    return None


def _other(session: Session, row: OrderRow, *, dearer: bool) -> UUID | None:
    """Another variant of the first line's product that can be sent."""
    own = session.get(Sku, row.lines[0].sku_id) if len(row.lines) == 1 else None
    if own is None or (row.lines[0].quantity or 1) != 1:
        return None
    query = select(Sku).where(
        Sku.product_id == own.product_id,
        Sku.id != own.id,
        Sku.on_sale,
        Sku.actual_stock > 0,
        Sku.price_cents > own.price_cents if dearer else Sku.price_cents <= own.price_cents,
    )
    found = session.scalars(query.order_by(Sku.price_cents, Sku.id)).first()
    return found.id if found else None


def _tell(
    session: Session,
    chance: random.Random,
    now: datetime,
    shop: Shop,
    staff: dict[str, Actor],
    found: Bought,
    story: Story,
) -> None:
    order_id, customer_id, row = found
    buyer = Actor(
        kind=ActorKind.CUSTOMER,
        id=customer_id,
        name=row.receiver_name,
        permissions=BUYER,
        shop_ids=frozenset({shop.id}),
    )
    at = now - timedelta(hours=story.hours)
    with clock.freeze(at):
        scene = Scene(session, chance, now, shop, staff, buyer, Case())
        request = _request(scene, orders.lines(session, order_id), row, story)
        scene.case = aftersales.open_case(
            session, buyer, order_id=order_id, request=request, key=ids.new_id()
        )
        for step in story.then:
            pause = min(timedelta(hours=story.every), (now - clock.now()) / 2)
            clock.advance(pause)
            STEPS[step](scene)
            session.flush()


def _request(scene: Scene, lines: list[OrderLine], row: OrderRow, story: Story) -> Request:
    other = _other(scene.session, row, dearer=story.dearer)
    lines = lines[:1] if story.kind is CaseKind.EXCHANGE or story.first_only else lines
    swap = other if story.kind is CaseKind.EXCHANGE else None
    return Request(
        kind=story.kind,
        reason=story.reason,
        lines=[Wanted(line.id, line.quantity or 1, swap) for line in lines],
        text=story.said,
        instrument_id=_instrument(scene, row) if story.dearer else None,
        return_method=story.method,
        cents=story.cents,
        proofs=[scene.proof(kind, scene.buyer) for kind in story.proofs],
    )


def _instrument(scene: Scene, row: OrderRow) -> UUID | None:
    assert row.customer_id is not None
    found = paid.instruments_of(scene.session, system("demo"), row.customer_id)
    return found[0].id if found else None
