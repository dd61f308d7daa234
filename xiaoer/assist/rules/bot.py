"""What the bot says, and when it gives over to a person: pure."""

import re

MOST_FAILURES = 2
_PERSON = re.compile(
    r"人工|真人|(转|找|叫|换)(个|一下)?(客服|人)|客服(在吗|呢|出来)|"
    r"\b(human|agent|real person|representative)\b",
    re.IGNORECASE,
)


def wants_a_person(text: str) -> bool:
    return bool(_PERSON.search(text))


def answer(words: str, locale: str) -> str:
    """An answer says that it comes from a machine's hand, and how to reach a person."""
    if locale == "zh":
        return f"{words}\n\n没解决的话，回复“人工”转客服。"
    return f'{words}\n\nNot solved? Reply "human" for a person.'


def puzzled(locale: str) -> str:
    if locale == "zh":
        return "这个问题我没听明白。可以换个说法，或者发订单号；回复“人工”转客服。"
    return 'I did not get that. Put it in other words or send the order number; "human" calls us.'


def handing_over(locale: str) -> str:
    if locale == "zh":
        return "已为您转人工，前面说的客服都看得到，不用再说一遍。"
    return "A person takes over; they see everything you said, so you need not repeat it."
