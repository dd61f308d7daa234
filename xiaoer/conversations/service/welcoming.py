"""Standing texts of a channel: the welcome, and what is said outside its hours. Each is marked as
automatic and ends nobody's waiting."""

from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from xiaoer.conversations.models import Author, ChannelSettings, State
from xiaoer.conversations.queries import locked, messages
from xiaoer.conversations.queries.locked import Locked
from xiaoer.conversations.service import replying
from xiaoer.core import clock, shops
from xiaoer.core.auth import Actor
from xiaoer.promises import rules as business
from xiaoer.promises import service as promises


def greet(session: Session, actor: Actor, conversation_id: UUID) -> None:
    """Say hello once per talk; when the channel is closed, say so once a day instead."""
    talk = locked.by_id(session, actor, conversation_id)
    settings = session.get(ChannelSettings, (talk.shop_id, talk.channel))
    if settings is None or talk.state != State.OPEN:
        return
    hours = promises.hours_of(session, settings.open_hours)
    if business.is_open(hours, clock.now()):
        _say_once(session, actor, talk, "welcome", settings.welcome_text)
    else:
        today = clock.now().astimezone(shops.get(session, talk.shop_id).zone).date()
        _say_once(session, actor, talk, f"offline {today}", settings.offline_text)


def _say_once(session: Session, actor: Actor, talk: Locked, occasion: str, text: str) -> None:
    # The key is made of the occasion, so a job that runs twice speaks once.
    key = uuid5(talk.id, occasion)
    if text and messages.by_client_id(session, talk.id, key) is None:
        replying.say_automatically(
            session, actor, talk, text=text, author=Author.BOT, client_id=key
        )
