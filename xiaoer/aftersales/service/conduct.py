"""How customers behave in talk, as far as it counts for their credit (FST-7)."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Conduct


def note_abuse(
    session: Session, *, shop_id: UUID, customer_id: UUID, conversation_id: UUID
) -> None:
    """A talk in which they were abusive; told again, it is the same talk."""
    made = insert(Conduct).values(
        shop_id=shop_id, customer_id=customer_id, conversation_id=conversation_id
    )
    session.execute(made.on_conflict_do_nothing())
