"""The account that exists only here: its phones are rows."""

import time

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.channels.wechat.errors import MessengerAway
from xiaoer.channels.wechat.models import Mood, TwinAccount, TwinMessage
from xiaoer.channels.wechat.port import Outgoing
from xiaoer.core import clock, db, ids

SLOW_SEC = 1.5


class Twin:
    """A `Messenger` that shows what it was given on phones of its own."""

    def deliver(self, message: Outgoing) -> None:
        with db.transaction() as session:
            mood = session.scalar(
                select(TwinAccount.mood).where(TwinAccount.shop_id == message.shop_id)
            )
            if mood == Mood.AWAY:
                raise MessengerAway
            show(session, message, from_shop=True)
        if mood == Mood.SLOW:
            time.sleep(SLOW_SEC)
        if mood == Mood.FORGETFUL:
            raise MessengerAway


def show(session: Session, message: Outgoing, *, from_shop: bool) -> None:
    """Put a message on the phone, once however often it comes."""
    row = pg_insert(TwinMessage).values(
        id=ids.new_id(),
        shop_id=message.shop_id,
        open_id=message.open_id,
        from_shop=from_shop,
        message_key=message.key,
        text=message.text,
        at=clock.now(),
    )
    session.execute(row.on_conflict_do_nothing())
