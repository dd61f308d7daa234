"""Replays run in the worker, slice by slice; versions end when their day comes."""

from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import db, queue
from xiaoer.policies.models import Replay, ReplayState
from xiaoer.policies.rules import content
from xiaoer.policies.service import publishing, replaying


@queue.task(replaying.TASK, own_transactions=True)
def replay(_session: Session, payload: queue.Payload) -> None:
    """Run again after a crash it begins anew: nothing is written but the report."""
    replay_id = UUID(payload["replay_id"])
    with db.transaction() as session:
        asked = session.get_one(Replay, replay_id)
        if asked.state is ReplayState.DONE:
            return
        asked.state, asked.done = ReplayState.RUNNING, 0
        asked.total = replaying.count(session, asked)
        table, shop_id = content.read(asked.content), asked.shop_id
        parts = replaying.slices(asked.since, asked.until)
    groups, ids = [], []
    for since, until in parts:
        with db.transaction() as session:
            found, changed = replaying.run_slice(session, table, shop_id, since, until)
            groups += found
            ids += changed
            session.get_one(Replay, replay_id).done = sum(group.cases for group in groups)
    with db.transaction() as session:
        replaying.finish(
            session,
            session.get_one(Replay, replay_id),
            groups,
            ids[: replaying.SHOWN_CHANGES],
        )


@queue.task(publishing.TURN)
def turn(session: Session, payload: queue.Payload) -> None:
    publishing.turn(session, UUID(payload["policy_id"]))
