"""A shopper's own orders and cases, without what is only the shop's to know."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.models import CaseEvent, CasePlace, OfferState
from xiaoer.aftersales.queries.cases import Report
from xiaoer.aftersales.routes import actions, around, eligible, showing
from xiaoer.aftersales.service import foretelling
from xiaoer.core.auth import Actor, ActorKind
from xiaoer.core.files import links
from xiaoer.core.remembering import once_each
from xiaoer.payments import queries as paid
from xiaoer.payments.models import Direction, MovementState
from xiaoer.policies.models import Decision

_TOLD = (
    "deadline_action", "closed_reason", "reason_text", "freight_cents", "freight_payer",
    "return_method", "pickup", "instrument_id",
)  # fmt: skip
HIDDEN = frozenset({rules.Command.NOTE, rules.Command.ASK_APPROVAL, rules.Command.OVERRIDE})


def own_orders(session: Session, actor: Actor, after: str | None, limit: int) -> dict[str, Any]:
    found, following = queries.own_orders(session, actor, after=after, limit=limit)
    items = [
        {
            "id": order.id,
            "order_no": order.order_no,
            "phase": rules.phase_of(order.status, order.shipped_at, order.signed_at),
            "currency": order.currency,
            "paid_cents": order.paid_cents,
            "title": title,
            "image_url": image_url,
            "item_count": order.item_count,
            "placed_at": order.placed_at,
        }
        for order, title, image_url in found
    ]
    return {"items": items, "next": following}


def own_cases(session: Session, actor: Actor) -> list[dict[str, Any]]:
    return [eligible.own_case(case, order) for case, order in queries.own_cases(session, actor)]


def own(session: Session, actor: Actor, case_id: UUID) -> dict[str, Any]:
    """One case as its buyer follows it."""
    with once_each(session):
        return _own(session, actor, queries.detail(session, actor, case_id))


def _own(session: Session, actor: Actor, report: Report) -> dict[str, Any]:
    case = report.case
    offer = next((each for each in report.offers if each.state is OfferState.OPEN), None)
    proofs = [each for each in showing.evidence(session, report, _link) if each["party"] == "buyer"]
    present = {each["kind"] for each in proofs}
    return {
        **eligible.own_case(case, report.order),
        **{name: getattr(case, name) for name in _TOLD},
        **showing.gross(case),
        "refusal": case.notes.get("refusal", {}).get("words"),
        "max_cents": case.notes.get("max_cents", case.requested_cents),
        "choices": [] if case.notes.get("choice") else case.notes.get("choose", []),
        "lines": showing.lines(session, report),
        "standards": _standards(session, report),
        "missing_evidence": [
            kind for kind in case.terms.get("required_evidence", []) if kind not in present
        ],
        "parcels": report.parcels,
        "offer": offer,
        "evidence": proofs,
        "dispute": report.disputes[-1] if report.disputes else None,
        "inspection": report.inspections[-1] if report.inspections else None,
        "place": session.get(CasePlace, case.place_id) if case.place_id else None,
        "ways": foretelling.ways(session, actor, case, report.order),
        "refunds": _refunds(session, case.id),
        "timeline": [_step(each) for each in report.events if each.command not in HIDDEN],
        "ahead": foretelling.of_case(session, case),
        "actions": actions.own(case, offered=offer is not None),
        **around.own(report),
    }


def _link(file_id: str) -> str:
    return f"/chat/files/{file_id}?key={links.key_for(UUID(file_id))}"


def _refunds(session: Session, case_id: UUID) -> list[dict[str, Any]]:
    """Transfers to the buyer, the oldest first; what was released never went anywhere."""
    moved = [
        each
        for each in paid.for_reason(session, case_id)
        if each.direction is Direction.OUT and each.state is not MovementState.RELEASED
    ]
    used = paid.shown(session, {each.instrument_id for each in moved})
    return [
        {
            "label": used[each.instrument_id].label or used[each.instrument_id].kind.value,
            "kind": used[each.instrument_id].kind.value,
            "cents": each.cents,
            "state": each.state.value,
            "sent_at": each.submitted_at,
            "expected_at": each.expected_at,
            "ended_at": each.ended_at,
        }
        for each in moved
    ]


def _standards(session: Session, report: Report) -> list[dict[str, str]]:
    """What counts for it by policy, in words for the customer."""
    case = report.case
    made = session.get(Decision, case.decision_id) if case.decision_id else None
    if made is None:
        return []
    return foretelling.behind(session, made)


def _step(event: CaseEvent) -> dict[str, Any]:
    return {
        "command": event.command,
        "after": event.after,
        "mine": event.actor_kind == ActorKind.CUSTOMER,
        "at": event.at,
    }
