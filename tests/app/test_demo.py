"""The demo: what a first start shows, and that it goes on living."""

import random
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import orjson
import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from xiaoer.aftersales.models import Case, CaseEvidence, Queue
from xiaoer.app.demo import drawing, life, loading, tense, words
from xiaoer.app.demo.loading import NotEmpty
from xiaoer.assist.queries import hard
from xiaoer.conversations.models import Conversation, Message, State, Turn
from xiaoer.conversations.service import answering
from xiaoer.core import clock, db, queue
from xiaoer.core.auth import system
from xiaoer.core.shops import Shop
from xiaoer.customers.models import Customer
from xiaoer.orders.models import Order, OrderStatus
from xiaoer.shipping import queries as shipping
from xiaoer.shipping.models import Parcel, TrackingEvent
from xiaoer.shipping.queries import Figure
from xiaoer.training.models import Sitting, SittingState
from xiaoer.workforce import service as workforce
from xiaoer.workforce.models import Agent, AgentRole

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def demo(cluster: Any, template: str) -> Iterator[loading.Demo]:
    """One demo for all the tests here: it takes seconds to make."""
    before = db.engine() if db.configured() else None
    engine = db.configure(cluster.create_database("demo_shop", template=template))
    yield loading.load()
    engine.dispose()
    if before is not None:
        db.use(before)
    cluster.drop_database("demo_shop")


def counted(session: Session, query: Any) -> dict[Any, int]:
    return dict(session.execute(query).all())


class TestLoad:
    def test_shops_people_customers_and_orders(self, demo: loading.Demo) -> None:
        with db.transaction() as session:
            assert session.scalar(select(func.count()).select_from(Shop)) == 2
            assert session.scalar(select(func.count()).select_from(Customer)) == 2000
            assert session.scalar(select(func.count()).select_from(Order)) == 5000
            assert session.scalar(select(func.count()).select_from(Agent)) == len(demo.logins) == 10
            roles = select(func.count(AgentRole.role_id.distinct()))
            assert (session.scalar(roles) or 0) >= 9
            by_status = counted(session, select(Order.status, func.count()).group_by(Order.status))
            assert set(by_status) == set(OrderStatus)
            future = select(func.count()).where(Order.placed_at > clock.now())
            assert session.scalar(future) == 0
            whole = session.execute(
                text(
                    "SELECT count(*) FROM orders o WHERE paid_cents > 0 AND paid_cents <>"
                    " freight_cents + (SELECT sum(paid_cents) FROM order_lines"
                    " WHERE order_id = o.id)"
                )
            ).scalar()
            assert whole == 0

    def test_a_test_was_taken_by_all_and_is_taken_again(self, demo: loading.Demo) -> None:
        with db.transaction() as session:
            states = counted(session, select(Sitting.state, func.count()).group_by(Sitting.state))
            assert states[SittingState.PASSED] >= 8
            assert states[SittingState.DUE] >= 2
            assert SittingState.MISSED not in states

    def test_conversations_of_all_kinds(self, demo: loading.Demo) -> None:
        with db.transaction() as session:
            states = counted(
                session, select(Conversation.state, func.count()).group_by(Conversation.state)
            )
            assert sum(states.values()) >= 390
            assert min(states[state] for state in State) >= 10
            waiting = select(func.count()).where(Conversation.waiting_since.is_not(None))
            assert (session.scalar(waiting) or 0) >= 12
            gaps = session.execute(
                text(
                    "SELECT count(*) FROM conversations c WHERE last_seq <>"
                    " (SELECT count(*) FROM messages WHERE conversation_id = c.id)"
                )
            ).scalar()
            assert gaps == 0
            bad = select(func.count()).where(Turn.seconds < 0)
            assert session.scalar(bad) == 0
            words_ = select(func.count()).where(Message.text.contains("{"))
            assert session.scalar(words_) == 0

    def test_automatic_replies_speak_and_hard_talks_allow_a_rest(self, demo: loading.Demo) -> None:
        with db.transaction() as session:
            for shop in session.scalars(select(Shop)):
                rules = answering.listed(session, system("demo"), shop.id)
                assert {each.occasion for each in rules} >= {"off_duty", "peak", "keyword"}
                talks = hard.per_agent(session, system("demo"), shop.id, days=7)
                assert sum(each.talks for each in talks) == len(tense.HARD)
                assert len({each.day for each in talks}) >= 3
                assert any(hard.of_late(session, each.agent_id) for each in talks)
            lead = session.scalars(select(Agent).where(Agent.login == "lead")).one()
            assert hard.of_late(session, lead.id) > 0  # the page of the demo's first login shows it

    def test_after_sales_cases_wait_in_every_queue(self, demo: loading.Demo) -> None:
        with db.transaction() as session:
            queues = counted(session, select(Case.queue, func.count()).group_by(Case.queue))
            assert set(Queue) <= set(queues)
            late = select(func.count()).where(Case.deadline_at < clock.now())
            assert session.scalar(late) == session.scalar(late.where(Case.queue == Queue.FAILED))
            proofs = select(func.count()).select_from(CaseEvidence)
            assert (session.scalar(proofs) or 0) > 10
            future = select(func.count()).where(Case.opened_at > clock.now())
            assert session.scalar(future) == 0

    def test_parcels_are_on_their_way_and_every_figure_of_the_board_has_orders(
        self, demo: loading.Demo
    ) -> None:
        with db.transaction() as session:
            for shop in session.scalars(select(Shop)):
                found = shipping.board(session, system(), shop.id)
                assert all(found.totals[figure] for figure in (Figure.OWED, Figure.OVER))
                assert all(found.totals[figure] for figure in (Figure.STALLED, Figure.DOUBTFUL))
                assert found.totals == shipping.recount(session, shop.id)
                assert len(found.warehouses) == 2
            future = select(func.count()).where(TrackingEvent.at > clock.now())
            assert session.scalar(future) == 0
            assert (session.scalar(select(func.count()).select_from(TrackingEvent)) or 0) > 3000
            wrong = select(func.count()).where(Parcel.doubts != [])
            assert session.scalar(wrong) == 0

    def test_a_login_works_and_a_second_demo_is_refused(self, demo: loading.Demo) -> None:
        with db.transaction() as session:
            signed = workforce.sign_in(
                session, login="manager", password=demo.password, address="::1", device="test"
            )
            assert signed
        with pytest.raises(NotEmpty):
            loading.load()

    def test_the_words_are_whole(self) -> None:
        assert len(words.goods()) == 60
        assert all(goods.specs and goods.shop in ("zhuli", "yunduo") for goods in words.goods())
        assert len(words.phrases()) >= 30
        assert all(each.questions and each.answers for each in words.dialogues())
        assert len(drawing.picture("茶具", 3)) < 1500


