"""What the lexicon says about a text: signed hits, weighed by negation, degree and contrast."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from xiaoer.assist.engine import texts

_LONGEST_ENTRY = 8
_NEGATION = re.compile(
    r"(不是|并不|并没有|并没|不太|不够|不大|不怎么|不那么|没那么|没有那么|没有|从不|从没|毫不|毫无|绝不|"
    r"不会|不能|不算|算不上|谈不上|称不上|不觉得|不|没|别|无|未|非|难以|缺乏|缺少|哪里|哪儿|"
    r"\bnot|\bno|\bnever|n't|\bwithout|\bhardly)[^,]{0,2}\s?(\w+\s)?$"
)
_DOUBLE = re.compile(r"(不得不|没有不|无不|不能不|不要太|不错不|别提多)[^,]{0,2}$")
_STRONG = re.compile(
    r"(非常|特别|十分|相当|实在|极其|极|超级|超|太|真的|真心|真是|真|很|好|挺|巨|贼|最|更|格外|尤其|"
    r"简直|完全|绝对|so|very|really|extremely|too|absolutely)\s?(的|是)?$"
)
_MILD = re.compile(r"(有点|有些|有点儿|稍微|稍|略|略微|还算|比较|勉强|一点|a bit|slightly)\s?$")
_WISH = re.compile(r"(就好了|就更好|就完美|多好|要是|如果|假如|希望能|希望可以|应该|本来|建议)")
_TURN = re.compile(r"^(但是|但|可是|然而|不过|却|but|however)")
_ASIDE = re.compile(r"^(就是|只是|唯一|除了|美中不足|要说|小缺点)")
_CONCEDE = re.compile(r"^(虽然|虽说|尽管|虽|固然|although|though)")
_WAITED = re.compile(
    r"([一二两三四五六七八九十几半\d]+\s?(个)?(多)?(小时|天|周|星期|礼拜|月|分钟|次|遍|年))"
    r".{0,6}(才|还没|还不|没有|没|都没|都不|就坏|就不|了还|不|未)"
)
_GOOD_WORD = 0.8


@dataclass(frozen=True)
class Hit:
    """One entry of the lexicon in a clause. `weight` carries sign, negation and degree."""

    entry: str
    weight: float
    negated: bool


@lru_cache
def lexicon() -> Mapping[str, int]:
    """Entry → strength, −3 … 3; 0: an entry that keeps a shorter one from being found in it."""
    found: dict[str, int] = {}
    folder = resources.files("xiaoer.assist") / "shipped" / "sentiment"
    for name in ("lexicon.txt", "lexicon_en.txt", "neutral.txt"):
        for line in (folder / name).read_text("utf-8").splitlines():
            strength, *entries = line.split()
            if strength != "#":
                for entry in entries:
                    found.setdefault(entry.lower(), int(strength))
    return found


def hits(clause: str) -> list[Hit]:
    """The lexicon's entries in a clause, longest first from left to right."""
    found = list(_spans(clause))
    told = []
    for number, (begin, end, strength) in enumerate(found):
        follows = number + 1 < len(found) and found[number + 1][0] == end
        if strength == 0 or (clause[begin:end] == "好" and follows):
            continue  # 好难吃: 好 only says how much
        told.append(_weighed(clause, begin, end, strength))
    return told


def _spans(clause: str) -> Iterator[tuple[int, int, int]]:
    entries, at = lexicon(), 0
    while at < len(clause):
        if clause[at].isascii():
            end = _word_end(clause, at)
            strength = entries.get(clause[at:end])
        else:
            for end in range(min(len(clause), at + _LONGEST_ENTRY), at, -1):
                if (strength := entries.get(clause[at:end])) is not None:
                    break
            else:
                strength = None
                end = at + 1
        if strength is not None:
            yield at, end, strength
        at = end


def _word_end(clause: str, at: int) -> int:
    end = at
    while end < len(clause) and clause[end].isascii() and clause[end].isalnum():
        end += 1
    return max(end, at + 1)


def _weighed(clause: str, begin: int, end: int, strength: int) -> Hit:
    before, after = clause[max(0, begin - 8) : begin], clause[end : end + 3]
    weight = float(strength)
    if _STRONG.search(before):
        weight *= 1.4
    elif _MILD.search(before):
        weight *= 0.7
    negated = bool(_NEGATION.search(before)) and not _DOUBLE.search(before)
    if negated:
        weight *= -0.8
    if after[:1] in ("吗", "么", "嘛") and strength > 0:
        weight *= 0.1
    return Hit(clause[begin:end], weight, negated)


@dataclass(frozen=True)
class Reading:
    """A text as the lexicon reads it."""

    terms: tuple[str, ...]
    """Each hit as a term; a negated one is another term."""
    figures: tuple[float, ...]
    """The named sums of `FIGURES`, each about between −1 and 1."""


FIGURES = (
    "good", "bad", "net", "share", "first", "last", "best", "worst", "strong_good", "strong_bad",
    "silent", "few_good", "length", "asks", "calls", "waited", "turned_down", "turned_up",
)  # fmt: skip


def read(text: str) -> Reading:
    """The hits of a normal text and what they come to."""
    found: list[str] = []
    nets: list[float] = []
    good = bad = 0.0
    best = worst = 0.0
    pieces = texts.clauses(text)
    weights = _clause_weights(pieces)
    for piece, weight in zip(pieces, weights, strict=True):
        net = 0.0
        for hit in hits(piece):
            value = hit.weight * weight
            if value > 0 and _WISH.search(piece):
                value *= -0.2
            good, bad = good + max(value, 0), bad - min(value, 0)
            best, worst = max(best, value), min(worst, value)
            net += value
            found.append(f"!{hit.entry}" if hit.negated else f"={hit.entry}")
        nets.append(net)
    return Reading(tuple(found), _figures(text, nets, good, bad, best, worst))


def _clause_weights(pieces: list[str]) -> list[float]:
    """What comes after 但是 counts more, what comes before it less; an aside counts less."""
    weights = [1.0] * len(pieces)
    for number, piece in enumerate(pieces):
        if _CONCEDE.search(piece):
            weights[number] *= 0.5
        if _ASIDE.search(piece):
            weights[number] *= 0.6
        if _TURN.search(piece):
            weights[:number] = [each * 0.7 for each in weights[:number]]
            weights[number:] = [each * 1.2 for each in weights[number:]]
    return weights


def _figures(
    text: str, nets: list[float], good: float, bad: float, best: float, worst: float
) -> tuple[float, ...]:
    spoken = [net for net in nets if net] or [0.0]
    turned = next((n for n, p in enumerate(texts.clauses(text)) if n and _TURN.search(p)), None)
    after = sum(nets[turned:]) if turned is not None else 0.0
    return (
        math.tanh(good / 5),
        math.tanh(bad / 5),
        math.tanh((good - bad) / 4),
        (good - bad) / (good + bad + 1),
        math.tanh(spoken[0] / 2),
        math.tanh(spoken[-1] / 2),
        math.tanh(best / 3),
        math.tanh(worst / 3),
        float(best >= 3),
        float(worst <= -3),
        float(good + bad == 0),
        float(good < _GOOD_WORD),
        min(math.log1p(len(text)) / 6, 1),
        min(text.count("?"), 3) / 3,
        min(text.count("!"), 4) / 4,
        float(bool(_WAITED.search(text))),
        float(after < 0),
        float(after > 0),
    )
