"""A return of which only a part is accepted becomes two cases (T14)."""

from collections import Counter
from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.models import (
    Case,
    CaseLine,
    CaseState,
    Decided,
    Goods,
    UnitClaim,
)
from xiaoer.aftersales.rules import UnitState
from xiaoer.aftersales.service import deducting, making
from xiaoer.aftersales.service.holding import Held, engine
from xiaoer.core.auth import Actor
from xiaoer.core.money import allocate

_COPIED = (
    "shop_id", "order_id", "customer_id", "kind", "phase", "currency", "instrument_id", "reason",
    "first_reason", "reason_text", "quality", "reasonable", "condition", "got_goods", "liability",
    "freight_payer", "terms", "decision_id", "mode", "platform", "attempts",
)  # fmt: skip


def split(session: Session, actor: Actor, held: Held) -> Case:
    """Accepted units stay in the case; the rest goes to a child in RECEIPT_REFUSED, with its
    units and its share of the amount. The parts add up to what the case was about."""
    case = held.case
    units = {each.key: each for each in queries.units_of(session, engine(actor), held.order)}
    stay, leave = _sorted(session, case)
    kept, gone = ([units[each.order_line_id, each.unit] for each in part] for part in (stay, leave))
    child = _child(session, actor, case)
    off = deducting.shared(case, [_worth(kept), _worth(gone)])
    parts = _shares(case, kept, gone, [sum(each.cents for each in part) for part in off])
    for one, part in zip((case, child), off, strict=True):
        one.notes = one.notes | {"deductions": deducting.noted(part)}
    case.requested_cents, child.requested_cents = parts
    case.approved_cents = min(case.approved_cents, parts[0])
    session.flush()
    lines = queries.lines_of(session, case.id)
    for line in lines:
        _part(session, child, line)
    moved = [each.id for each in leave]
    session.execute(update(UnitClaim).where(UnitClaim.id.in_(moved)).values(case_id=child.id))
    session.flush()
    none_left = [line.id for line in lines if not line.accepted]
    session.execute(delete(CaseLine).where(CaseLine.id.in_(none_left)))
    session.expire_all()
    return child


def _part(session: Session, child: Case, line: CaseLine) -> None:
    """What was not accepted of a line becomes a line of the child."""
    rest = line.qty - line.accepted
    if rest:
        session.add(
            CaseLine(
                case_id=child.id,
                order_line_id=line.order_line_id,
                title=line.title,
                spec=line.spec,
                qty=rest,
                received=line.rejected,
                rejected=line.rejected,
                replacement_sku_id=line.replacement_sku_id,
                quoted_cents=line.quoted_cents,
            )
        )
    line.qty = line.received = line.accepted or line.qty
    line.rejected = 0


def _sorted(session: Session, case: Case) -> tuple[list[UnitClaim], list[UnitClaim]]:
    """Claims of accepted units, and the others."""
    most: Counter[UUID] = Counter()
    for line in queries.lines_of(session, case.id):
        most[line.order_line_id] += line.accepted
    stay: list[UnitClaim] = []
    leave: list[UnitClaim] = []
    for claim in queries.claims_of(session, case.id):
        fits = most[claim.order_line_id] > 0
        most[claim.order_line_id] -= 1
        (stay if fits else leave).append(claim)
    return stay, leave


def _shares(
    case: Case, kept: list[UnitState], gone: list[UnitState], off: list[int]
) -> tuple[int, int]:
    """The amount in two parts, by what the units are worth; `off`: what is kept back of each. The
    freight stays with what was accepted."""
    if case.kind not in rules.PAYS_BACK:
        return 0, 0
    weights = [_worth(kept), _worth(gone)]
    freight = max(case.requested_cents + sum(off) - sum(weights), 0)
    gross = allocate(case.requested_cents - freight + sum(off), weights)
    stays, goes = (max(cents - less, 0) for cents, less in zip(gross, off, strict=True))
    return stays + freight, goes


def _worth(units: list[UnitState]) -> int:
    return sum(each.left_cents for each in units)


def _child(session: Session, actor: Actor, case: Case) -> Case:
    return making.make(
        session,
        actor,
        **making.copied(case, _COPIED),
        state=CaseState.RECEIPT_REFUSED,
        command="split",
        told={"of": case.id},
        decided=Decided.REFUSED,
        goods=Goods.REFUSED,
        notes={"goods_back": True},
        parent_id=case.id,
    )
