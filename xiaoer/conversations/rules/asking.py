"""Whether a customer's words ask for anything, as far as a list of hot questions is concerned."""

import re

from xiaoer.knowledge.ranking import lexicon
from xiaoer.knowledge.ranking.lexicon import Weight
from xiaoer.knowledge.ranking.text import plain

_SETTLED = re.compile(
    r"(?:(?:非常|太|十分)?(?:谢谢|多谢|感谢|谢了|谢啦|辛苦|麻烦(?:你|您)了).*"
    r"|.*(?:谢谢|多谢|感谢|辛苦了|辛苦啦)(?:你|您|小二|客服|亲|了|啦|啊|哈)*"
    r"|(?:嗯|哦|噢|好的|好|行|那|我|已经|都)*"
    r"(?:好的|好滴|好嘞|好哒|知道|明白|了解|清楚|收到|没事|不用|不需要|没问题|解决|可以|行|再见|拜拜)"
    r"(?:的|了|啦|吧|哈|啊|呢)*"
    r"|(?:ok|okay|thx|thanks?|got it|bye|solved|never mind|fine)\b.*)"
)
"""A clause that is said when something is settled."""
_LEAST = 3
"""Characters of words nobody knows that may be a trouble all the same."""


def asks(text: str) -> bool:
    """A question, a wish or a trouble; neither `谢谢小二` nor `好的，我等发货` is one."""
    if "?" in text or "？" in text:
        return True
    clauses = plain(text).split() if not text.isascii() else [plain(text)]
    left = " ".join(each for each in clauses if not _SETTLED.fullmatch(each))
    pieces = list(lexicon.shipped().pieces(left))
    weights = {group.weight for piece in pieces for group in piece.groups}
    if Weight.QUESTION in weights:
        return True
    if len(left) < len(" ".join(clauses)):
        return False  # beside something settled, only what is put as a question counts
    unknown = sum(len(piece.text) for piece in pieces if not piece.groups)
    return Weight.SUBJECT in weights or unknown >= _LEAST
