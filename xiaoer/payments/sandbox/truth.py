"""What the sandbox knows: its own books in a file of its own, so that a kill loses nothing."""

import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import orjson


@dataclass
class Done:
    """One order of a client, by its key. `executions` tells how often money really moved."""

    key: str
    kind: str
    cents: int
    currency: str
    instrument: str
    charge_ref: str
    provider_ref: str
    verdict: str
    failure: str = ""
    executions: int = 0
    notify_url: str = ""


class Truth:
    """All orders by key. Every change is appended to the journal before anybody is answered."""

    def __init__(self, journal: Path) -> None:
        journal.parent.mkdir(parents=True, exist_ok=True)
        self.orders: dict[str, Done] = {}
        self._captured: dict[str, int] = {}
        self._refunds: dict[str, set[str]] = {}
        if journal.exists():
            self._replay(journal)
        self._file = os.open(journal, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def _replay(self, journal: Path) -> None:
        for line in journal.read_bytes().splitlines():
            try:
                told = orjson.loads(line)
            except orjson.JSONDecodeError:
                continue  # cut by a kill: nobody was answered
            self._captured |= told.pop("captured", {})
            self._remember(Done(**told))

    def take(self, body: dict[str, Any], *, refuse: str = "") -> Done | None:
        """Carry out an order, once per key; None when the key was used for another one."""
        known = self.orders.get(body["key"])
        if known is not None:
            asked = (body["kind"], body["cents"], body["currency"], body["instrument"])
            same = asked == (known.kind, known.cents, known.currency, known.instrument)
            return known if same else None
        ref = body["charge_ref"]
        if ref and ref not in self._captured:
            self._captured[ref] = body["charge_cents"]
        done = Done(
            **{name: body[name] for name in ("key", "kind", "cents", "currency", "instrument")},
            charge_ref=ref,
            provider_ref=f"sb_{len(self.orders) + 1}_{body['key'][-8:]}",
            verdict="settled",
            notify_url=body["notify_url"],
        )
        failure = refuse or self._refusal(done)
        if failure:
            done.verdict, done.failure = "failed", failure
        else:
            done.executions = 1
            if done.kind == "charge":
                self._captured[done.provider_ref] = done.cents
        self.write(done)
        return done

    def _refusal(self, done: Done) -> str:
        if done.cents <= 0:
            return "amount"
        if done.kind == "refund":
            back = [self.orders[key] for key in self._refunds.get(done.charge_ref, ())]
            paid_back = sum(each.cents for each in back if each.verdict == "settled")
            if paid_back + done.cents > self._captured.get(done.charge_ref, 0):
                return "above_charge"
        return ""

    def write(self, done: Done) -> None:
        self._remember(done)
        refs = {done.charge_ref, done.provider_ref} & self._captured.keys()
        captured = {ref: self._captured[ref] for ref in refs}
        os.write(self._file, orjson.dumps(asdict(done) | {"captured": captured}) + b"\n")

    def _remember(self, done: Done) -> None:
        self.orders[done.key] = done
        if done.kind == "refund":
            self._refunds.setdefault(done.charge_ref, set()).add(done.key)
