"""Wordings that mean the same, written by hand (`shipped/lexicon.txt`), and how they are found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from xiaoer.knowledge.ranking import text

SHIPPED = Path(__file__).parent / "shipped" / "lexicon.txt"


class Weight(StrEnum):
    """How much a group of wordings tells of a question's subject."""

    POLITE = "polite"
    QUESTION = "question"
    LIGHT = "light"
    SUBJECT = "subject"


@dataclass(frozen=True)
class Group:
    """Forms of one meaning, named by the first."""

    name: str
    weight: Weight


@dataclass(frozen=True)
class Piece:
    """A part of a text: a known wording with its meanings, or what lies between two."""

    text: str
    groups: tuple[Group, ...]


class Lexicon:
    """The groups, by form."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._meanings: dict[str, tuple[Group, ...]] = {}
        self._longest: dict[str, int] = {}
        weight = Weight.SUBJECT
        for line in lines:
            line = line.strip()
            if line.startswith("["):
                weight = Weight(line.strip("[]"))
            elif line and not line.startswith("#"):
                self._add(line.split(), weight)

    def _add(self, forms: list[str], weight: Weight) -> None:
        group = Group(forms[0], weight)
        for form in forms:
            form = text.plain(form.replace("_", " "))
            if form and group not in self._meanings.get(form, ()):
                self._meanings[form] = (*self._meanings.get(form, ()), group)
                self._longest[form[0]] = max(self._longest.get(form[0], 0), len(form))

    def __len__(self) -> int:
        return len({group for groups in self._meanings.values() for group in groups})

    @property
    def meanings(self) -> Mapping[str, tuple[Group, ...]]:
        return self._meanings

    def pieces(self, plain: str) -> Iterator[Piece]:
        """`plain` from left to right, always the longest wording that fits."""
        start = here = 0
        while here < len(plain):
            size = self._match(plain, here)
            if not size:
                here += 1
                continue
            if plain[start:here].strip():
                yield Piece(plain[start:here].strip(), ())
            form = plain[here : here + size]
            yield Piece(form, self._meanings[form])
            start = here = here + size
        if plain[start:].strip():
            yield Piece(plain[start:].strip(), ())

    def _match(self, plain: str, here: int) -> int:
        """The length of the longest wording that begins `here`; 0 when there is none."""
        for size in range(self._longest.get(plain[here], 0), 0, -1):
            form = plain[here : here + size]
            if len(form) == size and form in self._meanings and _whole(plain, here, size):
                return size
        return 0


def _whole(plain: str, here: int, size: int) -> bool:
    """Letters count as whole words only: `or` is not found in `order`."""
    end = here + size
    joined_before = here > 0 and plain[here].isascii() and _letter(plain[here - 1])
    joined_after = end < len(plain) and plain[end - 1].isascii() and _letter(plain[end])
    return not (joined_before or joined_after)


def _letter(char: str) -> bool:
    return char.isascii() and char.isalnum()


@cache
def shipped() -> Lexicon:
    with SHIPPED.open(encoding="utf-8") as lines:
        return Lexicon(iter(lines))
