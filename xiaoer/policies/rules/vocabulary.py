"""The words tables are written in: every fact and every output, typed, in both languages.

They are data (`shipped/vocabulary.json`). Money is whole cents, shares are basis points.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

import orjson

from xiaoer.policies.errors import UnknownFact, WrongFact

Facts = Mapping[str, Any]
LARGEST = 2**53 - 1
"""Whole numbers beyond this would lose digits in JSON readers."""
LONGEST_TEXT = 300
MOST_WORDS = 100

TYPES = {
    "text": ("文字", "a text"),
    "choice": ("下列之一：", "one of "),
    "int": ("整数", "a whole number"),
    "cents": ("以分为单位的整数金额", "a whole number of cents"),
    "bool": ("是或否", "true or false"),
    "list": ("文字的列表", "a list of texts"),
}


class Better(StrEnum):
    """Which of two values of an output serves the customer better."""

    MORE = "more"
    LESS = "less"
    LATER = "later"
    """The later one in `values`."""
    TRUE = "true"
    FALSE = "false"
    SUPERSET = "superset"
    SUBSET = "subset"


@dataclass(frozen=True)
class Term:
    """A fact or an output: its name, type, and what people call it."""

    name: str
    type: str
    zh: str
    en: str
    values: tuple[str, ...] = ()
    better: Better | None = None

    @property
    def numeric(self) -> bool:
        return self.type in ("int", "cents")

    def holds(self, value: Any) -> bool:
        """Whether `value` is of this type; true is no number and no number is true."""
        match self.type:
            case "bool":
                return isinstance(value, bool)
            case "int" | "cents":
                whole = isinstance(value, int) and not isinstance(value, bool)
                return whole and abs(value) <= LARGEST
            case "choice":
                return isinstance(value, str) and value in self.values
            case "list":
                return (
                    isinstance(value, list | tuple)
                    and len(value) <= MOST_WORDS
                    and all(_storable(each) and self._listed(each) for each in value)
                )
            case _:
                return _storable(value)

    def wanted(self, locale: str) -> str:
        told = TYPES[self.type][0 if locale == "zh" else 1]
        return told + ", ".join(self.values) if self.type == "choice" else told

    def _listed(self, word: str) -> bool:
        return not self.values or word in self.values


def _storable(value: Any) -> bool:
    return (
        isinstance(value, str)
        and len(value) <= LONGEST_TEXT
        and not any(char == "\0" or 0xD800 <= ord(char) <= 0xDFFF for char in value)
    )


@cache
def _vocabulary() -> dict[str, dict[str, Term]]:
    read = orjson.loads((files("xiaoer.policies") / "shipped" / "vocabulary.json").read_bytes())
    return {
        kind: {
            name: Term(
                name=name,
                type=told["type"],
                zh=told["zh"],
                en=told["en"],
                values=tuple(told.get("values", ())),
                better=Better(told["better"]) if "better" in told else None,
            )
            for name, told in read[kind].items()
        }
        for kind in ("facts", "outputs")
    }


def facts() -> Mapping[str, Term]:
    return _vocabulary()["facts"]


def outputs() -> Mapping[str, Term]:
    return _vocabulary()["outputs"]


def checked(given: Facts) -> dict[str, Any]:
    """`given` without what is None (unknown). Raises `UnknownFact`, `WrongFact`."""
    known = facts()
    kept = {}
    for name, value in given.items():
        term = known.get(name)
        if term is None:
            raise UnknownFact(fact=ascii(name)[1:101])
        if value is None:
            continue
        if not term.holds(value):
            raise WrongFact(fact=name, wanted=term.wanted("en"))
        kept[name] = list(value) if term.type == "list" else value
    return kept


def checked_outputs(given: Facts) -> None:
    """Raises `UnknownFact`, `WrongFact` unless every output exists and holds such a value."""
    known = outputs()
    for name, value in given.items():
        term = known.get(name)
        if term is None:
            raise UnknownFact(fact=ascii(name)[1:101])
        if not term.holds(value):
            raise WrongFact(fact=name, wanted=term.wanted("en"))
