"""One spelling for one word: width, case, traditional characters, numbers. Pure."""

import re
import unicodedata
from functools import cache, lru_cache

import opencc
import rjieba

_OTHER = re.compile(r"[^0-9a-z\u3400-\u9fff.%]+")
_LONE_DOT = re.compile(r"(?<!\d)\.|\.(?!\d)")
_DIGITS = {each: str(value) for value, each in enumerate("零一二三四五六七八九")} | {"两": "2"}
_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_COUNTED = re.compile(
    r"([零一二两三四五六七八九十百千万]+)"
    r"(?=个|天|日|月|年|小时|分钟|点|元|块|次|笔|期|号|件|张|岁|折|斤|公斤|克|周|位|倍|兆|毛)"
)
_SUFFIXES = ("ingly", "edly", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "ed", "es", "s")
_STEM_LEAST = 3


@cache
def _simplifier() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """`text` in lower case, half width and simplified characters, with numbers in digits and one
    space where anything else stood."""
    folded = unicodedata.normalize("NFKC", text).lower()
    if not folded.isascii():
        folded = _COUNTED.sub(lambda match: _number(match[1]), _simplifier().convert(folded))
    return _LONE_DOT.sub(" ", _OTHER.sub(" ", folded)).strip()


def _number(chinese: str) -> str:
    """`二十四` → `24`. What is no whole number in the usual form stays as it is."""
    total = part = 0
    for char in chinese:
        if char in _DIGITS:
            part = part * 10 + int(_DIGITS[char]) if part and total == 0 else int(_DIGITS[char])
            continue
        unit = _UNITS[char]
        if unit == _UNITS["万"]:
            total, part = (total + part or 1) * unit, 0
        else:
            total, part = total + (part or 1) * unit, 0
    return str(total + part)


def is_chinese(char: str) -> bool:
    return "\u3400" <= char <= "\u9fff"


def words(text: str) -> list[str]:
    """The words of a plain text: Chinese as the cutter sees them, English as their stems."""
    found = []
    for word in rjieba.cut(text):
        word = word.strip()
        if word and word not in ".%":
            found.append(stem(word) if word.isascii() and word.isalpha() else word)
    return found


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """An English word without its commonest endings; both sides of a search lose the same."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _STEM_LEAST:
            base = word[: -len(suffix)]
            if suffix in ("ies", "ied"):
                return base + "y"
            if suffix == "s" and base.endswith(("s", "u", "i")):
                return word
            if len(base) > _STEM_LEAST and base[-1] == base[-2] and base[-1] not in "aeosl":
                base = base[:-1]
            return _one_l(base.removesuffix("e"))
    return _one_l(word.removesuffix("e")) if len(word) > _STEM_LEAST + 1 else word


def _one_l(base: str) -> str:
    """Cancelled and canceled are one word; call stays call."""
    return base[:-1] if len(base) > len("called") and base.endswith("ll") else base
