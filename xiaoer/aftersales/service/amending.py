"""Changes before shipping: other items, another address, another payment. Policy decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import (
    AmendmentNeeds,
    AmendmentRefused,
    OrderInCase,
)
from xiaoer.aftersales.events import OrderAmended
from xiaoer.aftersales.models import Amendment, AmendmentKind, Case, CaseKind, Reason
from xiaoer.aftersales.service import deciding, gathering, quoting, squaring, swapping
from xiaoer.aftersales.service.gathering import Matter
from xiaoer.aftersales.service.holding import engine
from xiaoer.aftersales.service.swapping import Becomes
from xiaoer.core import events, ids
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.once import once
from xiaoer.core.remembering import once_each
from xiaoer.orders import queries as orders
from xiaoer.orders import service as order_verbs
from xiaoer.orders.models import Order
from xiaoer.orders.service import Swap
from xiaoer.payments import queries as paid
from xiaoer.payments.models import Instrument
from xiaoer.policies import service as policies
from xiaoer.policies.models import Decision
from xiaoer.policies.service import Subject
from xiaoer.policies.service.wording import sentence_of


@dataclass(frozen=True)
class Address:
    address: str
    name: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Change:
    """What is to be different."""

    kind: AmendmentKind
    swaps: Sequence[Becomes] = ()
    address: Address | None = None
    instrument_id: UUID | None = None


def amend(
    session: Session, actor: Actor, *, order_id: UUID, change: Change, key: UUID | None
) -> Amendment:
    """Change an order before it is shipped. A difference is charged to, or given back over, the
    instrument that was named. Same `key` and same content: the same amendment.

    Raises `AmendmentRefused` with policy's code, `OrderInCase`, `AmendmentNeeds`, `BalanceTooLow`.
    """
    asks = actor.kind is ActorKind.CUSTOMER
    actor.must(Permission.AFTERSALES_ASK if asks else Permission.AFTERSALES_AMEND)

    def do() -> dict[str, Any]:
        order = orders.get(session, actor, order_id, lock=True)
        return {"amendment": _amend(session, actor, order, change).id}

    scope = f"aftersales.amend:{actor.kind}:{actor.id}"
    with once_each(session):
        queries.order_for(session, actor, order_id, lock=True)
        with session.begin_nested(), events.together(session):
            answer = once(session, scope=scope, key=key, content=[order_id, repr(change)], do=do)
    return session.get_one(Amendment, UUID(str(answer["amendment"])))


def _amend(session: Session, actor: Actor, order: Order, change: Change) -> Amendment:
    _check_free(session, order)
    boss = engine(actor)
    matter, swaps, due = _matter(session, boss, order, change)
    amendment_id = ids.new_id()
    decision = _decide(session, boss, order, change, matter, amendment_id)
    before, after = _apply(session, boss, order, change, swaps)
    if change.kind is not AmendmentKind.CHANGE_ADDRESS:
        used = change.instrument_id
        squaring.settle(session, boss, order, amendment_id, change.kind, due, used)
    amendment = Amendment(
        id=amendment_id,
        shop_id=order.shop_id,
        order_id=order.id,
        kind=change.kind,
        before=before,
        after=after,
        due_cents=due,
        instrument_id=change.instrument_id,
        decision_id=decision.id,
        by_id=actor.id,
        by_name="" if actor.kind is ActorKind.CUSTOMER else actor.name,
    )
    session.add(amendment)
    session.flush()
    told = OrderAmended(
        shop_id=order.shop_id,
        order_id=order.id,
        amendment_id=amendment_id,
        kind=change.kind.value,
        due_cents=due,
    )
    events.emit(session, actor, told)
    return amendment


@dataclass(frozen=True)
class Foreseen:
    """What a change would come to: `due_cents` is charged, or below zero given back. Refused, it
    carries policy's code and sentence."""

    due_cents: int
    code: str = ""
    sentence: Mapping[str, str] | None = None


