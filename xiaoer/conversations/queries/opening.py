"""Everything the desk shows when a talk is opened."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations import rules
from xiaoer.conversations.models import State
from xiaoer.conversations.queries import rows, waiting
from xiaoer.core import clock
from xiaoer.core.auth import Actor, Permission


def detail(session: Session, actor: Actor, conversation_id: UUID) -> rows.Shown:
    """The row with its figures, watermarks, draft and what the actor may do. One statement, one
    more while it is queued."""
    shown, head = rows.head(session, actor, conversation_id)
    (
        first,
        responses,
        total,
        got,
        has_read,
        staff_got,
        staff_read,
        opened,
        closed,
        left,
        *draft,
    ) = head
    draft_kind, draft_text, queued_at = draft
    place = waiting.place(session, conversation_id) if queued_at else None
    waiting_since = shown["waiting_since"]
    return shown | {
        "queue_position": place.position if place else None,
        "draft": {"kind": draft_kind, "text": draft_text} if draft_text else None,
        "stats": {
            "first_response_sec": first,
            "avg_response_sec": total / responses if responses else None,
            "turns": responses + (waiting_since is not None),
            "waiting_sec": rules.seconds_between(waiting_since, clock.now())
            if waiting_since
            else None,
        },
        "customer_delivered_seq": got,
        "customer_read_seq": has_read,
        "staff_delivered_seq": staff_got,
        "staff_read_seq": staff_read,
        "opened_at": opened,
        "closed_at": closed,
        "left_unanswered_at": left,
        "allowed": allowed(actor, shown),
    }


def allowed(actor: Actor, shown: dict[str, Any]) -> list[str]:
    """The verbs that would not be refused now, as the desk's buttons are called."""
    may = actor.may
    assignee = shown["assignee"]
    mine = assignee is not None and assignee["id"] == actor.id
    closed, snoozed = shown["state"] == State.CLOSED, shown["state"] == State.SNOOZED
    reply, assign = may(Permission.CONVERSATIONS_REPLY), may(Permission.CONVERSATIONS_ASSIGN)
    verbs = {
        "reply": reply and not closed,
        "note": reply,
        "take": reply and not closed and not mine and (assignee is None or assign),
        "transfer": assign and not closed,
        "release": reply and not closed and not snoozed and bool(assignee) and (mine or assign),
        "snooze": reply and not closed,
        "wake": reply and snoozed,
        "close": may(Permission.CONVERSATIONS_CLOSE) and not closed,
        "reopen": reply and closed,
        "unread": reply and not closed and (mine or assignee is None),
        "stage": reply,
        "priority": reply,
        "tags": reply,
        "evidence": may(Permission.EVIDENCE_CAPTURE),
    }
    return [verb for verb, granted in verbs.items() if granted]
