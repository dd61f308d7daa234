"""Figures about cases in a window, each with the cases behind it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import (
    Case,
    CaseEvent,
    CaseKind,
    CaseParcel,
    CaseState,
    Dispute,
    DisputeState,
    Inspection,
    Offer,
    OfferKind,
    OfferState,
    ParcelWay,
)
from xiaoer.aftersales.rules import legs
from xiaoer.aftersales.rules.legs import CourierLeg, Leg, Marks
from xiaoer.core.shops import Shop
from xiaoer.playbooks.models import PlaybookRun

MOST = 100
"""Cases named behind a figure: the newest, or those that took longest."""


@dataclass(frozen=True)
class Window:
    """From `since` to `until`, both included."""

    since: datetime
    until: datetime
    timezone: str


def window(shop: Shop, days: int, now: datetime) -> Window:
    """The last `days` days of the shop's calendar, today included."""
    local = now.astimezone(shop.zone)
    first = local.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days - 1)
    return Window(first, now, str(shop.zone))


def _newest(ids: Any, at: Any) -> Any:
    return func.array_agg(aggregate_order_by(ids, at.desc()))


@dataclass(frozen=True)
class Retained:
    """Attempts to keep orders, by who made them or for which reason the money was asked back."""

    key: str
    attempts: int
    accepted: int
    declined: int
    expired: int
    cost_cents: int
    """What was given away for the accepted ones."""
    saved_cents: int
    """What would have been refunded without them."""
    case_ids: Sequence[UUID]

    @property
    def success_bp(self) -> int:
        return self.accepted * 10_000 // self.attempts if self.attempts else 0


def retention(
    session: Session, shop_id: UUID, when: Window, by: Literal["agent", "reason"]
) -> list[Retained]:
    """RTN-5: offers for keeping the order that were made in the window, the most frequent first."""
    key: ColumnElement[str] = Offer.by_name if by == "agent" else Case.reason  # type: ignore[assignment]

    def of(state: OfferState) -> ColumnElement[int]:
        return func.count().filter(Offer.state == state)

    taken = Offer.state == OfferState.ACCEPTED
    query = (
        select(
            key,
            func.count(),
            of(OfferState.ACCEPTED),
            of(OfferState.DECLINED),
            of(OfferState.EXPIRED),
            func.coalesce(func.sum(Offer.cents).filter(taken), 0),
            func.coalesce(func.sum(Offer.saves_cents).filter(taken), 0),
            _newest(Offer.case_id, Offer.at),
        )
        .join(Case, Case.id == Offer.case_id)
        .where(
            Offer.shop_id == shop_id,
            Offer.kind != OfferKind.PROPOSAL,
            Offer.at >= when.since,
            Offer.at <= when.until,
        )
        .group_by(key)
        .order_by(func.count().desc(), key)
    )
    return [_retained(*row) for row in session.execute(query)]


def _retained(
    name: Any,
    made: int,
    accepted: int,
    declined: int,
    expired: int,
    cost: int,
    saved: int,
    ids: Sequence[UUID],
) -> Retained:
    return Retained(
        key=str(getattr(name, "value", name)),
        attempts=made,
        accepted=accepted,
        declined=declined,
        expired=expired,
        cost_cents=int(cost),
        saved_cents=int(saved),
        case_ids=ids[:MOST],
    )


@dataclass(frozen=True)
class LegTimes:
    """How long a leg of returns took. `case_ids`: the longest first."""

    leg: Leg
    cases: int
    mean_sec: int
    p90_sec: int
    late: int
    target_sec: int
    ours: bool
    case_ids: Sequence[UUID]


@dataclass(frozen=True)
class LegDay:
    """Mean seconds of each leg of the returns asked for on a day."""

    day: str
    seconds: Mapping[str, int]


def return_times(
    session: Session, shop: Shop, when: Window, wanted: Mapping[Leg, int]
) -> tuple[list[LegTimes], list[LegDay]]:
    """KP4-8, RET-21: every leg that has ended, of the returns asked for in the window."""
    of_leg: dict[Leg, list[tuple[int, UUID]]] = defaultdict(list)
    of_day: dict[str, dict[Leg, list[int]]] = defaultdict(lambda: defaultdict(list))
    for case_id, marks in _marks(session, shop.id, when):
        day = marks.opened_at.astimezone(shop.zone).date().isoformat()
        for each in legs.timed(marks, when.until, wanted):
            if each.ended_at is not None:
                of_leg[each.leg].append((each.seconds, case_id))
                of_day[day][each.leg].append(each.seconds)
    times = [_leg_times(leg, of_leg[leg], wanted[leg]) for leg in Leg]
    days = [
        LegDay(day, {leg.value: _mean(found) for leg, found in of_day[day].items()})
        for day in sorted(of_day)
    ]
    return times, days


