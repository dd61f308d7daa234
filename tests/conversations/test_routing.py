"""The oldest waiting first, to who knows the customer, else the least busy, within limits."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from tests.conversations.factories import (
    acting_as,
    ask,
    make_agent,
    make_customer,
    make_role,
    settle,
)
from xiaoer.conversations import service
from xiaoer.conversations.models import Conversation
from xiaoer.conversations.queries import waiting
from xiaoer.conversations.service import routing, watching
from xiaoer.core import clock
from xiaoer.core.auth import system
from xiaoer.core.ids import new_id
from xiaoer.promises import service as promises
from xiaoer.workforce import service as workforce
from xiaoer.workforce.models import Group, Presence, Role

NIGHT = {str(day): [["20:00", "23:00"]] for day in range(1, 8)}


@pytest.fixture
def joins(session, shop):
    """Somebody who may answer comes to the desk."""

    def join(**only):
        given = {"max_concurrency": 5, "roles": [make_role(session)], **only}
        return make_agent(session, shop, **given)

    return join


@pytest.fixture
def arrives(session, shop, run_jobs):
    """A new customer writes; the worker does what follows."""

    def arrive(text="在吗", **only):
        received = ask(session, make_customer(session, shop), text, **only)
        run_jobs()
        return received.conversation_id

    return arrive


@pytest.fixture
def serves(session):
    """Who serves a talk now."""

    def agent_of(talk):
        return session.scalar(select(Conversation.assignee_id).where(Conversation.id == talk))

    return agent_of


class TestChoice:
    def test_the_least_busy(self, joins, arrives, serves):
        busy = joins()
        first = arrives()
        idle = joins()

        assert serves(first) == busy.id
        assert serves(arrives()) == idle.id

    def test_who_served_the_customer_before(self, session, joins, serves, customer, run_jobs):
        joins()
        known = joins()
        talk = ask(session, customer).conversation_id
        session.execute(text("UPDATE conversations SET last_agent_id = :a"), {"a": known.id})
        run_jobs()

        assert serves(talk) == known.id

    def test_only_who_has_the_skill(self, session, shop, joins, arrives, serves):
        settle(session, shop, skill="english")
        joins()
        able = joins(skills=["english"])

        assert serves(arrives()) == able.id

    def test_only_of_the_group_it_was_handed_to(
        self, session, shop, joins, arrives, serves, run_jobs
    ):
        joins()
        talk = arrives()
        group = Group(name="售后组")
        session.add(group)
        session.flush()
        member = joins(groups=[group])
        lead = acting_as(make_agent(session, shop), shop)
        service.transfer_to_group(session, lead, talk, group_id=group.id, note="要退货")
        run_jobs()

        assert serves(talk) == member.id

    @pytest.mark.row("ROL-2")
    @pytest.mark.parametrize(
        ("words", "role"),
        [
            ("送长辈哪款茶适合？", "product_advisor"),
            ("Which size would you recommend?", "product_advisor"),
            ("收到的杯子我想退货", "returns_handler"),
            ("can i exchange this for a bigger one", "returns_handler"),
            ("再不退款我就投诉你们", "complaint_handler"),
            ("我的快递到哪了", "reception"),
        ],
    )
    def test_who_has_the_role_for_it(self, session, shop, joins, arrives, serves, words, role):
        workforce.ensure_builtin_roles(session)
        people = {
            code: joins(roles=[session.scalars(select(Role).where(Role.code == code)).one()])
            for code in ("reception", "product_advisor", "returns_handler", "complaint_handler")
        }

        assert serves(arrives(words)) == people[role].id

    @pytest.mark.row("ROL-2")
    def test_a_stage_says_more_than_words_and_nobody_waits_for_a_role(
        self, session, shop, joins, arrives, serves, run_jobs
    ):
        workforce.ensure_builtin_roles(session)
        roles = {each.code: each for each in session.scalars(select(Role))}
        talk = arrives("在吗")
        session.execute(text("UPDATE conversations SET stage = 'aftersale'"))
        joins(roles=[roles["reception"]])
        handler = joins(roles=[roles["returns_handler"]], max_concurrency=1)
        routing.serve_queue(session, system(), shop.id)
        assert serves(talk) == handler.id

        assert serves(arrives("想退货")) not in (None, handler.id)

    @pytest.mark.parametrize("presence", [Presence.PAUSED, Presence.OFFLINE])
    def test_nobody_who_is_not_online(self, joins, arrives, serves, presence):
        joins(presence=presence)
        assert serves(arrives()) is None

    def test_a_queue_nobody_can_serve_is_not_read(
        self, session, shop, joins, arrives, serves, count_statements
    ):
        def queue_reads():
            with count_statements(session) as seen:
                assert routing.serve_queue(session, system(), shop.id) == 0
            return [each for each in seen if "queued_at" in each or "DISTINCT" in each]

        arrives()
        assert not queue_reads()
        agent = joins(max_concurrency=1)
        assert routing.serve_queue(session, system(), shop.id) == 1
        second = arrives()
        assert not queue_reads()
        agent.max_concurrency = 2
        assert routing.serve_queue(session, system(), shop.id) == 1
        assert serves(second) == agent.id

    def test_nobody_of_another_shop(self, session, joins, arrives, serves):
        agent = joins()
        session.execute(text("DELETE FROM agent_shops WHERE agent_id = :a"), {"a": agent.id})
        assert serves(arrives()) is None

    def test_nobody_who_may_not_answer(self, session, shop, arrives, serves):
        make_agent(session, shop)
        assert serves(arrives()) is None


class TestQueue:
    def test_a_queue_when_everybody_is_full_and_the_oldest_leaves_it_first(
        self, client, session, joins, arrives, serves, frozen, run_jobs
    ):
        agent = joins(max_concurrency=1)
        talks = []
        for _ in range(3):
            talks.append(arrives())
            frozen(timedelta(seconds=1))
        assert [serves(each) for each in talks] == [agent.id, None, None]
        assert waiting.place(session, talks[1]).position == 1
        assert waiting.place(session, talks[2]).position == 2

        client.put(f"/api/conversations/{talks[0]}/closure", json={"reason": "solved"})
        run_jobs()

        assert [serves(each) for each in talks[1:]] == [agent.id, None]

    def test_a_newer_talk_does_not_pass_an_older_one(self, joins, arrives, serves, session):
        first, second = arrives(), arrives()
        agent = joins(max_concurrency=1)
        third = arrives()

        assert [serves(each) for each in (first, second, third)] == [agent.id, None, None]

    def test_talks_nobody_can_serve_do_not_block_the_others(
        self, session, shop, joins, arrives, serves
    ):
        settle(session, shop, "email", skill="english")
        foreign = [arrives(channel="email") for _ in range(3)]
        agent = joins()

        assert serves(arrives()) == agent.id
        assert [serves(each) for each in foreign] == [None] * 3

    def test_who_comes_online_takes_the_longest_waiting(
        self, session, shop, joins, arrives, serves, run_jobs
    ):
        first = arrives()
        second = arrives()
        agent = joins(max_concurrency=1, presence=Presence.OFFLINE)
        workforce.set_mine(session, acting_as(agent, shop), Presence.ONLINE)
        run_jobs()

        assert [serves(first), serves(second)] == [agent.id, None]

    def test_the_wait_is_a_guess_from_recent_answers(
        self, session, agent, serving, arrives, frozen
    ):
        agent.presence = Presence.PAUSED
        for _ in range(6):
            service.reply(session, serving, arrives(), client_id=new_id(), text="您好")
        first, second = arrives(), arrives()

        assert waiting.place(session, first) == waiting.Place(1, 300)
        assert waiting.place(session, second) == waiting.Place(2, 600)


class TestHours:
    @pytest.mark.row("CHN-4")
    def test_outside_its_hours_a_channel_says_so_and_waits(
        self, client, session, shop, joins, arrives, serves, frozen, run_jobs
    ):
        calendar = promises.add_calendar(
            session, system(), shop_id=shop.id, name="晚班", week=NIGHT
        )
        settle(session, shop, open_hours=calendar.id, offline_text="我们晚上八点上班,请留言")
        settle(session, shop, "phone", first_response_target_sec=15)
        agent = joins()

        talk = arrives()

        assert serves(talk) is None
        body = client.get(f"/api/conversations/{talk}?messages=9").json()
        assert [m["text"] for m in body["messages"]["items"]][1] == "我们晚上八点上班,请留言"
        frozen(timedelta(hours=10, minutes=1))
        arrives()
        assert serves(talk) == agent.id

    def test_another_channel_of_the_shop_has_its_own_hours(
        self, session, shop, joins, arrives, serves
    ):
        calendar = promises.add_calendar(
            session, system(), shop_id=shop.id, name="晚班", week=NIGHT
        )
        settle(session, shop, open_hours=calendar.id)
        agent = joins()

        assert serves(arrives(channel="email")) == agent.id


class TestLeaving:
    def test_whoever_waits_for_somebody_who_left_finds_another(
        self, session, shop, joins, arrives, serves, run_jobs
    ):
        leaving = joins()
        waits, answered = arrives(), arrives()
        leaver = acting_as(leaving, shop)
        service.reply(session, leaver, answered, client_id=new_id(), text="您好")
        staying = joins()

        workforce.set_mine(session, leaver, Presence.OFFLINE)
        run_jobs()

        assert serves(waits) == staying.id
        assert serves(answered) == leaving.id

    def test_the_queue_is_served_once_for_all_their_talks(
        self, session, shop, joins, arrives, run_jobs
    ):
        leaving = joins()
        talks = [arrives() for _ in range(4)]

        gone = watching.release_waiting_of(session, system("routing"), leaving.id)

        left = text("SELECT entrypoint FROM pgqueuer WHERE entrypoint LIKE 'conversations.%'")
        assert gone == len(talks)
        assert session.scalars(left).all() == ["conversations.serve_queue"]

    def test_a_quiet_talk_moves_when_its_customer_speaks(
        self, session, shop, joins, serves, customer, run_jobs
    ):
        leaving = joins()
        talk = ask(session, customer).conversation_id
        run_jobs()
        leaver = acting_as(leaving, shop)
        service.reply(session, leaver, talk, client_id=new_id(), text="您好")
        workforce.set_mine(session, leaver, Presence.OFFLINE)
        staying = joins()
        run_jobs()

        ask(session, customer, "还在吗")
        run_jobs()

        assert serves(talk) == staying.id


@pytest.mark.row("RSP-5")
class TestWaitedTooLong:
    @pytest.fixture
    def breaks(self, session, frozen, run_jobs):
        def after(seconds):
            frozen(timedelta(seconds=seconds))
            promises.fire_due(session)
            run_jobs()

        return after

    def told(self, session, talk):
        query = text("SELECT topics, data FROM events WHERE kind = 'WaitedTooLong'")
        return [row for row in session.execute(query) if row.data["conversation_id"] == str(talk)]

    def test_the_lead_is_told_and_the_talk_queued_again(
        self, session, shop, joins, arrives, serves, breaks
    ):
        settle(session, shop, first_response_target_sec=30, requeue_after_sec=60)
        lead = make_agent(
            session, shop, roles=[make_role(session, "conversations:manage", code="lead")]
        )
        slow = joins()
        talk = arrives()
        assert serves(talk) == slow.id

        breaks(31)
        (event,) = self.told(session, talk)
        assert f"me:{lead.id}" in event.topics
        assert f"shop:{shop.id}" in event.topics
        assert serves(talk) == slow.id
        workforce.set_mine(session, acting_as(slow, shop), Presence.PAUSED)
        breaks(30)
        assert serves(talk) is None

    def test_an_answer_in_time_is_nobodys_business(
        self, session, shop, joins, arrives, serves, breaks
    ):
        settle(session, shop, first_response_target_sec=30, requeue_after_sec=30)
        agent = joins()
        talk = arrives()
        service.reply(session, acting_as(agent, shop), talk, client_id=new_id(), text="您好")

        breaks(60)

        assert self.told(session, talk) == []
        assert serves(talk) == agent.id


class TestSnooze:
    def test_wakes_at_its_time(self, client, talk, agent, frozen, run_jobs):
        client.put(f"/api/conversations/{talk}/assignment", json={"agent_id": str(agent.id)})
        until = (clock.now() + timedelta(minutes=30)).isoformat()
        client.put(f"/api/conversations/{talk}/snooze", json={"until": until})
        run_jobs()
        assert client.get(f"/api/conversations/{talk}").json()["state"] == "snoozed"

        frozen(timedelta(minutes=31))
        run_jobs()

        assert client.get(f"/api/conversations/{talk}").json()["state"] == "open"

    def test_the_customers_word_wakes_it(self, client, session, customer, talk, agent, run_jobs):
        until = (clock.now() + timedelta(minutes=30)).isoformat()
        client.put(f"/api/conversations/{talk}/snooze", json={"until": until})

        ask(session, customer, "等不及了")

        assert client.get(f"/api/conversations/{talk}").json()["state"] == "open"


class TestComingBack:
    def test_a_closed_talk_goes_to_somebody_on_shift(
        self, client, session, shop, customer, joins, serves, run_jobs
    ):
        old = joins()
        talk = ask(session, customer).conversation_id
        run_jobs()
        client.put(f"/api/conversations/{talk}/closure", json={"reason": "solved"})
        workforce.set_mine(session, acting_as(old, shop), Presence.OFFLINE)
        present = joins()

        again = ask(session, customer, "又有问题")
        run_jobs()

        assert again.conversation_id == talk
        assert serves(talk) == present.id

    def test_after_a_week_a_new_talk_begins(self, client, session, customer, frozen, agent):
        talk = ask(session, customer).conversation_id
        client.put(f"/api/conversations/{talk}/closure", json={"reason": "solved"})
        frozen(timedelta(days=8))

        again = ask(session, customer, "你好")

        assert again.opened
        assert again.conversation_id != talk
