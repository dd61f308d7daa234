"""Whether a talk is tense: known to a room above, which says how to ask."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy.orm import Session

Ask = Callable[[Session, UUID], bool]

_asked: list[Ask] = []


def told_by(ask: Ask) -> Ask:
    """Register whoever reads the mood of talks."""
    _asked.append(ask)
    return ask


def is_tense(session: Session, conversation_id: UUID) -> bool:
    return any(ask(session, conversation_id) for ask in _asked)
