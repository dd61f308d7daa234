"""Some tasks of the public retail data set, through the API, to the cent."""

import pytest

from bench import retail
from xiaoer.core import db
from xiaoer.payments import provider

pytestmark = pytest.mark.slow
OPS = {
    "cancel_pending_order",
    "modify_pending_order_items",
    "modify_pending_order_payment",
    "modify_pending_order_address",
    "modify_user_address",
    "return_delivered_order_items",
    "exchange_delivered_order_items",
}


@pytest.fixture
def replay(data):
    """Replays tasks in databases of their own and puts back what the process used before."""
    used = db.engine() if db.configured() else None
    paid_through = provider.named(provider.DEFAULT)
    folder = data / "tau_retail"
    yield lambda tasks: retail.run(tasks, folder)
    provider.connect(provider.DEFAULT, lambda: paid_through)
    if used is not None:
        db.use(used)


@pytest.fixture
def handful(data):
    """For each kind of write the first task with it, accepted and refused."""
    tasks = retail.tasks_of(data / "tau_retail" / "open_tasks.json")
    seen, found = set(), []
    for task in tasks:
        new = {(each["op"], each["expect"]) for each in task["steps"]} - seen
        if new:
            seen |= new
            found.append(task)
    assert {op for op, _ in seen} == OPS
    return found


def test_every_kind_of_write(replay, handful):
    _, figures = replay(handful)
    assert figures["wrong"] == {}
    assert figures["repeats_with_one_effect"] == figures["writes"]
    assert figures["hidden_from_strangers"] == figures["writes"]


def test_only_what_is_still_held_goes_back(replay, data):
    """Paid by gift card, moved to a card, cancelled: each method gives back what it holds."""
    source = retail.tau_shop.Source(data / "tau_retail")
    number = "#W6779827"
    order = source.orders[number]
    methods = source.users[order["user_id"]]["payment_methods"]
    card = next(name for name in methods if not name.startswith("gift_card"))
    gift = order["payment_history"][0]["payment_method_id"]
    steps = [
        ("modify_pending_order_payment", {"order_id": number, "payment_method_id": card}),
        ("cancel_pending_order", {"order_id": number, "reason": "no longer needed"}),
    ]
    task = {
        "task": "payment moved, then cancelled",
        "user_id": order["user_id"],
        "steps": [{"op": op, "args": args} for op, args in steps],
    }
    [told], _ = replay([task])
    assert told["steps"] == ["accept", "accept"]
    after = told["orders_after"][number]
    assert after["status"] == "cancelled"
    assert [
        (each["transaction_type"], each["payment_method_id"], each["amount"])
        for each in after["payment_history"][1:]
    ] == [("payment", card, 4079.45), ("refund", gift, 4079.45), ("refund", card, 4079.45)]
    [user] = told["users_after"].values()
    assert user["payment_methods"][gift]["balance"] == pytest.approx(4128.45)
