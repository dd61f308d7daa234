"""What customers asked, and which of it is hot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from xiaoer.conversations.models import HotQuestion, HotState
from xiaoer.core import db
from xiaoer.core.auth import Actor
from xiaoer.core.shops import must_reach

MOST_READ = 20_000
LONGEST = 200
_ASKED = (
    "SELECT m.text, t.conversation_id, t.asked_at FROM"
    " (SELECT * FROM turns WHERE shop_id = %(shop)s AND asked_at >= %(since)s"
    f" ORDER BY asked_at DESC LIMIT {MOST_READ}) t"
    " JOIN messages m ON m.conversation_id = t.conversation_id AND m.seq = t.question_seq"
    f" WHERE m.author = 'customer' AND length(m.text) BETWEEN 2 AND {LONGEST}"
)


@dataclass(frozen=True)
class Asked:
    """A customer's question as it was put."""

    text: str
    conversation_id: UUID
    at: datetime


def asked_since(session: Session, shop_id: UUID, since: datetime) -> list[Asked]:
    """The first question of each turn, the newest `MOST_READ`."""
    found = db.read(session, _ASKED, {"shop": shop_id, "since": since})
    return [Asked(" ".join(row[0].split()), row[1], row[2]) for row in found]


def known(session: Session, shop_id: UUID) -> Sequence[HotQuestion]:
    query = select(HotQuestion).where(HotQuestion.shop_id == shop_id)
    return session.scalars(query.with_for_update()).all()


def count_open(session: Session, shop_id: UUID) -> int:
    query = select(func.count()).where(
        HotQuestion.shop_id == shop_id, HotQuestion.state == HotState.OPEN
    )
    return session.scalar(query) or 0


def listed(
    session: Session, actor: Actor, shop_id: UUID, state: HotState | None
) -> Sequence[HotQuestion]:
    """The most asked first."""
    must_reach(actor, shop_id)
    query = select(HotQuestion).where(HotQuestion.shop_id == shop_id)
    if state is not None:
        query = query.where(HotQuestion.state == state)
    return session.scalars(query.order_by(HotQuestion.times.desc(), HotQuestion.id)).all()
