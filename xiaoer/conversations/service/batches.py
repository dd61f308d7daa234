"""One act on many talks: each is done or refused by itself, and says why."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core.errors import DeskError

Act = Callable[[UUID], None]


@dataclass(frozen=True)
class Outcome:
    """What became of a batch."""

    done: list[UUID] = field(default_factory=list)
    refused: list[tuple[UUID, DeskError]] = field(default_factory=list)


def run(session: Session, ids: Sequence[UUID], act: Act) -> Outcome:
    """Do `act` on each of `ids`; a refusal undoes that one alone. Rows are locked in one order,
    so that two batches never wait for one another."""
    outcome = Outcome()
    for each in sorted(set(ids)):
        try:
            with session.begin_nested():
                act(each)
        except DeskError as error:
            outcome.refused.append((each, error))
        else:
            outcome.done.append(each)
    return outcome
