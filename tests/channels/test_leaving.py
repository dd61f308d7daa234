"""Who closes the page while waiting, and does not come back, is counted as lost (RSP-6)."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from xiaoer.channels.webchat.service import Guest, leaving
from xiaoer.conversations import service as conversations
from xiaoer.conversations.models import Conversation
from xiaoer.core import clock, queue
from xiaoer.core.ids import new_id
from xiaoer.customers import service as customers

LATER = timedelta(seconds=91)


@pytest.fixture
def guest(session, shop, frozen):
    person = customers.resolve(session, shop_id=shop.id, channel="webchat", external_id="v1")
    guest = Guest(shop.id, person.id, person.name, verified=False)
    conversations.receive(
        session,
        guest.actor,
        shop_id=shop.id,
        customer_id=person.id,
        channel="webchat",
        client_id=new_id(),
        text="有人吗",
    )
    leaving.here(session, guest)
    return guest


def left(session):
    session.expire_all()
    return session.scalars(select(Conversation)).one().left_unanswered_at


def look(session, guest, closed_at):
    payload = {"shop_id": str(guest.shop_id), "customer_id": str(guest.customer_id)}
    queue.perform(session, "webchat.gone", payload | {"closed_at": closed_at.isoformat()})
    session.flush()


@pytest.mark.row("RSP-6")
def test_who_stays_away_has_left(session, guest, frozen):
    frozen(timedelta(seconds=40))
    closed_at = clock.now()
    leaving.closed(session, guest)
    frozen(LATER)

    look(session, guest, closed_at)

    assert left(session) == clock.now()
    assert session.scalars(select(Conversation)).one().left_waited_sec == 131


def test_who_comes_back_in_time_has_not(session, guest, frozen):
    closed_at = clock.now()
    leaving.closed(session, guest)
    frozen(timedelta(seconds=20))
    leaving.here(session, guest)
    frozen(LATER)

    look(session, guest, closed_at)

    assert left(session) is None


def test_who_was_answered_has_not(session, guest, frozen, actor):
    closed_at = clock.now()
    talk = session.scalars(select(Conversation)).one()
    talk.waiting_since = talk.waiting_seq = None
    session.flush()
    frozen(LATER)

    look(session, guest, closed_at)

    assert left(session) is None
