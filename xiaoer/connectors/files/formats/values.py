"""One cell to one value. What can be read in two ways is not read at all."""

import re
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from xiaoer.core.web.text import storable

MOST_CENTS = 10**11


class Unclear(ValueError):
    """The cell can be read in two ways, or in none. `code` names the sentence."""

    def __init__(self, code: str, value: str) -> None:
        super().__init__(value)
        self.code, self.value = code, value


AROUND = " \t\r\n\u3000\ufeff\u200b'"
"""What exports put around a cell."""

NARROW = {0xFF01 + n: 0x21 + n for n in range(94)} | {0x3000: 0x20, 0xFFE5: 0xA5}
"""Full-width signs as their plain ones; nothing else is taken for a digit."""
_SIMPLE = re.compile(r"^(\d{1,9})\.(\d\d)$", re.ASCII)
_WRAPPED = re.compile(r'^="?(.*?)"?$', re.DOTALL)
_CURRENCY = re.compile(r"(CNY|RMB|人民币|元|圆|[¥￥$€£])", re.IGNORECASE)
_PLAIN = re.compile(r"^\d+(\.\d+)?$", re.ASCII)
_THOUSANDS = re.compile(r"^\d{1,3}(,\d{3})+(\.\d+)?$", re.ASCII)
_DECIMAL_COMMA = re.compile(r"^(\d+|\d{1,3}(\.\d{3})+),\d{1,2}$", re.ASCII)
_ISO = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$", re.ASCII)
_DAY = re.compile(
    r"^(?P<y>\d{4})(?:[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?"
    r"|(?P<m2>\d{2})(?P<d2>\d{2}))"
    r"(?:[T ]*(?P<h>\d{1,2})[:时](?P<i>\d{1,2})(?:[:分](?P<s>\d{1,2}))?(?:\.\d+)?秒?)?"
    r"(?P<z>Z|[+-]\d{2}:?\d{2})?$",
    re.ASCII,
)


def cell(raw: object) -> str:
    """A cell as text: without the `="…"` of spreadsheets, tabs and blanks around."""
    if isinstance(raw, str):
        text = raw.strip(AROUND)
        if text.startswith("="):
            found = _WRAPPED.match(text)
            text = (found.group(1) if found else text).strip(AROUND)
        return text
    if raw is None:
        return ""
    if isinstance(raw, datetime):
        return raw.isoformat(sep=" ")
    if isinstance(raw, date):
        return raw.isoformat()
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() else repr(raw)
    return str(raw)


def clean(text: str) -> str:
    """Without control characters. Raises `Unclear` for what cannot be stored."""
    if text.isascii() and text.isprintable():
        return text
    if "\ufffd" in text:
        raise Unclear("UnreadableText", text)
    if text.isprintable():
        return text
    try:
        return storable(text)
    except ValueError as error:
        raise Unclear("UnreadableText", "") from error


def cents(text: str, *, decimal_comma: bool | None = None) -> int | None:
    """An amount in cents; None for a blank.

    `1,234.50`, `￥12`, `12元` are plain. A comma that is no thousands mark (`1052,75`) and a
    unit of 万 are not guessed: `Unclear`, unless a person said that commas are decimal marks.
    """
    if simple := _SIMPLE.match(text):
        return int(simple[1]) * 100 + int(simple[2])
    plain = _CURRENCY.sub("", text.translate(NARROW)).replace(" ", "")
    if plain in ("", "-", "--"):
        return None
    if plain.startswith("-"):
        raise Unclear("NegativeAmount", text)
    if decimal_comma and _DECIMAL_COMMA.match(plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif _THOUSANDS.match(plain) and not decimal_comma:
        plain = plain.replace(",", "")
    if not _PLAIN.match(plain):
        raise Unclear("AmountUnclear", text)
    exact = Decimal(plain) * 100
    if exact != exact.to_integral_value():
        exact = _binary_noise_removed(exact, text)
    if exact > MOST_CENTS:
        raise Unclear("AmountUnclear", text)
    return int(exact)


def _binary_noise_removed(exact: Decimal, text: str) -> Decimal:
    """A spreadsheet's 12.299999999999999 is 12.30; a written 12.345 has no cents."""
    rounded = exact.to_integral_value()
    if len(text) < 15 or abs(exact - rounded) > Decimal("0.0001"):
        raise Unclear("AmountUnclear", text)
    return rounded


def count(text: str) -> int | None:
    """A whole number of pieces above zero; None for a blank."""
    plain = text.translate(NARROW).replace(",", "").strip()
    if not plain:
        return None
    if not re.fullmatch(r"\d{1,7}(\.0+)?", plain, re.ASCII) or not int(plain.partition(".")[0]):
        raise Unclear("QuantityUnclear", text)
    return int(plain.partition(".")[0])


def moment(text: str, zone: ZoneInfo) -> datetime | None:
    """A time; without an offset it is the shop's. None for a blank or an all-zero date."""
    if not text or text.startswith("0000"):
        return None
    if _ISO.match(text):
        with suppress(ValueError):
            return datetime.fromisoformat(text).replace(tzinfo=zone)
    plain = text.translate(NARROW).strip()
    found = _DAY.match(plain)
    if found is None:
        raise Unclear("DateUnreadable", text)
    part = found.groupdict()
    try:
        day = date(int(part["y"]), int(part["m"] or part["m2"]), int(part["d"] or part["d2"]))
        hour = time(int(part["h"] or 0), int(part["i"] or 0), int(part["s"] or 0))
        zoned = datetime.combine(day, hour, tzinfo=zone)
        if part["z"]:
            return datetime.fromisoformat(zoned.replace(tzinfo=None).isoformat() + part["z"])
    except ValueError as error:
        raise Unclear("DateUnreadable", text) from error
    return zoned
