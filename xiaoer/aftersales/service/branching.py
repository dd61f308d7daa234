"""Where a case stands in the tree of disputes, and how its run there goes on and ends (DSP).

The tree itself, its steps, words and checklists belong to `playbooks`; what is known of a case is
gathered here.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales import queries, rules
from xiaoer.aftersales.models import (
    RETENTION,
    Case,
    CaseEvidence,
    EvidenceKind,
    Goods,
    Inspection,
    Offer,
    OfferState,
    Party,
    Phase,
)
from xiaoer.aftersales.service import clocks, gathering, proving
from xiaoer.aftersales.service.holding import Held, engine, robot
from xiaoer.conversations.models import Conversation
from xiaoer.core import clock
from xiaoer.core.auth import Actor
from xiaoer.evidence.models import EvidenceItem, SubjectType
from xiaoer.orders.models import Order
from xiaoer.playbooks import queries as played
from xiaoer.playbooks import service as playbooks
from xiaoer.playbooks.models import PlaybookRun, Ruling
from xiaoer.playbooks.rules import proof, shipped
from xiaoer.playbooks.rules.content import Item, Playbook
from xiaoer.playbooks.service import Checked, Given, Subject

TREE, SUBJECT = "dispute", "refund"
TALKS = 20
"""The customer's newest talks, whose chat records count as proof."""


def subject_of(session: Session, case: Case) -> Subject:
    """The case, with its order and the customer's talks: proof kept there counts too."""
    folders = [(SubjectType.ORDER, case.order_id)]
    if case.customer_id is not None:
        talks = (
            select(Conversation.id)
            .where(
                Conversation.shop_id == case.shop_id,
                Conversation.customer_id == case.customer_id,
            )
            .order_by(Conversation.id.desc())
            .limit(TALKS)
        )
        folders += [(SubjectType.CONVERSATION, each) for each in session.scalars(talks)]
    return Subject(case.shop_id, SUBJECT, case.id, tuple(folders))


def facts_of(session: Session, case: Case, order: Order) -> dict[str, str | bool | None]:
    """What places a case by itself. What only a person can find out stays unknown, and is asked."""
    needs = case.notes.get("needs", {})
    choices = clocks.choices(session, case.shop_id)
    return {
        "goods_state": _goods(session, case),
        "reason": case.reason.value,
        "shipped_before_request": order.shipped_at <= case.opened_at if order.shipped_at else None,
        "late_established": _late(order),
        "parcel_state": _parcel(order, case, choices),
        "customer_wants": needs.get("wants") if needs.get("wants") in _WANTS else None,
        "shop_type": choices.shop_type,
        "courier_certificate": _certified(session, case) or None,
        "negotiation": _talked(session, case),
    } | _of_return(session, case)


_WANTS = ("keep", "refund", "return")


def _goods(session: Session, case: Case) -> str:
    came_back = case.goods in (Goods.RECEIVED, Goods.REFUSED) and case.phase in _DELIVERED
    if came_back or _inspection(session, case) is not None:
        return "returned"
    return "received" if case.got_goods == "received" else "not_received"


_DELIVERED = (Phase.DELIVERED, Phase.COMPLETED)


def _late(order: Order) -> bool | None:
    """Whether it left after it was promised to; without a promise nobody can say."""
    if order.promised_ship_by is None or order.shipped_at is None:
        return None
    return order.shipped_at > order.promised_ship_by


def _parcel(order: Order, case: Case, choices: rules.Choices) -> str:
    if order.status in rules.UNSHIPPED:
        return "not_shipped"
    node = gathering.node_of(order)
    if node in ("refused", "returned") or case.got_goods == "refused":
        return "refused"
    if node in ("signed", "stalled"):
        return node
    silent = timedelta(hours=choices.stalled_hours)
    heard = order.parcel_at or order.shipped_at
    return "stalled" if heard and clock.now() - heard >= silent else "in_transit"


def _inspection(session: Session, case: Case) -> Inspection | None:
    """The latest; a case split off from another was seen with that one (T14)."""
    ids = [each for each in (case.id, case.parent_id) if each is not None]
    query = select(Inspection).where(Inspection.case_id.in_(ids)).order_by(Inspection.id.desc())
    return session.scalars(query).first()


def _of_return(session: Session, case: Case) -> dict[str, str | None]:
    """Sound, short or not fit for resale; and whether the parcel was signed for or refused."""
    seen = _inspection(session, case)
    if seen is None:
        refused = case.goods is Goods.REFUSED
        return {"returned_condition": "damaged", "return_signed": "refused"} if refused else {}
    short = any(each.received < each.qty for each in queries.lines_of(session, case.id))
    wrong = "short" if short else "damaged"
    return {"returned_condition": "sound" if seen.passed else wrong, "return_signed": "signed"}


def _certified(session: Session, case: Case) -> bool:
    query = select(CaseEvidence.id).where(
        CaseEvidence.case_id == case.id,
        CaseEvidence.kind == EvidenceKind.CARRIER_STATEMENT,
        CaseEvidence.party != Party.BUYER,
    )
    return session.scalar(query.limit(1)) is not None