class TestLife:
    def test_customers_ask_colleagues_answer_and_nobody_waits_for_ever(
        self, demo: loading.Demo
    ) -> None:
        chance = random.Random(7)
        with db.transaction() as session:
            before = session.scalar(select(func.count()).select_from(Message)) or 0
        with clock.freeze(clock.now()):
            for _ in range(60):
                assert life.step(chance)
                _work()
                clock.advance(timedelta(seconds=5))
        with db.transaction() as session:
            said = session.scalar(select(func.count()).select_from(Message)) or 0
            by = counted(session, select(Message.author, func.count()).group_by(Message.author))
            open_ = select(func.count()).where(Conversation.state == State.OPEN)
            assert (session.scalar(open_) or 0) < 90
        assert before + 20 < said < before + 600
        assert by["customer"] > 0
        assert by["agent"] > 0

    def test_switched_off_it_is_silent(self, demo: loading.Demo) -> None:
        with db.transaction() as session:
            life.switch(session, on=False)
            before = session.scalar(select(func.count()).select_from(Message))
        assert not life.step(random.Random(1))
        with db.transaction() as session:
            assert session.scalar(select(func.count()).select_from(Message)) == before
            life.switch(session, on=True)


def _work() -> None:
    """The jobs that are due, each in a transaction of its own."""
    with db.transaction() as session:
        rows = session.execute(
            text(
                "DELETE FROM pgqueuer WHERE status = 'queued' AND execute_after <= :now"
                " RETURNING id, entrypoint, payload"
            ),
            {"now": clock.now()},
        ).all()
    for row in sorted(rows):
        queue.perform(None, row.entrypoint, orjson.loads(row.payload or b"{}"))
