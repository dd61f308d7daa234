"""What an automatic reply must say, and which one fits: pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from xiaoer.conversations.errors import AutoReplyTooPlain, UnknownPlace
from xiaoer.conversations.models import AutoReply, Occasion

PLACES = {"排队位置": "position", "position": "position", "预计等待": "wait", "wait": "wait"}
_BRACED = re.compile(r"\{([^{}]+)\}")
_LINK = re.compile(r"https?://\S+|/(?:chat|faq)/\S+")
_MENU = re.compile(r"(?:^|\n)\s*(?:[1-9①②③④⑤]|回复\s*[1-9])")
_ASKS = re.compile(
    r"(?:订单号|单号|问题|款式|商品|尺寸|照片|order number|question|problem|product)"
    r"[^。！!]*[？?]|(?:请|麻烦|可以)(?:您)?(?:先)?(?:告诉|提供|发|说|描述|写)[^。]*"
    r"(?:订单号|单号|问题|商品|照片)|please (?:tell|send|give|share)[^.]*"
    r"(?:order number|question|problem|product)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Situation:
    """How a talk stands when its customer has written. `queue`: how many talks wait."""

    channel: str
    text: str
    open: bool
    served: bool
    queue: int


def check_text(text: str) -> None:
    """It guides or reassures: a place in the queue or a wait, links or a menu, or a question for
    what is needed. A plain "please wait" does neither (RSP-8)."""
    for name in _BRACED.findall(text):
        if name not in PLACES:
            raise UnknownPlace(name=name)
    if not (_BRACED.search(text) or _LINK.search(text) or _menu(text) or _ASKS.search(text)):
        raise AutoReplyTooPlain


def _menu(text: str) -> bool:
    return len(_MENU.findall(text)) > 1


def fits(rule: AutoReply, now: Situation) -> bool:
    if rule.channel is not None and rule.channel != now.channel:
        return False
    match rule.occasion:
        case Occasion.KEYWORD:
            return holds(rule.keywords, now.text)
        case Occasion.OFF_DUTY:
            return not now.open
        case Occasion.PEAK:
            return now.open and not now.served and now.queue > rule.queue_over
        case Occasion.QUEUED:
            return now.open and not now.served


def holds(keywords: Sequence[str], text: str) -> bool:
    small = text.lower()
    return any(each.lower() in small for each in keywords)


def filled(text: str, *, position: int | None, wait_min: int | None, locale: str) -> str | None:
    """The words with place and wait in them; None when they need what is not known."""
    known = {
        "position": None if position is None else str(position),
        "wait": None if wait_min is None else _minutes(wait_min, locale),
    }
    names = [PLACES[each] for each in _BRACED.findall(text)]
    if any(known[each] is None for each in names):
        return None
    return _BRACED.sub(lambda found: known[PLACES[found[1]]] or "", text)


def _minutes(minutes: int, locale: str) -> str:
    return f"{minutes} 分钟" if locale == "zh" else f"{minutes} min"
