"""Sending something instead: exchanges and reshipments, and refunds where that fails (T15 to T18).

What the customer holds then, and paid for it, is kept by unit, so that a later return of the
replacement refunds right (I20).
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import NoParcel, PlatformOwnsIt
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    CaseLine,
    CaseParcel,
    CaseState,
    Goods,
    Mode,
    Money,
    ParcelWay,
    Replacement,
)
from xiaoer.aftersales.rules import Command, Unit, UnitState
from xiaoer.aftersales.service import mirroring, refunding, stocking
from xiaoer.aftersales.service.holding import Held, complete, engine, hold, move
from xiaoer.aftersales.service.retracting import must_speak_for_buyer
from xiaoer.catalog.models import Sku
from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.money import allocate
from xiaoer.core.remembering import forget

S = CaseState


def ship_replacement(
    session: Session, actor: Actor, *, case_id: UUID, version: int, carrier: str, tracking_no: str
) -> Case:
    """The replacement leaves (T16): what it is worth is fixed, and a difference in the buyer's
    favour goes back. Never more units than were accepted (I19)."""
    actor.must(Permission.AFTERSALES_RECEIVE)
    held = hold(session, actor, case_id, version=version)
    case = held.case
    rules.check_before(Command.SHIP_REPLACEMENT, case.state)
    session.add(
        CaseParcel(
            shop_id=case.shop_id,
            case_id=case.id,
            way=ParcelWay.OUT,
            carrier=carrier,
            tracking_no=rules.check_tracking(tracking_no),
            scans=[],
        )
    )
    case.goods = Goods.REPLACED
    stocking.release(session, case)
    if case.kind is CaseKind.EXCHANGE:
        _replace(session, actor, held)
    told: dict[str, Any] = {"carrier": carrier, "tracking_no": tracking_no}
    move(session, actor, held, Command.SHIP_REPLACEMENT, S.AWAITING_BUYER_RECEIPT, **told)
    if case.mode is Mode.MIRRORED:
        mirroring.ask_platform(session, actor, case, "ship_replacement", 0)
    return case


def _replace(session: Session, actor: Actor, held: Held) -> None:
    """Write what each unit became, and pay back where that is worth less."""
    case = held.case
    pairs = refunding.units_by_line(session, engine(actor), held)
    even = case.terms.get("price_basis", "even") == "even"
    paid = {each.key: each.left_cents if even else _price(line, each) for line, each in pairs}
    drawn = _drawn(case, [each for _, each in pairs], paid)
    for line, each in pairs:
        new = session.get(Sku, line.replacement_sku_id) if line.replacement_sku_id else None
        session.add(
            Replacement(
                case_id=case.id,
                order_line_id=each.order_line_id,
                unit=each.unit,
                sku_id=line.replacement_sku_id,
                title=line.title,
                spec=new.spec if new else line.spec,
                before_cents=each.left_cents,
                paid_cents=paid[each.key],
                adjust_cents=paid[each.key] - each.left_cents + drawn.get(each.key, 0),
            )
        )
    forget(session, queries.past_key(case.order_id))
    if drawn and case.mode is Mode.AUTHORITATIVE:
        refunding.refund(session, actor, held, cents=sum(drawn.values()), from_units=drawn)


def _price(line: CaseLine, unit: UnitState) -> int:
    return unit.left_cents if line.quoted_cents is None else line.quoted_cents


def _drawn(case: Case, units: list[UnitState], paid: Mapping[Unit, int]) -> dict[Unit, int]:
    """What goes back, taken from the units that became cheaper."""
    if case.due_cents >= 0:
        return {}
    cheaper = {
        each.key: each.left_cents - paid[each.key]
        for each in units
        if each.left_cents > paid[each.key]
    }
    parts = allocate(-case.due_cents, list(cheaper.values()))
    return {key: cents for key, cents in zip(cheaper, parts, strict=True) if cents}


def report_replacement(
    session: Session, actor: Actor, *, case_id: UUID, node: str, at: datetime | None = None
) -> Case:
    """Where the replacement is; once it is signed for, a shorter clock runs (D9)."""
    actor.must(Permission.AFTERSALES_RECEIVE)
    held = hold(session, actor, case_id)
    case = held.case
    sent = select(CaseParcel).where(CaseParcel.case_id == case_id, CaseParcel.way == ParcelWay.OUT)
    parcel = session.scalars(sent.order_by(CaseParcel.id.desc())).first()
    if parcel is None:
        raise NoParcel
    when = at or clock.now()
    if parcel.node_at is not None and when <= parcel.node_at:
        return case
    parcel.node, parcel.node_at = node, when
    parcel.scans = [*parcel.scans, {"node": node, "at": when.isoformat()}]
    signed = node == "signed" and parcel.signed_at is None
    if signed:
        parcel.signed_at = when
    session.flush()
    if case.state is S.AWAITING_BUYER_RECEIPT:
        move(session, actor, held, Command.NOTE, clock_runs=signed, node=node)
    return case


def confirm(session: Session, actor: Actor, *, case_id: UUID, version: int | None = None) -> Case:
    """The customer has what was sent (T18)."""
    must_speak_for_buyer(actor)
    held = hold(session, actor, case_id, version=version)
    rules.check_before(Command.CONFIRM, held.case.state)
    complete(session, actor, held, Command.CONFIRM)
    return held.case


def convert(session: Session, actor: Actor, *, case_id: UUID, version: int, why: str) -> Case:
    """Nothing can be sent: the money goes back instead (T17)."""
    actor.must(Permission.AFTERSALES_DECIDE)
    held = hold(session, actor, case_id, version=version)
    rules.check_before(Command.CONVERT, held.case.state)
    refund_instead(session, actor, held, why=why)
    return held.case


def refund_instead(session: Session, actor: Actor, held: Held, *, why: str = "timeout") -> None:
    """The case becomes a refund of its units; a difference already paid goes back as well."""
    case = held.case
    if case.mode is Mode.MIRRORED:
        raise PlatformOwnsIt
    paid_difference = case.due_cents > 0 and case.money is Money.SETTLED
    units = refunding.accepted_units(session, engine(actor), held)
    cents = sum(each.left_cents for each in units)
    came_back = case.kind in rules.RETURNS_GOODS
    case.converted_from = case.kind
    case.kind = CaseKind.RETURN_REFUND if came_back else CaseKind.REFUND_ONLY
    case.requested_cents = case.approved_cents = cents
    case.money = Money.NONE
    stocking.release(session, case)
    move(session, actor, held, Command.CONVERT, S.AWAITING_REFUND, why=why, cents=cents)
    if paid_difference:
        refunding.give_back_top_up(session, actor, held)
    refunding.refund(session, actor, held, cents=cents)
