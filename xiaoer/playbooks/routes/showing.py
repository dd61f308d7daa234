"""A run and its checklist as a page shows them."""

from collections import Counter
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor
from xiaoer.playbooks import queries, service
from xiaoer.playbooks.errors import WhichShop
from xiaoer.playbooks.models import Appeal, PlaybookRun, PlaybookVersion
from xiaoer.playbooks.queries import Seen
from xiaoer.playbooks.rules import walking
from xiaoer.playbooks.rules.content import Playbook, Text
from xiaoer.playbooks.rules.proof import Checked, Piece, Subject


def seen(
    session: Session,
    actor: Actor,
    subject_type: str,
    subject_id: UUID,
    shop_id: UUID | None,
    playbook: str,
) -> Seen:
    """The subject as its room knows it; where no room does, by the shop that was named."""
    source = queries.source_of(subject_type)
    if source is not None:
        return source(session, actor, subject_id, playbook)
    if shop_id is None:
        raise WhichShop
    return Seen(Subject(shop_id, subject_type, subject_id))


def line(run: PlaybookRun, book: Playbook) -> dict[str, Any]:
    return {
        "id": run.id,
        "playbook": run.playbook,
        "title": _text(book.title),
        "subject": {"type": run.subject_type, "id": run.subject_id},
        "branch": _branch(book, run.branch),
        "started_at": run.started_at,
        "started_by": run.started_by_name,
        "finished_at": run.finished_at,
        "finished_by": run.finished_by_name,
        "result": run.result,
        "ruling": run.ruling,
        "appeal_until": run.appeal_until,
    }


def whole(session: Session, run: PlaybookRun) -> dict[str, Any]:
    """Everything the panel of a run shows."""
    book = queries.book(session, run)
    checked = checklist(session, run)
    ended = [] if run.branch is None else book.branches[run.branch].results
    return {
        **line(run, book),
        "shop_id": run.shop_id,
        "sha256": session.get_one(PlaybookVersion, run.version_id).content_hash,
        "facts": run.facts,
        "step": _step(session, run, book),
        "ahead": max(0, len(walking.remaining(book, run.step, run.facts)) - 1),
        "taken": _taken(session, run, book),
        "checklist": checked,
        "results": [
            {
                "code": code,
                "label": _text(book.results[code].label),
                "contests": book.results[code].contests,
                "proved": book.results[code].proved,
                "blocked": book.results[code].proved and not checked["complete"],
            }
            for code in ended
            if not book.results[code].by_itself
        ],
        "note": run.note,
        "cost_cents": run.cost_cents,
    }


def checklist(session: Session, run: PlaybookRun) -> dict[str, Any]:
    attached = queries.attached(session, queries.subject(run), run.playbook)
    return checklist_of(run.branch, service.checklist(session, run), attached)


def checklist_of(
    branch: str | None, checked: Sequence[Checked], attached: dict[str, set[UUID]]
) -> dict[str, Any]:
    missing = [each.item.code for each in checked if each.blocks]
    items = [_item(each, attached.get(each.item.code, set())) for each in checked]
    return {"branch": branch, "items": items, "missing": missing, "complete": not missing}


def appeal(found: Appeal) -> dict[str, Any]:
    plain = (
        *("id", "shop_id", "number", "target", "run_id", "state", "due_at", "statement"),
        *("evidence_ids", "opened_at", "submitted_at", "ended_at", "reason", "result_note"),
    )
    return {
        **{name: getattr(found, name) for name in plain},
        "subject": {"type": found.subject_type, "id": found.subject_id},
        "opened_by": found.opened_by_name,
        "submitted_by": found.submitted_by_name,
    }


def _item(checked: Checked, attached: set[UUID]) -> dict[str, Any]:
    return {
        "code": checked.item.code,
        "label": _text(checked.item.label),
        "need": checked.item.need,
        "present": checked.present,
        "kinds": checked.item.kinds,
        "by_hand": checked.item.by_hand,
        "pieces": [_piece(each, attached) for each in checked.pieces],
        "offered": [_piece(each, attached) for each in checked.offered],
    }


def _piece(piece: Piece, attached: set[UUID]) -> dict[str, Any]:
    return {
        "id": piece.id,
        "kind": piece.kind,
        "at": piece.captured_at,
        "note": piece.note,
        "visibility": piece.visibility,
        "attached": piece.id in attached,
    }


def _step(session: Session, run: PlaybookRun, book: Playbook) -> dict[str, Any] | None:
    if run.step is None:
        return None
    step = book.steps[run.step]
    used = Counter((each.step, each.words) for each in queries.words(session, run.id))
    fits = walking.answered_by(step, run.facts)
    return {
        "code": run.step,
        "title": _text(step.title),
        "do": _text(step.do) if step.do else None,
        "words": [{**each.model_dump(), "used": used[run.step, each.code]} for each in step.words],
        "answers": [
            {"code": each.code, "label": _text(each.label), "fits": each is fits}
            for each in step.answers
        ],
    }


def _taken(session: Session, run: PlaybookRun, book: Playbook) -> list[dict[str, Any]]:
    shown = []
    for each in queries.steps(session, run.id, undone=True):
        step = book.steps[each.step]
        label = next((a.label for a in step.answers if a.code == each.answer), None)
        shown.append(
            {
                "step": each.step,
                "title": _text(step.title),
                "answer": each.answer,
                "label": _text(label) if label else None,
                "by_facts": each.by_facts,
                "note": each.note,
                "by": each.actor_name,
                "at": each.at,
                "undone_at": each.undone_at,
            }
        )
    return shown


def _branch(book: Playbook, code: str | None) -> dict[str, Any] | None:
    if code is None:
        return None
    wider = [_text(book.branches[each].title) for each in book.lineage(code)[:-1]]
    return {"code": code, "title": _text(book.branches[code].title), "path": wider}


def _text(text: Text) -> dict[str, str]:
    return {"zh": text.zh, "en": text.en}
