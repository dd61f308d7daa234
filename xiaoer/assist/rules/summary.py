"""What the customer wants so far, in their own words, and what waits for an answer (CMM-1)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from xiaoer.assist.engine import polarity, texts
from xiaoer.assist.rules import likeness, picks

MOST_WANTS = 4
MOST_QUESTIONS = 5
_ALIKE = 0.55
_WISH = re.compile(
    r"(我要|我想|想要|帮我|麻烦|能不能|可以.{0,8}吗|希望|要求|退|换|取消|改|补发|赔|"
    r"i want|i need|please)",
    re.IGNORECASE,
)
_SMALL_TALK = re.compile(
    r"^(你好|您好|在吗|在么|在不在|亲|谢谢|好的|嗯+|哦+|ok|hi|hello|thanks?|thank you)[\W_]*$",
    re.IGNORECASE,
)
_PIECE = re.compile(r"[^。！？!?\n；;]+[。！？!?；;]?")


@dataclass(frozen=True)
class Line:
    """One message of a talk; `by_customer` or by the desk."""

    seq: int
    by_customer: bool
    text: str


@dataclass(frozen=True)
class Said:
    seq: int
    text: str


@dataclass(frozen=True)
class Summary:
    wants: tuple[Said, ...]
    """Needs and problems, the newest last; each in the customer's own words."""
    unanswered: tuple[Said, ...]
    """Questions nobody has answered yet."""


def summary(lines: Sequence[Line]) -> Summary:
    """Of a talk's messages in their order."""
    return Summary(tuple(_wants(lines)), tuple(_unanswered(lines)))


def _wants(lines: Sequence[Line]) -> list[Said]:
    said = [
        Said(line.seq, piece.strip())
        for line in lines
        if line.by_customer
        for piece in _PIECE.findall(line.text)
        if _tells(piece.strip())
    ]
    kept: list[Said] = []
    for each in reversed(said):
        if all(likeness.ranked(each.text, [k.text])[0][0] < _ALIKE for k in kept):
            kept.append(each)
        if len(kept) == MOST_WANTS:
            break
    return kept[::-1]


def _tells(piece: str) -> bool:
    """A wish, an urge, a question or a trouble; a greeting is none."""
    if len(piece) < 3 or _SMALL_TALK.match(piece):
        return False
    if _WISH.search(piece) or picks.urges_shipment(piece) or picks.questions(piece):
        return True
    return any(h.weight <= -2 for c in texts.clauses(texts.normal(piece)) for h in polarity.hits(c))


def _unanswered(lines: Sequence[Line]) -> list[Said]:
    """Every question since the desk last spoke; and of several things said at once, the questions
    that the answer has no word of while it has of another."""
    found: list[Said] = []
    open_: list[Said] = []
    for line in lines:
        if line.by_customer:
            pieces = [piece.strip() for piece in _PIECE.findall(line.text)]
            open_ += [Said(line.seq, piece) for piece in pieces if _tells(piece)]
            continue
        found = [each for each in found if not likeness.shares(each.text, line.text)]
        met = [each for each in open_ if likeness.shares(each.text, line.text)]
        if met:
            found += [each for each in open_ if each not in met and picks.questions(each.text)]
        open_ = []
    asked = [each for each in open_ if picks.questions(each.text)]
    return [*found, *asked][-MOST_QUESTIONS:]
