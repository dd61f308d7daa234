"""The tasks of tau_retail replayed through our API: verdicts and end states, against the truth.

`python -m bench.retail TASKS --data FOLDER [--out RESULT.jsonl] [--json]`. TASKS holds one task a
line, or one JSON list. Tasks whose customers differ share a database; no two of one customer do.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import orjson

from bench import common, tau_rows, tau_shop, tau_steps
from bench.tau_shop import Shop

WRONG_SHOWN = 20


def tasks_of(path: Path) -> list[dict[str, Any]]:
    content = path.read_bytes().strip()
    try:
        found = orjson.loads(content)
        return found if isinstance(found, list) else [found]
    except orjson.JSONDecodeError:
        return [orjson.loads(line) for line in content.splitlines() if line.strip()]


def apart(tasks: Sequence[dict[str, Any]]) -> Iterator[list[int]]:
    """Groups of tasks, by their places, in which no customer comes twice."""
    seen: Counter[str] = Counter()
    groups: dict[int, list[int]] = {}
    for place, task in enumerate(tasks):
        user_id = task.get("user_id") or ""
        groups.setdefault(seen[user_id] if user_id else 0, []).append(place)
        seen[user_id] += 1
    yield from groups.values()


def replay(shop: Shop, task: dict[str, Any]) -> tuple[dict[str, Any], list[tau_steps.Outcome]]:
    """Do a task's writes; what happened, in the shape of RESULT.jsonl."""
    user_id = task.get("user_id") or _owner(shop, task)
    outcomes: list[tau_steps.Outcome] = []
    orders: dict[str, Any] = {}
    users: dict[str, Any] = {}
    if user_id is not None:
        stranger = next(each for each in shop.source.users if each != user_id)
        for place, step in enumerate(task["steps"]):
            outcomes.append(tau_steps.act(shop, user_id, stranger, step, many=place == 0))
        orders, users = tau_rows.differing(shop, user_id)
    told = {
        "task": task["task"],
        "steps": ["accept" if each.accepted else "reject" for each in outcomes],
        "why": [each.why for each in outcomes],
        "orders_after": orders,
        "users_after": users,
    }
    return told, outcomes


def _owner(shop: Shop, task: dict[str, Any]) -> str | None:
    for step in task["steps"]:
        args = step["args"]
        if order := shop.source.orders.get(args.get("order_id")):
            return str(order["user_id"])
        if args.get("user_id") in shop.source.users:
            return str(args["user_id"])
    return None


def judged(task: dict[str, Any], told: dict[str, Any]) -> list[str]:
    """What differs from what the task expects; of a task without expectations, nothing."""
    wrong = []
    if any("expect" in step for step in task["steps"]):
        if told["steps"] != [step["expect"] for step in task["steps"]]:
            wrong.append("verdict")
        if told["why"] != [step["why"] for step in task["steps"]]:
            wrong.append("why")
    wrong += [
        name
        for name in ("orders_after", "users_after")
        if name in task and task[name] != told[name]
    ]
    return wrong


def run(tasks: Sequence[dict[str, Any]], data: Path) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Replay all tasks; the results in their order, and the figures."""
    results: dict[int, dict[str, Any]] = {}
    wrong: dict[str, list[str]] = {}
    counts: Counter[str] = Counter()
    begin = time.monotonic()
    with tau_shop.prepared(data) as (cluster, shop):
        ready = time.monotonic()
        for number, group in enumerate(apart(tasks)):
            with tau_shop.fresh(cluster, number):
                for place in group:
                    task = tasks[place]
                    told, outcomes = replay(shop, task)
                    results[place] = told
                    if problems := judged(task, told):
                        wrong[task["task"]] = problems
                    counts["writes"] += len(outcomes)
                    counts["accepted"] += sum(each.accepted for each in outcomes)
                    counts["repeats_with_one_effect"] += sum(each.repeated for each in outcomes)
                    counts["hidden_from_strangers"] += sum(each.hidden for each in outcomes)
    figures = {
        "tasks": len(tasks),
        "right": len(tasks) - len(wrong),
        **counts,
        "prepare_seconds": round(ready - begin, 1),
        "replay_seconds": round(time.monotonic() - ready, 1),
        "wrong": dict(list(wrong.items())[:WRONG_SHOWN]),
    }
    return [results[place] for place in sorted(results)], figures


def main() -> None:
    parser = argparse.ArgumentParser(prog="bench.retail", description=__doc__)
    parser.add_argument("tasks", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="the folder of tau_retail")
    parser.add_argument("--out", type=Path, help="one line a task")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    asked = parser.parse_args()
    results, figures = run(tasks_of(asked.tasks), asked.data)
    if asked.out:
        asked.out.write_bytes(b"".join(orjson.dumps(each) + b"\n" for each in results))
    common.tell(figures, as_json=asked.json)
    raise SystemExit(0 if figures["right"] == figures["tasks"] else 1)


if __name__ == "__main__":
    main()
