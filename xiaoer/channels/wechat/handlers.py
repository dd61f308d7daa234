from sqlalchemy.orm import Session

from xiaoer.channels.wechat.queries import CHANNEL
from xiaoer.conversations.events import MessageQueued
from xiaoer.core import events, queue


@events.on(MessageQueued)
def carry_out(session: Session, queued: MessageQueued) -> None:
    """The desk answered somebody who writes over WeChat."""
    if queued.channel == CHANNEL:
        message_id = str(queued.message_id)
        queue.defer(session, "wechat.carry_out", {"message_id": message_id}, dedupe=message_id)
