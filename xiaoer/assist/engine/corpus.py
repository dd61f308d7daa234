"""The shipped examples, and reviews composed from them: reproducible from the files in this room.

A clause says one thing about one aspect. A customer says several, and often the other side too
("房间不大，但是很干净"), so clauses of one trade are put together with the words that turn.
"""

import random
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from xiaoer.assist.engine import polarity
from xiaoer.assist.engine.examples import SEED, Example

GOOD, BAD = "1", "0"
_EVERYWHERE = ("service", "courier", "general")
_NOT_TRADES = ("lexicon.txt", "lexicon_en.txt", "neutral.txt")
_PER_CLAUSE = 6
_JOINTS = ("，", "，", "，", "。", "。", " ", "！", "；")
_ENDS = ("。", "", "", "！", "~", "...", "!!")
_TURNS = ("但是", "不过", "可是", "但", "然而", "只不过")
_ASIDES = ("就是", "只是", "唯一的不足是", "美中不足的是", "除了")
_CONCEDES = ("虽然", "尽管", "虽说")
_ADVERBS = ("", "很", "非常", "真的", "太", "特别", "比较", "有点", "确实", "真")
_THINGS = (
    "东西", "质量", "味道", "服务", "客服", "效果", "这个", "包装", "物流", "做工", "房间", "内容",
    "手感", "衣服", "手机", "电脑", "菜", "外观", "店家", "收到的", "感觉", "整体", "总之", "宝贝",
)  # fmt: skip


@dataclass(frozen=True)
class Clause:
    trade: str
    good: bool
    text: str


def folder() -> Traversable:
    return resources.files("xiaoer.assist") / "shipped" / "sentiment"


def clauses() -> list[Clause]:
    """Every shipped clause, by trade."""
    found = []
    for file in sorted(folder().iterdir(), key=lambda each: each.name):
        if not file.name.endswith(".txt") or file.name in _NOT_TRADES:
            continue
        trade = file.name.removesuffix(".txt")
        found += [
            Clause(trade, line[0] == "+", line[2:].strip())
            for line in file.read_text("utf-8").splitlines()
            if line[:2] in ("+ ", "- ")
        ]
    return found


def sentiment(without: Collection[str] = ()) -> list[Example]:
    """The examples the shipped model learns from; `without` leaves whole trades out."""
    chosen = [each for each in clauses() if each.trade not in without]
    chance = random.Random(SEED)
    made = [Example(GOOD if each.good else BAD, each.text, 2.0) for each in chosen]
    for each in chosen:
        if each.trade not in ("english", "wholes"):
            made += (_composed(each, chosen, chance) for _ in range(_PER_CLAUSE))
    made += _sayings(chance)
    return made


def _composed(first: Clause, chosen: list[Clause], chance: random.Random) -> Example:
    """A review around `first`, mostly of its mind."""
    pool = [c for c in chosen if c.trade in (first.trade, *_EVERYWHERE) and c is not first]
    same = [c.text for c in pool if c.good == first.good]
    other = [c.text for c in pool if c.good != first.good]
    said = [first.text, *chance.sample(same, min(len(same), chance.choice((0, 1, 1, 2, 3))))]
    chance.shuffle(said)
    if other and chance.random() < 0.3:
        said = _turned(said, chance.choice(other), first.good, chance)
    text = said[0]
    for piece in said[1:]:
        text += chance.choice(_JOINTS) + piece
    return Example(GOOD if first.good else BAD, text + chance.choice(_ENDS))


def _turned(said: list[str], other: str, good: bool, chance: random.Random) -> list[str]:
    """The other side is named: before the turn, or as an aside that does not change the verdict."""
    way = chance.random()
    if way < 0.4:
        return [other, chance.choice(_TURNS) + said[0], *said[1:]]
    if way < 0.6:
        return [chance.choice(_CONCEDES) + other, chance.choice(_TURNS) + said[0], *said[1:]]
    if good and way < 0.9:
        return [*said, chance.choice(_ASIDES) + other]
    return [*said, other, chance.choice(said)] if len(said) > 1 else [other, *said]


def _sayings(chance: random.Random) -> Iterator[Example]:
    """Every entry of the lexicon in a few plain sentences."""
    for entry, strength in polarity.lexicon().items():
        if abs(strength) < 2 or entry.isascii():
            continue
        label = GOOD if strength > 0 else BAD
        yield Example(label, entry, 0.5)
        thing, other = chance.sample(_THINGS, 2)
        yield Example(label, f"{thing}{entry}", 0.5)
        yield Example(
            label, f"{other}，{chance.choice(_ADVERBS)}{entry}{chance.choice(_ENDS)}", 0.5
        )
