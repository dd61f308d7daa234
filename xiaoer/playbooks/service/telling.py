"""What the verbs of runs share: the version, the fields of events, and where a run stands."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.core import clock
from xiaoer.core.auth import Actor
from xiaoer.core.ids import new_id
from xiaoer.playbooks import queries
from xiaoer.playbooks.errors import RunFinished
from xiaoer.playbooks.models import PlaybookRun, PlaybookVersion
from xiaoer.playbooks.rules import walking
from xiaoer.playbooks.rules.content import Playbook
from xiaoer.playbooks.rules.shipped import Shipped


def version_of(session: Session, shipped: Shipped) -> UUID:
    """The row of this text; the first run of a new text writes it."""
    known = select(PlaybookVersion.id).where(PlaybookVersion.content_hash == shipped.sha256)
    if (found := session.scalar(known)) is not None:
        return found
    session.execute(
        pg_insert(PlaybookVersion)
        .values(
            id=new_id(),
            playbook=shipped.book.playbook,
            content_hash=shipped.sha256,
            content=shipped.raw,
            created_at=clock.now(),
        )
        .on_conflict_do_nothing()
    )
    return session.execute(known).scalar_one()


def common(run: PlaybookRun) -> dict[str, Any]:
    """The fields every event of a run has."""
    return {
        "shop_id": run.shop_id,
        "subject_type": run.subject_type,
        "subject_id": run.subject_id,
        "run_id": run.id,
        "playbook": run.playbook,
        "branch": run.branch,
    }


def going(session: Session, actor: Actor, run_id: UUID) -> tuple[PlaybookRun, Playbook]:
    """The run, locked, and its text. Raises `RunFinished`."""
    run = queries.run(session, actor, run_id, lock=True)
    if run.ended:
        raise RunFinished
    return run, queries.book(session, run)


def replace(session: Session, run: PlaybookRun, book: Playbook) -> None:
    """Set the branch from what was entered and what the facts foresee."""
    entered = [each.step for each in queries.steps(session, run.id)]
    run.branch = walking.branch_at(book, entered, run.step, run.facts).branch
