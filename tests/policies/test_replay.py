"""A draft run over past cases."""

import pytest
from sqlalchemy import select

from tests.policies.conftest import FAST, RETURN
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.policies import jobs, service
from xiaoer.policies.models import Replay, ReplayState
from xiaoer.policies.rules import content
from xiaoer.policies.service import replaying

WHYS = ("no_reason", "quality_defect", "dislike")


@pytest.fixture
def past(session, actor, decide):
    """Four fast refunds and how they ended: two by themselves, two by hand."""
    ends = [(FAST, 60, False), (FAST, 120, False)]
    ends += [({**FAST, "customer.fast_refund": "none"}, 90_000, True)] * 2
    made = []
    for facts, took, by_hand in ends:
        decision = decide("fast_refund", facts)
        service.record_outcome(
            session,
            actor,
            decision.id,
            took_sec=took,
            refunded_cents=9900,
            by_hand=by_hand,
            disputed=by_hand,
        )
        made.append(decision)
    decide("returns", RETURN)  # of another table
    return made


@pytest.fixture
def generous(session, actor, shop):
    """Who has no entitlement is paid as who has."""
    version = service.draft(session, actor, table="fast_refund", shop_id=shop.id)
    row = next(each for each in version.content["rows"] if each["id"] == "F7")
    row["then"] = {"decision": "approve", "effect": "auto", "code": "all"}
    return service.put_row(session, actor, version.id, row)


def run(session, replay):
    table = content.read(replay.content)
    groups, ids = [], []
    for since, until in replaying.slices(replay.since, replay.until):
        found, changed = replaying.run_slice(session, table, replay.shop_id, since, until)
        groups += found
        ids += changed
    replaying.finish(session, replay, groups, ids)


class TestReplay:
    def test_which_change_and_what_moves(self, session, actor, shop, past, generous, client):
        asked = client.post(
            f"/api/policy-versions/{generous.id}/replays", json={"shop_id": str(shop.id)}
        )
        assert (asked.status_code, asked.json()["state"]) == (201, "waiting")
        replay = session.get_one(Replay, asked.json()["id"])
        assert replaying.count(session, replay) == 4
        run(session, replay)
        told = client.get(f"/api/policy-replays/{replay.id}").json()
        assert told["state"] == "done"
        assert set(told["changes"]) == {str(each.id) for each in past[2:]}
        report = told["report"]
        assert (report["cases"], report["changed"], report["known"]) == (4, 2, 4)
        assert report["before"] == {
            "average_sec": 45_045,
            "by_hand": 2,
            "disputed": 2,
            "refunded_cents": 39_600,
        }
        assert report["after"] == {
            "average_sec": 90,
            "by_hand": 0,
            "disputed": 0,
            "refunded_cents": 39_600,
        }
        kinds = session.scalars(select(EventRow.kind)).all()
        assert "ReplayFinished" in kinds

    def test_the_same_table_changes_nothing(self, session, actor, shop, past):
        same = service.draft(session, actor, table="fast_refund", shop_id=shop.id)
        replay = service.ask(session, actor, same.id, shop_id=shop.id)
        run(session, replay)
        assert (replay.report["changed"], replay.changes) == (0, [])
        assert replay.report["before"] == replay.report["after"]

    @pytest.mark.row("POL-7")
    def test_what_the_law_adds_is_not_the_drafts_doing(self, session, actor, shop, decide):
        told = [decide("returns", {**RETURN, "case.reason": why}) for why in WHYS]
        assert any(each.trace["floor"] for each in told)
        same = service.draft(session, actor, table="returns", shop_id=shop.id)
        replay = service.ask(session, actor, same.id, shop_id=shop.id)
        run(session, replay)
        assert (replay.report["cases"], replay.report["changed"]) == (len(told), 0)
        row = next(each for each in same.content["rows"] if each["id"] == told[0].row)
        row["then"] = row["then"] | {"decision": "review"}
        service.put_row(session, actor, same.id, row)
        replay = service.ask(session, actor, same.id, shop_id=shop.id)
        run(session, replay)
        assert told[0].id in replay.changes

    def test_a_stranger_replays_nothing(self, session, client, shop, acting, generous):
        acting["actor"] = Actor(
            ActorKind.AGENT, new_id(), "外人", frozenset(Permission), frozenset({new_id()})
        )
        refused = client.post(
            f"/api/policy-versions/{generous.id}/replays", json={"shop_id": str(shop.id)}
        )
        assert refused.status_code == 404
        assert session.scalars(select(Replay)).all() == []


def test_the_worker_runs_it_with_progress(fresh_database):
    from xiaoer.core import db, shops
    from xiaoer.core.auth import system

    with db.transaction() as session:
        shop = shops.add(session, system(), code="replay", name="茶楼")
        for _ in range(3):
            service.decide(session, system(), table="fast_refund", shop_id=shop.id, facts=FAST)
        version = service.draft(session, system(), table="fast_refund", shop_id=shop.id)
    with db.transaction() as session:
        replay = service.ask(session, system(), version.id, shop_id=shop.id)
    jobs.replay(None, {"replay_id": str(replay.id)})
    with db.transaction() as session:
        done = session.get_one(Replay, replay.id)
        assert (done.state, done.total, done.done) == (ReplayState.DONE, 3, 3)
        assert done.report["no_basis"] == 0
