"""Whose work a talk is, by its stage and the customer's last words (ROL-2). Pure."""

import re

from xiaoer.conversations.models import Stage

RECEPTION = "reception"
PRODUCT_ADVISOR = "product_advisor"
COMPLAINT_HANDLER = "complaint_handler"
RETURNS_HANDLER = "returns_handler"

_COMPLAINT = re.compile(
    r"投诉|举报|曝光|差评|消协|12315|工商|律师|起诉|骗子|欺诈|态度(太|很|真)?(差|恶劣)|给个说法|找你们?(领导|经理)|"
    r"\b(complain\w*|lawyer|sue|scam|fraud|unacceptable|report you|your manager)\b",
    re.IGNORECASE,
)
_RETURN = re.compile(
    r"退货|退款|退钱|退掉|能退|想退|要退|换货|调换|换一(个|件|双|台)|换(个|大|小)码|退换|寄回|七天无理由|"
    r"\b(refund\w*|return(s|ed|ing)?|exchange\w*|send (it|this|them) back|money back)\b",
    re.IGNORECASE,
)
_ADVICE = re.compile(
    r"推荐|哪(款|个|种)(更|比较|好|适合)|适合|怎么选|选哪|有什么区别|区别是|尺码|多大码|穿多大|什么材质|送(人|礼)|搭配|"
    r"\b(recommend\w*|which (one|size|colou?r)|suit(s|able)?|difference between|advice|gift for)\b",
    re.IGNORECASE,
)
_OF_STAGE = {Stage.PRESALE: PRODUCT_ADVISOR, Stage.AFTERSALE: RETURNS_HANDLER}


def role_for(words: str, stage: str | None) -> str:
    """The code of the role whose work it is. Who complains goes to who handles complaints, whatever
    it is about; a stage that somebody has set says more than words do."""
    if _COMPLAINT.search(words):
        return COMPLAINT_HANDLER
    if stage in _OF_STAGE:
        return _OF_STAGE[Stage(stage)]
    if _RETURN.search(words):
        return RETURNS_HANDLER
    return PRODUCT_ADVISOR if _ADVICE.search(words) else RECEPTION
