"""Puts together what one answer shows: the shop's front, the talk, its messages."""

from typing import Any

from sqlalchemy.orm import Session

from xiaoer.channels.webchat import queries, showing
from xiaoer.channels.webchat.queries import Talk
from xiaoer.channels.webchat.service.talking import CHANNEL
from xiaoer.channels.webchat.service.visiting import Guest
from xiaoer.conversations.models import ChannelSettings
from xiaoer.conversations.queries import messages, waiting
from xiaoer.conversations.service.receiving import REOPEN_WITHIN
from xiaoer.core import clock
from xiaoer.core.shops import Shop
from xiaoer.promises import rules as business
from xiaoer.promises import service as promises
from xiaoer.promises.errors import NeverOpen

PAGE = 50


def shop_front(session: Session, shop: Shop, locale: str) -> dict[str, Any]:
    """The shop's name, its welcome, whether it is open and when it is back."""
    settings = session.get(ChannelSettings, (shop.id, CHANNEL))
    hours = promises.hours_of(session, settings.open_hours if settings else None)
    now = clock.now()
    try:
        opens = business.next_opening(hours, now)
    except NeverOpen:
        opens = None
    return {
        "name": shop.name,
        "open": opens == now,
        "welcome": settings.welcome_text if settings else "",
        "hours_text": ""
        if opens is None or opens == now
        else showing.opening(opens, now, shop.zone, locale),
    }


def last_talk(session: Session, guest: Guest) -> Talk | None:
    """The talk that the next message continues; one that ended long ago is over."""
    talk = queries.last_talk(session, guest.shop_id, guest.customer_id, CHANNEL)
    if talk and talk.closed_at and clock.now() - talk.closed_at > REOPEN_WITHIN:
        return None
    return talk


def talk(session: Session, guest: Guest) -> dict[str, Any] | None:
    found = last_talk(session, guest)
    if found is None:
        return None
    return showing.talk(found, waiting.place(session, found.id) if found.queued else None)


def talk_with_messages(session: Session, guest: Guest) -> dict[str, Any] | None:
    head = talk(session, guest)
    if head is None:
        return None
    shown = page(session, guest)
    return head | {"messages": shown["items"], "more": shown["more"]}


def page(
    session: Session,
    guest: Guest,
    *,
    after: int | None = None,
    before: int | None = None,
    limit: int = PAGE,
) -> dict[str, Any]:
    """Messages of the talk that are for the customer, in the order they were said."""
    found = last_talk(session, guest)
    if found is None:
        return {"items": [], "more": False}
    items, more = messages.page(
        session, found.id, after=after, before=before, limit=limit, notes=False
    )
    shown = [frame for each in items if (frame := showing.message(each)) is not None]
    return {"items": shown, "more": more}
