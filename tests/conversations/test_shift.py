"""A shift ends: all that somebody holds goes to a colleague, who says that they have seen it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.conversations.factories import DESK, acting_as, ask, make_agent, make_customer, make_role
from tests.orders.factories import make_order
from xiaoer.conversations.models import Conversation, Handover
from xiaoer.core import clock
from xiaoer.core.auth import Permission, system
from xiaoer.core.events import EventRow
from xiaoer.core.ids import new_id
from xiaoer.orders import service as orders
from xiaoer.orders.models import OrderStatus, RemarkType
from xiaoer.promises import service as promises
from xiaoer.promises.models import Promise, PromiseState
from xiaoer.promises.rules import Terms
from xiaoer.tasks import service as tasks
from xiaoer.tasks.models import Task, TaskState


@pytest.fixture
def colleague(session, shop):
    return make_agent(session, shop, name="周晚班", roles=[make_role(session)])


@pytest.fixture
def laden(session, shop, agent, talk, say):
    """An agent with an open talk, a task, a promise and an order they changed."""
    say(talk, "我帮您问仓库")
    due_at = clock.now() + timedelta(hours=5)
    task = tasks.open_task(
        session, system(), title="催仓库", due_at=due_at, shop_id=shop.id, agent_id=agent.id
    )
    owed = Terms(
        shop_id=shop.id,
        kind="callback",
        subject_type="call",
        subject_id=new_id(),
        due_at=due_at,
        owner_agent_id=agent.id,
    )
    [promise] = promises.make_many(session, system(), [owed])
    order = make_order(session, shop, paid_at=clock.now())
    boss = replace(system(agent.name), id=agent.id)
    orders.remark(
        session, boss, order_id=order.id, type=RemarkType.ADDRESS, new_value="红色", text="换颜色"
    )
    session.flush()
    return {"talk": talk, "task": task.id, "promise": promise, "order": order.id}


def hand(client, shop, to, note="红茶那单盯一下"):
    body = {"shop_id": str(shop.id), "to_agent_id": str(to), "note": note}
    return client.post("/api/handovers", json=body)


@pytest.mark.row("MEM-6")
class TestHandOver:
    def test_all_that_is_held_is_the_colleagues(self, client, session, shop, laden, colleague):
        held = client.get("/api/handovers/held", params={"shop_id": shop.id}).json()
        assert {each["kind"]: each["id"] for each in held} == {
            kind: str(id_) for kind, id_ in laden.items()
        }
        assert hand(client, shop, colleague.id).status_code == 201
        session.expire_all()
        assert session.get(Conversation, laden["talk"]).assignee_id == colleague.id
        assert session.get(Task, laden["task"]).assignee_agent_id == colleague.id
        assert session.get(Promise, laden["promise"]).owner_agent_id == colleague.id
        [told] = client.get("/api/handovers", params={"shop_id": shop.id}).json()
        assert (told["to_name"], told["note"]) == ("周晚班", "红茶那单盯一下")
        assert {each["kind"] for each in told["items"]} == set(laden)
        events = select(EventRow).where(EventRow.kind == "ShiftHandedOver")
        assert f"me:{colleague.id}" in session.scalars(events).one().topics

    def test_the_colleague_acknowledges_and_is_reminded_until_then(
        self, client, session, shop, acting, laden, colleague
    ):
        made = hand(client, shop, colleague.id).json()["id"]
        clockwork = select(Promise).where(Promise.kind == "handover")
        owed = session.scalars(clockwork).one()
        assert (owed.owner_agent_id, owed.state) == (colleague.id, PromiseState.OPEN)
        path = f"/api/handovers/{made}/acknowledgement"
        refused = client.put(path)
        assert (refused.status_code, refused.json()["code"]) == (403, "NotHandedToYou")
        assert session.get(Handover, made).acknowledged_at is None
        acting["actor"] = acting_as(colleague, shop, rights=DESK)
        assert client.put(path).status_code == 204
        assert client.put(path).status_code == 204
        session.expire_all()
        assert session.get(Handover, made).acknowledged_at is not None
        assert session.scalars(clockwork).one().state is PromiseState.KEPT

    def test_refusals_change_nothing(self, client, session, shop, agent, colleague, laden):
        stranger = make_agent(session, shop, name="离职", active=False, presence="offline")
        for to, code in ((agent.id, "HandoverToOneself"), (stranger.id, "AgentNotAvailable")):
            assert hand(client, shop, to).json()["code"] == code
        assert session.scalars(select(Handover)).all() == []
        assert session.get(Task, laden["task"]).state is TaskState.OPEN
        assert session.get(Conversation, laden["talk"]).assignee_id == agent.id

    def test_who_holds_nothing_hands_nothing_over(self, client, session, shop, agent, colleague):
        assert hand(client, shop, colleague.id).json()["code"] == "NothingHeld"
        assert session.scalars(select(Handover)).all() == []


@pytest.mark.row("PRD-8")
class TestConversions:
    def test_who_asked_before_buying_and_bought(self, client, session, shop, agent, say, frozen):
        asked = clock.now()
        for name, paid_after in (("当天", 2), ("四天内", 60), ("太晚", 24 * 9), ("没买", None)):
            customer = make_customer(session, shop, name=name)
            say(ask(session, customer, "这款适合送人吗").conversation_id, "很合适")
            if paid_after is not None:
                at = asked + timedelta(hours=paid_after)
                make_order(
                    session,
                    shop,
                    order_no=name,
                    customer_id=customer.id,
                    placed_at=asked + timedelta(minutes=5),
                    paid_at=at,
                    status=OrderStatus.PAID,
                )
        known = make_customer(session, shop, name="老单")
        before = asked - timedelta(days=2)
        make_order(
            session, shop, order_no="before", customer_id=known.id, placed_at=before, paid_at=before
        )
        say(ask(session, known, "到哪了").conversation_id, "在路上")
        asking = {"shop_id": shop.id, "since": (asked - timedelta(days=1)).isoformat()}
        asking["until"] = (asked + timedelta(days=1)).isoformat()
        [told] = client.get("/api/presale-conversions", params=asking).json()
        assert (told["name"], told["inquirers"]) == (agent.name, 4)
        assert (told["next_day"], told["bought"]) == (1, 2)
        assert told["cents"] > 0

    def test_is_for_who_leads(self, client, acting, shop, agent):
        acting["actor"] = acting_as(agent, shop, rights=DESK - {Permission.CONVERSATIONS_MANAGE})
        asking = {"shop_id": shop.id, "since": "2026-01-01T00:00:00Z"}
        asking["until"] = "2027-01-01T00:00:00Z"
        assert client.get("/api/presale-conversions", params=asking).status_code == 403
