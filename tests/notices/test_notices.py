"""Notices: queued, sent, delivered or failed, falling back from channel to channel."""

import itertools
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import orjson
import pytest
from sqlalchemy import func, select, text

from tests.notices.factories import make_notice, make_recipient
from xiaoer.core import auth, clock, db, events, queue, shops
from xiaoer.core.auth import Actor, ActorKind, Permission
from xiaoer.core.errors import MissingPermission
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.customers.events import CustomerForgotten, CustomersMerged
from xiaoer.customers.models import Consent, ConsentKind
from xiaoer.notices import queries, rules, service
from xiaoer.notices.errors import FactsMissing, NoChannel, NoConsent, TemplateNotFound
from xiaoer.notices.models import Notice, NoticeState, Outcome, Purpose
from xiaoer.notices.service import TwinSender


@pytest.fixture
def sms():
    twin = TwinSender("sms")
    service.register("sms", twin)
    yield twin
    service.register("sms", TwinSender("sms"))


@pytest.fixture
def email():
    twin = TwinSender("email")
    service.register("email", twin)
    yield twin
    service.register("email", TwinSender("email"))


@pytest.fixture
def asked(fresh_database, frozen, sms, email):
    """A notice that is really committed, so that jobs can open transactions of their own."""

    def ask(**what_matters):
        with db.transaction() as session:
            shop = shops.add(session, auth.system(), code="teahouse", name="茶楼")
            recipient = what_matters.pop("recipient", {})
            customer = make_recipient(session, shop.id, **recipient)
            return make_notice(session, customer, **what_matters).id

    return ask


def work(rounds=1):
    """Do the jobs that are due, `rounds` times over as a worker that repeats itself."""
    done = 0
    with db.transaction() as session:
        rows = session.execute(
            text(
                "DELETE FROM pgqueuer WHERE status = 'queued' AND execute_after <= :now"
                " AND entrypoint = 'send_notice' RETURNING payload"
            ),
            {"now": clock.now()},
        ).all()
    for row in rows:
        for _ in range(rounds):
            queue.perform(None, "send_notice", orjson.loads(row.payload))
            done += 1
    return done


def seen(notice_id):
    with db.transaction() as session:
        notice = session.get_one(Notice, notice_id)
        outcomes = [each.outcome for each in queries.attempts(session, notice_id)]
        kinds = session.scalars(
            select(EventRow.kind)
            .where(EventRow.subject_id == notice.customer_id)
            .order_by(EventRow.id)
        ).all()
    return notice, outcomes, list(kinds)


