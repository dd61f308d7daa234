"""How alike two short texts are: shared groups of characters and words, the rarer the heavier."""

import math
from collections import Counter
from collections.abc import Sequence

from xiaoer.assist.engine import texts

Terms = dict[str, float]
_SIZE = 2


def terms(text: str) -> Terms:
    """Pairs of Chinese characters and whole Latin words."""
    found = texts.terms(texts.normal(text))
    return {term: 1 + math.log(n) for term, n in found.items() if _counts(term)}


def _counts(term: str) -> bool:
    if term.startswith("w "):
        return term.count(" ") == 1
    return term[0] >= "\u3400" and len(term) == _SIZE


def ranked(asked: str, candidates: Sequence[str]) -> list[tuple[float, int]]:
    """How alike each candidate is to what is asked, 0 … 1, with its place; the most alike first."""
    wanted = terms(asked)
    known = [terms(candidate) for candidate in candidates]
    often = Counter(term for each in known for term in each)
    rare = {term: math.log((1 + len(known)) / (1 + often[term])) + 0.5 for term in often}
    heard = {term: value for term, value in wanted.items() if term in rare}
    # What no candidate has a word of cannot tell them apart, yet makes all of them less fitting.
    share = math.sqrt(len(heard) / len(wanted)) if wanted else 0.0
    told = [(_cosine(heard, each, rare) * share, place) for place, each in enumerate(known)]
    return sorted(told, key=lambda pair: (-pair[0], pair[1]))


def echoed(question: str, answer: str, asked: str) -> set[str]:
    """What an answer took up from its own question and nobody has asked now."""
    return set(terms(question).keys() & terms(answer).keys() - terms(asked).keys())


def shares(one: str, other: str) -> bool:
    """Whether two texts have any group in common."""
    return not terms(one).keys().isdisjoint(terms(other))


def _cosine(one: Terms, other: Terms, rare: dict[str, float]) -> float:
    common = one.keys() & other.keys()
    if not common:
        return 0.0
    dot = sum(one[t] * other[t] * rare[t] ** 2 for t in common)
    return dot / (_length(one, rare) * _length(other, rare))


def _length(found: Terms, rare: dict[str, float]) -> float:
    return math.sqrt(sum((value * rare[t]) ** 2 for t, value in found.items())) or 1.0
