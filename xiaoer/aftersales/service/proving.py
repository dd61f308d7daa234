"""Proof in a case: kept for good by `evidence`, linked to the case with who put it forward."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.aftersales.errors import EvidenceTooLate
from xiaoer.aftersales.models import (
    Case,
    CaseEvidence,
    CaseState,
    Dispute,
    EvidenceKind,
    Party,
)
from xiaoer.aftersales.rules import Command, check_before
from xiaoer.aftersales.service.holding import Held, engine, hold, move
from xiaoer.aftersales.service.requests import Proof
from xiaoer.core import clock
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.evidence import service as evidence
from xiaoer.evidence.models import Kind, SubjectType, Visibility

_KINDS = {
    EvidenceKind.CHAT_EXCERPT: Kind.CHAT_RECORD,
    EvidenceKind.DELIVERY_PROOF: Kind.SIGNATURE_SLIP,
    EvidenceKind.CARRIER_STATEMENT: Kind.COURIER_PROOF,
    EvidenceKind.SHIPPING_LABEL_PHOTO: Kind.COURIER_PROOF,
    EvidenceKind.WEIGHT_RECORD: Kind.COURIER_PROOF,
    EvidenceKind.DETECTION_REPORT: Kind.INSPECTION_REPORT,
    EvidenceKind.INSPECTION_PHOTO: Kind.INSPECTION_REPORT,
    EvidenceKind.AUTHORIZATION_LETTER: Kind.AUTHORISATION,
    EvidenceKind.PRICE_SCREENSHOT: Kind.PAGE_SCREENSHOT,
    EvidenceKind.COMPETITOR_PAGE: Kind.PAGE_SCREENSHOT,
}


def put_forward_as(kinds: Collection[Kind]) -> EvidenceKind | None:
    """The kind to put proof forward as, so that it counts as one of `kinds`; None: by no kind."""
    known = {kind: each for each, kind in reversed(_KINDS.items())}
    known[Kind.PHOTO_VIDEO] = EvidenceKind.ITEM_PHOTO
    return next((known[each] for each in kinds if each in known), None)


def add_evidence(
    session: Session, actor: Actor, *, case_id: UUID, proof: Proof
) -> tuple[Case, CaseEvidence]:
    """Put proof forward; in a dispute only while the parties may (T24).

    Raises `EvidenceTooLate`, `CaseCannotMove` when the case has ended.
    """
    asks = actor.kind is ActorKind.CUSTOMER
    actor.must(Permission.AFTERSALES_ASK if asks else Permission.AFTERSALES_DECIDE)
    held = hold(session, actor, case_id)
    check_before(Command.ADD_EVIDENCE, held.case.state)
    if held.case.state is CaseState.DISPUTED:
        newest = select(Dispute).where(Dispute.case_id == case_id).order_by(Dispute.id.desc())
        dispute = session.scalars(newest).first()
        if dispute is not None and clock.now() >= dispute.evidence_due_at:
            raise EvidenceTooLate
    kept = keep(session, actor, held, proof)
    move(session, actor, held, Command.ADD_EVIDENCE, kind=proof.kind.value, party=kept.party.value)
    return held.case, kept


def keep(session: Session, actor: Actor, held: Held, proof: Proof) -> CaseEvidence:
    """Capture proof for a case whose verb has locked it."""
    buyer = actor.kind is ActorKind.CUSTOMER
    item = evidence.capture(
        session,
        engine(actor),
        shop_id=held.case.shop_id,
        kind=_KINDS.get(proof.kind, Kind.PHOTO_VIDEO),
        subject_type=SubjectType.REFUND,
        subject_id=held.case.id,
        content={"case": held.case.number, "kind": proof.kind.value},
        file_ids=proof.file_ids,
        note=proof.note,
        visibility=Visibility.SUBMITTABLE,
    )
    kept = CaseEvidence(
        case_id=held.case.id,
        evidence_id=item.id,
        kind=proof.kind,
        party=Party.BUYER if buyer else Party.MERCHANT,
        note=proof.note,
    )
    session.add(kept)
    session.flush()
    return kept
