"""What can be picked out of a message: order numbers, an urge to ship, questions."""

import re

_PHONE = re.compile(r"^1[3-9]\d{9}$")
_NUMBER = re.compile(r"(?<![\d.])\d{8,20}(?![\d.])")
_NAMED = re.compile(
    r"(?:订单号?|单号|编号|订单编号|order|purchase)\s*(?:number|no\.?|id|是|为|#|:|：)*\s*"
    r"([a-z]{0,6}[-_]?\d[\d-]{4,24}|[a-z]*\d[a-z0-9-]{5,24})",
    re.IGNORECASE,
)
_COURIER = re.compile(r"(快递单号|运单号|物流单号|tracking (number|no))[^\d]{0,6}$", re.IGNORECASE)
_URGE = re.compile(
    r"(怎么|为什么|为啥|咋)?还?(没|不)(有)?(给我)?(发货|发出|出库|寄出|发呢|发啊|发\b)|催.{0,6}(发货|一下|单|快)|"
    r"(快点|赶紧|赶快|尽快|马上|早点|抓紧).{0,4}(发|寄|安排)|什么时候(能|才|可以)?(发|寄)|多久(能|才)?发|"
    r"(一直|还是)(显示)?(待发货|未发货)|等了.{1,6}(天|周|星期).{0,6}(没|发)|再不发|急用|着急|"
    r"(when|hurry|please).{0,24}\b(ship|send|dispatch)|(not|n't) (been )?(shipped|dispatched)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^。！？!?\n；;]+[。！？!?；;]?")
_ASKS = re.compile(
    r"[?？]|吗|呢$|什么|怎么|多少|多久|几天|几点|哪|谁|为什么|能不能|可不可以|可以.{0,10}吗|有没有|是不是|"
    r"\b(how|what|when|where|why|who|which|can|could|do you|is it|are you)\b",
    re.IGNORECASE,
)
_LONG, _LONG_ENGLISH = 15, 12
"""From here on a bare number is an order number: phones have 11 digits, with a country's code 13;
Chinese parcels up to 14, and in an English text a misspelt "purchase" must not hide the number."""


def order_numbers(text: str) -> list[str]:
    """Order numbers in their order. A long bare number is one; a shorter one only when the text
    calls it one. A phone is none, nor is what is called a tracking number."""
    found: dict[str, None] = {}
    for match in _NAMED.finditer(text):
        number = match[1].strip("-")
        digits = sum(each.isdigit() for each in number)
        if not _PHONE.match(number) and digits >= 5 and not _COURIER.search(text[: match.start(1)]):
            found[number] = None
    long = _LONG_ENGLISH if text.isascii() else _LONG
    for match in _NUMBER.finditer(text):
        if len(match[0]) >= long and not _COURIER.search(text[: match.start()]):
            found[match[0]] = None
    return list(found)


def urges_shipment(text: str) -> bool:
    """催发货: the customer wants the goods to be on their way."""
    return bool(_URGE.search(text))


def questions(text: str) -> list[str]:
    """The sentences of a message that ask something."""
    return [s.strip() for s in _SENTENCE.findall(text) if _ASKS.search(s.strip())]
