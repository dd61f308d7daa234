"""What each figure says and how it is counted, to stand beside it (docs/kpis.md)."""

from functools import cache
from importlib.resources import files

import orjson


@cache
def all_() -> dict[str, dict[str, str]]:
    """By code: `zh` and `en`."""
    raw = files("xiaoer.metrics") / "shipped" / "definitions.json"
    found: dict[str, dict[str, str]] = orjson.loads(raw.read_bytes())
    return found


def of(code: str) -> dict[str, str]:
    return all_()[code]
