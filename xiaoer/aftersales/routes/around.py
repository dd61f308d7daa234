"""What stands around a case: its parcel, its legs, what the customer was told, guides, feedback."""

from typing import Any

from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.errors import OfferNotPossible
from xiaoer.aftersales.models import (
    Case,
    CaseFeedback,
    CaseGuide,
    CaseKind,
    CaseState,
    Mode,
    ParcelWay,
    Phase,
)
from xiaoer.aftersales.queries.cases import Report
from xiaoer.aftersales.rules import legs
from xiaoer.aftersales.service import (
    answering,
    branching,
    caring,
    clocks,
    gathering,
    intercepting,
    reminding,
    retaining,
)
from xiaoer.aftersales.service.holding import Held
from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission
from xiaoer.notices import queries as notices


def told(session: Session, actor: Actor, report: Report) -> dict[str, Any]:
    case = report.case
    items, _ = notices.listed(session, actor, subject_id=case.id, limit=100)
    return {
        "standing": _standing(session, report),
        "credit": queries.credit_of(session, case.customer_id),
        "position": position(session, actor, report),
        "legs": timed(session, report),
        "notices": items if actor.may(Permission.NOTICES_READ) else [],
        "guides": [guide(each) for each in report.guides],
        "guide_offers": _offers(case),
        "feedback": report.feedback,
        "reminder": reminding.of_reason(session, case),
        "retention": retention(session, actor, report),
    }


def retention(session: Session, actor: Actor, report: Report) -> dict[str, Any] | None:
    """What may be offered for keeping the order, or why nothing may; None: it is not asked."""
    case = report.case
    if not actor.may(Permission.AFTERSALES_DECIDE) or case.state is not CaseState.AWAITING_MERCHANT:
        return None
    found = retaining.possible(session, actor, case, report.order)
    if found.offers:
        return {"offers": found.offers, "why": None}
    zh, en = OfferNotPossible.BECAUSE[found.why]
    return {"offers": [], "why": {"zh": zh, "en": en}}


def _standing(session: Session, report: Report) -> dict[str, Any] | None:
    """Where it stands in the tree of disputes; goods or money that were never in dispute do not."""
    case = report.case
    if case.kind is CaseKind.COMPENSATION or case.mode is Mode.MIRRORED:
        return None
    told = branching.standing(session, case, report.order)
    open_ = [each for each in report.disputes if each.answer is None and each.ruled_at is None]
    goes_on = case.state is CaseState.DISPUTED and open_
    return told | {"advice": answering.advice(session, case, open_[-1]) if goes_on else None}


def position(session: Session, actor: Actor, report: Report) -> dict[str, Any] | None:
    """Where the order's parcel is, by the courier's last word (RFS-2, RFS-3)."""
    case, order = report.case, report.order
    if not order.tracking_no:
        return None
    asks = case.kind is CaseKind.REFUND_ONLY and case.phase is Phase.SHIPPED
    stop = intercepting.possible(session, actor, Held(order, case)) if asks else {}
    return {
        "carrier": order.courier,
        "tracking_no": order.tracking_no,
        "node": gathering.node_of(order),
        "words": order.parcel_text,
        "scanned_at": order.parcel_at,
        "shipped_at": order.shipped_at,
        "signed_at": order.signed_at,
        "interception": stop.get("interception"),
        "why": stop.get("code"),
    }


def timed(session: Session, report: Report) -> list[legs.Timed]:
    """The legs of a return with their targets (KP4-8, RET-21)."""
    case = report.case
    if case.kind not in rules.RETURNS_GOODS:
        return []
    wanted = legs.targets(clocks.choices(session, case.shop_id).leg_targets)
    return legs.timed(_marks(report), clock.now(), wanted)


def _marks(report: Report) -> legs.Marks:
    back = [each for each in report.parcels if each.way is ParcelWay.BACK]
    paid = [each.at for each in report.events if each.command == rules.Command.SETTLE]
    arrived = [each.signed_at or each.arrived_at for each in back]
    return legs.Marks(
        opened_at=report.case.opened_at,
        approved_at=report.case.approved_at,
        sent_at=min((each.sent_at for each in back), default=None),
        signed_at=min((each for each in arrived if each), default=None),
        inspected_at=min((each.at for each in report.inspections), default=None),
        paid_at=min(paid, default=None),
        ended_at=report.case.ended_at,
    )


def guide(sent: CaseGuide) -> dict[str, Any]:
    """A guide with the steps the buyer has done."""
    known = caring.guides()[sent.code]
    done = {each["step"]: each["at"] for each in sent.done}
    return {
        "code": sent.code,
        "title": known.title,
        "lines": [
            {
                "zh": line.zh,
                "en": line.en,
                "picture": f"/chat/aftersales/pictures/{line.picture}.svg",
                "done_at": done.get(number),
            }
            for number, line in enumerate(known.lines)
        ],
        "sent_by_name": sent.sent_by_name,
        "sent_at": sent.sent_at,
        "seen_at": sent.seen_at,
    }


def _offers(case: Case) -> list[dict[str, Any]]:
    return [
        {"code": each.code, "title": each.title}
        for each in caring.guides().values()
        if case.state.value in each.states
    ]


def own(report: Report) -> dict[str, Any]:
    """The buyer's side of it."""
    sent = [guide(each) for each in report.guides]
    return {"guides": sent, "feedback": _own(report.feedback)}


def _own(feedback: CaseFeedback | None) -> dict[str, Any] | None:
    if feedback is None:
        return None
    names = ("answered_at", "score", "solved", "words")
    return {name: getattr(feedback, name) for name in names}
