"""A case as pages show it."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.models import Case, CasePlace
from xiaoer.aftersales.queries.cases import Report
from xiaoer.aftersales.queries.queues import Listed, listed
from xiaoer.aftersales.routes import possible
from xiaoer.aftersales.service import Quote, deducting, foretelling
from xiaoer.catalog.models import Sku
from xiaoer.core import clock
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.evidence.models import EvidenceItem
from xiaoer.orders import queries as orders
from xiaoer.policies.models import Decision
from xiaoer.policies.rules import explaining

_PLAIN = (
    "id", "shop_id", "number", "order_id", "customer_id", "kind", "phase", "state", "decided",
    "goods", "money", "queue", "version", "currency", "requested_cents", "approved_cents",
    "refunded_cents", "due_cents", "reason", "deadline_at", "deadline_action", "silent",
    "asked_by", "asked_cents", "asked_role", "mode", "platform", "opened_at", "ended_at",
)  # fmt: skip
_MORE = (
    "first_reason", "reason_text", "quality", "reasonable", "condition", "got_goods", "liability",
    "return_method", "pickup", "notes", "automation", "attempts", "fast", "instrument_id",
    "platform_ref", "platform_version", "parent_id", "together_id", "converted_from",
    "closed_reason", "approved_at",
)  # fmt: skip


FAST = "customer.fast_refund"


def brief(found: Listed) -> dict[str, Any]:
    case = found.case
    late = case.deadline_at is not None and case.deadline_at <= clock.now()
    return {name: getattr(case, name) for name in _PLAIN} | {
        "order_no": found.order_no,
        "order_paid_cents": found.order_paid_cents,
        "customer_name": found.customer_name,
        "title": found.title,
        "units": found.units,
        "overdue": late,
        "amount_mark": mark(case),
    }


def mark(case: Case) -> str | None:
    """How what is asked for stands to what can be refunded (RFU-4)."""
    most = case.notes.get("max_cents")
    if most is None or case.kind not in rules.PAYS_BACK:
        return None
    return rules.amount_mark(case.requested_cents, most)


def whole(session: Session, actor: Actor, case_id: UUID) -> dict[str, Any]:
    """Everything about one case, and what the actor may do about it."""
    actor.must(Permission.AFTERSALES_READ)
    report = queries.detail(session, actor, case_id)
    case = report.case
    decision = session.get(Decision, case.decision_id) if case.decision_id else None
    proofs = evidence(session, report, lambda file_id: f"/api/files/{file_id}")
    present = {each["kind"] for each in proofs}
    needed = case.terms.get("required_evidence", [])
    told: dict[str, Any] = {
        **brief(listed(session, [case_id])[0]),
        **{name: getattr(case, name) for name in _MORE},
        "amounts": _amounts(case),
        "lines": lines(session, report),
        "decision": explained(session, decision) if decision else None,
        "fast_entitlement": decision.facts.get(FAST, "none") if decision else "none",
        "missing_evidence": [kind for kind in needed if kind not in present],
        "evidence": proofs,
        "place": session.get(CasePlace, case.place_id) if case.place_id else None,
        "timeline": [_step(each) for each in report.events],
        "actions": possible.now(actor, report),
    }
    parts = ("parcels", "inspections", "interceptions", "offers", "disputes")
    return told | {name: getattr(report, name) for name in parts}


def _amounts(case: Case) -> dict[str, Any]:
    names = ("requested", "approved", "refunded", "freight", "due")
    told: dict[str, Any] = {f"{name}_cents": getattr(case, f"{name}_cents") for name in names}
    return told | {"freight_payer": case.freight_payer} | gross(case)


def gross(case: Case) -> dict[str, Any]:
    """What an amount is made of: the goods and the freight, what is kept back, points beside it."""
    kept = deducting.kept_of(case)
    return {
        "gross_cents": case.requested_cents + sum(each.cents for each in kept),
        "deductions": deducting.named(kept),
        "points": case.points,
    }


def lines(session: Session, report: Report) -> list[dict[str, Any]]:
    """The lines of a case with the articles they are about and become."""
    wanted = {each.replacement_sku_id for each in report.lines if each.replacement_sku_id}
    specs: dict[UUID, str] = {}
    if wanted:
        named = select(Sku.id, Sku.spec).where(Sku.id.in_(wanted))
        specs = dict(session.execute(named).all())
    skus = {each.id: each.sku_id for each in orders.lines(session, report.case.order_id)}
    names = (
        "order_line_id", "title", "spec", "qty", "received", "accepted", "rejected",
        "replacement_sku_id", "quoted_cents", "refund_cents", "tax_cents",
    )  # fmt: skip
    return [
        {name: getattr(each, name) for name in names}
        | {
            "sku_id": skus.get(each.order_line_id),
            "replacement_spec": specs.get(each.replacement_sku_id)
            if each.replacement_sku_id
            else None,
        }
        for each in report.lines
    ]


def explained(session: Session, decision: Decision) -> dict[str, Any]:
    return {
        "id": decision.id,
        "outcome": decision.outcome.value,
        "decided": decision.decided,
        "row": decision.row,
        "code": decision.outputs.get("code"),
        "clauses": decision.trace.get("clauses", []),
        "standards": foretelling.behind(session, decision),
        "why": explaining.sentences(decision.row, decision.trace),
        "needs": decision.needs,
        "outputs": decision.outputs,
        "override_reason": decision.override_reason,
        # Who asked is named once, masked, where the customer stands.
        "by": "" if decision.actor_kind == ActorKind.CUSTOMER else decision.actor_name,
        "at": decision.at,
    }


def evidence(session: Session, report: Report, url: Callable[[str], str]) -> list[dict[str, Any]]:
    """Proof with its files; `url` is where the reader opens a file."""
    if not report.evidence:
        return []
    ids = [each.evidence_id for each in report.evidence]
    items = {
        each.id: each
        for each in session.scalars(select(EvidenceItem).where(EvidenceItem.id.in_(ids)))
    }
    return [
        {
            "id": each.id,
            "evidence_id": each.evidence_id,
            "kind": each.kind.value,
            "party": each.party,
            "note": each.note,
            "files": _files(items[each.evidence_id].files, url),
            "at": each.at,
        }
        for each in report.evidence
    ]


def _files(files: Sequence[dict[str, Any]], url: Callable[[str], str]) -> list[dict[str, Any]]:
    return [
        {
            "id": each["id"],
            "name": each["name"],
            "content_type": each["content_type"],
            "url": url(str(each["id"])),
        }
        for each in files
    ]


def _step(event: Any) -> dict[str, Any]:
    names = ("seq", "command", "before", "after", "at", "data")
    told = {name: getattr(event, name) for name in names}
    return told | {"by": event.actor_name, "by_kind": event.actor_kind}


def quoted(session: Session, found: Quote, ways: Sequence[Any]) -> dict[str, Any]:
    """A quote, for staff and shoppers alike."""
    outputs = found.said.outputs
    pays = found.matter.kind in rules.PAYS_BACK
    return {
        "kind": found.matter.kind,
        "phase": found.phase,
        "decision": outputs.get("decision"),
        "row": found.said.result.row,
        "code": outputs.get("code"),
        "currency": found.order.currency,
        "cents": found.cents if pays else 0,
        "max_cents": found.amounts.max_cents,
        "gross_cents": found.amounts.gross_cents if pays else 0,
        "freight_cents": found.freight_cents,
        "deductions": deducting.named(found.amounts.deductions),
        "points": found.points,
        "due_cents": found.due_cents,
        "freight_payer": str(outputs.get("freight_payer", "buyer")),
        "must_return": foretelling.returns(found.matter.kind, outputs),
        "reasonable": found.reasonable,
        "missing_evidence": found.missing,
        "standards": foretelling.standards(session, found.said),
        "steps": foretelling.of_quote(session, found),
        "lines": [
            {
                "order_line_id": each.order_line_id,
                "cents": found.amounts.of_line(each.order_line_id) if pays else 0,
                "replacement_cents": found.prices.get(each.sku_id) if each.sku_id else None,
            }
            for each in found.wanted
        ],
        "ways": ways,
    }
