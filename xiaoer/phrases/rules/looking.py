"""What is to be said of words before they are sent."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Watched:
    """A word as the check looks for it."""

    kind: str
    word: str
    alternative: str
    blocks: bool


@dataclass(frozen=True, slots=True)
class Allowed:
    """The managed emojis for one customer: which may be used, and which are better left out."""

    all: frozenset[str]
    unsafe: frozenset[str]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a shop allows (`CheckSettings`)."""

    emojis_per_message: int = 1
    emoji_every: int = 3
    emoji_blocks: bool = False
    emoji_mixed_warns: bool = True
    emoji_repeat_warns: bool = True
    emoji_abroad: str = "safe"
    phrases_in_a_row: int = 3
    longest_sentence: int = 60


@dataclass(frozen=True, slots=True)
class Before:
    """An agent's earlier message in the talk; `unedited`: the phrase it was, word by word."""

    text: str
    unedited: UUID | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What may be wrong with words about to be sent, and where; `blocks`: they may not be."""

    kind: str
    word: str
    start: int
    alternative: str = ""
    blocks: bool = False


def look_over(
    text: str,
    watched: Sequence[Watched],
    limits: Limits,
    before: Sequence[Before],
    unedited: UUID | None,
) -> list[Finding]:
    """All that is to be said of a reply. `before`: the agent's earlier ones, newest first."""
    return [
        *words_in(text, watched),
        *_long_sentences(text, limits.longest_sentence),
        *_contacts(text),
        *_emoji_findings(text, limits, before),
        *_mechanical(limits, before, unedited),
    ]


def words_in(text: str, watched: Sequence[Watched]) -> list[Finding]:
    """Watched words, the longer ones first where they overlap."""
    small, taken, found = text.lower(), [False] * len(text), []
    for each in sorted(watched, key=lambda one: -len(one.word)):
        start = small.find(each.word.lower())
        while start >= 0:
            end = start + len(each.word)
            if not any(taken[start:end]) and _stands_alone(small, start, end):
                taken[start:end] = [True] * len(each.word)
                said = text[start:end]
                found.append(Finding(each.kind, said, start, each.alternative, each.blocks))
            start = small.find(each.word.lower(), end)
    return sorted(found, key=lambda one: one.start)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Latin words count only whole: SKU is not in SKUNK."""
    latin = text[start:end].isascii() and text[start:end].isalpha()
    around = text[start - 1 : start] + text[end : end + 1]
    return not latin or not any(each.isascii() and each.isalpha() for each in around)


def _long_sentences(text: str, most: int) -> Iterator[Finding]:
    for found in re.finditer(r"[^。！？；!?;\n]+", text):
        if len(found[0].strip()) > most:
            yield Finding("long_sentence", found[0].strip()[:_SHOWN], found.start())


_SHOWN = 20
_CONTACT = re.compile(
    r"(?<!\d)1[3-9]\d{9}(?!\d)|(?:微信|vx|wechat|qq)\s*[号:：]?\s*[a-z0-9_-]{5,20}|"
    r"[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+",
    re.IGNORECASE,
)


def _contacts(text: str) -> Iterator[Finding]:
    """Platforms forbid leading customers away to a private contact."""
    for found in _CONTACT.finditer(text):
        yield Finding("contact", found[0], found.start())


_EMOJI = re.compile("[\U0001f300-\U0001faff\u231a-\u23ff\u2600-\u27bf\u2b50\U0001f1e6-\U0001f1ff]")


def emojis_in(text: str) -> list[str]:
    """The emojis of a text in their order; a colour or gender adds none."""
    return [each for each in _EMOJI.findall(text) if each not in _MODIFIERS]


_MODIFIERS = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff\u2640\u2642")


def _emoji_findings(text: str, limits: Limits, before: Sequence[Before]) -> Iterator[Finding]:
    used = emojis_in(text)
    if not used:
        return
    at, shown = text.index(used[0]), "".join(dict.fromkeys(used))
    if len(used) > limits.emojis_per_message:
        yield Finding("emoji_many", shown, at, blocks=limits.emoji_blocks)
    if len(set(used)) > 1 and limits.emoji_mixed_warns:
        yield Finding("emoji_mixed", shown, at)
    earlier = [emojis_in(each.text) for each in before]
    if earlier and set(used) & set(earlier[0]) and limits.emoji_repeat_warns:
        yield Finding("emoji_repeated", shown, at)
    if any(earlier[: limits.emoji_every - 1]):
        yield Finding("emoji_often", shown, at, blocks=limits.emoji_blocks)


def _mechanical(
    limits: Limits, before: Sequence[Before], unedited: UUID | None
) -> Iterator[Finding]:
    if unedited is None:
        return
    if any(each.unedited == unedited for each in before):
        yield Finding("phrase_again", "", 0)
    row = before[: limits.phrases_in_a_row - 1]
    if len(row) == limits.phrases_in_a_row - 1 and all(each.unedited for each in row):
        yield Finding("phrases_in_a_row", "", 0)


def emoji_culture(text: str, allowed: Allowed) -> Iterator[Finding]:
    """Emojis outside the managed set, and those that mean something else where the customer is."""
    for each in dict.fromkeys(emojis_in(text)):
        if each in allowed.unsafe:
            yield Finding("emoji_culture", each, text.index(each))
        elif each not in allowed.all:
            yield Finding("emoji_unlisted", each, text.index(each))


def emoji_use_for(text: str, *, tense: bool) -> str | None:
    """What kind of emoji suits the words being written; none where one would hurt (EMO-4)."""
    if tense or _SORRY.search(text):
        return None
    return next((use for use, words in _SUITS.items() if words.search(text)), "greeting")


_SORRY = re.compile(r"抱歉|对不起|不好意思|歉意|投诉|赔|sorry|apolog|complain", re.IGNORECASE)
_SUITS = {
    "thanks": re.compile(r"谢|感恩|thank", re.IGNORECASE),
    "order": re.compile(r"发货|快递|包裹|物流|ship|parcel|package", re.IGNORECASE),
    "joy": re.compile(r"恭喜|祝|礼物|生日|congrat|enjoy", re.IGNORECASE),
    "reassurance": re.compile(r"稍等|放心|马上|帮您|处理|moment|check|sure", re.IGNORECASE),
}