def _talked(session: Session, case: Case) -> str | None:
    """What came of the newest proposal."""
    query = select(Offer.state).where(Offer.case_id == case.id, Offer.kind.not_in(RETENTION))
    state = session.scalar(query.order_by(Offer.id.desc()).limit(1))
    if state is OfferState.ACCEPTED:
        return "agreed"
    return "failed" if state in (OfferState.DECLINED, OfferState.EXPIRED) else None


def run_of(session: Session, case: Case) -> PlaybookRun | None:
    """The run that goes on, else the latest that ended."""
    found = played.about(session, robot(), case.id, limit=10)
    of_tree = [each for each in found if each.playbook == TREE]
    return next((each for each in of_tree if not each.ended), of_tree[0] if of_tree else None)


def begin(session: Session, actor: Actor, held: Held) -> PlaybookRun:
    """The run of a case, begun or brought up to what is known now."""
    case, boss = held.case, engine(actor)
    facts: Given = facts_of(session, case, held.order)
    run = playbooks.start(
        session, boss, playbook=TREE, subject=subject_of(session, case), facts=facts
    )
    return playbooks.learn(session, boss, run.id, facts)


def must_be_proved(session: Session, actor: Actor, held: Held, kept: Sequence[UUID]) -> None:
    """Raise `EvidenceMissing` unless the branch's mandatory evidence is there (DSP-26).

    `kept`: what was put forward just now. It was asked for by the checklist, so it counts for
    every item that takes its kind.
    """
    run = begin(session, actor, held)
    put_to(session, actor, run, kept)
    playbooks.must_be_complete(session, run)


def put_to(session: Session, actor: Actor, run: PlaybookRun, kept: Sequence[UUID]) -> None:
    """Attach evidence to the items of the run's checklist that take its kind."""
    items = played.book(session, run).checklist(run.branch)
    for each in session.scalars(select(EvidenceItem).where(EvidenceItem.id.in_(kept))).all():
        for item in items:
            if each.kind in item.by_hand:
                playbooks.attach(
                    session, engine(actor), run.id, item=item.code, evidence_id=each.id
                )


def end(
    session: Session, actor: Actor, case: Case, result: str, *, cents: int, note: str = ""
) -> PlaybookRun | None:
    """End the run that goes on, if there is one, with what it cost (DSP-25)."""
    run = played.live(session, case.shop_id, case.id, TREE)
    if run is None:
        return None
    return playbooks.finish(
        session, engine(actor), run.id, result=result, note=note, cost_cents=cents, by_itself=True
    )


def ruled(session: Session, actor: Actor, case: Case, *, cents: int, note: str) -> None:
    """A third person ruled: won, partly or lost, by how much of the request goes back."""
    run = end(session, actor, case, "unanswered", cents=cents, note=note) or run_of(session, case)
    if run is None or run.ruling is not None or not _contested(session, run):
        return
    ruling = Ruling.WON if not cents else Ruling.PARTLY
    if cents >= case.requested_cents > 0:
        ruling = Ruling.LOST
    playbooks.rule(session, engine(actor), run.id, ruling=ruling, note=note, cost_cents=cents)


def _contested(session: Session, run: PlaybookRun) -> bool:
    return run.result is not None and played.book(session, run).results[run.result].contests


def standing(session: Session, case: Case, order: Order) -> dict[str, Any]:
    """Where the case stands: its branch, the question that is open, and the proof asked for.

    By its run, if there is one; else by what is known of it.
    """
    run = run_of(session, case)
    book = played.book(session, run) if run else shipped.get(TREE).book
    if run is not None:
        branch, asks, facts = run.branch, run.step, run.facts
    else:
        placed = playbooks.place(TREE, facts_of(session, case, order))
        branch, asks, facts = placed.branch, placed.asks, {}
    checked = _checked(session, case, book.checklist(branch))
    title = book.branches[branch].title.model_dump() if branch else None
    return {
        "branch": branch,
        "title": title,
        "step": _step(book, asks),
        "items": [_item(each) for each in checked],
        "missing": [each.item.code for each in checked if each.blocks],
        "responsible": facts.get("responsible"),
    }


def _checked(session: Session, case: Case, items: Sequence[Item]) -> list[Checked]:
    if not items:
        return []
    subject = subject_of(session, case)
    attached = played.attached(session, subject, TREE)
    return proof.check(items, played.pieces(session, subject), attached)


def _step(book: Playbook, code: str | None) -> dict[str, Any] | None:
    if code is None:
        return None
    step = book.steps[code]
    return {
        "code": code,
        "title": step.title.model_dump(),
        "do": step.do.model_dump() if step.do else None,
        "words": [{"zh": each.zh, "en": each.en} for each in step.words],
    }


def _item(checked: Checked) -> dict[str, Any]:
    return {
        "code": checked.item.code,
        "label": checked.item.label.model_dump(),
        "mandatory": checked.item.need == "mandatory",
        "present": checked.present,
        "add": proving.put_forward_as(checked.item.kinds),
    }
