"""Figures about cases; every one names its window, its rule and the cases behind it."""

import datetime as dt
from typing import Generic, TypeVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from xiaoer.aftersales.models import CaseKind
from xiaoer.aftersales.rules.legs import CourierLeg, Leg
from xiaoer.aftersales.schemas.caring import Both

T = TypeVar("T")


class _Figure(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    case_ids: list[UUID]


class WindowOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    since: dt.datetime
    until: dt.datetime
    timezone: str


class Report(BaseModel, Generic[T]):
    """`rule`: what is counted and how, to stand beside the figures."""

    window: WindowOut
    rule: Both
    currency: str
    items: list[T]


class RetainedOut(_Figure):
    key: str
    attempts: int
    accepted: int
    declined: int
    expired: int
    success_bp: int
    cost_cents: int
    saved_cents: int


class LegTimesOut(_Figure):
    leg: Leg
    cases: int
    mean_sec: int
    p90_sec: int
    late: int
    target_sec: int
    ours: bool


class LegDayOut(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    day: str
    seconds: dict[str, int]


class ReturnTimes(Report[LegTimesOut]):
    days: list[LegDayOut]


class CourierTimesOut(_Figure):
    carrier: str
    leg: CourierLeg
    parcels: int
    mean_sec: int
    p90_sec: int


class CompletionOut(_Figure):
    kind: CaseKind
    ruled: bool
    cases: int
    mean_sec: int
    target_sec: int
    late: int


class AutomatedOut(_Figure):
    """`automation`: the switch, `deadline`, or empty for people."""

    automation: str
    cases: int
    mean_sec: int
    disputed: int
    disputed_bp: int
    refunded_cents: int
    overridden: int
    people_sec: int
    saved_sec: int


class BranchCostOut(_Figure):
    branch: str
    title: Both | None
    runs: int
    results: dict[str, int]
    rulings: dict[str, int]
    mean_sec: int
    cost_cents: int


class RetentionReport(Report[RetainedOut]):
    pass


class CourierReport(Report[CourierTimesOut]):
    pass


class CompletionReport(Report[CompletionOut]):
    pass


class AutomationReport(Report[AutomatedOut]):
    pass


class BranchReport(Report[BranchCostOut]):
    pass
