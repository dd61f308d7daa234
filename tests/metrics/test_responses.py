"""Response times split by topic, channel, agent, shift and period, and the rows behind them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.conversations.factories import ask, make_customer
from xiaoer.conversations.service import answering
from xiaoer.core.auth import Permission
from xiaoer.core.ids import new_id
from xiaoer.metrics import schemas
from xiaoer.metrics.models import Cell
from xiaoer.metrics.service import settling


def lines(report):
    return {
        each["label"]: (each["figures"]["rounds"], each["figures"]["avg_response_sec"])
        for each in report["lines"]
    }


@pytest.mark.row("RSP-3")
class TestSplit:
    @pytest.fixture(autouse=True)
    def some(self, talk, at):
        """Ten o'clock: a quick round and a slow one; eight in the evening: another agent."""
        talk(20, 40, topic="物流/催发货")
        talk(300, topic="售后/退款")
        at(20)
        talk(60, by="清河", channel="wechat")

    def test_by_agent_channel_and_topic(self, get):
        assert lines(get("responses", by="agent")) == {"何小荷": (3, 120), "清河": (1, 60)}
        assert lines(get("responses", by="channel")) == {"webchat": (3, 120), "wechat": (1, 60)}
        assert lines(get("responses", by="topic")) == {
            "物流/催发货": (2, 30),
            "售后/退款": (1, 300),
            "": (1, 60),
        }

    def test_by_shift_and_period(self, get, at, talk):
        at(9, days=1)
        talk(10)
        assert lines(get("responses", by="shift")) == {"早班": (4, 92.5), "晚班": (1, 60)}
        days = get("responses", by="day")
        assert lines(days) == {"2026-11-02": (4, 105), "2026-11-03": (1, 10)}
        assert lines(get("responses", by="week")) == {"2026-11-02": (5, 86)}
        assert lines(get("responses", by="hour")) == {"9": (1, 10), "10": (3, 120), "20": (1, 60)}
        assert [each["figures"]["rounds"] for each in days["days"]][-2:] == [4, 1]

    def test_one_dimension_is_narrowed_by_another(self, get, people):
        assert lines(get("responses", by="agent", channel="wechat")) == {"清河": (1, 60)}
        assert lines(get("responses", by="channel", shift="早班")) == {"webchat": (3, 120)}
        who = str(people["何小荷"].id)
        assert lines(get("responses", by="topic", agent_id=who)) == {
            "物流/催发货": (2, 30),
            "售后/退款": (1, 300),
        }

    def test_shifts_are_the_shop_s_own(self, client, shop, get):
        body = {"shop_id": str(shop.id), "shifts": [{"name": "白班", "begins": 9, "ends": 21}]}
        assert client.put("/api/metrics/shifts", json=body).status_code == 200
        assert lines(get("responses", by="shift")) == {"白班": (4, 105)}

    def test_settled_days_say_the_same_and_are_counted_once(self, get, at, settle, session):
        before = {by: lines(get("responses", by=by)) for by in ("agent", "topic", "shift", "day")}
        assert settle() == 0
        at(12, days=2)
        assert settle() == 2
        assert settle() == 0
        assert session.query(Cell).count() > 0
        after = {by: lines(get("responses", by=by)) for by in before}
        assert after == before
        assert get("responses")["settled_until"] == "2026-11-03"
        rates = {each["code"]: each for each in get("rates")["items"]}
        assert (rates["taobao_3min"]["good"], rates["taobao_3min"]["counted"]) == (3, 4)


