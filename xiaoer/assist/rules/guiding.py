"""How a talk goes well: take in, explain, solve; and in an angry one calm first. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from xiaoer.assist.rules.summary import Line

LONGEST_QUOTE = 40
VAGUE = 12
"""A message of fewer characters without an order number says too little to act on."""

PROCEDURE = (
    ("calm", "保持冷静，不争辩、不打断", "Stay calm; neither argue nor interrupt"),
    ("listen", "听完诉求，用顾客的话复述一遍", "Hear it out and say it back in their words"),
    ("empathise", "表示理解，为不便道歉", "Show understanding and apologise for the trouble"),
    (
        "solve",
        "给出明确的办法和时间，兑现后再确认",
        "Say what is done by when, and confirm it",
    ),
)
"""What to do with an angry customer (EMT-2): key, 中文, English."""


@dataclass(frozen=True)
class Step:
    """One of identify → explain → solve (PTR-2), and whether the talk has come so far."""

    key: str
    done: bool


def quote(said: Sequence[Line]) -> str | None:
    """What the customer said last, short enough to be said back."""
    for line in reversed(said):
        if line.by_customer and (words := " ".join(line.text.split()).strip("。.！!？?~ ")):
            return words[:LONGEST_QUOTE] + ("…" if len(words) > LONGEST_QUOTE else "")
    return None


def confirmation(said: Sequence[Line], locale: str) -> str | None:
    """Saying the customer's own words back, to be sure they are understood (CMM-2)."""
    words = quote(said)
    if words is None:
        return None
    if locale == "zh":
        return f"您刚才提到“{words}”，我理解得对吗？"
    return f'You mentioned "{words}"; have I understood that rightly?'


def is_vague(asked: str, *, order_known: bool) -> bool:
    """Whether guided questions help on: something is wanted, and hardly anything said."""
    return bool(asked.strip()) and not order_known and len(asked.strip()) < VAGUE


def steps(said: Sequence[Line], *, understood: bool, unanswered: int, ended: bool) -> list[Step]:
    """How far the talk has come: what it is about is known, an agent has explained, and nothing is
    open any more."""
    spoken = any(not line.by_customer for line in said)
    explained = understood and spoken
    last_by_desk = bool(said) and not said[-1].by_customer
    solved = ended or (explained and unanswered == 0 and last_by_desk)
    return [Step("identify", understood), Step("explain", explained), Step("solve", solved)]
