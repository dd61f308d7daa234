"""The parcels the twin carries, when each is scanned next, and what it keeps of them on disk."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import orjson

from xiaoer.connectors.couriers.twin.journeys import Kind, Step, plan

FORGOTTEN_AFTER = timedelta(days=40)

Key = tuple[str, str]


@dataclass
class Journey:
    """One parcel on its way. Its scans are known from its number, so only how far it was told of
    is kept."""

    courier: str
    number: str
    kind: Kind
    start: datetime
    pace: float
    told: int = 0

    def steps(self) -> list[Step]:
        return plan(self.number, self.kind)

    def made(self, now: datetime) -> list[dict[str, Any]]:
        """Scans up to now."""
        return [
            {
                "courier": self.courier,
                "tracking_no": self.number,
                "at": at.isoformat(),
                "code": step.code,
                "text": step.text,
                "place": step.place,
            }
            for step in self.steps()
            if (at := self._at(step)) <= now
        ]

    def next_at(self) -> datetime | None:
        """When its next scan is made; None: nothing more comes."""
        steps = self.steps()
        return self._at(steps[self.told]) if self.told < len(steps) else None

    def _at(self, step: Step) -> datetime:
        return self.start + timedelta(hours=step.hours / self.pace)


class Journal:
    """What was followed and until when scans were told, for the next start. None: in memory."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)

    def add(self, *lines: dict[str, Any]) -> None:
        if self.path is not None and lines:
            with self.path.open("ab") as file:
                file.write(b"".join(orjson.dumps(line) + b"\n" for line in lines))

    def read(self) -> Iterator[dict[str, Any]]:
        """Every whole line; one torn by a crash is none."""
        if self.path is None or not self.path.exists():
            return
        for line in self.path.read_bytes().splitlines():
            try:
                yield orjson.loads(line)
            except ValueError:
                continue

    def write(self, lines: list[dict[str, Any]]) -> None:
        """Replace everything."""
        if self.path is not None:
            draft = self.path.with_suffix(".new")
            draft.write_bytes(b"".join(orjson.dumps(line) + b"\n" for line in lines))
            draft.replace(self.path)


class Load:
    """All parcels under way, the next scan first."""

    def __init__(self, pace: float, journal: Journal) -> None:
        self.pace, self.journal = pace, journal
        self.journeys: dict[Key, Journey] = {}
        self._next: list[tuple[datetime, Key]] = []

    def restore(self, now: datetime) -> None:
        """Take up what an earlier process carried; what it told of is not told again."""
        lines = [line for line in self.journal.read() if "number" in line]
        told = max((line["told"] for line in self.journal.read() if "told" in line), default="")
        kept = [
            line for line in lines if now - datetime.fromisoformat(line["since"]) < FORGOTTEN_AFTER
        ]
        for line in kept:
            start, kind = datetime.fromisoformat(line["since"]), Kind(line["kind"])
            journey = Journey(line["courier"], line["number"], kind, start, self.pace)
            journey.told = len(journey.made(datetime.fromisoformat(told))) if told else 0
            self._take(journey)
        if kept:
            self.journal.write([*kept, {"told": told}] if told else kept)

    def add(self, courier: str, number: str, kind: Kind, start: datetime) -> bool:
        """Carry a parcel from now on; one that is carried already goes on as it is."""
        if (courier, number) in self.journeys:
            return False
        self._take(Journey(courier, number, kind, start, self.pace))
        return True

    def _take(self, journey: Journey) -> None:
        key = journey.courier, journey.number
        self.journeys[key] = journey
        if (at := journey.next_at()) is not None:
            heapq.heappush(self._next, (at, key))

    def wait(self, now: datetime) -> float | None:
        """Seconds until the next scan; None: none is coming."""
        return max((self._next[0][0] - now).total_seconds(), 0.0) if self._next else None

    def due(self, now: datetime) -> list[Journey]:
        """Parcels with scans nobody was told of; whoever takes them tells, or gives them back."""
        found = []
        while self._next and self._next[0][0] <= now:
            found.append(self.journeys[heapq.heappop(self._next)[1]])
        return found

    def tell(self, journey: Journey, now: datetime) -> list[dict[str, Any]]:
        """The scans that are due, counted as told; its next one is waited for."""
        scans = journey.made(now)[journey.told :]
        journey.told += len(scans)
        self.give_back(journey)
        return scans

    def give_back(self, journey: Journey) -> None:
        at = journey.next_at()
        if at is not None:
            heapq.heappush(self._next, (at, (journey.courier, journey.number)))