class TestSending:
    def test_it_goes_out_and_arrives(self, asked, sms):
        notice_id = asked()
        assert work() == 1
        notice, outcomes, kinds = seen(notice_id)
        assert notice.state is NoticeState.DELIVERED
        assert outcomes == [Outcome.ACCEPTED]
        assert kinds == ["NoticeQueued", "NoticeSent", "NoticeDelivered"]
        (sent,) = sms.outbox.values()
        assert (sent.address, sent.text) == ("13800001111", "小雨，您的订单 T1 已发货。")
        assert "13800001111" not in repr(sent)

    def test_it_goes_out_although_the_clock_goes_on_meanwhile(self, asked, sms, monkeypatch):
        notice_id, moment, ticks = asked(), clock.now(), itertools.count(1)
        monkeypatch.setattr(clock, "now", lambda: moment + timedelta(milliseconds=next(ticks)))
        assert work() == 1
        assert seen(notice_id)[0].state is NoticeState.DELIVERED

    def test_twice_done_is_once_sent(self, asked, sms):
        sms.answers = 2
        notice_id = asked()
        work(rounds=3)
        notice, _, kinds = seen(notice_id)
        assert (notice.state, sms.calls) == (NoticeState.DELIVERED, 1)
        assert kinds.count("NoticeDelivered") == 1

    def test_refused_it_goes_by_the_next_channel(self, asked, sms, email):
        sms.refuse = "空号"
        notice_id = asked()
        work()
        work()
        notice, outcomes, kinds = seen(notice_id)
        assert (notice.state, notice.channel) == (NoticeState.DELIVERED, "email")
        assert outcomes == [Outcome.REFUSED, Outcome.ACCEPTED]
        assert kinds == ["NoticeQueued", "NoticeFellBack", "NoticeSent", "NoticeDelivered"]
        assert next(iter(email.outbox.values())).address == "yu@example.com"

    def test_not_delivered_it_goes_by_the_next_channel(self, asked, sms, email):
        sms.undeliverable = "关机"
        notice_id = asked()
        work()
        work()
        notice, _, kinds = seen(notice_id)
        assert (notice.state, notice.channel) == (NoticeState.DELIVERED, "email")
        assert "NoticeFellBack" in kinds

    def test_no_channel_left_it_has_failed(self, asked, sms, email):
        sms.refuse = email.refuse = "拒收"
        notice_id = asked()
        work()
        work()
        assert work() == 0
        notice, outcomes, kinds = seen(notice_id)
        assert (notice.state, notice.failure) == (NoticeState.FAILED, "拒收")
        assert outcomes == [Outcome.REFUSED, Outcome.REFUSED]
        assert kinds[-1] == "NoticeFailed"

    def test_without_an_address_the_channel_is_skipped(self, asked, sms, email):
        notice_id = asked(recipient={"phone": None})
        work()
        assert seen(notice_id)[0].channel == "email"
        assert sms.calls == 0

    def test_without_any_address_it_has_failed(self, asked):
        notice_id = asked(recipient={"phone": None, "email": None})
        work()
        notice, outcomes, _ = seen(notice_id)
        assert (notice.state, outcomes) == (NoticeState.FAILED, [])

    def test_no_answer_is_tried_again_later(self, asked, sms, frozen):
        sms.away = 1
        notice_id = asked()
        work()
        assert work() == 0
        frozen(timedelta(seconds=31))
        assert work() == 1
        notice, outcomes, _ = seen(notice_id)
        assert (notice.state, notice.channel) == (NoticeState.DELIVERED, "sms")
        assert outcomes == [Outcome.UNREACHABLE, Outcome.ACCEPTED]

    @pytest.mark.parametrize(
        ("answers", "calls", "state"), [(1, 1, NoticeState.DELIVERED), (0, 2, NoticeState.SENT)]
    )
    def test_a_lost_answer_does_not_send_twice(self, asked, sms, frozen, answers, calls, state):
        sms.lose_answers, sms.answers = 1, answers
        notice_id = asked()
        work()
        frozen(timedelta(minutes=1))
        work()
        assert seen(notice_id)[0].state is state
        assert (sms.calls, len(sms.outbox)) == (calls, 1)

    def test_away_for_good_it_falls_back(self, asked, sms, email, frozen):
        sms.away = 99
        notice_id = asked()
        for _ in range(8):
            work()
            frozen(timedelta(minutes=3))
        notice, outcomes, _ = seen(notice_id)
        assert (notice.state, notice.channel) == (NoticeState.DELIVERED, "email")
        assert outcomes == [Outcome.UNREACHABLE] * 3 + [Outcome.ACCEPTED]

    def test_a_dead_worker_does_not_keep_it(self, asked, sms, frozen):
        notice_id = asked()
        with db.transaction() as session:
            assert service.claim(session, [notice_id])
        work()
        assert seen(notice_id)[0].state is NoticeState.QUEUED
        frozen(rules.LEASE + timedelta(seconds=1))
        work()
        assert seen(notice_id)[0].state is NoticeState.DELIVERED

    def test_two_slow_workers_send_once(self, asked, sms):
        sms.slow_sec = 0.1
        notice_id = asked()
        payload = {"notice_id": str(notice_id)}
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda _: queue.perform(None, "send_notice", payload), range(2)))
        assert (seen(notice_id)[0].state, sms.calls) == (NoticeState.DELIVERED, 1)

    def test_no_transaction_is_open_while_the_carrier_works(self, asked, sms, monkeypatch):
        notice_id = asked()
        open_ones = []

        def look(outgoing):
            with db.transaction() as session:
                query = "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in trans%'"
                open_ones.append(session.scalar(text(query)))
            return service.Receipt(True, "x")

        monkeypatch.setattr(sms, "send", look)
        work()
        assert seen(notice_id)[0].state is NoticeState.SENT
        assert open_ones == [0]


class TestQuietHours:
    def test_at_night_it_waits_for_the_morning(self, asked, sms, frozen):
        frozen(timedelta(hours=13))  # 23:00 in Shanghai
        notice_id = asked()
        assert work() == 0
        frozen(timedelta(hours=8, minutes=59))
        assert work() == 0
        frozen(timedelta(minutes=2))
        assert work() == 1
        assert seen(notice_id)[0].state is NoticeState.DELIVERED

    def test_a_retry_waits_too(self, asked, sms, frozen):
        frozen(timedelta(hours=11, minutes=59, seconds=50))
        sms.away = 1
        notice_id = asked()
        work()
        frozen(timedelta(minutes=1))
        work()
        assert sms.calls == 1
        frozen(timedelta(hours=10))
        work()
        assert seen(notice_id)[0].state is NoticeState.DELIVERED

    def test_the_urgent_and_the_shops_own_hours(self, session, shop, frozen):
        night = clock.now() + timedelta(hours=13)
        zone = shop.zone
        assert rules.sendable_from(night, zone, urgent=True) == night
        assert rules.sendable_from(night, zone, urgent=False) == night + timedelta(hours=9)
        late = [["10:00", "23:30"]]
        assert rules.sendable_from(night, zone, urgent=False, hours=late) == night


