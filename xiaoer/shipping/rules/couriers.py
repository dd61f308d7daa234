"""Couriers, what people call them, and whether a number can be theirs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import orjson

from xiaoer.core.config import settings
from xiaoer.shipping.rules import numbers
from xiaoer.shipping.rules.numbers import Format

FOLDER = "couriers"


@dataclass(frozen=True)
class Courier:
    code: str
    zh: str
    en: str
    formats: tuple[Format, ...]

    def takes(self, number: str) -> bool:
        return numbers.fits(self.formats, number)


@cache
def known() -> Mapping[str, Courier]:
    """By code: the shipped ones, and those of `couriers/*.json` in the data folder."""
    shipped = orjson.loads((files("xiaoer.shipping") / "shipped" / "couriers.json").read_bytes())
    added = [orjson.loads(each.read_bytes()) for each in _folder().glob("*.json")]
    return {
        told["courier_code"]: Courier(
            told["courier_code"],
            told.get("zh", told.get("name", told["courier_code"])),
            told.get("en", told.get("name", told["courier_code"])),
            tuple(numbers.read(told)),
        )
        for told in [*shipped, *added]
    }


def code_of(name: str) -> str:
    """The code of the courier people call so; a name nobody knows stays as it is."""
    plain = name.strip().lower().replace(" ", "")
    return _names().get(plain, name.strip()[:40])


def name_of(code: str) -> str:
    """What people call the courier of that code; a name nobody knows stays as it is."""
    courier = known().get(code)
    return courier.zh if courier else code


@cache
def _names() -> Mapping[str, str]:
    shipped = orjson.loads((files("xiaoer.shipping") / "shipped" / "couriers.json").read_bytes())
    named = {
        name.replace(" ", ""): told["courier_code"] for told in shipped for name in told["names"]
    }
    return named | {code: code for code in known()}


def _folder() -> Path:
    return settings().data / FOLDER
