"""Tasks over the public retail data set through the API of a running server, to the cent."""

import hashlib
import random
from typing import Any

import pytest

from bench import retail
from tests.aftersales import tau_tasks
from tests.aftersales.tau_truth import Chance, Truth
from tests.nightly import NIGHT, examples

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


def handful(tasks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """For each kind of write the first task with it, accepted and refused; and the one where two
    units of a line become two things."""
    seen: set[tuple[str, str]] = set()
    found = [task for task in tasks if task["task"] == "tau2-train-105"]
    for task in tasks:
        new = {(each["op"], each["expect"]) for each in task["steps"]} - seen
        if new:
            seen |= new
            found.append(task)
    assert {op for op, _ in seen} == OPS
    return found


def at_random(truth: Truth, tasks: list[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """So many random tasks about customers of whom no other task is; by night others each time."""
    met = {each for task in tasks for each in retail.people(task, truth.first_orders)}
    seed = random.randrange(10**6) if NIGHT else 7
    chance, found = Chance(truth, seed), []
    for user_id, user in sorted(truth.first_users.items(), key=lambda each: hash_of(each[0])):
        if len(found) == count:
            break
        task = chance.task(f"random {seed}, {user_id}", user_id)
        about = retail.people(task, truth.first_orders)
        if user["orders"] and not about & met:
            met |= about
            found.append(task)
    return found


def hash_of(name: str) -> bytes:
    return hashlib.sha256(name.encode()).digest()


def test_the_truth_agrees_with_every_task_of_the_data_set(data):
    truth = Truth(data / "tau_retail")
    for task in retail.tasks_of(data / "tau_retail" / "open_tasks.json"):
        asked = [{"op": each["op"], "args": each["args"]} for each in task["steps"]]
        assert truth.run(task | {"steps": asked}) == task


@pytest.fixture(scope="module")
def replayed(data):
    """All tasks of this page in one run; the wrong ones by name, and the figures."""
    folder = data / "tau_retail"
    known = handful(retail.tasks_of(folder / "open_tasks.json"))
    used = {task["user_id"] for task in known} - {None}
    tasks = known + tau_tasks.all_of(tau_tasks.Picker(folder, used))
    tasks += at_random(Truth(folder), tasks, examples(12, nightly=200))
    results, figures = retail.run(tasks, folder)
    wrong = {
        task["task"]: (retail.judged(task, told), told)
        for task, told in zip(tasks, results, strict=True)
        if retail.judged(task, told)
    }
    return wrong, figures, {task["task"] for task in tasks}


def test_verdicts_reasons_and_end_states(replayed):
    wrong, _, names = replayed
    assert wrong == {}
    assert len(names) > 40


def test_copies_have_one_effect_and_strangers_find_nothing(replayed):
    """Each write was sent eight times at once and once more; returns were carried on to their
    refund, which was never more than was paid, and could not be asked for again."""
    _, figures, _ = replayed
    assert figures["wrong"] == {}
    assert figures["repeats_with_one_effect"] == figures["writes"]
    assert figures["hidden_from_strangers"] == figures["writes"]
    assert figures["returns_carried_on"] > 1


def test_tasks_about_one_customer_never_share_a_shop(data):
    tasks = retail.tasks_of(data / "tau_retail" / "open_tasks.json")
    orders = retail.tau_shop.Source(data / "tau_retail").orders
    rounds = retail.rounds_of(tasks, orders)
    met: set[tuple[int, str]] = set()
    for task, number in zip(tasks, rounds, strict=True):
        about = {(number, each) for each in retail.people(task, orders)}
        assert not about & met
        met |= about
    assert max(rounds) == 6


def test_a_file_may_be_a_list_or_a_task_a_line(tmp_path):
    told = '{"task": "1", "steps": []}'
    for text in (f"[{told}]", told, f"{told}\n{told.replace('1', '2')}\n"):
        path = tmp_path / "tasks"
        path.write_text(text)
        assert retail.tasks_of(path)[0]["task"] == "1"
    assert len(retail.tasks_of(path)) == 2
