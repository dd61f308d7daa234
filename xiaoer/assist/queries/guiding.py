"""Words and steps that help an agent through a talk."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.assist.models import Reading
from xiaoer.assist.queries.aiding import asked, lines
from xiaoer.assist.rules import guiding
from xiaoer.assist.rules.guiding import Step
from xiaoer.assist.rules.moods import CALLS_FOR_CARE, Risk
from xiaoer.assist.rules.summary import summary
from xiaoer.conversations.models import State
from xiaoer.conversations.queries import rows
from xiaoer.core.auth import Actor, Permission
from xiaoer.phrases import queries as phrases
from xiaoer.phrases import rules
from xiaoer.phrases.models import Phrase


@dataclass(frozen=True)
class Guide:
    """`confirm`: the customer's words said back. What does not fit the moment is empty."""

    confirm: str | None
    questions: Sequence[Phrase]
    empathy: Sequence[Phrase]
    calming: Sequence[Phrase]
    procedure: bool
    steps: Sequence[Step]


def guide(
    session: Session, actor: Actor, conversation_id: UUID, *, locale: Literal["zh", "en"]
) -> Guide:
    actor.must(Permission.CONVERSATIONS_READ)
    talk = rows.get(session, actor, conversation_id)
    reading = session.get(Reading, conversation_id)
    said = lines(session, conversation_id)
    risk = Risk(reading.risk) if reading else Risk.CALM
    orders = reading.order_nos if reading else []
    known = bool(talk["order_no"] or orders)
    vague = guiding.is_vague(asked(said), order_known=known)
    ready: dict[str, list[Phrase]] = {code: [] for code in rules.READY}
    if actor.may(Permission.PHRASES_READ):
        found = phrases.in_categories(session, actor, talk["shop_id"], rules.READY)
        for code, phrase in found:
            ready[code].append(phrase)
    tense = risk >= CALLS_FOR_CARE
    return Guide(
        confirm=guiding.confirmation(said, locale),
        questions=ready[rules.QUESTION] if vague else [],
        empathy=ready[rules.EMPATHY] if risk > Risk.CALM else [],
        calming=ready[rules.CALMING] if tense else [],
        procedure=tense,
        steps=guiding.steps(
            said,
            understood=known or bool(reading and reading.topic and not vague),
            unanswered=len(summary(said).unanswered),
            ended=talk["state"] == State.CLOSED,
        ),
    )