class TestAsking:
    def test_refusals_queue_nothing(self, session, shop, actor, frozen):
        customer = make_recipient(session, shop.id)
        wrong = [
            ({"facts": {"name": "小雨"}}, FactsMissing),
            ({"template_code": "nothing"}, TemplateNotFound),
            ({"channels": ["pigeon"]}, NoChannel),
        ]
        for what, refusal in wrong:
            with pytest.raises(refusal):
                make_notice(session, customer, actor, **what)
        reader = Actor(ActorKind.AGENT, new_id(), "小满", frozenset({Permission.NOTICES_READ}))
        with pytest.raises(MissingPermission):
            make_notice(session, customer, reader)
        assert session.scalar(select(func.count()).select_from(Notice)) == 0

    def test_marketing_only_to_those_who_agreed(self, session, shop, actor, frozen):
        customer = make_recipient(session, shop.id)
        service.write_template(
            session, actor, shop_id=shop.id, code="sale", text="大促", purpose=Purpose.MARKETING
        )
        with pytest.raises(NoConsent):
            make_notice(session, customer, template_code="sale", facts={})
        session.add(
            Consent(
                shop_id=shop.id, customer_id=customer.id, kind=ConsentKind.MARKETING,
                source="门店", given_at=clock.now(),
            )
        )  # fmt: skip
        session.flush()
        assert make_notice(session, customer, template_code="sale", facts={}).text == "大促"

    def test_one_key_one_notice(self, session, shop, frozen):
        customer = make_recipient(session, shop.id)
        first = make_notice(session, customer, dedupe_key="shipped:T1")
        second = make_notice(session, customer, dedupe_key="shipped:T1")
        assert first.id == second.id

    def test_forgotten_customers_leave_no_words(self, session, shop, run_jobs, frozen):
        customer = make_recipient(session, shop.id)
        notice = make_notice(session, customer, channels=["email"])
        session.execute(text("DELETE FROM pgqueuer"))
        forgotten = CustomerForgotten(shop_id=shop.id, customer_id=customer.id)
        events.emit(session, auth.system(), forgotten)
        run_jobs()
        session.refresh(notice)
        assert (notice.text, notice.facts) == ("", {})

    def test_a_merged_customers_notices_follow(self, session, shop, run_jobs, frozen):
        kept, gone = make_recipient(session, shop.id), make_recipient(session, shop.id)
        notice = make_notice(session, gone)
        session.execute(text("DELETE FROM pgqueuer"))
        merged = CustomersMerged(shop_id=shop.id, customer_id=kept.id, gone_id=gone.id)
        events.emit(session, auth.system(), merged)
        run_jobs()
        session.refresh(notice)
        assert notice.customer_id == kept.id
        (told,) = queries.exported(session, kept.id)
        assert told["text"] == "小雨，您的订单 T1 已发货。"


class TestWire:
    def test_asked_for_listed_and_opened(self, client, session, shop, frozen):
        customer = make_recipient(session, shop.id)
        written = client.put(
            "/api/notice-templates",
            json={"shop_id": str(shop.id), "code": "shipped", "text": "{order_no} 已发货"},
        )
        assert written.status_code == 200
        body = {
            "customer_id": str(customer.id),
            "template": "shipped",
            "facts": {"order_no": "T1"},
            "channels": ["sms"],
            "subject": {"type": "order", "id": str(new_id())},
        }
        key = {"Idempotency-Key": str(new_id())}
        made = client.post("/api/notices", json=body, headers=key)
        again = client.post("/api/notices", json=body, headers=key)
        assert made.status_code == 201
        assert again.json() == made.json()
        other = client.post("/api/notices", json=body | {"facts": {"order_no": "2"}}, headers=key)
        assert (other.status_code, other.json()["code"]) == (422, "KeyReused")
        items = client.get("/api/notices", params={"customer_id": str(customer.id)}).json()["items"]
        assert [each["text"] for each in items] == ["T1 已发货"]
        assert client.get(f"/api/notices/{items[0]['id']}").json()["attempts"] == []
        assert client.get("/api/notice-templates").json()["items"][0]["code"] == "shipped"

    def test_a_list_is_one_statement(self, client, session, shop, count_statements):
        customer = make_recipient(session, shop.id)
        for _ in range(3):
            make_notice(session, customer)
        with count_statements(session) as statements:
            page = client.get("/api/notices", params={"limit": 2}).json()
        assert len(statements) == 1
        rest = client.get("/api/notices", params={"after": page["next"]}).json()
        assert (len(page["items"]), len(rest["items"])) == (2, 1)

    def test_a_stranger_sees_and_sends_nothing(self, client, session, shop, acting):
        customer = make_recipient(session, shop.id)
        notice = make_notice(session, customer)
        acting["actor"] = Actor(
            ActorKind.AGENT, new_id(), "外人", frozenset(Permission), frozenset({new_id()})
        )
        body = {"customer_id": str(customer.id), "template": "shipped", "channels": ["sms"]}
        assert client.get("/api/notices").json()["items"] == []
        assert client.get(f"/api/notices/{notice.id}").status_code == 404
        assert client.post("/api/notices", json=body).status_code == 404
        words = {"shop_id": str(shop.id), "code": "shipped", "text": "骗"}
        assert client.put("/api/notice-templates", json=words).status_code == 404
        assert session.scalar(select(func.count()).select_from(Notice)) == 1
