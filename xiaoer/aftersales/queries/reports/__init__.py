"""Figures of after-sales over a window of days, each with the cases behind it."""

from xiaoer.aftersales.queries.reports.automation import Automated, automation
from xiaoer.aftersales.queries.reports.completion import (
    Completion,
    completion,
)
from xiaoer.aftersales.queries.reports.disputes import (
    BranchCost,
    branches,
)
from xiaoer.aftersales.queries.reports.legs import (
    CourierTimes,
    LegDay,
    LegTimes,
    couriers,
    return_times,
)
from xiaoer.aftersales.queries.reports.retention import (
    Retained,
    retention,
)
from xiaoer.aftersales.queries.reports.windows import (
    MOST,
    Window,
    window,
)

__all__ = [
    "MOST",
    "Automated",
    "BranchCost",
    "Completion",
    "CourierTimes",
    "LegDay",
    "LegTimes",
    "Retained",
    "Window",
    "automation",
    "branches",
    "completion",
    "couriers",
    "retention",
    "return_times",
    "window",
]
