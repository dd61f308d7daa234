"""Promises: made, kept, late, broken, released, paused, extended, handed over."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from tests.promises.factories import make_calendar, make_promise, some_terms
from xiaoer.core import auth, clock
from xiaoer.core.auth import Actor, ActorKind
from xiaoer.core.errors import MissingPermission
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.promises import queries, service
from xiaoer.promises.errors import (
    DueInThePast,
    DueTooFar,
    NotLater,
    PromiseCannotMove,
    PromiseNotFound,
    TellTheCustomerFirst,
)
from xiaoer.promises.models import Promise, PromiseState
from xiaoer.promises.service import fire_due

FOREVER = datetime.max.replace(tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def told(session, subject_id):
    query = select(EventRow.kind).where(EventRow.subject_id == subject_id).order_by(EventRow.id)
    return list(session.scalars(query))


def again(session, promise):
    session.refresh(promise)
    return promise


class TestMake:
    def test_a_promise_is_owed_from_now_on(self, session, shop, actor, frozen):
        owner = new_id()
        terms = some_terms(shop.id, owner_agent_id=owner, warn_at=(clock.now() + MINUTE,))

        promise = service.make(session, actor, terms)

        assert promise.state is PromiseState.OPEN
        assert promise.made_at == clock.now()
        assert promise.next_fire_at == clock.now() + MINUTE
        assert told(session, promise.subject_id) == ["PromiseMade"]

    def test_twice_is_once_while_it_is_owed(self, session, shop, actor, frozen):
        terms = some_terms(shop.id)
        first = service.make(session, actor, terms)

        second = service.make(session, actor, some_terms(shop.id, subject_id=terms.subject_id))

        assert second.id == first.id
        assert second.due_at == terms.due_at
        assert told(session, terms.subject_id) == ["PromiseMade"]

    def test_after_it_was_kept_it_can_be_made_again(self, session, shop, actor, frozen):
        first = make_promise(session, shop.id)
        service.keep(session, actor, first.id)
        assert make_promise(session, shop.id, subject_id=first.subject_id).id != first.id

    def test_terms_count_business_time(self, session, shop, actor, frozen):
        calendar = make_calendar(session, shop.id)
        frozen(timedelta(hours=1, minutes=58))  # 11:58 in Shanghai

        terms = service.terms(
            session,
            shop_id=shop.id,
            kind="reply",
            subject_type="conversation",
            subject_id=new_id(),
            seconds=180,
            warn_after=(60, 144),
            calendar_id=calendar.id,
        )

        assert terms.due_at == clock.now() + timedelta(minutes=63)
        assert terms.warn_at == (
            clock.now() + MINUTE,
            clock.now() + timedelta(minutes=62, seconds=24),
        )

    def test_refuses_the_past_and_strangers(self, session, shop, actor, frozen):
        with pytest.raises(DueInThePast):
            service.make(session, actor, some_terms(shop.id, due_at=clock.now()))
        with pytest.raises(DueTooFar):
            service.make(session, actor, some_terms(shop.id, due_at=FOREVER))
        with pytest.raises(PromiseNotFound):
            service.make(session, actor, some_terms(new_id()))
        with pytest.raises(MissingPermission):
            service.make(session, Actor(ActorKind.AGENT), some_terms(shop.id))
        assert session.scalar(select(func.count()).select_from(Promise)) == 0

    def test_many_are_one_statement(self, session, shop, actor, frozen, count_statements):
        known = some_terms(shop.id)
        service.make_many(session, actor, [known])
        with count_statements(session) as seen:
            made = service.make_many(
                session, actor, [known, *(some_terms(shop.id) for _ in range(20))]
            )
        assert len(seen) == 1
        assert len(made) == 20


class TestKeep:
    def test_before_due_is_kept(self, session, shop, actor, frozen):
        promise = make_promise(session, shop.id)
        frozen(3 * MINUTE - timedelta(microseconds=1))

        service.keep(session, actor, promise.id)

        assert promise.state is PromiseState.KEPT
        assert promise.kept_at == promise.ended_at == clock.now()
        assert told(session, promise.subject_id) == ["PromiseMade", "PromiseKept"]

    def test_at_due_is_late(self, session, shop, actor, frozen):
        promise = make_promise(session, shop.id)
        frozen(3 * MINUTE)
        assert service.keep(session, actor, promise.id).state is PromiseState.LATE

    def test_after_the_breach_is_late(self, session, shop, actor, frozen):
        promise = make_promise(session, shop.id)
        frozen(4 * MINUTE)
        fire_due(session)

        service.keep(session, actor, promise.id)

        assert again(session, promise).state is PromiseState.LATE
        assert promise.broken_at == promise.kept_at
        assert told(session, promise.subject_id) == ["PromiseMade", "PromiseBroken", "PromiseKept"]

    def test_for_a_subject_is_one_statement(self, session, shop, actor, frozen, count_statements):
        promise = make_promise(session, shop.id)
        other = make_promise(session, shop.id, subject_id=promise.subject_id, kind="hold")
        with count_statements(session) as seen:
            (kept,) = service.keep_for(
                session, actor, shop_id=shop.id, subject_id=promise.subject_id, kinds=["reply"]
            )
        assert len(seen) == 1
        assert (kept.id, kept.state) == (promise.id, PromiseState.KEPT)
        assert again(session, other).state is PromiseState.OPEN
        assert told(session, promise.subject_id) == ["PromiseMade", "PromiseMade"]

    def test_nothing_owed_nothing_happens(self, session, shop, actor):
        kept = service.keep_for(
            session, actor, shop_id=shop.id, subject_id=new_id(), kinds=["reply"]
        )
        assert kept == []

    def test_twice_is_refused(self, session, shop, actor, frozen):
        promise = make_promise(session, shop.id)
        service.keep(session, actor, promise.id)
        with pytest.raises(PromiseCannotMove):
            service.keep(session, actor, promise.id)
        assert told(session, promise.subject_id) == ["PromiseMade", "PromiseKept"]


class TestRelease:
    def test_before_due_nothing_is_owed(self, session, shop, actor, frozen):
        promise = make_promise(session, shop.id)

        service.release(session, actor, promise.id, reason="顾客已离开")

        assert promise.state is PromiseState.RELEASED
        frozen(timedelta(hours=1))
        assert fire_due(session).broken == 0
        assert told(session, promise.subject_id) == ["PromiseMade", "PromiseReleased"]

    def test_a_breach_does_not_go_away(self, session, shop, actor, frozen):
        promise = make_promise(session, shop.id)
        frozen(4 * MINUTE)
        fire_due(session)

        (ended,) = service.release_for(
            session,
            actor,
            shop_id=shop.id,
            subject_id=promise.subject_id,
            kinds=["reply"],
            reason="会话关闭",
            announce=True,
        )

        assert ended.state is PromiseState.BROKEN
        assert again(session, promise).ended_at == clock.now()
        assert told(session, promise.subject_id)[-1] == "PromiseReleased"
        with pytest.raises(PromiseCannotMove):
            service.release(session, actor, promise.id, reason="再次")

    def test_overdue_before_the_clock_came_is_broken_too(self, session, shop, actor, frozen):
        promise = make_promise(session, shop.id)
        frozen(3 * MINUTE)
        service.release(session, actor, promise.id, reason="会话关闭")
        assert promise.state is PromiseState.BROKEN
        assert fire_due(session).broken == 0


class TestPause:
    def test_the_clock_stands_and_keeps_what_was_left(self, session, shop, actor, frozen):
        warn = clock.now() + 2 * MINUTE
        promise = make_promise(session, shop.id, warn_at=(warn,))
        frozen(MINUTE)

        service.pause(session, actor, promise.id, reason="等待顾客提供单号")
        assert promise.state is PromiseState.PAUSED
        assert promise.remaining_sec == 120
        frozen(timedelta(days=1))
        assert fire_due(session).broken == 0
        service.resume(session, actor, promise.id)

        assert promise.state is PromiseState.OPEN
        assert promise.due_at == clock.now() + 2 * MINUTE
        assert promise.warn_at == [clock.now() + MINUTE]
        assert promise.next_fire_at == clock.now() + MINUTE
        assert told(session, promise.subject_id) == [
            "PromiseMade",
            "PromisePaused",
            "PromiseResumed",
        ]

    def test_business_time_is_what_is_kept(self, session, shop, actor, frozen):
        calendar = make_calendar(session, shop.id)
        promise = make_promise(
            session, shop.id, calendar_id=calendar.id, due_at=clock.now() + timedelta(hours=4)
        )  # 10:00 to 14:00 with noon closed: three hours
        service.pause(session, actor, promise.id, reason="核实")
        assert promise.remaining_sec == 3 * 3600
        frozen(timedelta(hours=7))  # 17:00
        service.resume(session, actor, promise.id)
        assert promise.due_at == clock.now() + timedelta(hours=18)  # 11:00 next day

    def test_done_while_paused_is_kept(self, session, shop, actor, frozen):
        promise = make_promise(session, shop.id)
        service.pause(session, actor, promise.id, reason="核实")
        frozen(timedelta(days=1))
        assert service.keep(session, actor, promise.id).state is PromiseState.KEPT

    def test_what_is_due_cannot_be_paused(self, session, shop, actor, frozen):
        promise = make_promise(session, shop.id)
        frozen(3 * MINUTE)
        with pytest.raises(PromiseCannotMove):
            service.pause(session, actor, promise.id, reason="来不及")
        assert again(session, promise).state is PromiseState.OPEN

    def test_only_the_paused_resume(self, session, shop, actor, frozen):
        promise = make_promise(session, shop.id)
        with pytest.raises(PromiseCannotMove):
            service.resume(session, actor, promise.id)


class TestExtend:
    def test_a_later_time_that_the_customer_knows(self, session, shop, actor, frozen):
        promise = make_promise(session, shop.id, warn_at=(clock.now() + 2 * MINUTE,))

        service.extend(
            session,
            actor,
            promise.id,
            due_at=clock.now() + 10 * MINUTE,
            reason="仓库核实中",
            customer_told=True,
        )

        assert promise.due_at == clock.now() + 10 * MINUTE
        assert promise.warn_at == [clock.now() + 9 * MINUTE]
        assert promise.next_fire_at == clock.now() + 9 * MINUTE
        assert told(session, promise.subject_id) == ["PromiseMade", "PromiseExtended"]

    @pytest.mark.parametrize(
        ("minutes", "reason", "customer_told", "refusal"),
        [
            (10, "仓库核实中", False, TellTheCustomerFirst),
            (10, " ", True, TellTheCustomerFirst),
            (3, "仓库核实中", True, NotLater),
        ],
    )
    def test_refusals(self, session, shop, actor, frozen, minutes, reason, customer_told, refusal):
        promise = make_promise(session, shop.id)
        due_at = promise.due_at
        with pytest.raises(refusal):
            service.extend(
                session,
                actor,
                promise.id,
                due_at=clock.now() + minutes * MINUTE,
                reason=reason,
                customer_told=customer_told,
            )
        assert again(session, promise).due_at == due_at


class TestHandOver:
    def test_somebody_else_owes_it(self, session, shop, actor, frozen):
        promise = make_promise(session, shop.id, owner_agent_id=new_id())
        other = new_id()

        service.hand_over(session, actor, promise.id, agent_id=other)

        assert promise.owner_agent_id == other
        assert told(session, promise.subject_id) == ["PromiseMade", "PromiseHandedOver"]

    def test_all_of_a_subject_at_once(self, session, shop, actor, frozen):
        reply = make_promise(session, shop.id)
        hold = make_promise(session, shop.id, subject_id=reply.subject_id, kind="hold")
        agent = new_id()
        moved = service.hand_over_for(
            session, actor, shop_id=shop.id, subject_id=reply.subject_id, agent_id=agent
        )
        assert moved == 2
        assert again(session, hold).owner_agent_id == agent
        repeated = service.hand_over_for(
            session, actor, shop_id=shop.id, subject_id=reply.subject_id, agent_id=agent
        )
        assert repeated == 0


class TestFiring:
    def test_warns_each_time_and_breaks_once(self, session, shop, frozen):
        start = clock.now()
        promise = make_promise(session, shop.id, warn_at=(start + MINUTE, start + 2 * MINUTE))
        seen = []
        for _ in range(5):
            frozen(MINUTE)
            fired = fire_due(session)
            seen.append((fired.warned, fired.broken))
        assert seen == [(1, 0), (1, 0), (0, 1), (0, 0), (0, 0)]
        assert again(session, promise).state is PromiseState.BROKEN
        assert told(session, promise.subject_id) == [
            "PromiseMade",
            "PromiseWarned",
            "PromiseWarned",
            "PromiseBroken",
        ]
        assert [
            row.data.get("number")
            for row in session.scalars(
                select(EventRow).where(EventRow.kind == "PromiseWarned").order_by(EventRow.id)
            )
        ] == [1, 2]

    def test_missed_warnings_are_told_as_one_and_not_after_due(self, session, shop, frozen):
        start = clock.now()
        warnings = (start + MINUTE, start + 2 * MINUTE)
        late = make_promise(session, shop.id, warn_at=warnings)
        frozen(timedelta(seconds=150))
        assert fire_due(session).warned == 1
        gone = make_promise(session, shop.id, warn_at=(clock.now() + MINUTE,))
        frozen(timedelta(hours=1))
        assert fire_due(session).broken == 2
        assert told(session, late.subject_id) == ["PromiseMade", "PromiseWarned", "PromiseBroken"]
        assert told(session, gone.subject_id) == ["PromiseMade", "PromiseBroken"]

    def test_screens_of_the_owner_and_the_shop_are_told(self, session, shop, frozen):
        owner = new_id()
        promise = make_promise(session, shop.id, owner_agent_id=owner)
        frozen(3 * MINUTE)
        fire_due(session)
        row = session.scalars(select(EventRow).where(EventRow.kind == "PromiseBroken")).one()
        assert set(row.topics) == {
            f"conversation:{promise.subject_id}",
            f"me:{owner}",
            f"shop:{shop.id}",
        }
        assert row.actor_name == "clock"


class TestReading:
    def test_owed_pages_by_time(self, session, shop, actor, frozen):
        made = [make_promise(session, shop.id, due_at=clock.now() + n * MINUTE) for n in (3, 1, 2)]
        first, following = queries.owed(session, actor, shop_id=shop.id, limit=2)
        rest, end = queries.owed(session, actor, shop_id=shop.id, after=following)
        assert end is None
        assert [each.id for each in [*first, *rest]] == [made[1].id, made[2].id, made[0].id]

    def test_a_stranger_finds_nothing(self, session, shop, actor, frozen):
        promise = make_promise(session, shop.id)
        stranger = Actor(
            ActorKind.AGENT, permissions=actor.permissions, shop_ids=frozenset({new_id()})
        )
        with pytest.raises(PromiseNotFound):
            service.keep(session, stranger, promise.id)
        assert queries.owed(session, stranger, shop_id=shop.id) == ([], None)
        assert auth.system().reaches(shop.id)