def foresee(session: Session, actor: Actor, *, order_id: UUID, change: Change) -> Foreseen:
    """What `amend` would do, by the same rules; nothing is kept.

    Raises `OrderInCase`, and what the swaps themselves refuse.
    """
    actor.must(Permission.AFTERSALES_AMEND)
    order = queries.order_for(session, actor, order_id)
    _check_free(session, order)
    boss = engine(actor)
    matter, _, due = _matter(session, boss, order, change)
    facts = gathering.gather(session, matter)
    said = policies.preview(
        session, boss, table=deciding.AMENDMENTS, shop_id=order.shop_id, facts=facts
    )
    if said.outputs.get("decision") == "approve":
        moves = change.kind is AmendmentKind.CHANGE_PAYMENT
        return Foreseen(paid.refundable(session, boss, order.id).left_cents if moves else due)
    words = sentence_of(
        session, version_id=said.version_id, content_hash=said.content_hash, row=said.result.row
    )
    return Foreseen(due, said.outputs.get("code", "refused"), words or deciding.REFUSED)


def _check_free(session: Session, order: Order) -> None:
    busy = select(Case.id).where(Case.order_id == order.id, Case.ended_at.is_(None))
    if session.scalar(busy.limit(1)) is not None:
        raise OrderInCase


def _matter(
    session: Session, boss: Actor, order: Order, change: Change
) -> tuple[Matter, list[Swap], int]:
    matter = Matter(
        order=order,
        phase=rules.phase_of(order.status, order.shipped_at, order.signed_at),
        kind=CaseKind.EXCHANGE,
        reason=Reason.NO_LONGER_NEEDED,
        instrument=_instrument(session, order, change),
    )
    swaps: list[Swap] = []
    due = 0
    if change.kind is AmendmentKind.SWAP_ITEMS:
        swaps, due = swapping.swaps(session, boss, order, change.swaps, matter)
    matter.due_cents = due
    ways = paid.paid_with(session, order.id)
    matter.more = {
        "amendment.kind": change.kind.value,
        "order.payments": max(len(ways), 1),
        "payment.same_as_now": {change.instrument_id}
        == quoting.original_instruments(session, order),
    }
    return matter, swaps, due


def _instrument(session: Session, order: Order, change: Change) -> Instrument | None:
    if change.instrument_id is None:
        if change.kind is AmendmentKind.CHANGE_PAYMENT:
            raise AmendmentNeeds(what="instrument_id")
        return None
    return paid.instrument_of_shop(session, order.shop_id, change.instrument_id)


def _decide(
    session: Session,
    boss: Actor,
    order: Order,
    change: Change,
    matter: Matter,
    amendment_id: UUID,
) -> Decision:
    made = policies.decide(
        session,
        boss,
        table=deciding.AMENDMENTS,
        shop_id=order.shop_id,
        facts=gathering.gather(session, matter),
        subject=Subject("amendment", amendment_id),
    )
    if made.outputs.get("decision") != "approve":
        words = (
            sentence_of(
                session, version_id=made.version_id, content_hash=made.content_hash, row=made.row
            )
            or deciding.REFUSED
        )
        raise AmendmentRefused(
            sentence_zh=words["zh"],
            sentence_en=words["en"],
            code=made.outputs.get("code", "refused"),
            needs=made.needs,
        )
    if change.kind is AmendmentKind.SWAP_ITEMS and matter.due_cents and not change.instrument_id:
        raise AmendmentNeeds(what="instrument_id")
    return made


def _apply(
    session: Session, boss: Actor, order: Order, change: Change, swaps: Sequence[Swap]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Change the order; what stood there before and what does now."""
    if change.kind is AmendmentKind.SWAP_ITEMS:
        lines = {line.id: line for line in orders.lines(session, order.id)}
        before = [
            {"line": str(each), "sku": str(lines[each].sku_id), "cents": lines[each].paid_cents}
            for each in dict.fromkeys(swap.order_line_id for swap in swaps)
        ]
        made = order_verbs.swap_lines(session, boss, order_id=order.id, swaps=swaps)
        after = [
            {
                "line": str(line.id),
                "from": str(swap.order_line_id),
                "qty": swap.qty,
                "sku": str(swap.sku_id),
                "cents": swap.price_cents,
            }
            for line, swap in zip(made, swaps, strict=True)
        ]
        return {"lines": before}, {"lines": after}
    if change.kind is AmendmentKind.CHANGE_ADDRESS:
        if change.address is None or not change.address.address.strip():
            raise AmendmentNeeds(what="address")
        new = change.address
        order_verbs.change_address(
            session, boss, order_id=order.id, name=new.name, phone=new.phone, address=new.address
        )
        return {}, {}  # who lives where is kept in the order alone
    ways = paid.paid_with(session, order.id)
    return (
        {"instruments": [str(each) for each in ways]},
        {"instruments": [str(change.instrument_id)]},
    )
