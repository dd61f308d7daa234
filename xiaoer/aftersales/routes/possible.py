"""Which actions a person has about a case now."""

from typing import Any

from xiaoer.aftersales import rules
from xiaoer.aftersales.models import Case, CaseState, OfferState, ParcelWay
from xiaoer.aftersales.queries.cases import Report
from xiaoer.aftersales.routes.actions import ACTIONS, ENDED, STAYS
from xiaoer.aftersales.routes.conditions import Action, Around
from xiaoer.aftersales.rules import Command
from xiaoer.core.auth import Actor
from xiaoer.core.money import Money as Amount

ANSWERS = ("acceptance", "decline")
FREE = ("同意申请，没有款项往来。", "Agrees to it; no money moves.")
OWES = (
    "同意申请，差价 {amount} 由客户补付。",
    "Agrees to it; the customer pays the difference of {amount}.",
)


def now(actor: Actor, report: Report) -> list[dict[str, Any]]:
    """What this actor may do now. Facts that only the doing finds out are told then."""
    around = _around(report)
    return [
        _told(name, each, report.case)
        for name, each in ACTIONS.items()
        if actor.may(each.permission) and _stands(name, each, report.case, around)
    ]


def _stands(name: str, action: Action, case: Case, around: Around) -> bool:
    """Whether the action makes sense; an offer for keeping the order is answered in any state."""
    before = ENDED.get(name, rules.MOVES[action.command].before)
    answers = name in ANSWERS and around.offered and case.state not in rules.TERMINAL
    return (case.state in before or answers) and action.when(case, around)


def _around(report: Report) -> Around:
    last = report.interceptions[-1] if report.interceptions else None
    return Around(
        parcel=bool(report.order.tracking_no),
        stop=last.state if last else None,
        back=any(
            each.way is ParcelWay.BACK and each.arrived_at is None and each.lost_at is None
            for each in report.parcels
        ),
        offered=any(each.state is OfferState.OPEN for each in report.offers),
    )


def leads_to(name: str, action: Action, case: Case) -> set[CaseState]:
    """The states it can lead to; an approval leads to exactly one."""
    if name in STAYS:
        return {case.state}
    if action.command is Command.APPROVE:
        return {agreed(case)}
    return set(rules.MOVES[action.command].after)


def agreed(case: Case) -> CaseState:
    """Where an agreement to what is asked for leads."""
    back = case.kind in rules.RETURNS_GOODS and case.terms.get("require_return", True)
    return rules.agreed_state(case.kind, due_cents=case.due_cents, must_return=bool(back))


def cents_of(action: Action, case: Case) -> int:
    """What the action moves: the amount to send along with it."""
    if action.command is Command.APPROVE:
        return case.requested_cents
    if action.command is Command.TOP_UP:
        return case.due_cents
    return max(case.approved_cents or case.requested_cents, -case.due_cents)


def _told(name: str, action: Action, case: Case) -> dict[str, Any]:
    cents = cents_of(action, case)
    order = list(CaseState)
    return {
        "action": name,
        "path": f"/api/cases/{case.id}/{name}",
        "leads_to": sorted(leads_to(name, action, case), key=order.index),
        "cents": cents if "{amount}" in action.zh else None,
        "consequence": _consequence(action, case, cents),
    }


def _consequence(action: Action, case: Case, cents: int) -> dict[str, str]:
    """In words, with the amount that moves; an approval may move none, or the customer's."""
    moves = max(cents, -case.due_cents)
    agrees = action.command is Command.APPROVE and not moves
    said = (OWES if case.due_cents > 0 else FREE) if agrees else (action.zh, action.en)
    amount = str(Amount(case.due_cents if agrees else moves, case.currency))
    return {"zh": said[0].format(amount=amount), "en": said[1].format(amount=amount)}
