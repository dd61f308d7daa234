"""Writing down what a customer answers to guided questions (CMM-6)."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import Session

from xiaoer.assist.errors import NotTheirOrder
from xiaoer.assist.events import QuestionsAnswered
from xiaoer.assist.models import Guided
from xiaoer.assist.rules import scripts
from xiaoer.assist.rules.scripts import Answers
from xiaoer.conversations.queries import rows
from xiaoer.core import clock, events
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.errors import NotFound
from xiaoer.orders import queries as orders


@dataclass(frozen=True)
class Told:
    """What is written down now; it replaces what was."""

    script: str
    order_id: UUID | None
    answers: Answers


def answer(session: Session, actor: Actor, conversation_id: UUID, told: Told) -> None:
    """Keep the answers so far beside the talk; a case opened from it begins with them.

    Raises `UnknownScript`, `AnswerNotPossible`, `NotTheirOrder`.
    """
    actor.must(Permission.CONVERSATIONS_REPLY)
    talk = rows.get(session, actor, conversation_id)
    script = scripts.of(told.script)
    scripts.check(script, told.answers)
    _check_order(session, actor, talk, told)
    now = {
        "script": told.script,
        "order_id": told.order_id,
        "said": dict(told.answers.said),
        "items": {str(line): qty for line, qty in told.answers.items.items()},
        "evidence": list(told.answers.evidence),
        "agent_id": actor.id,
        "at": clock.now(),
    }
    made = pg_insert(Guided).values(conversation_id=conversation_id, shop_id=talk["shop_id"], **now)
    session.flush()
    session.execute(made.on_conflict_do_update(index_elements=["conversation_id"], set_=now))
    left = len(scripts.unanswered(script, told.answers))
    said = QuestionsAnswered(
        shop_id=talk["shop_id"], conversation_id=conversation_id, script=told.script, open=left
    )
    events.emit(session, actor, said)


def _check_order(session: Session, actor: Actor, talk: rows.Shown, told: Told) -> None:
    if told.order_id is None:
        if told.answers.items:
            raise NotTheirOrder
        return
    theirs = orders.Shopper(talk["customer"]["id"], vouched=True)
    try:
        order = orders.get(session, actor, told.order_id, of=theirs)
    except NotFound as error:
        raise NotTheirOrder from error
    known = {line.id: line.quantity or 1 for line in orders.lines(session, order.id)}
    for line, qty in told.answers.items.items():
        if not 0 < qty <= known.get(line, 0):
            raise NotTheirOrder
