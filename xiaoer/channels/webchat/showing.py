"""What a shopper is shown: nothing internal, no notes, links that work without a session."""

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from xiaoer.channels.webchat.queries import ShownOrder, Talk
from xiaoer.conversations.models import Author
from xiaoer.conversations.queries.messages import MessageView
from xiaoer.conversations.queries.waiting import Place
from xiaoer.core.files import links
from xiaoer.orders.rules import STATUS_NAMES

FROM = {Author.CUSTOMER: "me", Author.AGENT: "agent", Author.BOT: "bot", Author.SYSTEM: "system"}
SYSTEM_LINES = frozenset({"transferred", "closed", "reopened"})
"""System lines a customer may read, and of their facts only who serves them now."""

Frame = dict[str, Any]


def message(shown: MessageView) -> Frame | None:
    """A message as its customer sees it; None when it is not for them."""
    author = FROM.get(Author(shown.author))
    if author is None or (author == "system" and not _speakable(shown)):
        return None
    return {
        "id": shown.id,
        "client_id": shown.client_id,
        "seq": shown.seq,
        "from": author,
        "author_name": shown.author_name or None if author == "agent" else None,
        "kind": shown.kind,
        "text": shown.text,
        "attachments": [attachment(each) for each in shown.attachments or []],
        "card": shown.card,
        "system": _system(shown),
        "at": shown.at,
    }


def _speakable(shown: MessageView) -> bool:
    return shown.system is not None and shown.system.get("code") in SYSTEM_LINES


def _system(shown: MessageView) -> Frame | None:
    if shown.system is None:
        return None
    facts = shown.system.get("facts") or {}
    return {"code": shown.system.get("code"), "facts": {"name": facts.get("to")}}


def attachment(stored: dict[str, Any]) -> Frame:
    """A file with links for people without a session."""
    key = links.key_for(UUID(str(stored["id"])))
    path = f"/chat/files/{stored['id']}"
    thumb = f"{path}/thumb?key={key}" if stored.get("thumb_url") else None
    return stored | {"url": f"{path}?key={key}", "thumb_url": thumb}


def talk(shown: Talk, place: Place | None = None) -> Frame:
    """The head of a talk. `queue` is absent when the talk waits and nobody counted its place."""
    frame: Frame = {
        "id": shown.id,
        "number": shown.number,
        "state": shown.state,
        "agent": {"name": shown.agent} if shown.agent else None,
        "queued": shown.queued,
        "staff_delivered_seq": shown.staff_delivered_seq,
        "staff_read_seq": shown.staff_read_seq,
        "hold_until": shown.hold_until,
    }
    if place is not None or not shown.queued:
        frame["queue"] = asdict(place) if place else None
    return frame


def order(shown: ShownOrder, locale: str) -> Frame:
    """An order for its buyer: where it is and what it was; nobody's name, phone or street."""
    one = shown.order
    return {
        "id": one.id,
        "order_no": one.order_no,
        "status": one.status,
        "status_text": STATUS_NAMES[one.status][0 if locale == "zh" else 1],
        "placed_at": one.placed_at or one.created_at,
        "paid_cents": one.paid_cents,
        "currency": one.currency,
        "item_count": one.item_count,
        "first_item": {"title": shown.title, "image_url": shown.image_url} if shown.title else None,
        "courier": one.courier or None,
        "tracking_no": one.tracking_no or None,
        "last_parcel_event": {"text": one.parcel_text, "at": one.parcel_at}
        if one.parcel_text and one.parcel_at
        else None,
    }


def mention(shown: ShownOrder) -> Frame:
    """An order as a message points at it."""
    one = shown.order
    return {
        "title": shown.title,
        "image_url": shown.image_url,
        "status": one.status,
        "paid_cents": one.paid_cents,
        "currency": one.currency,
    }


def opening(at: datetime, now: datetime, zone: ZoneInfo, locale: str) -> str:
    """When the shop is back, as a person would say it."""
    local, today = at.astimezone(zone), now.astimezone(zone).date()
    clock = f"{local:%H:%M}"
    chinese = locale == "zh"
    if local.date() == today:
        return f"今天 {clock} 上班" if chinese else f"back today at {clock}"
    if local.date() == today + timedelta(days=1):
        return f"明天 {clock} 上班" if chinese else f"back tomorrow at {clock}"
    if chinese:
        return f"{local.month} 月 {local.day} 日 {clock} 上班"
    return f"back on {local:%-d %B} at {clock}"
