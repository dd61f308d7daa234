"""Replays run in the worker, slice by slice; versions end when their day comes."""

import datetime as dt
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core import db, queue
from xiaoer.policies.models import Replay, ReplayState
from xiaoer.policies.rules import content
from xiaoer.policies.rules.estimating import Group
from xiaoer.policies.rules.tables import Table
from xiaoer.policies.service import publishing, replaying

AT_ONCE = 2
"""Slices run side by side: one statement keeps one core of PostgreSQL busy."""

Found = tuple[list[Group], list[UUID]]


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
    groups: list[Group] = []
    ids: list[UUID] = []
    for found, changed in _run(table, shop_id, parts):
        groups += found
        ids += changed
        with db.transaction() as session:
            session.get_one(Replay, replay_id).done = sum(group.cases for group in groups)
    with db.transaction() as session:
        shown = ids[: replaying.SHOWN_CHANGES]
        replaying.finish(session, session.get_one(Replay, replay_id), groups, shown)


def _run(
    table: Table, shop_id: UUID, parts: list[tuple[dt.datetime, dt.datetime]]
) -> Iterator[Found]:
    def run(part: tuple[dt.datetime, dt.datetime]) -> Found:
        with db.transaction() as session:
            return replaying.run_slice(session, table, shop_id, *part)

    with ThreadPoolExecutor(AT_ONCE) as hands:
        yield from hands.map(run, parts)


@queue.task(publishing.TURN)
def turn(session: Session, payload: queue.Payload) -> None:
    publishing.turn(session, UUID(payload["policy_id"]))
