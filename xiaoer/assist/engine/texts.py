"""From a text to its clauses and its terms: pure, the same for training and for labelling."""

import re
import unicodedata
from collections.abc import Iterator

LONGEST = 2000
"""Characters that are looked at; a review or a message says what it has to say within them."""

_BREAK = re.compile(r"[\s,，。.!！?？;；:：、~～…\"“”'‘’()（）\[\]【】<>《》|/\\—-]+")
_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z']+|\d+|[^\s\w]")
_REPEATED = re.compile(r"(.)\1{2,}")
_GRAMS = 4
_PART = (3, 5)
"""Lengths of the pieces of a Latin word, so that a misspelling shares most of them."""


def normal(text: str) -> str:
    """Full-width forms folded, lower case, any letter at most twice in a row."""
    folded = unicodedata.normalize("NFKC", text[:LONGEST]).lower()
    return _REPEATED.sub(r"\1\1", folded)


def clauses(text: str) -> list[str]:
    """The pieces of a normal text between punctuation."""
    return [piece for piece in _BREAK.split(text) if piece]


def terms(text: str) -> dict[str, int]:
    """How often each term stands in a normal text: Chinese characters in groups of one to four,
    Latin words, pairs of words, and pieces of words."""
    found: dict[str, int] = {}
    for term in _terms(text):
        found[term] = found.get(term, 0) + 1
    return found


def _terms(text: str) -> Iterator[str]:
    before = "^"
    for run in _RUN.findall(text):
        if run[0] >= "\u3400":
            yield from _groups(run)
            before = "^"
        elif run.isdigit():
            yield f"#{min(len(run), 9)}"
        elif run[0].isalpha():
            yield f"w {run}"
            yield f"w {before} {run}"
            yield from _pieces(f" {run} ")
            before = run
        else:
            yield run


def _groups(run: str) -> Iterator[str]:
    for size in range(1, _GRAMS + 1):
        for begin in range(len(run) - size + 1):
            yield run[begin : begin + size]


def _pieces(word: str) -> Iterator[str]:
    shortest, longest = _PART
    for size in range(shortest, longest + 1):
        for begin in range(len(word) - size + 1):
            yield f"c{word[begin : begin + size]}"
