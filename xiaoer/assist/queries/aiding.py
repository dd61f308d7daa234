"""What the desk sees of a talk: what was read, what is wanted, what could be said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.assist.models import Reading
from xiaoer.assist.queries import suggesting, switches
from xiaoer.assist.queries.suggesting import Suggestion
from xiaoer.assist.rules.features import Feature
from xiaoer.assist.rules.summary import Line, Summary, summary
from xiaoer.conversations.queries import messages, rows
from xiaoer.core.auth import Actor, Permission

LINES = 60
_DESK = ("agent", "bot")


@dataclass(frozen=True)
class Aid:
    """Everything assist has to show beside a talk. What is switched off is None or empty."""

    features: Mapping[Feature, bool]
    reading: Reading | None
    summary: Summary | None
    suggestions: Sequence[Suggestion]


def aid(session: Session, actor: Actor, conversation_id: UUID) -> Aid:
    actor.must(Permission.CONVERSATIONS_READ)
    talk = rows.get(session, actor, conversation_id)
    on = switches.of_shop(session, talk["shop_id"])
    said = lines(session, conversation_id)
    return Aid(
        features=on,
        reading=session.get(Reading, conversation_id),
        summary=summary(said) if on[Feature.SUMMARY] else None,
        suggestions=suggesting.suggestions(
            session,
            actor,
            shop_id=talk["shop_id"],
            conversation_id=conversation_id,
            asked=asked(said),
        )
        if on[Feature.SUGGESTIONS]
        else [],
    )


def lines(session: Session, conversation_id: UUID) -> list[Line]:
    """The last messages between customer and desk."""
    page, _ = messages.page(session, conversation_id, limit=LINES, notes=False)
    return [
        Line(each.seq, each.author == "customer", each.text)
        for each in page
        if each.text and not each.auto and each.author in ("customer", *_DESK)
    ]


def asked(said: Sequence[Line]) -> str:
    """What the customer said since the desk last spoke."""
    since: list[str] = []
    for line in reversed(said):
        if not line.by_customer:
            break
        since.append(line.text)
    return "\n".join(since[::-1])
