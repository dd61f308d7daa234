"""流失: who left before a person answered; figures of all of them, in the shop's own days."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.conversations.factories import ask, make_customer
from xiaoer.conversations import schemas, service
from xiaoer.core import shops
from xiaoer.core.auth import Permission, system
from xiaoer.core.ids import new_id

pytestmark = pytest.mark.row("RSP-6")
LOSSES = "/api/conversations/losses"


@pytest.fixture
def report(client):
    def ask_for(**asked):
        answer = client.get(LOSSES, params=asked)
        assert answer.status_code == 200
        schemas.LossesOut.model_validate(answer.json())
        return answer.json()

    return ask_for


def leave(session, customer, talk):
    actor = service.as_customer(
        shop_id=customer.shop_id, customer_id=customer.id, name=customer.name
    )
    return service.leave(session, actor, talk)


@pytest.fixture
def lose(session, shop, frozen):
    """Somebody asks, waits so many seconds and leaves."""

    def do(waited, *, name="顾客", of=shop):
        customer = make_customer(session, of, name=name)
        talk = ask(session, customer).conversation_id
        frozen(timedelta(seconds=waited))
        assert leave(session, customer, talk)
        return str(talk)

    return do


class TestWhoIsLost:
    def test_who_left_while_waiting_is_reported_with_the_wait(
        self, session, customer, report, frozen
    ):
        talk = ask(session, customer).conversation_id
        frozen(timedelta(seconds=95))
        assert leave(session, customer, talk)
        assert not leave(session, customer, talk)

        body = report()
        assert (body["total"], body["before_first_answer"], body["average_wait_sec"]) == (1, 1, 95)
        (loss,) = body["items"]
        assert (loss["conversation"]["id"], loss["waited_sec"]) == (str(talk), 95)

    def test_who_was_answered_is_no_loss(self, session, customer, report, talk, agent, say):
        say(talk)
        assert not leave(session, customer, talk)
        assert report()["total"] == 0

    def test_who_came_back_is_no_loss(self, session, customer, report, talk):
        leave(session, customer, talk)
        ask(session, customer, "我又来了")
        assert report()["total"] == 0

    def test_a_talk_closed_unanswered_is_one(self, client, report, talk, agent):
        client.put(f"/api/conversations/{talk}/closure", json={"reason": "left"})
        assert report()["total"] == 1


class TestFigures:
    def test_they_are_of_everybody_and_not_of_the_page(self, lose, report):
        for waited in (10, 20, 60, 600):
            lose(waited)
        body = report(limit=1)
        assert (body["total"], len(body["items"])) == (4, 1)
        assert (body["median_wait_sec"], body["longest_wait_sec"]) == (40, 600)
        assert report(limit=1, hour=23)["median_wait_sec"] == 40

    def test_nobody_lost_is_no_wait_at_all(self, report, frozen):
        body = report()
        assert (body["total"], body["median_wait_sec"], body["longest_wait_sec"]) == (0, None, None)
        assert (sum(body["by_hour"]), len(body["by_day"])) == (0, 7)

    def test_days_and_hours_are_the_shops(self, lose, report, frozen):
        lose(60)  # Monday 10:01 in Shanghai
        frozen(timedelta(hours=14, minutes=30))
        lose(60)  # Tuesday 00:32, which is still Monday in UTC
        body = report(days=2)
        hours = {hour: count for hour, count in enumerate(body["by_hour"]) if count}
        assert hours == {10: 1, 0: 1}
        assert [(each["day"], each["count"]) for each in body["by_day"]] == [
            ("2026-11-02", 1),
            ("2026-11-03", 1),
        ]
        (window,) = body["windows"]
        assert window["timezone"] == "Asia/Shanghai"
        assert window["start"] == "2026-11-02T00:00:00+08:00"
        today = report(days=1)
        assert (today["total"], len(today["by_day"])) == (1, 1)

    def test_each_shop_counts_in_its_own_zone(
        self, session, shop, actor, acting, lose, report, frozen
    ):
        other = shops.add(session, system(), code="paris", name="Paris", timezone="Europe/Paris")
        acting["actor"] = replace(actor, shop_ids=frozenset({shop.id, other.id}))
        lose(60)
        lose(60, of=other)  # 03:02 in Paris
        body = report(days=1)
        hours = {hour: count for hour, count in enumerate(body["by_hour"]) if count}
        assert hours == {10: 1, 3: 1}
        zones = [each["timezone"] for each in body["windows"]]
        assert zones == ["Asia/Shanghai", "Europe/Paris"]
        assert report(days=1, shop_id=str(other.id))["total"] == 1


class TestEveryFigureOpensItsRows:
    def test_an_hour_and_a_day(self, lose, report, frozen):
        first = lose(60)
        frozen(timedelta(hours=14, minutes=30))
        second = lose(60)
        assert self.ids(report(hour=10)) == [first]
        assert self.ids(report(day="2026-11-03")) == [second]
        assert self.ids(report(day="2026-11-03", hour=10)) == []

    def test_the_longest_wait_comes_first(self, lose, report):
        short, longest, middle = lose(10), lose(600), lose(60)
        page = report(order="waited", limit=2)
        assert self.ids(page) == [longest, middle]
        rest = report(order="waited", limit=2, after=page["next"])
        assert (self.ids(rest), rest["next"]) == ([short], None)

    def test_those_never_answered(self, session, customer, report, talk, agent, say, lose):
        say(talk)
        ask(session, customer, "还在吗")
        leave(session, customer, talk)
        never = lose(5)
        body = report(never_answered=True)
        assert (body["total"], body["before_first_answer"]) == (2, 1)
        assert self.ids(body) == [never]

    def test_newest_first_page_by_page(self, lose, report):
        first, second, third = lose(1), lose(1), lose(1)
        page = report(limit=2)
        assert self.ids(page) == [third, second]
        assert self.ids(report(limit=2, after=page["next"])) == [first]

    @staticmethod
    def ids(body):
        return [each["conversation"]["id"] for each in body["items"]]


class TestAsking:
    def test_a_page_is_five_statements_however_many(self, client, session, lose, count_statements):
        for waited in range(1, 6):
            lose(waited)
        with count_statements(session) as seen:
            assert len(client.get(LOSSES).json()["items"]) == 5
        assert len(seen) == 5

    def test_strangers_see_nobody_and_the_unentitled_are_refused(
        self, client, shop, lose, report, acting, actor
    ):
        lose(10)
        acting["actor"] = replace(actor, shop_ids=frozenset({new_id()}))
        body = report(shop_id=str(shop.id))
        assert (body["items"], body["total"], sum(body["by_hour"])) == ([], 0, 0)
        acting["actor"] = replace(actor, permissions=frozenset({Permission.TASKS_READ}))
        assert client.get(LOSSES).status_code == 403

    @pytest.mark.parametrize(
        "asked", [{"days": 0}, {"days": 400}, {"hour": 24}, {"order": "name"}, {"after": "x"}]
    )
    def test_nonsense_is_refused(self, client, asked):
        assert client.get(LOSSES, params=asked).status_code == 422
