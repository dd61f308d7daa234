"""Variables in phrases, and how a title is found by its letters."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from xiaoer.phrases.errors import UnknownVariable

VARIABLES: Mapping[str, tuple[str, str]] = {
    "customer_name": ("客户昵称", "customer's name"),
    "product": ("商品名称", "product"),
    "order_no": ("订单号", "order number"),
    "courier": ("快递公司", "courier"),
    "tracking_no": ("快递单号", "tracking number"),
    "amount": ("金额", "amount"),
    "eta": ("预计时间", "expected time"),
    "agent_name": ("客服昵称", "agent's name"),
    "shop_name": ("店铺名称", "shop's name"),
    "conditions": ("适用条件", "conditions"),
    "valid_until": ("有效期", "valid until"),
}
"""Name in a text → what people call it, 中文 and English (QP-15). Both may stand in braces."""

_BY_CHINESE = {chinese: name for name, (chinese, _) in VARIABLES.items()}
_BRACED = re.compile(r"\{([a-z_]+|[\u4e00-\u9fff]+)\}")

# Where each letter begins in GB2312, whose 3755 common characters are in the order of pinyin.
_LETTERS = "abcdefghjklmnopqrstwxyz"
_BEGINS = (
    0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8,
    0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1,
)  # fmt: skip
_LAST = 0xD7F9


@dataclass(frozen=True)
class Rendered:
    """A phrase with what is known filled in. While `missing` is not empty it cannot be sent."""

    text: str
    missing: tuple[str, ...]


def variables_in(text: str) -> tuple[str, ...]:
    """The variables of `text` by name, each once, in the order they come."""
    return tuple(dict.fromkeys(_name(found) for found in _BRACED.findall(text)))


def check_variables(text: str) -> None:
    for variable in variables_in(text):
        if variable not in VARIABLES:
            raise UnknownVariable(variable=variable)


def render(text: str, facts: Mapping[str, str | None]) -> Rendered:
    """Fill in `facts`; a variable without a fact stays in its braces and is named as missing."""
    missing: dict[str, None] = {}

    def fill(match: re.Match[str]) -> str:
        name = _name(match[1])
        value = facts.get(name)
        if value:
            return value
        missing[name] = None
        return match[0]

    return Rendered(_BRACED.sub(fill, text), tuple(missing))


def initials(title: str) -> str:
    """`退货地址 2` → `thdz2`: pinyin's first letters; letters and digits stand for themselves."""
    return "".join(_initial(char) for char in title.lower())


def _name(found: str) -> str:
    return _BY_CHINESE.get(found, found)


def _initial(char: str) -> str:
    if char.isascii():
        return char if char.isalnum() else ""
    code = int.from_bytes(char.encode("gb2312", errors="ignore"), "big")
    if not _BEGINS[0] <= code <= _LAST:
        return ""
    return _LETTERS[bisect_right(_BEGINS, code) - 1]


def is_verbatim(phrase: str, said: str) -> bool:
    """Whether `said` is the phrase as it stands, whatever its variables were filled with."""
    parts = _BRACED.split(phrase.strip())[::2]  # every other one is a variable's name
    return re.fullmatch(".+?".join(map(re.escape, parts)), said.strip(), re.DOTALL) is not None
