"""What holds for every conversation: its states, its words, its preview. No session, no clock."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

import rjieba

from xiaoer.conversations.errors import EmptyMessage, MessageTooLong
from xiaoer.conversations.models import Author, MessageKind, State
from xiaoer.phrases import rules as phrases

NEXT_STATES: dict[State, frozenset[State]] = {
    State.OPEN: frozenset({State.SNOOZED, State.CLOSED}),
    State.SNOOZED: frozenset({State.OPEN, State.CLOSED, State.SNOOZED}),
    State.CLOSED: frozenset({State.OPEN}),
}

PREVIEW_CHARS = 120
SNIPPET_CHARS = 80
SNIPPET_BEFORE = 20
WORD_CHARS = 40
"""A longer run of letters is found by its beginning."""
SHELF_SIZE, STACK_SIZE = 64, 4096
"""Conversations whose words share a shelf, and a stack, of the search index (see `lexemes`)."""
LIVE_CHANNELS = frozenset({"webchat"})
"""Channels whose customers listen to the hub themselves; all others carry messages out by jobs."""

KIND_WORDS = {
    MessageKind.IMAGE: "[图片]",
    MessageKind.FILE: "[文件]",
    MessageKind.CARD: "[卡片]",
}


def preview(kind: str, text: str) -> str:
    """The one line of a message that lists show."""
    line = " ".join(text.split())[:PREVIEW_CHARS]
    return line or KIND_WORDS.get(MessageKind(kind), "")


def kind_of(attachments: Sequence[Mapping[str, Any]]) -> MessageKind:
    """Pictures alone are a picture message; anything else attached is a file message."""
    if not attachments:
        return MessageKind.TEXT
    pictures = all(str(each["content_type"]).startswith("image/") for each in attachments)
    return MessageKind.IMAGE if pictures else MessageKind.FILE


def check_content(text: str, *, attached: bool, limit: int) -> None:
    """Raise unless the message says something and not too much."""
    if not text.strip() and not attached:
        raise EmptyMessage
    if len(text) > limit:
        raise MessageTooLong(limit=limit)


def seconds_between(start: datetime, end: datetime) -> float:
    """Never negative: two processes' clocks may differ by a moment."""
    return max(0.0, (end - start).total_seconds())


def words(text: str) -> list[str]:
    """The searchable words of a text: Chinese in all the lengths a person may type, lower case."""
    found = {word.strip().lower()[:WORD_CHARS] for word in rjieba.cut_for_search(text)}
    return sorted(word for word in found if any(char.isalnum() for char in word))


@lru_cache(maxsize=65536)
def shelf(shop_id: UUID, position: int) -> str:
    """Four letters for the conversations of a shop from `position * SHELF_SIZE` onwards."""
    return _four_letters(b"shelf" + shop_id.bytes + position.to_bytes(8))


@lru_cache(maxsize=4096)
def stack(shop_id: UUID, position: int) -> str:
    """Four letters for the conversations of a shop from `position * STACK_SIZE` onwards."""
    return _four_letters(b"stack" + shop_id.bytes + position.to_bytes(8))


def _four_letters(name: bytes) -> str:
    number = int.from_bytes(hashlib.blake2b(name, digest_size=3).digest())
    return "".join(_LETTERS[number >> shift & 63] for shift in (0, 6, 12, 18))


_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"


def lexemes(text: str, shop_id: UUID, number: int) -> list[str]:
    """What the search index keeps of a message: each word behind its shelf and its stack.

    The lists of a common word would hold every tenth of ten million messages. Behind a shelf a
    list is short, so a search reads the newest shelves and stops when the page is full; a rare
    word, which the newest shelves lack, is found by few looks into the large stacks.
    """
    places = (shelf(shop_id, number // SHELF_SIZE), stack(shop_id, number // STACK_SIZE))
    found = words(text)
    return [place + word for place in places for word in found]


def is_answer(author: str, auto: bool) -> bool:
    """Only a person's words to the customer end a turn; bots, rules and notes do not."""
    return author == Author.AGENT and not auto


def blanks(text: str, locale: str) -> list[str]:
    """Variables of a phrase that nobody has filled in yet, as the reader calls them (QP-15)."""
    known = phrases.VARIABLES
    return [
        known[name][0 if locale == "zh" else 1]
        for name in phrases.variables_in(text)
        if name in known
    ]


def query_words(query: str) -> list[str]:
    """The words a search asks for, all of which a message must hold."""
    found = {word.strip().lower()[:WORD_CHARS] for word in rjieba.cut(query)}
    return sorted(word for word in found if any(char.isalnum() for char in word))[:8]


def search_query(words: Sequence[str], places: Sequence[str]) -> str:
    """A tsquery: all the words, in any of these places of the index. Which place each word is in
    need not be said: those of one message are all in the same."""
    escaped = (word.replace("\\", "\\\\").replace("'", "''") for word in words)
    return " & ".join("('" + f"{word}'|'".join(places) + f"{word}')" for word in escaped)


def highlight(text: str, words: Sequence[str]) -> str:
    """A piece of the text around the first hit. Hits stand between U+0001 and U+0002, which no
    stored text holds, so that a page can mark them without reading any markup."""
    found = _any_of(tuple(words))
    first = found.search(text)
    start = max(0, first.start() - SNIPPET_BEFORE) if first else 0
    return found.sub(lambda hit: f"\u0001{hit[0]}\u0002", text[start : start + SNIPPET_CHARS])


@lru_cache(maxsize=256)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in words), re.IGNORECASE)


