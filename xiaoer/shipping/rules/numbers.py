"""Whether a tracking number can be one of a courier: pattern and check digit.

Formats are data. Chinese couriers are shipped; more, in the form of jkeen/tracking_number_data, are
read from `couriers/*.json` in the data folder.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Digits = Sequence[int]
ALPHABET_37 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Format:
    """One kind of number of one courier."""

    courier: str
    pattern: re.Pattern[str]
    checksum: Mapping[str, Any] | None
    prepend: tuple[re.Pattern[str], str] | None
    groups: Mapping[str, tuple[re.Pattern[str], ...]]
    """Parts of the number that must be among known words, like the country of an S10 number."""

    def accepts(self, number: str) -> bool:
        found = self.pattern.fullmatch(number)
        if found is None:
            return False
        for group, known in self.groups.items():
            told = _bare(found.group(group))
            if not any(each.fullmatch(told) for each in known):
                return False
        return self.checksum is None or self._adds_up(found)

    def _adds_up(self, found: re.Match[str]) -> bool:
        assert self.checksum is not None
        serial, check = _bare(found.group("SerialNumber")), _bare(found.group("CheckDigit"))
        if self.prepend and self.prepend[0].fullmatch(serial):
            serial = self.prepend[1] + serial
        return CHECKS[self.checksum["name"]](serial, check, self.checksum)


def read(definition: Mapping[str, Any]) -> list[Format]:
    """The formats in a courier's definition."""
    return [_format(definition["courier_code"], each) for each in definition["tracking_numbers"]]


def _format(courier: str, told: Mapping[str, Any]) -> Format:
    regex = told["regex"] if isinstance(told["regex"], str) else "".join(told["regex"])
    pattern = re.compile(re.sub(r"\(\?<(?=[A-Za-z])", "(?P<", regex))
    rules = told.get("validation", {})
    wanted = rules.get("additional", {}).get("exists", [])
    prepend = rules.get("serial_number_format", {}).get("prepend_if")
    return Format(
        courier=courier,
        pattern=pattern,
        checksum=rules.get("checksum"),
        prepend=(re.compile(prepend["matches_regex"]), prepend["content"]) if prepend else None,
        groups={
            each["regex_group_name"]: tuple(_word(one) for one in each["lookup"])
            for each in told.get("additional", ())
            if each["name"] in wanted
        },
    )


def _word(told: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(
        told["matches_regex"] if "matches_regex" in told else re.escape(told["matches"])
    )


def fits(formats: Iterable[Format], number: str) -> bool:
    """Whether any of the formats takes the number."""
    return any(each.accepts(number) for each in formats)


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _values(serial: str) -> list[int]:
    """Digits as they are; letters as UPS and USPS count them (A is 2, B is 3, …)."""
    return [int(char) if char.isdigit() else (ord(char) - 63) % 10 for char in serial]


def _mod10(serial: str, check: str, rule: Mapping[str, Any]) -> bool:
    values = _values(serial)
    if rule.get("reverse"):
        values = values[::-1]
    odds, evens = rule.get("odds_multiplier", 1), rule.get("evens_multiplier", 1)
    total = sum(value * (odds if place % 2 else evens) for place, value in enumerate(values))
    return bool(-total % 10 == int(check))


def _mod7(serial: str, check: str, _rule: Mapping[str, Any]) -> bool:
    return int(serial) % 7 == int(check)


def _luhn(serial: str, check: str, _rule: Mapping[str, Any]) -> bool:
    total = 0
    for place, value in enumerate(reversed(_values(serial))):
        doubled = value * 2 if place % 2 == 0 else value
        total += doubled - 9 if doubled > 9 else doubled
    return -total % 10 == int(check)


def _s10(serial: str, check: str, rule: Mapping[str, Any]) -> bool:
    total = sum(
        digit * weight for digit, weight in zip(_values(serial), rule["weightings"], strict=True)
    )
    return bool({10: 0, 11: 5}.get(11 - total % 11, 11 - total % 11) == int(check))


def _weighted(serial: str, check: str, rule: Mapping[str, Any]) -> bool:
    weights = rule["weightings"]
    total = sum(digit * weight for digit, weight in zip(_values(serial), weights, strict=True))
    return bool(total % rule["modulo1"] % rule["modulo2"] == int(check))


def _mod_37_36(serial: str, check: str, rule: Mapping[str, Any]) -> bool:
    """ISO 7064, hybrid system MOD 37,36."""
    modulo = rule["modulo"]
    carry = modulo
    for char in serial:
        carry = (carry + ALPHABET_37.index(char)) % modulo or modulo
        carry = carry * 2 % (modulo + 1)
    return ALPHABET_37[(modulo + 1 - carry) % modulo] == check


CHECKS: Mapping[str, Callable[[str, str, Mapping[str, Any]], bool]] = {
    "mod10": _mod10,
    "mod7": _mod7,
    "luhn": _luhn,
    "s10": _s10,
    "sum_product_with_weightings_and_modulo": _weighted,
    "mod_37_36": _mod_37_36,
}
