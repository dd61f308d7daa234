"""Variables in phrases, and how a title is found by its letters: pure."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from xiaoer.phrases.errors import UnknownVariable

VARIABLES: Mapping[str, tuple[str, str]] = {
    "customer_name": ("客户昵称", "customer's name"),
    "product": ("商品名称", "product"),
    "order_no": ("订单号", "order number"),
    "courier": ("快递公司", "courier"),
    "tracking_no": ("快递单号", "tracking number"),
    "amount": ("金额", "amount"),
    "eta": ("预计时间", "expected time"),
    "agent_name": ("客服昵称", "agent's name"),
    "shop_name": ("店铺名称", "shop's name"),
}
"""Name in a text → what people call it, 中文 and English (QP-15). Both may stand in braces."""

_BY_CHINESE = {chinese: name for name, (chinese, _) in VARIABLES.items()}
_BRACED = re.compile(r"\{([a-z_]+|[\u4e00-\u9fff]+)\}")

# Where each letter begins in GB2312, whose 3755 common characters are in the order of pinyin.
_LETTERS = "abcdefghjklmnopqrstwxyz"
_BEGINS = (
    0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8,
    0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1,
)  # fmt: skip
_LAST = 0xD7F9


@dataclass(frozen=True)
class Rendered:
    """A phrase with what is known filled in. While `missing` is not empty it cannot be sent."""

    text: str
    missing: tuple[str, ...]


def variables_in(text: str) -> tuple[str, ...]:
    """The variables of `text` by name, each once, in the order they come."""
    return tuple(dict.fromkeys(_name(found) for found in _BRACED.findall(text)))


def check_variables(text: str) -> None:
    for variable in variables_in(text):
        if variable not in VARIABLES:
            raise UnknownVariable(variable=variable)


def render(text: str, facts: Mapping[str, str | None]) -> Rendered:
    """Fill in `facts`; a variable without a fact stays in its braces and is named as missing."""
    missing: dict[str, None] = {}

    def fill(match: re.Match[str]) -> str:
        name = _name(match[1])
        value = facts.get(name)
        if value:
            return value
        missing[name] = None
        return match[0]

    return Rendered(_BRACED.sub(fill, text), tuple(missing))


def initials(title: str) -> str:
    """`退货地址 2` → `thdz2`: pinyin's first letters; letters and digits stand for themselves."""
    return "".join(_initial(char) for char in title.lower())


def _name(found: str) -> str:
    return _BY_CHINESE.get(found, found)


def _initial(char: str) -> str:
    if char.isascii():
        return char if char.isalnum() else ""
    code = int.from_bytes(char.encode("gb2312", errors="ignore"), "big")
    if not _BEGINS[0] <= code <= _LAST:
        return ""
    return _LETTERS[bisect_right(_BEGINS, code) - 1]


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


def is_verbatim(phrase: str, said: str) -> bool:
    """Whether `said` is the phrase as it stands, whatever its variables were filled with."""
    parts = _BRACED.split(phrase.strip())[::2]  # every other one is a variable's name
    return re.fullmatch(".+?".join(map(re.escape, parts)), said.strip(), re.DOTALL) is not None


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
