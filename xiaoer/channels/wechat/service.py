"""In and out: what people write comes to the inbox, what the desk answers goes to them."""

from uuid import UUID, uuid5

from sqlalchemy.orm import Session

from xiaoer.channels.wechat import queries, twin
from xiaoer.channels.wechat.events import TwinMoodChanged
from xiaoer.channels.wechat.models import Mood, TwinAccount
from xiaoer.channels.wechat.port import Messenger, Outgoing
from xiaoer.channels.wechat.queries import CHANNEL
from xiaoer.conversations import service as conversations
from xiaoer.conversations.service import Received, marking
from xiaoer.core import db, events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.customers import service as customers

messenger: Messenger = twin.Twin()
"""The account in use. Connecting a real one means setting this to it."""


def hear(
    session: Session, *, shop_id: UUID, open_id: str, name: str, key: str, text: str
) -> Received:
    """A person wrote to the shop's account. The same `key` again changes nothing."""
    customer = customers.resolve(
        session, shop_id=shop_id, channel=CHANNEL, external_id=open_id, name=name
    )
    actor = conversations.as_customer(shop_id=shop_id, customer_id=customer.id, name=customer.name)
    return conversations.receive(
        session,
        actor,
        shop_id=shop_id,
        customer_id=customer.id,
        channel=CHANNEL,
        client_id=uuid5(shop_id, f"{CHANNEL}:{key}"),
        text=text,
    )


def carry_out(message_id: UUID) -> None:
    """Hand one message of the desk to the account and mark it delivered.

    Nothing is locked while the account is asked. Raises `MessengerAway`; then the whole is done
    again, and the message's key keeps it from showing twice.
    """
    with db.transaction() as session:
        due = queries.due(session, message_id)
    if due is None:
        return
    text = due.text or f"[{len(due.attachments or [])} 个文件 / files]"
    messenger.deliver(Outgoing(due.shop_id, due.open_id, str(message_id), text))
    with db.transaction() as session:
        customer = conversations.as_customer(
            shop_id=due.shop_id, customer_id=due.customer_id, name=""
        )
        marking.customer_saw(
            session, customer, due.conversation_id, shop_id=due.shop_id, seq=due.seq, read=False
        )


def write_on_twin(
    session: Session, actor: Actor, shop_id: UUID, *, open_id: str, name: str, key: str, text: str
) -> Received:
    """Play a person of the twin who writes to the shop."""
    check_reach(session, actor, shop_id)
    twin.show(session, Outgoing(shop_id, open_id, key, text), from_shop=False)
    return hear(session, shop_id=shop_id, open_id=open_id, name=name, key=key, text=text)


def set_mood(session: Session, actor: Actor, shop_id: UUID, mood: Mood) -> TwinAccount:
    """Tell the shop's twin how to behave from now on."""
    check_reach(session, actor, shop_id)
    account = session.get(TwinAccount, shop_id) or TwinAccount(shop_id=shop_id)
    account.mood = mood
    session.add(account)
    session.flush()
    events.emit(session, actor, TwinMoodChanged(shop_id=shop_id, mood=mood))
    return account


def check_reach(session: Session, actor: Actor, shop_id: UUID) -> None:
    """Raise unless the actor sets up the channels of this shop."""
    actor.must(Permission.CHANNELS_MANAGE)
    shops.must_reach(actor, shop_id)
    shops.get(session, shop_id)
