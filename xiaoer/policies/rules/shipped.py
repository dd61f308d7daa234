"""The tables that come with the house: the law, a standard policy for China, and profiles."""

import datetime as dt
from importlib.resources import files
from typing import Any

import orjson

from xiaoer.policies.errors import ProfileNotFound

SINCE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The house's tables hold for every order, however old it is."""
_SHIPPED = files("xiaoer.policies") / "shipped"


def house() -> list[dict[str, Any]]:
    """What every shop has from the beginning, by the names of the tables."""
    return _contents("house")


def profiles() -> list[str]:
    return sorted(each.name for each in (_SHIPPED / "profiles").iterdir() if each.is_dir())


def profile(name: str) -> list[dict[str, Any]]:
    """Tables that replace the house's in one shop. Raises `ProfileNotFound`."""
    if name not in profiles():
        raise ProfileNotFound(profile=name)
    return _contents(f"profiles/{name}")


def _contents(folder: str) -> list[dict[str, Any]]:
    found = [
        orjson.loads(each.read_bytes())
        for each in (_SHIPPED / folder).iterdir()
        if each.name.endswith(".json")
    ]
    return sorted(found, key=lambda content: str(content["table"]))