def _leg_times(leg: Leg, found: list[tuple[int, UUID]], target: int) -> LegTimes:
    found = sorted(found, reverse=True)
    seconds = [each for each, _ in found]
    return LegTimes(
        leg=leg,
        cases=len(found),
        mean_sec=_mean(seconds),
        p90_sec=seconds[len(seconds) // 10] if seconds else 0,
        late=sum(each > target for each in seconds),
        target_sec=target,
        ours=leg in legs.OURS,
        case_ids=[case_id for _, case_id in found[:MOST]],
    )


def _mean(seconds: Sequence[int]) -> int:
    return sum(seconds) // len(seconds) if seconds else 0


def _marks(session: Session, shop_id: UUID, when: Window) -> Iterable[tuple[UUID, Marks]]:
    """The marks of each return, in one statement."""

    def least(column: Any, model: Any, *where: Any) -> Any:
        query: Select[Any] = select(func.min(column)).where(model.case_id == Case.id, *where)
        return query.correlate(Case).scalar_subquery()

    back = CaseParcel.way == ParcelWay.BACK
    here = func.coalesce(CaseParcel.signed_at, CaseParcel.arrived_at)
    query = select(
        Case.id,
        Case.opened_at,
        Case.approved_at,
        least(CaseParcel.sent_at, CaseParcel, back),
        least(here, CaseParcel, back),
        least(Inspection.at, Inspection),
        least(CaseEvent.at, CaseEvent, CaseEvent.command == "settled"),
        Case.ended_at,
    ).where(
        Case.shop_id == shop_id,
        Case.kind == CaseKind.RETURN_REFUND,
        Case.opened_at >= when.since,
        Case.opened_at <= when.until,
    )
    for row in session.execute(query):
        yield row[0], Marks(*row[1:])


@dataclass(frozen=True)
class CourierTimes:
    """How long a courier took for a leg of parcels of cases."""

    carrier: str
    leg: CourierLeg
    parcels: int
    mean_sec: int
    p90_sec: int
    case_ids: Sequence[UUID]


def couriers(session: Session, shop_id: UUID, when: Window) -> list[CourierTimes]:
    """RET-19: parcels of returns and exchanges sent in the window, leg by leg and by courier."""
    query = select(CaseParcel).where(
        CaseParcel.shop_id == shop_id,
        CaseParcel.sent_at >= when.since,
        CaseParcel.sent_at <= when.until,
    )
    found: dict[tuple[str, CourierLeg], list[tuple[int, UUID]]] = defaultdict(list)
    for parcel in session.scalars(query):
        took = legs.of_courier(parcel.sent_at, parcel.scans, parcel.signed_at)
        for leg, seconds in took.items():
            found[parcel.carrier, leg].append((seconds, parcel.case_id))
    return [
        _courier_times(carrier, leg, found[carrier, leg])
        for carrier, leg in sorted(found, key=lambda key: (key[0], list(CourierLeg).index(key[1])))
    ]


def _courier_times(carrier: str, leg: CourierLeg, found: list[tuple[int, UUID]]) -> CourierTimes:
    found = sorted(found, reverse=True)
    seconds = [each for each, _ in found]
    ids = list(dict.fromkeys(case_id for _, case_id in found))[:MOST]
    p90 = seconds[len(seconds) // 10]
    return CourierTimes(carrier, leg, len(found), _mean(seconds), p90, ids)


@dataclass(frozen=True)
class Completion:
    """Cases of a kind that completed: by ourselves, or after somebody else ruled."""

    kind: CaseKind
    ruled: bool
    cases: int
    mean_sec: int
    """From asking to the end; what was ruled on is not part of the self-completed mean."""
    case_ids: Sequence[UUID]


def completion(session: Session, shop_id: UUID, when: Window) -> list[Completion]:
    """KP4-14: completed in the window, those that were ruled on counted apart."""
    ruled = (
        select(Dispute.id)
        .where(Dispute.case_id == Case.id, Dispute.state == DisputeState.RULED)
        .correlate(Case)
        .exists()
    )
    took = func.extract("epoch", Case.ended_at - Case.opened_at)
    query = (
        select(Case.kind, ruled, func.count(), func.avg(took), _newest(Case.id, Case.ended_at))
        .where(
            Case.shop_id == shop_id,
            Case.state == CaseState.COMPLETED,
            Case.kind.in_((CaseKind.REFUND_ONLY, CaseKind.RETURN_REFUND)),
            Case.ended_at >= when.since,
            Case.ended_at <= when.until,
        )
        .group_by(Case.kind, ruled)
        .order_by(Case.kind, ruled)
    )
    return [
        Completion(kind, bool(by), int(count), int(mean), ids[:MOST])
        for kind, by, count, mean, ids in session.execute(query)
    ]


@dataclass(frozen=True)
class BranchCost:
    """How the disputes of a branch ended, how long they took, and what they cost (DSP-25)."""

    branch: str
    runs: int
    results: Mapping[str, int]
    rulings: Mapping[str, int]
    mean_sec: int
    cost_cents: int
    case_ids: Sequence[UUID]


def branches(session: Session, shop_id: UUID, when: Window) -> list[BranchCost]:
    """Runs of the tree of disputes that ended in the window, the costliest branch first."""
    query = (
        select(PlaybookRun, Case.refunded_cents)
        .join(Case, Case.id == PlaybookRun.subject_id)
        .where(
            PlaybookRun.shop_id == shop_id,
            PlaybookRun.playbook == "dispute",
            PlaybookRun.finished_at >= when.since,
            PlaybookRun.finished_at <= when.until,
        )
        .order_by(PlaybookRun.finished_at.desc())
    )
    found: dict[str, list[tuple[PlaybookRun, int]]] = defaultdict(list)
    for run, refunded in session.execute(query):
        found[run.branch or ""].append((run, refunded))
    made = [_branch_cost(branch, runs) for branch, runs in found.items()]
    return sorted(made, key=lambda each: (-each.cost_cents, -each.runs, each.branch))


def _branch_cost(branch: str, runs: Sequence[tuple[PlaybookRun, int]]) -> BranchCost:
    took = [
        int((run.finished_at - run.started_at).total_seconds())
        for run, _ in runs
        if run.finished_at is not None
    ]
    cost = sum(refunded if run.cost_cents is None else run.cost_cents for run, refunded in runs)
    return BranchCost(
        branch=branch,
        runs=len(runs),
        results=Counter(run.result or "" for run, _ in runs),
        rulings=Counter(run.ruling.value for run, _ in runs if run.ruling is not None),
        mean_sec=_mean(took),
        cost_cents=cost,
        case_ids=list(dict.fromkeys(run.subject_id for run, _ in runs))[:MOST],
    )
