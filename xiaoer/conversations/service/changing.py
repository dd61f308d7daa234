"""Changes to the row of a conversation that is held: each makes its version grow."""

from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from xiaoer.conversations.models import Conversation
from xiaoer.conversations.queries.locked import Locked


def change(session: Session, talk: Locked, **values: Any) -> None:
    """Set columns of the held row."""
    session.execute(
        update(Conversation)
        .where(Conversation.id == talk.id)
        .values(version=Conversation.version + 1, **values)
        .execution_options(synchronize_session=False)
    )
