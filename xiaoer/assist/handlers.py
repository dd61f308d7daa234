"""What assist does when something happened elsewhere."""

from sqlalchemy.orm import Session

from xiaoer.aftersales import service as aftersales
from xiaoer.assist.events import TalkRead
from xiaoer.assist.queries import talks
from xiaoer.assist.rules.moods import Mood
from xiaoer.assist.service import forgetting
from xiaoer.conversations.models import Conversation
from xiaoer.conversations.queries.tension import told_by
from xiaoer.core.events import on
from xiaoer.customers.events import CustomerForgotten

told_by(talks.is_tense)


@on(CustomerForgotten)
def forget(session: Session, event: CustomerForgotten) -> None:
    """What was read from a person's words goes with the person."""
    forgetting.forget(session, event.customer_id)


@on(TalkRead, when=lambda event: Mood.ABUSIVE in event.moods)
def note_abuse(session: Session, event: TalkRead) -> None:
    """It is one of the facts behind a customer's credit (FST-7)."""
    talk = session.get(Conversation, event.conversation_id)
    if talk is not None and talk.customer_id is not None:
        aftersales.note_abuse(
            session,
            shop_id=talk.shop_id,
            customer_id=talk.customer_id,
            conversation_id=talk.id,
        )
