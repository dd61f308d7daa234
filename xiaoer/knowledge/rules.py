"""What holds for articles whatever is stored: pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from xiaoer.knowledge.errors import (
    EndsBeforeItBegins,
    GuideWithoutMedia,
    MediaNeedsAPlace,
)
from xiaoer.knowledge.models import ArticleState, Kind
from xiaoer.knowledge.ranking.text import plain

LONGEST_KEY = 200

SECTIONS: Mapping[str, tuple[str, ...]] = {
    "features": ("特点", "特性", "features"),
    "functions": ("功能", "functions"),
    "advantages": ("优势", "卖点", "advantages", "selling points"),
    "usage": ("使用方法", "用法", "how to use", "usage"),
    "precautions": ("注意事项", "注意", "precautions"),
    "policies": ("相关政策", "适用政策", "policies"),
}
"""Parts of a product's card (PRD-1, PRD-2) and how a body heads them."""

_HEADING = re.compile(r"^##\s*(.+?)\s*$", re.MULTILINE)
_USAGE = re.compile(
    r"怎么用|如何用|咋用|怎样用|怎么使用|如何使用|用法|使用方法|使用说明|说明书|教程|安装|组装|怎么装|装不上|拼装"
    r"|怎么弄|怎么泡|冲泡|开壶|怎么洗|清洗|保养|怎么调|调不|不会用|不会弄|连不上|配对|打不开|充不进|没反应"
    r"|how (?:do|to|can) .*(?:use|install|assemble|set|clean|wash|connect|brew|turn)"
    r"|manual|instruction",
    re.IGNORECASE,
)
_NOT_USAGE = re.compile(r"券|积分|红包|会员|coupon|points", re.IGNORECASE)
_POLITE_STARTS = re.compile(r"^(?:你好|您好|亲亲|亲|请问一下|请问|想问一下|问一下|麻烦问下)+")
_POLITE_ENDS = re.compile(r"[吗呢啊呀吧嘛么的了]+$")


@dataclass(frozen=True)
class Section:
    """A headed part of an article; without a known heading `key` is empty."""

    key: str
    heading: str
    text: str


def sections(body: str) -> list[Section]:
    """The parts of a body between its `##` headings; what stands before the first has none."""
    parts = _HEADING.split(body)
    found = [Section("", "", parts[0].strip())] if parts[0].strip() else []
    for heading, text in zip(parts[1::2], parts[2::2], strict=True):
        found.append(Section(_section_key(heading), heading, text.strip()))
    return found


def _section_key(heading: str) -> str:
    for key, names in SECTIONS.items():
        if heading.lower() in names:
            return key
    return ""


def asks_how_to_use(question: str) -> bool:
    """Whether somebody cannot cope with a thing: then guides come first (GDE-3)."""
    return bool(_USAGE.search(question)) and not _NOT_USAGE.search(question)


def gap_key(question: str) -> str:
    """What makes two unanswered questions one: spelling, width, greetings and endings do not
    count."""
    bare = plain(question).replace(" ", "") or question.strip()
    asked = _POLITE_STARTS.sub("", bare) or bare
    return (_POLITE_ENDS.sub("", asked) or asked)[:LONGEST_KEY]


def check_period(begins: datetime | None, ends: datetime | None) -> None:
    if begins is not None and ends is not None and ends <= begins:
        raise EndsBeforeItBegins


def check_media(kind: Kind, media: Sequence[Mapping[str, Any]]) -> None:
    """A guide shows something, and whatever is shown is a file of ours or a secure link."""
    if kind is Kind.GUIDE and not media:
        raise GuideWithoutMedia
    for place, each in enumerate(media, start=1):
        if not each.get("file_id") and not str(each.get("url") or "").startswith("https://"):
            raise MediaNeedsAPlace(place=place)


def due_after(reviewed_at: datetime, review_days: int) -> datetime:
    return reviewed_at + timedelta(days=review_days)


def readable(
    state: ArticleState, begins: datetime | None, ends: datetime | None, now: datetime
) -> bool:
    """Whether a published version holds at `now`."""
    if state is not ArticleState.PUBLISHED:
        return False
    return (begins is None or begins <= now) and (ends is None or now < ends)


def wordings(title: str, questions: Sequence[str], title_en: str) -> list[str]:
    """The texts by which a version is found, each once, the title first."""
    texts = [title, *questions, title_en]
    return list(dict.fromkeys(each.strip() for each in texts if each.strip()))
