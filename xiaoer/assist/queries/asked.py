"""Guided questions of a talk, and what was answered (CMM-6)."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.assist.models import Guided, Reading
from xiaoer.assist.rules import scripts
from xiaoer.assist.rules.scripts import Answers
from xiaoer.conversations.queries import rows
from xiaoer.core.auth import Actor, Permission


@dataclass(frozen=True)
class Asked:
    """`suggested`: the script of the talk's topic; `script` None: nothing was answered yet."""

    suggested: str | None
    script: str | None
    order_id: UUID | None
    answers: Answers


def of_talk(session: Session, actor: Actor, conversation_id: UUID) -> Asked:
    actor.must(Permission.CONVERSATIONS_READ)
    rows.check(session, actor, conversation_id)
    reading = session.get(Reading, conversation_id)
    suggested = scripts.for_topic(reading.topic) if reading else None
    guided = session.get(Guided, conversation_id)
    if guided is None:
        return Asked(suggested, None, None, Answers())
    items = {UUID(line): qty for line, qty in guided.items.items()}
    answers = Answers(guided.said, items, guided.evidence)
    return Asked(suggested, guided.script, guided.order_id, answers)
