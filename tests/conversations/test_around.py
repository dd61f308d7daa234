"""What requirement rows ask of the inbox beyond talking: losses, story, evidence, ready words."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from tests.conversations.factories import DESK, ask, make_customer, settle
from tests.orders.factories import make_order
from tests.phrases.factories import make_phrase
from xiaoer.conversations import schemas
from xiaoer.conversations.models import Conversation
from xiaoer.core import clock
from xiaoer.core.auth import Permission, system
from xiaoer.core.ids import new_id
from xiaoer.customers import service as customers_service


def url(talk, part=""):
    return f"/api/conversations/{talk}{part}"


@pytest.mark.row("RCP-1")
class TestSeveralTalksAtOnce:
    def test_unread_and_waiting_stand_at_each(self, client, session, shop, agent, say):
        for number in range(3):
            customer = make_customer(session, shop, name=f"顾客{number}")
            for _ in range(number + 1):
                talk = ask(session, customer).conversation_id
            client.put(url(talk, "/assignment"), json={"agent_id": str(agent.id)})
        rows = client.get("/api/conversations?view=mine").json()["items"]

        assert [(row["customer"]["name"], row["unread"]) for row in rows] == [
            ("顾客2", 3),
            ("顾客1", 2),
            ("顾客0", 1),
        ]
        assert all(row["waiting_since"] for row in rows)
        say(rows[0]["id"])
        counts = client.get("/api/conversations/counts").json()
        assert (counts["mine"], counts["mine_unread"], counts["waiting_mine"]) == (3, 2, 2)


@pytest.mark.row("RCP-5")
def test_one_customer_is_the_same_over_every_channel(client, session, customer):
    chat = ask(session, customer).conversation_id
    mail = ask(session, customer, channel="email").conversation_id

    rows = client.get(f"/api/conversations?customer_id={customer.id}").json()["items"]

    assert {row["id"] for row in rows} == {str(chat), str(mail)}
    assert {row["customer"]["id"] for row in rows} == {str(customer.id)}


def test_talks_follow_a_merged_customer(session, shop, run_jobs):
    kept, gone = make_customer(session, shop), make_customer(session, shop)
    stays = ask(session, kept).conversation_id
    goes = ask(session, gone).conversation_id
    mail = ask(session, gone, channel="email").conversation_id

    customers_service.merge(session, system(), kept.id, other_id=gone.id)
    run_jobs()

    rows = {
        talk.id: (talk.customer_id, talk.state) for talk in session.scalars(select(Conversation))
    }
    assert rows == {
        stays: (kept.id, "open"),
        goes: (kept.id, "closed"),
        mail: (kept.id, "open"),
    }


@pytest.mark.row("ROL-3")
def test_stages_are_a_filter(client, session, shop, talk, agent):
    ask(session, make_customer(session, shop))
    client.put(url(talk, "/stage"), json={"stage": "aftersale"})

    def listed(stage):
        items = client.get(f"/api/conversations?view=all&stage={stage}").json()["items"]
        return [row["id"] for row in items]

    assert listed("aftersale") == [str(talk)]
    assert listed("presale") == []
    assert client.put(url(talk, "/stage"), json={"stage": "later"}).status_code == 422


@pytest.mark.row("RSP-4", "CHN-4")
class TestChannelSettings:
    def test_each_channel_has_its_own_target(self, client, session, shop, customer, agent):
        path = f"/api/shops/{shop.id}/channels/webchat"
        assert client.get(path).json()["response_target_sec"] == 180
        wanted = {
            "first_response_target_sec": 20,
            "response_target_sec": 60,
            "amber_ratio": 0.5,
            "signature_zh": "—— 茶楼客服",
        }
        assert client.put(path, json=wanted).json()["signature_zh"] == "—— 茶楼客服"
        ask(session, customer)
        ask(session, customer, channel="email")

        rows = client.get("/api/conversations?view=all").json()["items"]
        clocks = {row["channel"]: (row["target_sec"], row["amber_ratio"]) for row in rows}
        assert clocks == {"webchat": (20, 0.5), "email": (30, 0.7)}

    def test_only_who_manages_channels(self, client, shop, acting):
        acting["actor"] = replace(acting["actor"], permissions=DESK)
        path = f"/api/shops/{shop.id}/channels/webchat"
        assert client.put(path, json={"response_target_sec": 5}).status_code == 403
        assert client.get(path).json()["response_target_sec"] == 180

    def test_a_strangers_shop_is_not_there(self, client):
        assert client.get(f"/api/shops/{new_id()}/channels/webchat").status_code == 404


@pytest.mark.row("TKT-7")
class TestStory:
    def test_every_act_stands_with_who_and_when(self, client, talk, agent, say):
        client.put(url(talk, "/assignment"), json={"agent_id": str(agent.id)})
        client.put(url(talk, "/tags"), json={"tags": ["催发货"]})
        client.put(url(talk, "/closure"), json={"reason": "solved"})

        story = client.get(url(talk, "/timeline")).json()
        schemas.StoryPage.model_validate(story)
        told = [(each["kind"], each["actor"]["name"]) for each in story["items"]]
        assert told == [
            ("Closed", "林小满"),
            ("TagsChanged", "林小满"),
            ("Assigned", "林小满"),
            ("ConversationOpened", "王小雨"),
        ]

    @pytest.mark.parametrize(
        "change", ["UPDATE events SET actor_name = '别人'", "DELETE FROM events"]
    )
    def test_and_cannot_be_edited_afterwards(self, session, talk, change):
        with pytest.raises(DBAPIError, match="never changed"), session.begin_nested():
            session.execute(text(change))


@pytest.mark.row("EVD-1")
def test_chosen_messages_are_kept_as_evidence(client, session, customer, talk, agent):
    bad = ask(session, customer, "不赔钱就给差评").message
    body = {
        "kind": "chat_record",
        "subject": {"type": "conversation", "id": str(talk)},
        "message_ids": [str(bad.id)],
        "note": "威胁差评",
    }
    kept = client.post("/api/evidence", json=body)

    assert kept.status_code == 201
    (message,) = kept.json()["content"]["messages"]
    assert (message["text"], message["from"]) == ("不赔钱就给差评", "customer")
    assert len(kept.json()["sha256"]) == 64


class TestReadyWords:
    @pytest.fixture
    def order(self, session, shop, customer):
        return make_order(
            session,
            shop,
            customer_id=customer.id,
            order_no="20261101001",
            status="in_transit",
            courier="顺丰速运",
            tracking_no="SF1000",
            parcel_text="快件到达【杭州中转场】",
            parcel_at=clock.now(),
        )

    @pytest.mark.row("ORD-2")
    def test_order_status_is_one_click(self, client, talk, order, agent):
        body = {"order_id": str(order.id)}
        text = client.post(url(talk, "/order-status"), json=body).json()["text"]

        assert "20261101001" in text
        assert "顺丰速运" in text
        assert "杭州中转场" in text

    @pytest.mark.row("QP-1", "QP-15")
    def test_a_phrase_is_filled_from_the_talk_and_its_order(
        self, client, session, shop, talk, order, agent
    ):
        words = "{customer_name}您好，订单{order_no}由{courier}派送，预计{eta}到。"
        made = make_phrase(session, shop.id, text=words)
        body = {"conversation_id": str(talk), "order_id": str(order.id)}
        rendered = client.post(f"/api/phrases/{made.id}/rendering", json=body).json()

        assert rendered == {
            "text": "王小雨您好，订单20261101001由顺丰速运派送，预计{eta}到。",
            "missing": ["eta"],
        }

    @pytest.mark.row("QP-15")
    def test_and_not_sent_while_something_is_missing(self, client, talk, say, agent):
        refused = say(talk, "预计{预计时间}到")

        assert refused.json()["code"] == "UnresolvedVariable"
        assert "预计时间" in refused.json()["message"]
        assert client.get(url(talk)).json()["stats"]["first_response_sec"] is None


class TestViews:
    def test_a_saved_view_lists_what_it_says(self, client, session, shop, talk, agent):
        ask(session, make_customer(session, shop))
        client.put(url(talk, "/tags"), json={"tags": ["催发货"]})
        kept = client.post(
            "/api/views", json={"name": "催发货", "filters": {"view": "all", "tags": ["催发货"]}}
        ).json()

        rows = client.get(f"/api/conversations?view={kept['id']}").json()["items"]
        assert [row["id"] for row in rows] == [str(talk)]
        assert client.get("/api/views").json()["items"] == [kept]
        assert client.delete(f"/api/views/{kept['id']}").status_code == 204
        assert client.get(f"/api/conversations?view={kept['id']}").status_code == 404

    def test_another_persons_view_is_not_there(self, client, agent, acting):
        kept = client.post("/api/views", json={"name": "我的", "filters": {}}).json()
        acting["actor"] = replace(acting["actor"], id=new_id())

        assert client.get("/api/views").json()["items"] == []
        assert client.delete(f"/api/views/{kept['id']}").status_code == 404

    def test_for_everybody_only_by_who_manages(self, client, agent, acting):
        acting["actor"] = replace(acting["actor"], permissions=DESK)
        body = {"name": "全组", "filters": {}, "scope": "everybody"}
        assert client.post("/api/views", json=body).status_code == 403
        assert client.get("/api/views").json()["items"] == []


class TestBatches:
    def test_each_is_done_or_says_why_not(self, client, session, shop, talk, agent):
        other = ask(session, make_customer(session, shop)).conversation_id
        client.put(url(other, "/closure"), json={"reason": "solved"})
        missing = new_id()
        body = {
            "ids": [str(talk), str(other), str(missing)],
            "action": "close",
            "args": {"reason": "solved"},
        }
        outcome = client.post("/api/conversation-batches", json=body).json()

        assert outcome["done"] == [str(talk)]
        assert {each["id"]: each["code"] for each in outcome["refused"]} == {
            str(other): "ConversationIsClosed",
            str(missing): "ConversationNotFound",
        }

    def test_what_the_action_needs_is_asked_for(self, client, talk, agent):
        body = {"ids": [str(talk)], "action": "snooze"}
        assert client.post("/api/conversation-batches", json=body).json()["code"] == (
            "MissingArgument"
        )


class TestRefusals:
    @pytest.mark.parametrize(
        ("method", "part", "body"),
        [
            ("post", "/messages", {"client_id": str(new_id()), "text": "您好"}),
            ("put", "/assignment", {"agent_id": str(new_id())}),
            ("put", "/closure", {"reason": "solved"}),
            ("put", "/stage", {"stage": "presale"}),
            ("put", "/tags", {"tags": ["x"]}),
            ("put", "/draft", {"text": "x"}),
        ],
    )
    def test_without_the_right_nothing_changes(
        self, client, session, talk, acting, method, part, body
    ):
        before = client.get(url(talk)).json()
        rights = frozenset({Permission.CONVERSATIONS_READ})
        reader = acting["actor"]
        acting["actor"] = replace(reader, permissions=rights)

        assert getattr(client, method)(url(talk, part), json=body).status_code == 403
        acting["actor"] = reader
        after = client.get(url(talk)).json()
        assert after["version"] == before["version"]

    def test_an_unknown_reason(self, client, talk, agent):
        refused = client.put(url(talk, "/closure"), json={"reason": "whatever"})
        assert (refused.status_code, refused.json()["code"]) == (422, "UnknownReason")
        assert client.get(url(talk)).json()["state"] == "open"

    def test_a_time_gone_by(self, client, talk, agent):
        until = (clock.now() - timedelta(minutes=1)).isoformat()
        refused = client.put(url(talk, "/snooze"), json={"until": until})
        assert refused.json()["code"] == "SnoozeInThePast"
        assert client.get(url(talk)).json()["state"] == "open"

    def test_an_agent_of_no_shop(self, client, talk, agent):
        body = {"agent_id": str(new_id()), "note": "请接手"}
        refused = client.put(url(talk, "/assignment"), json=body)
        assert (refused.status_code, refused.json()["code"]) == (409, "AgentNotAvailable")
        assert client.get(url(talk)).json()["assignee"] is None

    def test_markup_stays_text(self, client, session, customer, agent, say):
        words = "<script>alert(1)</script><b>bold</b>"
        talk = ask(session, customer, words).conversation_id
        say(talk, words)
        items = client.get(url(talk, "/messages")).json()["items"]
        assert [each["text"] for each in items] == [words, words]


def test_drafts_are_ones_own(client, talk, agent, acting):
    client.put(url(talk, "/draft"), json={"kind": "reply", "text": "稍等,我查"})
    assert client.get(url(talk)).json()["draft"] == {"kind": "reply", "text": "稍等,我查"}
    client.put(url(talk, "/draft"), json={"kind": "reply", "text": ""})
    assert client.get(url(talk)).json()["draft"] is None


def test_only_its_agent_reads_a_talk(client, talk, agent, acting):
    client.put(url(talk, "/assignment"), json={"agent_id": str(agent.id)})
    own = acting["actor"]
    acting["actor"] = replace(own, id=new_id())
    client.put(url(talk, "/read"), json={"seq": 1})
    assert client.get(url(talk)).json()["unread"] == 1
    acting["actor"] = own
    client.put(url(talk, "/read"), json={"seq": 1})
    assert client.get(url(talk)).json()["unread"] == 0


def test_a_talk_marked_unread_waits_for_its_agent_to_come_back(client, talk, agent, acting):
    client.put(url(talk, "/assignment"), json={"agent_id": str(agent.id)})
    client.put(url(talk, "/read"), json={"seq": 1})

    assert "unread" in client.get(url(talk)).json()["allowed"]
    assert client.delete(url(talk, "/read")).json()["unread"] == 1
    assert client.delete(url(talk, "/read")).json()["unread"] == 1
    shown = client.get(url(talk)).json()
    assert (shown["unread"], shown["staff_read_seq"]) == (1, 1)

    client.put(url(talk, "/read"), json={"seq": 1})
    assert client.get(url(talk)).json()["unread"] == 0


def test_who_does_not_serve_a_talk_cannot_mark_it_unread(client, talk, agent, acting):
    client.put(url(talk, "/assignment"), json={"agent_id": str(agent.id)})
    client.put(url(talk, "/read"), json={"seq": 1})
    own = acting["actor"]
    acting["actor"] = replace(own, id=new_id())
    assert "unread" not in client.get(url(talk)).json()["allowed"]
    assert client.delete(url(talk, "/read")).json()["code"] == "NotYours"
    acting["actor"] = own
    client.put(url(talk, "/closure"), json={"reason": "solved"})
    assert client.delete(url(talk, "/read")).json()["code"] == "ConversationIsClosed"
    assert client.get(url(talk)).json()["unread"] == 0


def test_a_welcome_is_said_once(client, session, shop, customer, run_jobs):
    settle(session, shop, welcome_text="欢迎光临茶楼")
    talk = ask(session, customer).conversation_id
    run_jobs()
    ask(session, customer, "在吗")
    run_jobs()
    items = client.get(url(talk, "/messages")).json()["items"]
    assert [each["text"] for each in items if each["auto"]] == ["欢迎光临茶楼"]
