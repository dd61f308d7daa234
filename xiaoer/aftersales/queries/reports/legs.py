"""How long returns took, leg by leg, and couriers with them (KP4-8, RET-19)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import (
    Case,
    CaseEvent,
    CaseKind,
    CaseParcel,
    Inspection,
    ParcelWay,
)
from xiaoer.aftersales.queries.reports.windows import MOST, Window
from xiaoer.aftersales.rules import legs
from xiaoer.aftersales.rules.legs import CourierLeg, Leg, Marks
from xiaoer.core.shops import Shop


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
