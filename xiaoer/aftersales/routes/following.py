"""A shopper's own orders and cases, without what is only the shop's to know."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.models import CaseEvent, CasePlace, CaseState, OfferState
from xiaoer.aftersales.queries.cases import Report
from xiaoer.aftersales.routes import actions, around, eligible, showing
from xiaoer.core.auth import Actor, ActorKind
from xiaoer.core.files import links
from xiaoer.policies.models import Decision
from xiaoer.policies.service.wording import sentence_of

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
            "item_count": order.item_count,
            "placed_at": order.placed_at,
        }
        for order, title in found
    ]
    return {"items": items, "next": following}


def own_cases(session: Session, actor: Actor) -> list[dict[str, Any]]:
    return [eligible.own_case(case, order) for case, order in queries.own_cases(session, actor)]


def own(session: Session, actor: Actor, case_id: UUID) -> dict[str, Any]:
    """One case as its buyer follows it."""
    report = queries.detail(session, actor, case_id)
    case = report.case
    offer = next((each for each in report.offers if each.state is OfferState.OPEN), None)
    proofs = [each for each in showing.evidence(session, report, _link) if each["party"] == "buyer"]
    present = {each["kind"] for each in proofs}
    disputed = case.state is CaseState.DISPUTED and report.disputes
    return {
        **eligible.own_case(case, report.order),
        "reason_text": case.reason_text,
        "return_method": case.return_method,
        "pickup": case.pickup,
        "refusal": case.notes.get("refusal", {}).get("words"),
        "instrument_id": case.instrument_id,
        "choices": [] if case.notes.get("choice") else case.notes.get("choose", []),
        "lines": showing.lines(session, report),
        "sentences": _sentences(session, report),
        "missing_evidence": [
            kind for kind in case.terms.get("required_evidence", []) if kind not in present
        ],
        "parcels": report.parcels,
        "offer": offer,
        "evidence": proofs,
        "evidence_due_at": report.disputes[-1].evidence_due_at if disputed else None,
        "place": session.get(CasePlace, case.place_id) if case.place_id else None,
        "timeline": [_step(each) for each in report.events if each.command not in HIDDEN],
        "actions": actions.own(case, offered=offer is not None),
        **around.own(session, case.id),
    }


def _link(file_id: str) -> str:
    return f"/chat/files/{file_id}?key={links.key_for(UUID(file_id))}"


def _sentences(session: Session, report: Report) -> list[dict[str, str]]:
    """What policy has to say to the customer about it."""
    case = report.case
    made = session.get(Decision, case.decision_id) if case.decision_id else None
    if made is None:
        return []
    said = sentence_of(
        session, version_id=made.version_id, content_hash=made.content_hash, row=made.row
    )
    return [dict(said)] if said else []


def _step(event: CaseEvent) -> dict[str, Any]:
    return {
        "command": event.command,
        "after": event.after,
        "mine": event.actor_kind == ActorKind.CUSTOMER,
        "at": event.at,
    }
