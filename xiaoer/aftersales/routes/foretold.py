"""What follows from an action, told before it is done: the message, the money's way, clocks."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from xiaoer.aftersales.errors import ActionUnknown
from xiaoer.aftersales.models import Case, CaseKind, CaseState
from xiaoer.aftersales.queries.cases import Report
from xiaoer.aftersales.routes import possible
from xiaoer.aftersales.routes.actions import ACTIONS
from xiaoer.aftersales.service import foretelling, preannouncing
from xiaoer.core.auth import Actor

S = CaseState
MESSAGES: Mapping[str, str] = {
    "refusal": "case_refused",
    "offer": "case_offer",
    "retention": "case_kept_offer",
    "receipt": "case_goods_here",
    "receipt-refusal": "case_receipt_refused",
    "replacement": "case_replacement_sent",
    "interception-answer": "case_intercept_failed",
    "escalation": "case_disputed",
    "ruling": "case_ruled",
    "shipped-instead": "case_closed",
    "retry": "case_refunded",
    "fast-refund": "case_refunded",
    "conversion": "case_refunded",
}
BY_STATE: Mapping[CaseState, str] = {
    S.AWAITING_BUYER_RETURN: "case_return_agreed",
    S.AWAITING_PAYMENT: "case_pay",
    S.AWAITING_REFUND: "case_refunded",
}
"""What an agreement is told with, by the state it leads to."""
AGREES = frozenset({"approval", "acceptance", "concession", "settlement"})
ENTERED = frozenset({"offer", "retention", "ruling", "settlement"})
"""The person who does it says the amount."""
SILENT = frozenset({"feedback", "needs", "evidence", "judgement", "reopening"})
"""Nothing begins to run with these."""


def told(session: Session, actor: Actor, report: Report, name: str) -> dict[str, Any]:
    """Raises `ActionUnknown`."""
    action, case = ACTIONS.get(name), report.case
    if action is None or not actor.may(action.permission):
        raise ActionUnknown
    then = possible.leads_to(name, action, case)
    if name in AGREES:
        then = {possible.agreed(case)}
    order = list(CaseState)
    steps = foretelling.steps(
        session,
        case.shop_id,
        [] if name in SILENT else sorted(then, key=order.index),
        kind=case.kind,
        phase=case.phase,
    )
    code = _code(name, case, then)
    ways = foretelling.ways(session, actor, case, report.order) if _pays(name, then) else []
    hours = max((each.hours for each in steps), default=0)
    cents = 0 if name in ENTERED else possible.cents_of(action, case)
    message = preannouncing.message(session, case, code, cents, hours, ways) if code else None
    return {"action": name, "message": message, "ways": ways, "steps": steps}


def _code(name: str, case: Case, then: set[CaseState]) -> str | None:
    if name not in AGREES:
        return MESSAGES.get(name)
    if case.kind is CaseKind.COMPENSATION:
        return "case_compensated"
    return next((BY_STATE[state] for state in then if state in BY_STATE), None)


def _pays(name: str, then: set[CaseState]) -> bool:
    return then == {S.AWAITING_REFUND} or name in ("retry", "fast-refund", "ruling", "receipt")
