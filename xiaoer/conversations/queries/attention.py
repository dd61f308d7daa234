"""Who looks at a talk and who is typing in it: fleeting, kept in memory, fed by the hub's signals
of all processes."""

import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

VIEW_LASTS_SEC = 60.0
"""A look that is not renewed is over: its socket is gone."""
TYPING_LASTS_SEC = 6.0

Viewer = dict[str, str]


@dataclass
class Attention:
    """What one process knows."""

    _views: dict[str, dict[str, tuple[str, float]]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    _typing: dict[str, float] = field(default_factory=dict)

    def heed(self, note: dict[str, Any]) -> None:
        """Take up a signal of the hub."""
        data = note["data"]
        talk = str(data.get("conversation_id", ""))
        if note["kind"] == "viewers":
            self._look(talk, data)
        elif note["kind"] == "typing" and data.get("from") == "customer":
            if data.get("on"):
                self._typing[talk] = time.monotonic() + TYPING_LASTS_SEC
            else:
                self._typing.pop(talk, None)
            if len(self._typing) > 10_000:
                self._typing = {k: t for k, t in self._typing.items() if t > time.monotonic()}

    def _look(self, talk: str, data: dict[str, Any]) -> None:
        if data["on"]:
            until = time.monotonic() + VIEW_LASTS_SEC
            self._views[talk][data["id"]] = (data["name"], until)
            return
        self._views[talk].pop(data["id"], None)
        if not self._views[talk]:
            del self._views[talk]

    def viewers(self, conversation_id: UUID | str) -> list[Viewer]:
        now, looks = time.monotonic(), self._views.get(str(conversation_id), {})
        return [{"id": each, "name": name} for each, (name, until) in looks.items() if until > now]

    def customer_types(self, conversation_id: UUID) -> bool:
        return self._typing.get(str(conversation_id), 0.0) > time.monotonic()


HERE = Attention()
"""This process."""
