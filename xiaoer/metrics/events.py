"""What happens to figures."""

from dataclasses import dataclass
from typing import Any

from xiaoer.core.events import Event


@dataclass(frozen=True, kw_only=True)
class ShiftsSet(Event):
    """Figures of the shop are split by other shifts from now on."""

    shifts: list[dict[str, Any]]

    def topics(self) -> list[str]:
        return [f"shop:{self.shop_id}"]
