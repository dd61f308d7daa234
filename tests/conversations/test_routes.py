"""The inbox over HTTP: shapes, scope, refusals, cost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.conversations.factories import ask, make_customer
from xiaoer.conversations import rules, schemas
from xiaoer.conversations.queries import search
from xiaoer.core import clock
from xiaoer.core.ids import new_id


def url(talk, part=""):
    return f"/api/conversations/{talk}{part}"


class TestList:
    def test_a_row_has_all_a_list_shows(self, client, talk):
        body = client.get("/api/conversations?view=unassigned").json()

        page = schemas.RowPage.model_validate(body)
        (row,) = page.items
        assert (row.id, row.number, row.unread) == (talk, 1, 1)
        assert row.customer.avatar_letter == "王"
        assert row.last_message.text == "请问龙井什么时候发货"
        assert (row.target_sec, row.amber_ratio) == (30, 0.7)
        assert body["items"][0]["waiting_since"].endswith("Z")

    @pytest.mark.parametrize(
        ("view", "count"),
        [("mine", 0), ("unassigned", 1), ("all", 1), ("waiting", 1), ("closed", 0)],
    )
    def test_views(self, client, talk, view, count):
        assert len(client.get(f"/api/conversations?view={view}").json()["items"]) == count

    def test_pages_follow_one_another_without_gap_or_double(self, client, session, shop):
        talks = [ask(session, make_customer(session, shop)).conversation_id for _ in range(7)]
        seen, after = [], ""
        while after is not None:
            body = client.get(
                f"/api/conversations?view=all&limit=3&after={after}"
                if after
                else "/api/conversations?view=all&limit=3"
            ).json()
            seen += [row["id"] for row in body["items"]]
            after = body["next"]
        assert seen == [str(each) for each in reversed(talks)]

    def test_longest_waiting_first_then_the_rest(self, client, session, shop, agent):
        talks = [ask(session, make_customer(session, shop)).conversation_id for _ in range(3)]
        client.post(url(talks[0], "/messages"), json={"client_id": str(new_id()), "text": "您好"})
        seen, after = [], None
        while True:
            query = f"&after={after}" if after else ""
            body = client.get(f"/api/conversations?view=all&sort=waiting&limit=1{query}").json()
            seen += [row["id"] for row in body["items"]]
            if not (after := body["next"]):
                break
        assert seen == [str(each) for each in (talks[1], talks[2], talks[0])]

    def test_another_shops_talks_are_not_there(self, client, talk, acting, actor):
        acting["actor"] = replace(actor, shop_ids=frozenset({new_id()}))
        assert client.get("/api/conversations?view=all").json()["items"] == []
        assert client.get(url(talk)).status_code == 404
        assert client.get(url(talk, "/messages")).status_code == 404

    def test_an_unknown_view_is_refused(self, client):
        assert client.get("/api/conversations?view=whatever").json()["code"] == "UnknownFilter"

    def test_the_cost_does_not_grow(self, client, session, shop, count_statements):
        for _ in range(12):
            ask(session, make_customer(session, shop))
        with count_statements(session) as seen:
            client.get("/api/conversations?view=all&limit=10")
        assert len(seen) == 1

    def test_counts_cost_one_statement(self, client, session, talk, count_statements):
        with count_statements(session) as seen:
            client.get("/api/conversations/counts")
        assert len(seen) == 1

    def test_counts(self, client, talk):
        assert client.get("/api/conversations/counts").json() == {
            "mine": 0,
            "mine_unread": 0,
            "unassigned": 1,
            "all": 1,
            "waiting": 1,
            "snoozed": 0,
            "waiting_mine": 0,
        }


class TestOpen:
    def test_detail_with_messages(self, client, talk):
        body = client.get(url(talk, "?messages=50")).json()

        detail = schemas.ConversationOut.model_validate(body)
        assert detail.stats.turns == 1
        assert detail.queue_position == 1
        assert [each.text for each in detail.messages.items] == ["请问龙井什么时候发货"]
        assert "take" in detail.allowed

    def test_costs_two_statements_and_one_more_while_queued(
        self, client, session, talk, agent, count_statements
    ):
        with count_statements(session) as seen:
            client.get(url(talk, "?messages=50"))
        assert len(seen) == 3
        client.put(url(talk, "/assignment"), json={"agent_id": str(agent.id)})
        with count_statements(session) as seen:
            client.get(url(talk, "?messages=50"))
        assert len(seen) == 2


class TestSay:
    def test_the_same_message_again_is_the_same(self, client, talk, agent):
        body = {"client_id": str(new_id()), "kind": "reply", "text": "今天就发"}
        first = client.post(url(talk, "/messages"), json=body)
        again = client.post(url(talk, "/messages"), json=body)

        assert (first.status_code, again.status_code) == (201, 200)
        assert first.json() == again.json()
        schemas.MessageOut.model_validate(first.json())

    def test_blanks_cannot_be_sent(self, client, talk, agent):
        body = {"client_id": str(new_id()), "text": "您的运单号 {tracking_no}"}
        refused = client.post(url(talk, "/messages"), json=body)

        assert (refused.status_code, refused.json()["code"]) == (422, "UnresolvedVariable")
        assert len(client.get(url(talk, "/messages")).json()["items"]) == 1


class TestStates:
    def test_take_snooze_wake_close_reopen(self, client, talk, agent, run_jobs):
        mine = client.put(url(talk, "/assignment"), json={"agent_id": str(agent.id)}).json()
        assert mine["assignee"]["name"] == "林小满"
        until = (clock.now() + timedelta(hours=1)).isoformat()
        assert client.put(url(talk, "/snooze"), json={"until": until}).json()["state"] == "snoozed"
        assert client.delete(url(talk, "/snooze")).json()["state"] == "open"
        closed = client.put(url(talk, "/closure"), json={"reason": "solved", "note": "已解决"})
        assert closed.json()["state"] == "closed"
        assert client.put(url(talk, "/closure"), json={"reason": "solved"}).status_code == 409
        assert client.delete(url(talk, "/closure")).json()["state"] == "open"
        assert client.delete(url(talk, "/assignment")).json()["assignee"] is None
        story = client.get(url(talk, "/timeline")).json()["items"]
        assert [each["kind"] for each in story] == [
            "Queued",
            "Reopened",
            "Closed",
            "Woke",
            "Snoozed",
            "Assigned",
            "ConversationOpened",
        ]

    def test_marks(self, client, talk, agent):
        assert (
            client.put(url(talk, "/stage"), json={"stage": "presale"}).json()["stage"] == "presale"
        )
        assert client.put(url(talk, "/tags"), json={"tags": ["催发货", " "]}).status_code == 422
        tagged = client.put(url(talk, "/tags"), json={"tags": ["催发货"]}).json()
        assert tagged["tags"] == ["催发货"]
        high = client.put(url(talk, "/priority"), json={"priority": "high"}).json()
        assert high["priority"] == "high"
        assert client.put(url(talk, "/read"), json={"seq": 1}).status_code == 204
        assert client.get(url(talk)).json()["unread"] == 0


class TestSearch:
    def test_chinese_words_newest_first(self, client, session, shop):
        old = ask(session, make_customer(session, shop), "我的快递到哪里了")
        new = ask(session, make_customer(session, shop), "快递好慢啊,想退款")
        ask(session, make_customer(session, shop), "有没有优惠券")

        body = client.get("/api/conversations/search?q=快递").json()

        page = schemas.HitPage.model_validate(body)
        assert [hit.message.id for hit in page.items] == [new.message.id, old.message.id]
        assert page.items[0].highlight.startswith("\u0001快递\u0002好慢")
        both = client.get("/api/conversations/search?q=快递 退款").json()["items"]
        assert [hit["message"]["id"] for hit in both] == [str(new.message.id)]

    def test_far_back_and_without_double(self, client, session, shop, monkeypatch):
        """Shelves of two talks and stacks of eight: thirty talks lie in many places."""
        for module in (rules.talks, search):
            monkeypatch.setattr(module, "SHELF_SIZE", 2)
            monkeypatch.setattr(module, "STACK_SIZE", 8)
        said = [
            ask(session, make_customer(session, shop), f"第{n}次要发票" if n % 7 == 0 else "在吗")
            for n in range(45)
        ]
        wanted = [str(each.message.id) for each in said[::7]][::-1]

        seen, after = [], None
        while True:
            query = {"q": "发票", "limit": 2} | ({"after": after} if after else {})
            body = client.get("/api/conversations/search", params=query).json()
            seen += [hit["message"]["id"] for hit in body["items"]]
            if not (after := body["next"]):
                break
        assert seen == wanted

    def test_odd_characters_are_words_or_nothing(self, client, session, shop):
        ask(session, make_customer(session, shop), "it's \\ a 'test' & | ! :* 100%")
        for query in ("it's", "\\", "'", "a & b", "!", ":*", "100", "()"):
            params = {"q": query}
            assert client.get("/api/conversations/search", params=params).status_code == 200
