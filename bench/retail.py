"""The tasks of tau_retail replayed through our API: verdicts and end states, against the truth.

`python -m bench.retail TASKS --data FOLDER [--out RESULT.jsonl] [--json]`. TASKS holds one task a
line, or one JSON list. A server with its worker and its payment sandbox runs for it. Each write
is first tried by a stranger, then sent eight times at once and once more, with one key. Tasks
about the same customer get shops of their own, so that each begins with fresh data; the others
share one and run side by side. Returns are carried on to their refund after the end state was
read.
"""

import argparse
import asyncio
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
import uvloop

from bench import common, tau_return, tau_rows, tau_shop, tau_steps
from bench.tau_shop import Shop, say
from bench.tau_visit import Visit

WRONG_SHOWN = 20
SIDE_BY_SIDE = 6
SAID_EVERY = 50
Task = dict[str, Any]


def tasks_of(path: Path) -> list[Task]:
    content = path.read_bytes().strip()
    try:
        found = orjson.loads(content)
        return found if isinstance(found, list) else [found]
    except orjson.JSONDecodeError:
        return [orjson.loads(line) for line in content.splitlines() if line.strip()]


def rounds_of(tasks: Sequence[Task], orders: dict[str, Any]) -> list[int]:
    """By task the number of its shop: no two tasks about one customer share one."""
    seen: list[set[str]] = []
    found = []
    for task in tasks:
        about = people(task, orders)
        number = next((n for n, there in enumerate(seen) if not there & about), len(seen))
        if number == len(seen):
            seen.append(set())
        seen[number] |= about
        found.append(number)
    return found


def people(task: Task, orders: dict[str, Any]) -> set[str]:
    """Every customer that a task names or whose order it names."""
    found = {task.get("user_id")}
    for step in task.get("steps", []):
        args = step.get("args") or {}
        found |= {args.get("user_id"), orders.get(args.get("order_id"), {}).get("user_id")}
    return {each for each in found if isinstance(each, str)}


class Run:
    """The tasks of one run: their results in their order, and what was counted on the way."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self.tasks = tasks
        self.results: dict[int, dict[str, Any]] = {}
        self.wrong: dict[str, list[str]] = {}
        self.counts: Counter[str] = Counter()

    async def replay(self, shops: Sequence[Shop], rounds: Sequence[int]) -> None:
        room = asyncio.Semaphore(SIDE_BY_SIDE)

        async def one(place: int) -> None:
            async with room:
                await self._one(place, shops[rounds[place]])

        async with asyncio.TaskGroup() as group:
            for place in range(len(self.tasks)):
                group.create_task(one(place))

    async def _one(self, place: int, shop: Shop) -> None:
        task = self.tasks[place]
        try:
            done = await replayed(shop, task)
            problems = judged(task, done.told) + done.broken
        except RuntimeError as trouble:
            done, problems = Replayed(nothing(task), [], []), [str(trouble)]
        self.results[place] = done.told
        if problems:
            self.wrong[task["task"]] = problems
            say(f"wrong: {task['task']}: {', '.join(problems)}")
        self.counts["writes"] += len(done.outcomes)
        self.counts["returns"] += len(done.returns)
        for what in ("accepted", "repeated", "hidden"):
            self.counts[what] += sum(getattr(each, what) for each in done.outcomes)
        if len(self.results) % SAID_EVERY == 0:
            say(f"{len(self.results)} of {len(self.tasks)} tasks, {len(self.wrong)} wrong")


@dataclass
class Replayed:
    """A task after its writes."""

    told: dict[str, Any]
    """In the shape of RESULT.jsonl."""
    outcomes: list[tau_steps.Outcome]
    returns: list[list[str]]
    """For each return that was carried on, what was wrong with it."""

    @property
    def broken(self) -> list[str]:
        """What is wrong apart from verdicts and end states."""
        found = [what for each in self.returns for what in each]
        if not all(each.repeated for each in self.outcomes):
            found.append("copies differ")
        if not all(each.hidden for each in self.outcomes):
            found.append("seen by a stranger")
        return found


async def replayed(shop: Shop, task: Task) -> Replayed:
    """Do a task's writes, and read what its customers have then."""
    about = sorted(people(task, shop.source.orders))
    user_id = task.get("user_id") or (about or list(shop.source.users))[0]
    visit = Visit(shop, user_id)
    outcomes = [await tau_steps.act(visit, step) for step in task.get("steps", [])]
    await visit.close()
    orders: dict[str, Any] = {}
    users: dict[str, Any] = {}
    returns: list[list[str]] = []
    for each in about:
        if each in shop.source.users:
            visit = Visit(shop, each)
            changed_orders, changed_users = await tau_rows.differing(visit, each)
            orders |= changed_orders
            users |= changed_users
            returns += await tau_return.carry_on(visit)
            await visit.close()
    told = {
        "task": task["task"],
        "steps": ["accept" if each.accepted else "reject" for each in outcomes],
        "why": [each.why for each in outcomes],
        "orders_after": orders,
        "users_after": users,
    }
    return Replayed(told, outcomes, returns)


def nothing(task: Task) -> dict[str, Any]:
    """What is told of a task that could not be carried through."""
    told: dict[str, Any] = {"steps": [], "why": [], "orders_after": {}, "users_after": {}}
    return {"task": task["task"]} | told


def judged(task: Task, told: dict[str, Any]) -> list[str]:
    """What differs from what the task expects; of a task without expectations, nothing."""
    wrong = []
    steps = task.get("steps", [])
    for name, key in (("steps", "expect"), ("why", "why")):
        known = steps and all(key in step for step in steps)
        if known and told[name] != [step[key] for step in steps]:
            wrong.append("verdict" if name == "steps" else "why")
    wrong += [
        name
        for name in ("orders_after", "users_after")
        if name in task and task[name] != told[name]
    ]
    return wrong


def run(tasks: Sequence[Task], data: Path) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Replay all tasks; the results in their order, and the figures."""
    done = Run(tasks)
    begin = time.monotonic()
    orders = tau_shop.Source(data).orders
    rounds = rounds_of(tasks, orders)
    with tau_shop.opened(data, max(rounds, default=0) + 1) as shops:
        ready = time.monotonic()
        uvloop.run(done.replay(shops, rounds))
    spent = os.times()
    figures = {
        "tasks": len(tasks),
        "right": len(tasks) - len(done.wrong),
        "writes": done.counts["writes"],
        "accepted": done.counts["accepted"],
        "repeats_with_one_effect": done.counts["repeated"],
        "hidden_from_strangers": done.counts["hidden"],
        "returns_carried_on": done.counts["returns"],
        "prepare_seconds": round(ready - begin, 1),
        "replay_seconds": round(time.monotonic() - ready, 1),
        "cpu_seconds": round(sum(spent[:4]), 1),
        "wrong": dict(list(done.wrong.items())[:WRONG_SHOWN]),
    }
    return [done.results[place] for place in sorted(done.results)], figures


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.retail", description=__doc__)
    parser.add_argument("tasks", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="the folder of tau_retail")
    parser.add_argument("--out", type=Path, help="one line a task")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    asked = parser.parse_args()
    # told to stop, it takes its server and its database with it
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    results, figures = run(tasks_of(asked.tasks), asked.data)
    if asked.out:
        asked.out.write_bytes(b"".join(orjson.dumps(each) + b"\n" for each in results))
    common.tell(figures, as_json=asked.json)
    raise SystemExit(0 if figures["right"] == figures["tasks"] else 1)


if __name__ == "__main__":
    main()
