"""What happened in talks, as the desk's screens are told: the row as it is now, the message, and
the facts. Two statements for a batch of events, however many screens listen."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations import events
from xiaoer.conversations.events import ConversationEvent
from xiaoer.conversations.queries import messages, rows
from xiaoer.core.realtime.presenting import present
from xiaoer.core.realtime.tail import StoredEvent

WATERMARKS = {
    "ReadByCustomer": "customer_read_seq",
    "DeliveredToCustomer": "customer_delivered_seq",
    "DeliveredToStaff": "staff_delivered_seq",
}
"""These move one mark and change nothing that a row shows."""

KINDS = tuple(
    name
    for name, kind in vars(events).items()
    if isinstance(kind, type)
    and issubclass(kind, ConversationEvent)
    and name not in ("ConversationEvent", "MovedEvent")
)


@present("staff", *KINDS)
def frames_for_staff(session: Session, told: list[StoredEvent]) -> list[dict[str, Any] | None]:
    """A frame for each event; who hears it is decided by its topics."""
    changed = {UUID(row.data["conversation_id"]) for row in told if row.kind not in WATERMARKS}
    said = [UUID(row.data["message_id"]) for row in told if "message_id" in row.data]
    known = rows.by_ids(session, list(changed)) if changed else {}
    words = messages.by_ids(session, said) if said else {}
    return [_frame(row, known, words) for row in told]


def _frame(
    row: StoredEvent,
    known: dict[UUID, rows.Shown],
    words: dict[UUID, messages.MessageView],
) -> dict[str, Any]:
    data = row.data
    if mark := WATERMARKS.get(row.kind):
        return {"data": {"conversation_id": data["conversation_id"], mark: data["seq"]}}
    frame: dict[str, Any] = {"data": data}
    if shown := known.get(UUID(data["conversation_id"])):
        frame["conversation"] = shown
    if "message_id" in data and (message := words.get(UUID(data["message_id"]))):
        frame["message"] = messages.wire(message)
    return frame