class TestWhatIsCounted:
    def test_the_two_averages_and_the_shares(self, get, talk):
        talk(20, 400)
        talk(None)
        total = get("responses")["total"]
        assert total["avg_response_sec"] == 210
        assert total["avg_first_response_sec"] == 20
        assert (total["rounds"], total["unanswered"], total["quick_bp"]) == (3, 1, 3333)
        assert (total["first_rounds"], total["first_quick_bp"]) == (2, 5000)

    @pytest.mark.row("RSP-10")
    def test_an_automatic_reply_answers_nothing(self, session, shop, actor, get, frozen):
        rule = answering.Wanted("排队", answering.Occasion.QUEUED, "您排在第 {position} 位")
        answering.add(session, actor, shop.id, rule)
        said = ask(session, make_customer(session, shop))
        assert answering.answer(session, actor, said.conversation_id, 1)
        frozen(timedelta(seconds=10))
        total = get("responses")["total"]
        assert (total["rounds"], total["unanswered"]) == (1, 1)

    def test_the_window_the_zone_and_the_rule_are_told(self, get, talk):
        body = get("responses", days=7)
        schemas.ResponsesOut.model_validate(body)
        assert body["window"]["since"] == "2026-10-27T00:00:00+08:00"
        assert body["window"]["timezone"] == "Asia/Shanghai"
        assert "首" in body["rule"]["zh"]
        assert "first" in body["rule"]["en"]

    def test_a_day_is_the_shop_s_day(self, get, talk, at):
        at(23)
        talk(10)
        at(0, days=1)
        talk(20)
        assert lines(get("responses", by="day")) == {"2026-11-02": (1, 10), "2026-11-03": (1, 20)}


class TestRows:
    def test_every_figure_opens_its_rounds(self, get, talk, people):
        quick, slow, never = talk(20), talk(400, by="清河"), talk(None)

        def ids(**asked):
            return [each["id"] for each in get("rows", **asked)["items"]]

        assert ids(what="rounds") == [str(never), str(slow), str(quick)]
        assert ids(what="slow") == [str(never), str(slow)]
        assert ids(what="unanswered") == [str(never)]
        assert ids(what="first_slow") == [str(never), str(slow)]
        assert ids(what="rounds", agent_id=str(people["清河"].id)) == [str(slow)]
        assert ids(what="rounds", shift="晚班") == []
        assert len(ids(what="rounds", hour=10, topic="-", first="2026-11-02")) == 3
        assert ids(what="rounds", last="2026-11-01") == []

    def test_page_by_page(self, get, talk):
        wanted = [str(talk(10)) for _ in range(3)][::-1]
        first = get("rows", what="rounds", limit=2)
        rest = get("rows", what="rounds", limit=2, after=first["next"])
        assert [each["id"] for each in first["items"] + rest["items"]] == wanted
        assert rest["next"] is None


class TestAsking:
    def test_statements_do_not_grow_with_talks(self, session, get, talk, count_statements):
        talk(10)
        with count_statements(session) as few:
            get("responses", by="agent")
        for _ in range(6):
            talk(10, by="清河")
        with count_statements(session) as many:
            get("responses", by="agent")
        assert len(many) == len(few) <= 6

    def test_strangers_and_the_unentitled(self, client, shop, acting, actor, talk):
        talk(10)
        asked = {"shop_id": str(shop.id)}
        acting["actor"] = replace(actor, shop_ids=frozenset({new_id()}))
        assert client.get("/api/metrics/responses", params=asked).status_code == 404
        acting["actor"] = replace(actor, permissions=frozenset({Permission.CONVERSATIONS_READ}))
        for path in ("responses", "people", "outcomes", "rates", "rows"):
            answer = client.get(f"/api/metrics/{path}", params=asked | {"what": "rounds"})
            assert answer.status_code == 403

    def test_shifts_that_overlap_are_refused_and_nothing_changes(self, client, shop, get):
        before = get("shifts")
        shifts = [
            {"name": "白班", "begins": 8, "ends": 20},
            {"name": "晚班", "begins": 19, "ends": 2},
        ]
        answer = client.put("/api/metrics/shifts", json={"shop_id": str(shop.id), "shifts": shifts})
        assert (answer.status_code, answer.json()["code"]) == (422, "ShiftsNotWhole")
        assert get("shifts") == before


def test_a_long_past_is_settled_month_by_month(session, shop, talk, frozen, settle):
    talk(10)
    frozen(timedelta(days=70))
    assert [settle(), settle(), settle()] == [settling.AT_ONCE, settling.AT_ONCE, 7]
    assert session.query(Cell).count() == 1
