"""Starting over from a case that ended, as a new case (T27); the old one stays as it is (I13)."""

from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import (
    AmountTooHigh,
    CaseCannotMove,
    NothingToRefund,
    ReasonNeeded,
    UnitTaken,
    UnitUnknown,
)
from xiaoer.aftersales.events import CaseOpened
from xiaoer.aftersales.models import Case, CaseKind, CaseLine
from xiaoer.aftersales.rules import Unit
from xiaoer.aftersales.service import clocks, making
from xiaoer.aftersales.service.holding import Held, check_ours, engine, hold, told_of
from xiaoer.core import events
from xiaoer.core.auth import Actor, Permission

_COPIED = (
    "shop_id", "order_id", "customer_id", "kind", "currency", "requested_cents", "freight_cents",
    "due_cents", "points", "instrument_id", "reason", "first_reason", "reason_text", "quality",
    "reasonable", "condition", "got_goods", "liability", "freight_payer", "terms", "decision_id",
    "attempts",
)  # fmt: skip
_COPIED_OF_LINE = (
    "order_line_id", "title", "spec", "qty", "replacement_sku_id", "quoted_cents", "refund_cents",
    "tax_cents",
)  # fmt: skip


def reopen(session: Session, actor: Actor, *, case_id: UUID, reason: str) -> Case:
    """Ask for the same units once more, as long as nobody else holds them.

    Raises `CaseCannotMove` unless the case has ended, `PlatformOwnsIt`, `UnitTaken`,
    `AmountTooHigh` and `NothingToRefund` when less can go back by now, `ReasonNeeded`.
    """
    actor.must(Permission.AFTERSALES_OVERRIDE)
    if not reason.strip():
        raise ReasonNeeded
    held = hold(session, actor, case_id)
    old = held.case
    check_ours(old)
    if old.state not in rules.TERMINAL:
        raise CaseCannotMove(state=old.state.value, command="reopen")
    units = _still_free(session, engine(actor), held)
    case = _copy(session, actor, held, reason.strip())
    for line in queries.lines_of(session, old.id):
        copied = {name: getattr(line, name) for name in _COPIED_OF_LINE}
        session.add(CaseLine(case_id=case.id, **copied))
    making.name_units(session, case, units)
    told = CaseOpened(
        **told_of(case), reason=case.reason.value, requested_cents=case.requested_cents
    )
    events.emit(session, actor, told)
    clocks.pause_order(session, engine(actor), case)
    return case


def _still_free(session: Session, boss: Actor, held: Held) -> set[Unit]:
    """The units the case was about, if nobody else holds them."""
    old = held.case
    states = {each.key: each for each in queries.units_of(session, boss, held.order)}
    wanted = {(each.order_line_id, each.unit) for each in queries.claims_of(session, old.id)}
    if not wanted:
        raise CaseCannotMove(state=old.state.value, command="reopen")
    if not wanted <= states.keys():
        raise UnitUnknown
    adjusts = old.kind is CaseKind.PRICE_ADJUST
    adjusted = queries.adjusted_units(session, old.order_id) if adjusts else set()
    if any(states[key].taken or key in adjusted for key in wanted):
        raise UnitTaken
    left = sum(states[key].left_cents for key in wanted) + old.freight_cents
    if old.kind in rules.PAYS_BACK and not left:
        raise NothingToRefund
    if old.kind in rules.PAYS_BACK and old.requested_cents > left:
        raise AmountTooHigh(asked_cents=old.requested_cents, max_cents=left)
    return wanted


def _copy(session: Session, actor: Actor, held: Held, reason: str) -> Case:
    old, order = held.case, held.order
    phase = rules.phase_of(order.status, order.shipped_at, order.signed_at)
    return making.make(
        session,
        actor,
        **making.copied(old, _COPIED),
        phase=phase,
        command="reopen",
        told={"of": old.id, "reason": reason},
        goods=rules.goods_of(phase, old.got_goods),
        notes={"max_cents": old.notes.get("max_cents")},
        parent_id=old.id,
    )
