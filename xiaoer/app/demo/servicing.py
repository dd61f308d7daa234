"""After-sales of the demo: cases in every queue, dated relative to now, each come about by the
verbs that shoppers and staff use."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries
from xiaoer.aftersales import service as aftersales
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    EvidenceKind,
    InterceptionState,
    OfferKind,
    Reason,
)
from xiaoer.aftersales.rules import Wanted
from xiaoer.aftersales.service import Proof, Request
from xiaoer.app.demo import proofs
from xiaoer.app.demo.stories import STORIES, Story
from xiaoer.catalog.models import Sku
from xiaoer.core import clock, ids
from xiaoer.core.auth import Actor, ActorKind, Permission, system
from xiaoer.core.files import service as files
from xiaoer.core.shops import Shop
from xiaoer.orders import queries as orders
from xiaoer.orders.models import OrderLine, OrderStatus
from xiaoer.orders.service import OrderRow
from xiaoer.payments import queries as paid
from xiaoer.payments.models import Movement, MovementState
from xiaoer.payments.provider import Answer, Verdict
from xiaoer.payments.service import submitting
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
COURIERS = (("顺丰速运", "SF"), ("圆通速递", "YT"), ("中通快递", "ZT"))

Bought = tuple[UUID, UUID, OrderRow]


@dataclass
class Scene:
    """One case of the demo while it comes about."""

    session: Session
    chance: random.Random
    now: datetime
    shop: Shop
    staff: dict[str, Actor]
    buyer: Actor
    case: Case

    def by(self, login: str) -> Actor:
        return self.staff[login]

    def proof(self, kind: EvidenceKind, actor: Actor) -> Proof:
        content = proofs.photo(self.chance, kind.value)
        stored = files.keep_upload(
            self.session,
            replace(actor, permissions=actor.permissions | {Permission.FILES_STORE}),
            content=content,
            name=f"{kind.value}.jpg",
            shop_id=self.shop.id,
        )
        return Proof(kind, [stored.id])


def add_cases(
    session: Session,
    chance: random.Random,
    shop: Shop,
    now: datetime,
    bought: list[Bought],
    agents: dict[str, Agent],
    stories: Sequence[Story] = STORIES,
) -> int:
    """Every story once, on an order it fits; so many cases were made."""
    _prepare(session, shop)
    staff = _staff(session, agents)
    left = {status: [each for each in bought if each[2].status is status] for status in OrderStatus}
    made = 0
    for story in stories:
        found = _fitting(session, story, now, left[story.status])
        if found is None:
            continue
        left[story.status].remove(found)
        _tell(session, chance, now, shop, staff, found, story)
        made += 1
    return made


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


def _approve(scene: Scene, login: str = "qinghe") -> None:
    aftersales.approve(
        scene.session,
        scene.by(login),
        case_id=scene.case.id,
        version=scene.case.version,
        cents=scene.case.requested_cents,
        reasonable=True,
        conditions_met=True,
    )


def _ask_second(scene: Scene) -> None:
    _approve(scene, "yunyun")


def _refuse(scene: Scene) -> None:
    agent = scene.by("yunyun")
    kinds = [EvidenceKind.ITEM_PHOTO]
    if scene.case.reason is Reason.EMPTY_PARCEL:
        kinds.append(EvidenceKind.DELIVERY_PROOF)
    aftersales.refuse(
        scene.session,
        agent,
        case_id=scene.case.id,
        version=scene.case.version,
        reason="not_as_claimed",
        words="您提供的照片看不出所说的问题，发货前我们拍过照，商品完好。可以补充凭证后修改申请。",
        proofs=[scene.proof(kind, agent) for kind in kinds],
    )


def _escalate(scene: Scene) -> None:
    aftersales.escalate(
        scene.session,
        scene.buyer,
        case_id=scene.case.id,
        version=scene.case.version,
        words="我收到就是这样的，商家不认，请平台判断。",
    )


def _show(scene: Scene) -> None:
    aftersales.add_evidence(
        scene.session,
        scene.buyer,
        case_id=scene.case.id,
        proof=scene.proof(EvidenceKind.PACKAGE_PHOTO, scene.buyer),
    )


def _propose(scene: Scene) -> None:
    aftersales.propose(
        scene.session,
        scene.by("qinghe"),
        case_id=scene.case.id,
        version=scene.case.version,
        cents=scene.case.requested_cents // 3,
        kind=CaseKind.REFUND_ONLY,
        words="商品您留着用，我们退您一部分可以吗？",
    )


def _retain(scene: Scene) -> None:
    aftersales.retain(
        scene.session,
        scene.by("qinghe"),
        case_id=scene.case.id,
        version=scene.case.version,
        kind=OfferKind.COUPON,
    )


def _accept(scene: Scene) -> None:
    aftersales.accept(scene.session, scene.buyer, case_id=scene.case.id, version=scene.case.version)


def _withdraw(scene: Scene) -> None:
    aftersales.withdraw(
        scene.session, scene.buyer, case_id=scene.case.id, version=scene.case.version
    )


def _send(scene: Scene) -> None:
    courier, code = scene.chance.choice(COURIERS)
    aftersales.ship_back(
        scene.session,
        scene.buyer,
        case_id=scene.case.id,
        version=scene.case.version,
        carrier=courier,
        tracking_no=f"{code}{scene.chance.randrange(10**11, 10**12)}",
    )


def _pickup(scene: Scene) -> None:
    begins = scene.now + timedelta(hours=20)
    aftersales.arrange_pickup(
        scene.session,
        scene.buyer,
        case_id=scene.case.id,
        version=scene.case.version,
        pickup={
            "begins": begins.isoformat(),
            "ends": (begins + timedelta(hours=4)).isoformat(),
            "courier": "顺丰速运",
        },
    )


def _scan(node: str) -> Callable[[Scene], None]:
    def told(scene: Scene) -> None:
        aftersales.report_return(scene.session, scene.by("laoli"), case_id=scene.case.id, node=node)

    return told


def _receive(scene: Scene, *, good: bool = True) -> None:
    keeper = scene.by("laoli")
    lines = [
        aftersales.Inspected(
            each.order_line_id,
            each.qty,
            each.qty if good else 0,
            each.qty if good else 0,
            "ok" if good else "damaged",
        )
        for each in queries.lines_of(scene.session, scene.case.id)
    ]
    photos = [] if good else scene.proof(EvidenceKind.INSPECTION_PHOTO, keeper).file_ids
    aftersales.receive(
        scene.session,
        keeper,
        case_id=scene.case.id,
        version=scene.case.version,
        lines=lines,
        file_ids=photos,
        note="" if good else "退回的商品有使用痕迹，包装缺失。",
    )


def _receive_bad(scene: Scene) -> None:
    _receive(scene, good=False)


def _replace(scene: Scene) -> None:
    courier, code = scene.chance.choice(COURIERS)
    aftersales.ship_replacement(
        scene.session,
        scene.by("laoli"),
        case_id=scene.case.id,
        version=scene.case.version,
        carrier=courier,
        tracking_no=f"{code}{scene.chance.randrange(10**11, 10**12)}",
    )


def _intercept(scene: Scene) -> None:
    aftersales.intercept(
        scene.session, scene.by("qinghe"), case_id=scene.case.id, version=scene.case.version
    )


def _not_stopped(scene: Scene) -> None:
    aftersales.answer_interception(
        scene.session,
        scene.by("qinghe"),
        case_id=scene.case.id,
        state=InterceptionState.FAILED,
        words="已在派送，拦不下来",
    )


def _stopped(scene: Scene) -> None:
    aftersales.answer_interception(
        scene.session,
        scene.by("qinghe"),
        case_id=scene.case.id,
        state=InterceptionState.SUCCEEDED,
        words="已拦截，退回发货地",
    )


def _money(verdict: Verdict) -> Callable[[Scene], None]:
    """What the payment provider said: the money is there, or it could not be paid."""

    def told(scene: Scene) -> None:
        session = scene.session
        query = select(Movement.id).where(
            Movement.reason_ref == scene.case.id, Movement.state == MovementState.SUBMITTED
        )
        for movement_id in session.scalars(query).all():
            done = verdict is Verdict.SETTLED
            answer = Answer(
                verdict=verdict,
                provider_ref=f"demo-{movement_id.hex[-12:]}" if done else "",
                failure="" if done else "card_closed",
            )
            submitting.record(session, system("payments"), movement_id, answer)
        aftersales.follow_money(session, scene.case.id)

    return told


STEPS: dict[str, Callable[[Scene], None]] = {
    "accept": _accept,
    "approve": _approve,
    "ask_second": _ask_second,
    "collected": _scan("collected"),
    "escalate": _escalate,
    "fail": _money(Verdict.FAILED),
    "intercept": _intercept,
    "not_stopped": _not_stopped,
    "on_the_way": _scan("in_transit"),
    "pickup": _pickup,
    "propose": _propose,
    "receive": _receive,
    "receive_bad": _receive_bad,
    "refuse": _refuse,
    "replace": _replace,
    "retain": _retain,
    "send": _send,
    "settle": _money(Verdict.SETTLED),
    "show": _show,
    "signed": _scan("signed"),
    "stopped": _stopped,
    "withdraw": _withdraw,
}
