"""Warehouses have a checklist before a busy time, each item with an owner."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from tests.conversations.factories import make_agent
from xiaoer.core import clock
from xiaoer.core.auth import Permission
from xiaoer.shipping import service
from xiaoer.tasks import service as tasks
from xiaoer.tasks.models import Task


@pytest.fixture
def house(session, shop, actor):
    return service.set_warehouse(
        session, actor, shop_id=shop.id, code="hz", name="杭州仓", usual=True
    )


@pytest.fixture
def keeper(session, shop):
    return make_agent(session, shop, name="赵仓管")


def give(client, house, **owners):
    due_at = (clock.now() + timedelta(days=3)).isoformat()
    return client.put(
        f"/api/shipping/warehouses/{house.id}/preventions",
        json={"due_at": due_at, "owners": {name: str(each) for name, each in owners.items()}},
    )


def checklist(client, shop):
    told = client.get("/api/shipping/preventions", params={"shop_id": shop.id}).json()
    return {each["measure"]: each for each in told}


@pytest.mark.row("FM2-3")
class TestChecklist:
    def test_what_nobody_has_is_seen(self, client, shop, house, keeper):
        assert {
            name: each["owner"] for name, each in checklist(client, shop).items()
        } == dict.fromkeys(("process", "staff", "checking", "punctual", "returns"))
        assert give(client, house, checking=keeper.id, returns=keeper.id).status_code == 204
        told = checklist(client, shop)
        assert (told["checking"]["owner"], told["checking"]["state"]) == ("赵仓管", "open")
        assert told["staff"]["owner"] is None

    def test_what_is_done_says_how(self, client, session, actor, shop, house, keeper):
        give(client, house, checking=keeper.id)
        made = checklist(client, shop)["checking"]
        tasks.complete(session, actor, made["task_id"], result="每单双人复核")
        told = checklist(client, shop)["checking"]
        assert (told["state"], told["result"]) == ("done", "每单双人复核")

    def test_an_open_one_stays_with_its_owner(self, client, session, shop, house, keeper):
        other = make_agent(session, shop, name="别人")
        give(client, house, staff=keeper.id)
        assert give(client, house, staff=other.id).status_code == 204
        assert checklist(client, shop)["staff"]["owner"] == "赵仓管"
        assert len(session.scalars(select(Task)).all()) == 1

    def test_refusals_open_nothing(self, client, session, acting, actor, shop, house, keeper):
        path = f"/api/shipping/warehouses/{uuid4()}/preventions"
        body = {"due_at": (clock.now() + timedelta(days=1)).isoformat()}
        body |= {"owners": {"staff": str(keeper.id)}}
        assert client.put(path, json=body).json()["code"] == "WarehouseNotFound"
        acting["actor"] = replace(actor, permissions=frozenset({Permission.SHIPPING_READ}))
        assert give(client, house, staff=keeper.id).status_code == 403
        assert session.scalars(select(Task)).all() == []
