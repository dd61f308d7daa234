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
_PLEASED = re.compile(
    r"(?:东西|质量|宝贝|商品|包装|味道|效果)?(?:都|也|还|很|挺|真|真的|非常|特别)*"
    r"(?:不错|满意|喜欢|好用|好喝|好吃|好看)(?:的|了|啦|哦|呢|啊|哈)*"
    r"|(?:已经|我|都)*(?:给|打|评)(?:了|你|您|你们)*(?:五星|5 ?星|个)?好评(?:的|了|啦|哦|哈)*"
    r"|下次(?:还|再|会)+(?:来|买|光顾)(?:的|了|啦|哦|哈)*"
    r"|(?:very |so |really )?(?:good|great|nice|lovely|happy with it)"
)
"""A clause of praise."""
_LATER = re.compile(
    r"(?:那|我|先|再)*(?:想想|考虑一?下|看看|商量一?下)(?:吧|哈|啊|了)*"
    r"|(?:那|我|先|去|回去)*(?:问|考虑|商量|想|看).{0,8}再(?:回复|回|联系|说|找|来|决定)"
    r"(?:你们?|您)?(?:吧|哈|啊|了)*"
)
"""A clause that puts off what was talked about: nothing is asked until they come back."""
_CALLING = re.compile(
    r"(?:请问)?(?:还)?在(?:吗|么|嘛|不|不在)?|有?人(?:在)?(?:吗|么|嘛|呢)|有?客服(?:在)?(?:吗|么|嘛|呢)?"
    r"|(?:亲|你|您|大家)?好(?:啊|呀|哈)?|亲+|麻烦(?:你|您)?看一?下(?:哦|啊|呀|哈|呢)*"
    r"|(?:hi|hello|hey)(?: there)?|are you there|any(?:one|body)(?: there| here)?"
)
"""A clause that only calls: somebody is to come, what for is still to be said."""
_NUMBER = re.compile(r"(?=\S*\d)[a-z0-9_-]+", re.ASCII)
"""A number of an order, a parcel or a tax payer, given when asked for."""
_LEAST = 3
"""Characters of words nobody knows that may be a trouble all the same."""


def asks(text: str) -> bool:
    """A question, a wish or a trouble; neither `谢谢小二`, `在吗？` nor `好的，我等发货` is one."""
    clauses = plain(text).split() if not text.isascii() else [plain(text)]
    said = [each for each in clauses if each and not _is_courtesy(each)]
    if not said or all(_NUMBER.fullmatch(each) for each in said):
        return False
    if "?" in text or "？" in text:
        return True
    left = " ".join(each for each in said if not _closes(each))
    pieces = list(lexicon.shipped().pieces(left))
    weights = {group.weight for piece in pieces for group in piece.groups}
    if Weight.QUESTION in weights:
        return True
    if len(left) < len(" ".join(said)):
        return False  # beside something settled, only what is put as a question counts
    unknown = sum(len(piece.text) for piece in pieces if not piece.groups)
    return Weight.SUBJECT in weights or unknown >= _LEAST


def _is_courtesy(clause: str) -> bool:
    return any(each.fullmatch(clause) for each in (_CALLING, _PLEASED))


def _closes(clause: str) -> bool:
    return any(each.fullmatch(clause) for each in (_SETTLED, _LATER))
