"""The words of the demo, read from the text files beside this one."""

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

CUSTOMER, AGENT = "客", "服"


@dataclass(frozen=True)
class Goods:
    """A product as the demo's list has it; prices in cents."""

    shop: str
    category: str
    title: str
    specs: list[tuple[str, int]]


@dataclass
class Dialogue:
    """A talk in order: who says what. `reason` closes it."""

    stage: str
    tag: str
    reason: str
    lines: list[tuple[str, str]] = field(default_factory=list)

    @property
    def questions(self) -> list[str]:
        return [text for who, text in self.lines if who == CUSTOMER]

    @property
    def answers(self) -> list[str]:
        return [text for who, text in self.lines if who == AGENT]


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath(name).read_text("utf-8")
    return [line for line in text.splitlines() if line.strip()]


@cache
def goods() -> list[Goods]:
    found, shop = [], ""
    for line in _lines("goods.txt"):
        if line.startswith("# shop "):
            shop = line.removeprefix("# shop ").strip()
            continue
        category, title, specs = (part.strip() for part in line.split("|"))
        priced, name = [], ""
        for word in specs.split():
            name = f"{name} {word}".strip()
            spec, colon, price = name.rpartition(":")
            if colon and price.replace(".", "").isdigit():
                priced.append((spec, round(float(price) * 100)))
                name = ""
        found.append(Goods(shop, category, title, priced))
    return found


@cache
def dialogues() -> list[Dialogue]:
    found: list[Dialogue] = []
    for line in _lines("dialogues.txt"):
        mark, _, rest = line.partition(" ")
        if mark == "@":
            stage, tag, reason = rest.split()
            found.append(Dialogue(stage, tag, reason))
        elif mark in (CUSTOMER, AGENT):
            found[-1].lines.append((mark, rest))
    return found


@cache
def phrases() -> list[tuple[str, str, str, str]]:
    """Category, shortcut, title and text."""
    rows = [[part.strip() for part in line.split("|")] for line in _lines("phrases.txt")]
    return [(row[0], row[1], row[2], row[3]) for row in rows]


@cache
def names(kind: str) -> list[str]:
    """Given names, places or nicks."""
    entries = dict(line.split(": ", 1) for line in _lines("names.txt"))
    return entries[kind].split()
