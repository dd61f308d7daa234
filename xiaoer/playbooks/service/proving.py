"""The checklist: what is there, what is missing, what somebody says is what was asked for."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import events
from xiaoer.core.auth import Actor, Permission
from xiaoer.playbooks import queries
from xiaoer.playbooks.errors import (
    BranchUnknown,
    EvidenceDoesNotFit,
    ItemUnknown,
    NotAttached,
    NotOnABranch,
)
from xiaoer.playbooks.events import PlaybookEvidenceAttached, PlaybookEvidenceDetached
from xiaoer.playbooks.models import PlaybookEvidence, PlaybookRun
from xiaoer.playbooks.rules import proof, shipped
from xiaoer.playbooks.rules.proof import Checked, Subject
from xiaoer.playbooks.service.telling import common, going


def evidence_needed(
    session: Session, subject: Subject, playbook: str, branch: str
) -> list[Checked]:
    """The checklist of a branch for a subject, with or without a run: what a refusal asks for.

    For rooms above, whose own verb has asked for its permission and reached the subject.
    """
    book = shipped.get(playbook).book
    if branch not in book.branches:
        raise BranchUnknown(playbook=playbook, branch=branch)
    pieces = queries.pieces(session, subject)
    return proof.check(book.checklist(branch), pieces, queries.attached(session, subject, playbook))


def checklist(session: Session, run: PlaybookRun) -> list[Checked]:
    """The checklist of the branch the run is on; none while it is on no branch."""
    book, subject = queries.book(session, run), queries.subject(run)
    pieces = queries.pieces(session, subject)
    attached = queries.attached(session, subject, run.playbook)
    return proof.check(book.checklist(run.branch), pieces, attached)


def must_be_complete(session: Session, run: PlaybookRun) -> None:
    """Raise `EvidenceMissing` while a mandatory piece is missing (DSP-26), `NotOnABranch` while
    nobody can say which pieces are mandatory."""
    if run.branch is None:
        raise NotOnABranch
    proof.must_be_complete(queries.book(session, run), run.branch, checklist(session, run))


def must_have_evidence(session: Session, subject: Subject, playbook: str, branch: str) -> None:
    """`must_be_complete` where there is no run: raise `EvidenceMissing` for the branch."""
    checked = evidence_needed(session, subject, playbook, branch)
    proof.must_be_complete(shipped.get(playbook).book, branch, checked)


def attach(
    session: Session, actor: Actor, run_id: UUID, *, item: str, evidence_id: UUID
) -> Sequence[Checked]:
    """Say that this evidence is what the item asks for. Saying it twice changes nothing."""
    actor.must(Permission.PLAYBOOKS_RUN)
    run, book = going(session, actor, run_id)
    wanted = next((each for each in book.checklist(run.branch) if each.code == item), None)
    if wanted is None:
        raise ItemUnknown(branch=run.branch or "", item=item)
    found = {each.id: each for each in queries.pieces(session, queries.subject(run))}
    if evidence_id not in found or not proof.fits(wanted, found[evidence_id].kind):
        raise EvidenceDoesNotFit(item=item)
    if session.get(PlaybookEvidence, (run.id, item, evidence_id)) is None:
        session.add(
            PlaybookEvidence(
                run_id=run.id,
                item=item,
                evidence_id=evidence_id,
                actor_id=actor.id,
                actor_name=actor.name,
            )
        )
        session.flush()
        told = PlaybookEvidenceAttached(**common(run), item=item, evidence_id=evidence_id)
        events.emit(session, actor, told)
    return checklist(session, run)


def detach(
    session: Session, actor: Actor, run_id: UUID, *, item: str, evidence_id: UUID
) -> Sequence[Checked]:
    """It is not what the item asks for after all."""
    actor.must(Permission.PLAYBOOKS_RUN)
    run, _ = going(session, actor, run_id)
    attached = session.get(PlaybookEvidence, (run.id, item, evidence_id))
    if attached is None:
        raise NotAttached
    session.delete(attached)
    session.flush()
    told = PlaybookEvidenceDetached(**common(run), item=item, evidence_id=evidence_id)
    events.emit(session, actor, told)
    return checklist(session, run)
