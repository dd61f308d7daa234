"""稍等承诺: from the hold phrase to a definite answer, in time or late."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from tests.conversations.factories import DESK, acting_as, make_agent, make_role, settle
from xiaoer.channels.webchat import queries, showing
from xiaoer.conversations import rules, service
from xiaoer.conversations.models import Conversation, HoldPromise, HoldState, Message
from xiaoer.conversations.queries import holds
from xiaoer.conversations.service import holding
from xiaoer.core import clock
from xiaoer.core.auth import Permission
from xiaoer.core.ids import new_id
from xiaoer.promises import service as promises
from xiaoer.promises.models import Promise

CHECKING = "仓库里还有没有现货"


@pytest.fixture
def hold(client, talk):
    """Ask the customer to wait, over HTTP."""

    def post(**only):
        body = {"client_id": str(new_id()), "checking": CHECKING, "minutes": 10, **only}
        return client.post(f"/api/conversations/{talk}/hold", json=body)

    return post


@pytest.fixture
def act(client, talk):
    def post(what, **body):
        return client.post(f"/api/conversations/{talk}/hold/{what}", json=body)

    return post


@pytest.fixture
def answer(act):
    def post(text="仓库里还有 12 件，今天就能发。", **only):
        return act("answer", **{"text": text, "as_hoped": True, "client_id": str(new_id()), **only})

    return post


@pytest.fixture
def passes(session, frozen, run_jobs):
    """So many seconds go by, and the clock comes round."""

    def go_on(seconds):
        frozen(timedelta(seconds=seconds))
        promises.fire_due(session)
        run_jobs()

    return go_on


@pytest.fixture
def standing(session, talk):
    def now():
        session.expire_all()
        return holds.live(session, talk)

    return now


@pytest.fixture
def told(session, talk):
    """The data of events of one kind about the talk."""

    def of(kind):
        query = text("SELECT topics, data FROM events WHERE kind = :kind ORDER BY id")
        rows = session.execute(query, {"kind": kind})
        return [row for row in rows if row.data["conversation_id"] == str(talk)]

    return of


def counted(session, talk):
    said = select(Message.id).where(Message.conversation_id == talk)
    kept = select(HoldPromise.id).where(HoldPromise.conversation_id == talk)
    return len(session.scalars(said).all()), len(session.scalars(kept).all())


@pytest.mark.usefixtures("agent")
class TestBegin:
    @pytest.mark.row("HOLD-1")
    def test_one_click_says_that_it_is_checked_and_asks_to_wait(self, hold):
        said = hold()

        assert said.status_code == 201
        assert said.json()["text"] == rules.hold_text(CHECKING, 10, "zh")
        assert "核实" in said.json()["text"]
        assert "稍等" in said.json()["text"]

    @pytest.mark.row("HOLD-3")
    def test_it_is_kept_with_all_that_was_promised(self, session, frozen, hold, standing, agent):
        now = frozen(timedelta())
        hold()

        one = standing()
        assert (one.agent_id, one.checking, one.state) == (agent.id, CHECKING, HoldState.OPEN)
        assert (one.started_at, one.due_at) == (now, now + timedelta(minutes=10))
        promise = session.scalar(select(Promise).where(Promise.kind == holding.KIND))
        assert (promise.owner_agent_id, promise.due_at) == (agent.id, one.due_at)

    @pytest.mark.row("HOLD-4")
    def test_no_hold_without_a_time(self, session, client, talk, hold, standing):
        before = counted(session, talk)
        path = f"/api/conversations/{talk}/hold"
        timeless = {"client_id": str(new_id()), "checking": CHECKING}

        assert client.post(path, json=timeless).status_code == 422
        refused = hold(text="我帮您看看，请稍等")

        assert (refused.status_code, refused.json()["code"]) == (422, "HoldWithoutTime")
        assert "10 分钟" in refused.json()["message"]
        assert counted(session, talk) == before
        assert standing() is None

    @pytest.mark.row("HOLD-4")
    def test_the_time_stands_in_the_words(self, hold, answer):
        assert "大约需要 10 分钟" in hold().json()["text"]
        answer()
        own = hold(minutes=120, text="要问一下厂家，2小时内给您回复")
        assert own.status_code == 201

    def test_one_at_a_time(self, session, talk, hold):
        hold()
        before = counted(session, talk)

        refused = hold(checking="别的")

        assert (refused.status_code, refused.json()["code"]) == (409, "HoldGoesOn")
        assert CHECKING in refused.json()["message"]
        assert counted(session, talk) == before

    def test_the_same_again_is_one(self, session, talk, hold):
        again = str(new_id())
        first, second = hold(client_id=again), hold(client_id=again)

        assert (first.status_code, second.status_code) == (201, 200)
        assert first.json()["id"] == second.json()["id"]
        assert counted(session, talk)[1] == 1

    def test_a_stranger_s_talk_is_not_there(self, session, shop, client, acting, talk, hold):
        acting["actor"] = acting_as(make_agent(session, shop))  # of no shop
        assert hold().status_code == 404
        assert client.get(f"/api/conversations/{talk}/hold").status_code == 404


@pytest.mark.usefixtures("agent")
class TestKeepingCompany:
    @pytest.mark.row("HOLD-6")
    def test_the_agent_is_prompted_at_half_the_time(self, hold, passes, told):
        hold()
        passes(299)
        assert told("HoldReminded") == []
        passes(2)

        (event,) = told("HoldReminded")
        assert event.data["what"] == "contact"

    @pytest.mark.row("HOLD-6")
    def test_how_often_is_the_shop_s_choice(self, session, shop, hold, passes, told):
        settle(session, shop, hold_contact_ratio=0.25)
        hold()
        for _ in range(3):
            passes(151)

        assert [each.data["what"] for each in told("HoldReminded")] == ["contact"] * 3

    @pytest.mark.row("HOLD-6")
    def test_ready_words_keep_contact_and_end_nothing(self, client, talk, hold, say, standing):
        hold()
        ready = client.get(f"/api/conversations/{talk}/hold").json()["contact_texts"]
        assert any("其他需要" in each for each in ready)

        assert say(talk, ready[0]).status_code == 201
        assert standing() is not None

    @pytest.mark.row("HOLD-7")
    def test_the_countdown_comes_before_the_end(self, hold, passes, told):
        hold()
        passes(541)

        assert told("HoldReminded")[-1].data["what"] == "expiring"

    @pytest.mark.row("HOLD-7")
    def test_when_it_runs_out_the_talk_is_pinned_and_the_lead_told(
        self, session, shop, client, talk, hold, passes, told, standing
    ):
        lead = make_agent(
            session, shop, roles=[make_role(session, "conversations:manage", code="lead")]
        )
        hold()
        assert client.get("/api/late-holds").json()["items"] == []

        passes(601)

        assert standing().state is HoldState.LATE
        (event,) = told("HoldExpired")
        assert f"me:{lead.id}" in event.topics
        (pinned,) = client.get("/api/late-holds").json()["items"]
        assert (pinned["id"], pinned["hold"]["late"]) == (str(talk), True)

    @pytest.mark.row("HOLD-7")
    def test_one_s_own_are_pinned_and_all_of_them_for_a_lead(
        self, session, shop, acting, client, hold, passes
    ):
        hold()
        passes(601)
        colleague = make_agent(session, shop)
        acting["actor"] = acting_as(colleague, shop)
        assert client.get("/api/late-holds").json()["items"] == []
        acting["actor"] = acting_as(
            colleague, shop, rights=DESK | {Permission.CONVERSATIONS_MANAGE}
        )
        assert len(client.get("/api/late-holds").json()["items"]) == 1

    def test_answered_before_the_clock_came_nobody_is_told(self, hold, answer, passes, told):
        hold()
        answer()
        passes(601)
        assert told("HoldExpired") == []
        assert told("HoldReminded") == []


@pytest.mark.usefixtures("agent")
class TestStaysWithTheTalk:
    @pytest.mark.row("HOLD-8")
    def test_a_talk_is_not_closed_over_it(self, session, client, talk, hold, answer):
        closing = {"reason": session.scalar(text("SELECT code FROM closing_reasons LIMIT 1"))}
        hold()
        before = counted(session, talk)

        refused = client.put(f"/api/conversations/{talk}/closure", json=closing)

        assert (refused.status_code, refused.json()["code"]) == (409, "HoldOpen")
        assert CHECKING in refused.json()["message"]
        assert session.get(Conversation, talk, populate_existing=True).state == "open"
        assert counted(session, talk) == before
        answer()
        assert client.put(f"/api/conversations/{talk}/closure", json=closing).status_code == 200

    @pytest.mark.row("HOLD-8")
    def test_it_goes_along_with_a_transfer(self, session, shop, serving, talk, hold, standing):
        hold()
        other = make_agent(session, shop, name="王接手")

        service.transfer(session, serving, talk, agent_id=other.id)

        assert standing().agent_id == other.id
        promise = session.scalar(select(Promise).where(Promise.kind == holding.KIND))
        assert promise.owner_agent_id == other.id


@pytest.mark.usefixtures("agent")
class TestAnswer:
    @pytest.mark.row("HOLD-9")
    def test_a_definite_answer_keeps_it(self, session, talk, hold, answer):
        hold()
        said = answer()

        assert said.status_code == 201
        kept = session.scalar(select(HoldPromise).where(HoldPromise.conversation_id == talk))
        assert (kept.state, kept.answer_seq) == (HoldState.KEPT, said.json()["seq"])
        promise = session.scalar(select(Promise).where(Promise.kind == holding.KIND))
        assert promise.state == "kept"
        assert session.get(Conversation, talk, populate_existing=True).hold_until is None

    @pytest.mark.row("HOLD-9")
    @pytest.mark.parametrize(
        "words", ["", "亲，请再稍等一下哦", "抱歉，还在核实，会尽快的", "Please wait a moment"]
    )
    def test_words_that_only_put_off_are_no_answer(self, session, talk, hold, answer, words):
        hold()
        before = counted(session, talk)

        refused = answer(words)

        assert (refused.status_code, refused.json()["code"]) == (422, "NotDefinite")
        assert counted(session, talk) == before
        assert holds.live(session, talk) is not None

    @pytest.mark.row("HOLD-9")
    def test_an_ordinary_reply_is_not_the_answer(self, talk, hold, say, standing):
        hold()
        say(talk, "仓库同事已经在找了")
        assert standing().state is HoldState.OPEN

    @pytest.mark.row("HOLD-10")
    def test_an_unwelcome_one_says_why_and_what_else(self, session, talk, hold, answer):
        hold()
        said = answer(
            "这款已经没有现货了。",
            as_hoped=False,
            reason="厂家下周才到货",
            alternatives=["换同款的绿色，今天发", "全额退款"],
        )

        words = said.json()["text"]
        assert words.startswith("这款已经没有现货了。")
        assert "原因：厂家下周才到货" in words
        assert "解决方案：换同款的绿色，今天发；全额退款" in words
        kept = session.scalar(select(HoldPromise).where(HoldPromise.conversation_id == talk))
        assert (kept.as_hoped, kept.reason) == (False, "厂家下周才到货")
        assert kept.alternatives == ["换同款的绿色，今天发", "全额退款"]

    @pytest.mark.row("HOLD-10")
    @pytest.mark.parametrize(
        "lacks", [{"reason": ""}, {"alternatives": []}, {"alternatives": [" "]}]
    )
    def test_without_either_it_is_not_sent(self, session, talk, hold, answer, lacks):
        hold()
        before = counted(session, talk)
        told = {"as_hoped": False, "reason": "缺货", "alternatives": ["退款"], **lacks}

        refused = answer("没有现货了", **told)

        assert (refused.status_code, refused.json()["code"]) == (422, "ReasonAndAlternativeNeeded")
        assert counted(session, talk) == before
        assert holds.live(session, talk) is not None

    def test_the_same_again_is_one(self, session, talk, hold, answer):
        hold()
        again = str(new_id())
        first, second = answer(client_id=again), answer(client_id=again)
        assert (first.status_code, second.status_code) == (201, 200)
        assert first.json()["id"] == second.json()["id"]
        refused = answer()
        assert (refused.status_code, refused.json()["code"]) == (409, "NoHold")

    def test_given_up_with_a_reason(self, session, talk, hold, act):
        hold()
        assert act("cancellation", reason="顾客说不用查了").status_code == 204
        kept = session.scalar(select(HoldPromise).where(HoldPromise.conversation_id == talk))
        assert (kept.state, kept.reason) == (HoldState.CANCELLED, "顾客说不用查了")
        assert act("cancellation", reason="再一次").json()["code"] == "NoHold"


@pytest.mark.usefixtures("agent")
class TestExtend:
    @pytest.mark.row("HOLD-11")
    def test_a_later_time_is_told_and_counted(self, frozen, hold, act, standing, told):
        frozen(timedelta())
        hold()
        now = frozen(timedelta(minutes=8))
        said = act("extensions", client_id=str(new_id()), minutes=15)

        assert "15 分钟" in said.json()["text"]
        one = standing()
        assert (one.extensions, one.due_at) == (1, now + timedelta(minutes=15))
        (event,) = told("HoldExtended")
        assert event.data["extensions"] == 1

    @pytest.mark.row("HOLD-11")
    def test_there_is_no_later_time_without_telling(self, session, talk, hold, act, standing):
        hold()
        due, before = standing().due_at, counted(session, talk)

        refused = act("extensions", client_id=str(new_id()), minutes=15, text="再等我一会儿")

        assert (refused.status_code, refused.json()["code"]) == (422, "HoldWithoutTime")
        assert counted(session, talk) == before
        assert (standing().due_at, standing().extensions) == (due, 0)

    @pytest.mark.row("HOLD-11")
    def test_what_was_late_stays_late(self, session, talk, hold, passes, act, answer, standing):
        hold()
        passes(601)
        act("extensions", client_id=str(new_id()), minutes=15)
        assert standing().state is HoldState.OPEN
        answer()
        kept = session.scalar(select(HoldPromise).where(HoldPromise.conversation_id == talk))
        assert kept.state is HoldState.LATE


@pytest.mark.row("HOLD-5")
@pytest.mark.usefixtures("agent")
def test_the_customer_sees_the_promised_time(session, customer, frozen, hold, answer):
    def shown():
        head = queries.last_talk(session, customer.shop_id, customer.id, "webchat")
        return showing.talk(head)["hold_until"]

    now = frozen(timedelta())
    assert shown() is None
    hold()
    assert shown() == now + timedelta(minutes=10)
    answer()
    assert shown() is None


@pytest.mark.row("HOLD-12")
@pytest.mark.usefixtures("agent")
def test_the_report_counts_each_agent_s_promises(
    session, shop, customer, client, agent, talk, hold, answer, act, passes, count_statements
):
    hold()
    answer()  # in time
    hold()
    passes(601)
    passes(59)
    answer()  # a minute late
    hold()
    passes(601)
    act("cancellation", reason="顾客走了")  # never answered
    hold()
    passes(601)  # not answered yet

    start, end = clock.now() - timedelta(days=1), clock.now() + timedelta(days=1)
    asked = {"shop_id": str(shop.id), "start": start.isoformat(), "end": end.isoformat()}
    (row,) = client.get("/api/hold-report", params=asked).json()["items"]

    assert (row["name"], row["begun"]) == (agent.name, 4)
    assert (row["kept"], row["late"], row["never_answered"]) == (1, 1, 2)
    assert row["on_time"] == 0.25
    assert row["average_over_sec"] == pytest.approx(60, abs=1)


def test_another_shop_s_report_is_not_there(session, shop, client, acting):
    stranger = make_agent(session, shop)  # whose actor reaches no shop
    acting["actor"] = acting_as(stranger, rights=DESK | {Permission.CONVERSATIONS_MANAGE})
    asked = {
        "shop_id": str(shop.id),
        "start": "2026-01-01T00:00:00Z",
        "end": "2027-01-01T00:00:00Z",
    }
    assert client.get("/api/hold-report", params=asked).status_code == 404


class TestWords:
    @pytest.mark.parametrize(
        ("minutes", "text", "says"),
        [
            (10, "大约10分钟", True),
            (10, "about 10 minutes", True),
            (10, "大约110分钟", False),
            (10, "很快", False),
            (120, "2 个小时内", True),
            (120, "120分钟", True),
            (1440, "一天内", False),
            (1440, "1天内", True),
        ],
    )
    def test_says_how_long(self, minutes, text, says):
        assert rules.says_how_long(text, minutes) is says

    def test_warnings_lie_within_the_time(self):
        assert rules.hold_warnings(600, 0.5, 60) == [(300, "contact"), (540, "expiring")]
        assert rules.hold_warnings(60, 0.5, 60) == [(30, "contact"), (48, "expiring")]
        every = rules.hold_warnings(6000, 0.1, 60)
        assert len([what for _, what in every if what == "contact"]) == rules.MOST_CONTACTS

    def test_an_answer_is_not_told_twice(self):
        words = "没有货，因为厂家停产，可以退款"
        assert rules.answer_text(words, "厂家停产", ["退款"], "zh") == words
