"""Lists of tasks name what each is about, as the reader may know it."""

from dataclasses import replace

import pytest

from tests.customers.factories import make_customer
from tests.orders.factories import make_order
from tests.tasks.factories import make_task
from xiaoer.app import subjects
from xiaoer.catalog.models import Product
from xiaoer.core.auth import Permission


@pytest.fixture
def about(session, shop):
    """Makes a task about an order, a product and a customer."""

    def made(number):
        order = make_order(session, shop, order_no=f"2026{number}")
        product = Product(shop_id=shop.id, external_id=f"p{number}", title=f"盖碗 {number}")
        session.add(product)
        session.flush()
        buyer = make_customer(session, shop, external_id=f"u-{number}", name=f"沈小姐 {number}")
        for kind, thing in (("order", order), ("product", product), ("customer", buyer)):
            make_task(session, shop.id, subject_type=kind, subject_id=thing.id)

    return made


def named(client):
    listed = client.get("/api/tasks").json()["items"]
    return {each["subject"]["type"]: each["subject"]["name"] for each in listed}


def test_each_is_named_by_what_people_call_it(client, about):
    about(1)
    assert named(client) == {"order": "20261", "product": "盖碗 1", "customer": "沈小姐 1"}


def test_what_one_may_not_know_has_no_name(client, about, actor, acting):
    about(1)
    acting["actor"] = replace(actor, permissions=actor.permissions - {Permission.CUSTOMERS_READ})
    assert named(client)["customer"] == ""
    assert named(client)["order"] == "20261"


def test_more_tasks_cost_no_more_statements(client, session, about, count_statements):
    def cost():
        with count_statements(session) as seen:
            named(client)
        return len(seen)

    about(1)
    before = cost()
    for number in range(2, 6):
        about(number)
    assert cost() == before


def test_every_kind_can_be_asked(session, actor):
    for kind in subjects.NAMES:
        assert subjects.name(session, actor, kind, []) == {}
    assert subjects.name(session, actor, "unknown", []) == {}