def waiting_words(minutes: int, locale: str) -> str:
    """About how long, as the customer reads it."""
    size, zh, en, _ = next(each for each in _UNITS if minutes % each[0] == 0)
    count = minutes // size
    return f"{count} {zh}" if locale == "zh" else f"{count} {en}{'s' if count > 1 else ''}"


_UNITS = ((1440, "天", "day", "d"), (60, "小时", "hour", "h"), (1, "分钟", "minute", "min"))


def says_how_long(text: str, minutes: int) -> bool:
    """Whether the promised time stands in the words themselves (HOLD-4)."""
    amounts = [
        rf"(?<!\d){minutes // size}\s*个?\s*({zh}|{en}|{short}\b)"
        for size, zh, en, short in _UNITS
        if minutes % size == 0
    ]
    return re.search("|".join(amounts), text, re.IGNORECASE) is not None


def hold_text(checking: str, minutes: int, locale: str) -> str:
    """The hold phrase: what is checked, and about how long it takes (HOLD-1)."""
    wait = waiting_words(minutes, locale)
    if locale == "zh":
        return f"我正在为您核实{checking}，大约需要 {wait}，请您稍等一下。"
    return f"I am checking {checking} for you. It takes about {wait}; one moment, please."


def extension_text(checking: str, minutes: int, locale: str) -> str:
    """What tells of a later time (HOLD-11)."""
    wait = waiting_words(minutes, locale)
    if locale == "zh":
        return f"让您久等了，{checking}还在核实，大约还需要 {wait}，有结果马上告诉您。"
    return f"Sorry to keep you waiting: I am still checking {checking}, about {wait} more."


def contact_texts(locale: str) -> list[str]:
    """Ready words that keep contact while something is checked (HOLD-6)."""
    if locale == "zh":
        return [
            "还在为您核实，请放心，我一直在跟进。",
            "等待的时候，还有其他需要我帮忙的吗？",
            "方便的话可以再发一下相关的截图或照片，我一起帮您看。",
        ]
    return [
        "I am still checking and staying with it.",
        "Is there anything else I can help with in the meantime?",
        "If you have a screenshot or a photo of it, send it and I will look at it too.",
    ]


def hold_warnings(
    seconds: float, contact_ratio: float, alert_sec: float
) -> list[tuple[float, str]]:
    """When the agent is prompted, in seconds from now: `contact` at each share of the time, and
    the countdown `expiring` before its end, at the earliest after four fifths of it."""
    last = max(seconds - alert_sec, seconds * 0.8)
    every = seconds * contact_ratio
    contacts = [each for n in range(1, MOST_CONTACTS + 1) if (each := n * every) < last]
    return [*((each, "contact") for each in contacts), (last, "expiring")]


MOST_CONTACTS = 5


def puts_off(text: str) -> bool:
    """Whether the words only ask to wait on: such a reply is no definite answer (HOLD-9)."""
    clauses = [each for each in re.split(r"[，。！？；,.!?;~\n]+", text) if each.strip()]
    waits = [bool(_WAITS.search(each)) for each in clauses]
    says = [
        not wait and not _COURTESY.fullmatch(each.strip())
        for each, wait in zip(clauses, waits, strict=True)
    ]
    return any(waits) and not any(says)


_WAITS = re.compile(
    r"稍等|稍候|稍后|等一下|等一等|再等|请等|久等|耐心等|还?在(核实|查|处理|确认)|核实中|处理中|尽快|"
    r"moment|wait|get back to you|still checking|soon",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"亲+|您?好|你好|在的?|嗯+|好的?|抱歉|不好意思|谢谢|请|please|sorry|thanks|hi|hello",
    re.IGNORECASE,
)


def answer_text(text: str, reason: str, alternatives: Sequence[str], locale: str) -> str:
    """An unwelcome answer says why, and what can be done instead (HOLD-10)."""
    lines = [text.strip()]
    if reason and reason not in text:
        lines.append(f"原因：{reason}" if locale == "zh" else f"Why: {reason}")
    left = [each for each in alternatives if each not in text]
    if left:
        listed = "；".join(left) if locale == "zh" else "; ".join(left)
        lines.append(f"解决方案：{listed}" if locale == "zh" else f"What we can do: {listed}")
    return "\n".join(line for line in lines if line)
