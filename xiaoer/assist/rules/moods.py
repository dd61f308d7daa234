"""How a customer feels and whether it may get worse (EMT-1): words first, the model's share second.

The kinds are those of Aliyun's customer-emotion model (domain.md §15): anger, abuse, threats,
complaints, media, praise.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import lru_cache
from importlib import resources

from xiaoer.assist.engine import texts


class Mood(StrEnum):
    ANGRY = "angry"
    ABUSIVE = "abusive"
    THREATENING = "threatening"
    COMPLAINT = "complaint"
    MEDIA = "media"
    PRAISE = "praise"


class Risk(IntEnum):
    """How likely the talk goes beyond the desk."""

    CALM = 0
    UNHAPPY = 1
    TENSE = 2
    ESCALATING = 3


BAD_SHARE = 0.85
"""From this share on the sentiment model alone makes a talk unhappy."""
CALLS_FOR_CARE = Risk.TENSE
_DENIED = re.compile(
    r"(不会|不想|不是|没有|没|不用|不必|别|无需|不|\bnot|\bno)\s?(要|去|再|给|打|写|想|会)*$"
)
_RISKS = {
    Mood.ANGRY: Risk.TENSE,
    Mood.ABUSIVE: Risk.TENSE,
    Mood.COMPLAINT: Risk.TENSE,
    Mood.THREATENING: Risk.ESCALATING,
    Mood.MEDIA: Risk.ESCALATING,
    Mood.PRAISE: Risk.CALM,
}


@dataclass(frozen=True)
class Feeling:
    """What a message shows; `words` are the ones that show it, as they stand in the text."""

    moods: tuple[Mood, ...]
    words: tuple[str, ...]
    risk: Risk


@lru_cache
def _patterns() -> dict[Mood, re.Pattern[str]]:
    file = resources.files("xiaoer.assist") / "shipped" / "moods.txt"
    found: dict[Mood, list[str]] = {}
    for line in file.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, _, words = line.partition("\t")
            found.setdefault(Mood(kind), []).extend(re.split(r"(?<!\\) ", words))
    return {mood: _any_of([w.replace("\\ ", " ") for w in words]) for mood, words in found.items()}


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    """Latin words as whole words; Chinese ones anywhere, the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(
        "|".join(
            rf"\b{re.escape(word)}\b"
            if word[0].isascii() and word[0].isalpha()
            else re.escape(word)
            for word in ordered
        )
    )


def feeling(text: str, bad_share: float = 0.0) -> Feeling:
    """The moods in a message; `bad_share`: what the sentiment model says, 0 … 1."""
    normal = texts.normal(text)
    moods: list[Mood] = []
    words: list[str] = []
    for mood, pattern in _patterns().items():
        shown = [match for match in pattern.finditer(normal) if not _taken_back(normal, match)]
        if shown:
            moods.append(mood)
            words += [match[0] for match in shown if mood is not Mood.PRAISE]
    if Mood.PRAISE in moods and (len(moods) > 1 or bad_share >= BAD_SHARE):
        moods.remove(Mood.PRAISE)
    risk = max((_RISKS[mood] for mood in moods), default=Risk.CALM)
    if risk is Risk.CALM and Mood.PRAISE not in moods and bad_share >= BAD_SHARE:
        risk = Risk.UNHAPPY
    return Feeling(tuple(moods), tuple(dict.fromkeys(words)), risk)


def _taken_back(normal: str, match: re.Match[str]) -> bool:
    """不会投诉, 不用差评: the word is said and denied."""
    return bool(_DENIED.search(normal[max(0, match.start() - 5) : match.start()]))


def settled(before: Risk, now: Feeling) -> Risk:
    """The risk of a talk after one more message: it rises at once and falls one step at a time,
    or at once to calm when the customer is pleased."""
    if Mood.PRAISE in now.moods:
        return Risk.CALM
    return max(now.risk, Risk(max(before - 1, Risk.CALM)))
