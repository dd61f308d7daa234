"""The promise behind a waiting customer: an answer by a person within the channel's target."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations.models import AMBER_RATIO, FIRST_TARGET_SEC
from xiaoer.conversations.queries.locked import Locked
from xiaoer.core.auth import Actor
from xiaoer.promises import service as promises

REPLY = "reply"
SUBJECT = "conversation"
FIRST_TARGET = (
    f"s.open_hours, coalesce(s.first_response_target_sec, {FIRST_TARGET_SEC}),"
    f" coalesce(s.amber_ratio, {AMBER_RATIO})"
)
"""The columns of a `Target`, of channel settings `s`."""


@dataclass(frozen=True, slots=True)
class Target:
    """How long a customer may wait, in seconds of the channel's open hours."""

    calendar_id: UUID | None
    seconds: int
    amber_ratio: float


def next_target(talk: Locked) -> Target:
    """The first answer has a target of its own."""
    seconds = talk.target_sec if talk.responses else talk.first_target_sec
    return Target(talk.open_hours, seconds, talk.amber_ratio)


def start(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    conversation_id: UUID,
    assignee_id: UUID | None,
    target: Target,
) -> None:
    """The customer begins to wait."""
    terms = promises.terms(
        session,
        shop_id=shop_id,
        kind=REPLY,
        subject_type=SUBJECT,
        subject_id=conversation_id,
        seconds=target.seconds,
        warn_after=(target.seconds * target.amber_ratio,),
        owner_agent_id=assignee_id,
        calendar_id=target.calendar_id,
    )
    promises.make_many(session, actor, [terms])


def keep(session: Session, actor: Actor, talk: Locked) -> None:
    """A person answered."""
    promises.keep_for(session, actor, shop_id=talk.shop_id, subject_id=talk.id, kinds=(REPLY,))


def release(session: Session, actor: Actor, talk: Locked, *, reason: str) -> None:
    """Nobody waits any more."""
    promises.release_for(
        session, actor, shop_id=talk.shop_id, subject_id=talk.id, kinds=(REPLY,), reason=reason
    )


def hand_over(session: Session, actor: Actor, talk: Locked, agent_id: UUID | None) -> None:
    """Somebody else owes the answer now."""
    promises.hand_over_for(
        session,
        actor,
        shop_id=talk.shop_id,
        subject_id=talk.id,
        agent_id=agent_id,
        group_id=talk.group_id,
        kinds=(REPLY,),
    )
