"""What a shopper is told beforehand: the standards that count, each step with its clock, and when
the money would be where (RET-5, RNT-2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import rules
from xiaoer.aftersales.models import Case, CaseKind, CaseState, Phase
from xiaoer.aftersales.service import clocks, deciding, quoting
from xiaoer.aftersales.service.holding import engine, robot
from xiaoer.aftersales.service.requests import Quote
from xiaoer.core.auth import Actor
from xiaoer.orders.models import Order
from xiaoer.payments import queries as paid
from xiaoer.policies import service as policies
from xiaoer.policies.models import Decision, VersionState
from xiaoer.policies.queries import Candidate
from xiaoer.policies.service import Judged
from xiaoer.policies.service import holding as tables


@dataclass(frozen=True)
class Step:
    """A state on the way: so many hours, whose turn it is, and what happens when they are over."""

    state: CaseState
    hours: int
    silent: str
    action: str


@dataclass(frozen=True)
class Way:
    """Where money goes, and in how many hours it is there."""

    label: str
    kind: str
    arrives_from_hours: int
    arrives_to_hours: int


def standards(session: Session, said: Judged) -> list[dict[str, str]]:
    """The clauses behind what policy says, in words, with the sentence it has for the customer."""
    return clauses(
        session,
        version_id=said.version_id,
        content_hash=said.content_hash,
        row=said.result.row,
        names=said.result.clauses,
    )


def behind(session: Session, decision: Decision) -> list[dict[str, str]]:
    """The same of a decision that was kept."""
    return clauses(
        session,
        version_id=decision.version_id,
        content_hash=decision.content_hash,
        row=decision.row,
        names=decision.trace.get("clauses", []),
    )


def clauses(
    session: Session, *, version_id: UUID, content_hash: str, row: str | None, names: Sequence[str]
) -> list[dict[str, str]]:
    version = Candidate(version_id, content_hash, VersionState.ACTIVE, "", 0)
    table = tables.loaded(session, version).table
    hit = table.row(row) if row else None
    found = [{"id": "", **hit.say}] if hit is not None and hit.say else []
    known = [(name, table.clauses[name]) for name in names if name in table.clauses]
    return found + [{"id": name, "zh": each["zh"], "en": each["en"]} for name, each in known]


def steps(
    session: Session,
    shop_id: UUID,
    states: Sequence[CaseState],
    *,
    kind: CaseKind,
    phase: Phase,
) -> list[Step]:
    """The clock of each of these states; the table is read once for all of them."""
    facts = {"case.kind": kind.value, "order.phase": phase.value}
    facts |= {"return.node": "none", "parcel.node": "none", "parcel.interception": "none"}
    first = {**facts, "case.state": CaseState.AWAITING_MERCHANT.value}
    said = policies.preview(session, robot(), table=clocks.DEADLINES, shop_id=shop_id, facts=first)
    version = Candidate(said.version_id, said.content_hash, VersionState.ACTIVE, "", 0)
    table = tables.loaded(session, version)
    found = []
    for state in states:
        out = table({**said.facts, "case.state": state.value}).outputs
        ends = state in rules.TERMINAL
        found.append(
            Step(
                state,
                0 if ends else int(out.get("hours", 0)),
                "" if ends else str(out.get("silent", "")),
                "" if ends else str(out.get("action", "")),
            )
        )
    return found


def of_quote(session: Session, found: Quote) -> list[Step]:
    """The whole way of a request that was not made yet."""
    kind = found.matter.kind
    states = rules.path(
        kind, must_return=returns(kind, found.said.outputs), due_cents=found.due_cents
    )
    return steps(session, found.order.shop_id, states, kind=kind, phase=found.phase)


def of_case(session: Session, case: Case) -> list[Step]:
    """What is still ahead of a case."""
    states = rules.ahead(
        case.state, case.kind, must_return=returns(case.kind, case.terms), due_cents=case.due_cents
    )
    if not states:
        return []
    return steps(session, case.shop_id, states, kind=case.kind, phase=case.phase)


def returns(kind: CaseKind, terms: Any) -> bool:
    """Whether the goods come back, as an agreement would have it."""
    return kind in rules.RETURNS_GOODS and bool(terms.get("require_return", True))


def ways(session: Session, actor: Actor, case: Case, order: Order) -> list[Way]:
    """Where a refund of the case would go, as far as is known without setting it aside."""
    if case.kind not in rules.PAYS_BACK and case.due_cents >= 0:
        return []
    boss = engine(actor)
    wanted = {case.instrument_id} if case.instrument_id else set()
    known = wanted or quoting.original_instruments(session, order)
    found = []
    for used in paid.shown(session, known).values():
        soon, late = deciding.arrival(session, boss, case.shop_id, used)
        found.append(Way(used.label or used.kind.value, used.kind.value, soon, late))
    return sorted(found, key=lambda way: (way.arrives_to_hours, way.label))
