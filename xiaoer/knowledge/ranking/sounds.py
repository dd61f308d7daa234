"""Characters by how they sound, so that a homophone or a slip of the input method still finds."""

import os
from functools import lru_cache

# Single characters are asked only: the dictionary of phrases would cost 45 MB and 0.3 s.
os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PINYIN_DICT
from pypinyin.style import convert

from xiaoer.knowledge.ranking.text import is_chinese

_CHARACTERS = (0x4E00, 0x9FA6)
_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"))
_FINALS = (("ing", "in"), ("eng", "en"), ("ang", "an"), ("ong", "on"))


@lru_cache(maxsize=16_384)
def of_char(char: str) -> str:
    """The commonest syllable of a character; pairs that people mix up sound alike."""
    return (
        merged(lazy_pinyin(char, style=Style.NORMAL, errors="ignore")[0])
        if is_chinese(char)
        else ""
    )


def merged(syllable: str) -> str:
    for full, short in _INITIALS:
        if syllable.startswith(full):
            syllable = short + syllable.removeprefix(full)
            break
    for full, short in _FINALS:
        if syllable.endswith(full):
            return syllable.removesuffix(full) + short
    return syllable


@lru_cache(maxsize=1)
def _syllables() -> dict[str, str]:
    """Every syllable as it is typed → as it sounds here."""
    commonest = {
        PINYIN_DICT[code].split(",")[0] for code in range(*_CHARACTERS) if code in PINYIN_DICT
    }
    typed = [convert(each, Style.NORMAL, strict=True, default=each) for each in commonest]
    return {each: merged(each) for each in typed}


@lru_cache(maxsize=4_096)
def of_letters(word: str) -> tuple[str, ...]:
    """`tuikuan` → `tui`, `kuan`; nothing when the word is no row of syllables."""
    known = _syllables()
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for size in range(min(6, end), 0, -1):
            before = best[end - size]
            syllable = word[end - size : end]
            if before is not None and syllable in known and (size > 1 or syllable in "aeo"):
                row = (*before, known[syllable])
                if best[end] is None or len(row) < len(best[end] or ()):
                    best[end] = row
    found = best[len(word)] or ()
    return found if len(found) > 1 else ()
