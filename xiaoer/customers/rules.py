"""Masking, and one way to write a phone, a name, an address. Pure."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

MOST_TAGS = 30
REVEALED_FOR = timedelta(seconds=60)
"""How long a page shows a revealed value before it is masked again."""
REVEALS_PER_HOUR = 100
"""Of one agent, unless the shop's setting `reveals_per_hour` says otherwise."""
ERASED_NAME = "已删除"
HIDDEN = "***"

_HAN = re.compile(r"[⺀-鿿豈-﫿]")
_DOUBLE_SURNAMES = frozenset(
    re.findall(
        "..",
        "欧阳上官司马诸葛司徒东方独孤南宫夏侯皇甫尉迟公孙慕容令狐长孙宇文轩辕端木百里呼延",
    )
)
_DISTRICT = re.compile(
    r"^\s*(?:.{2,8}?(?:省|自治区|特别行政区))?\s*"
    r"(?:.{2,10}?(?:市|自治州|地区|盟))?\s*(?:.{1,10}?(?:区|县|旗|市))?"
)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９＋－（）", "0123456789+-()")


def phone(raw: str | None) -> str | None:
    """Digits with a leading + abroad; +86 is dropped. None when fewer than 4 digits are there."""
    text = (raw or "").translate(_FULL_WIDTH).strip()
    if re.fullmatch(r"1\d{10}", text, re.ASCII):
        return text
    digits = "".join(c for c in text if c in "0123456789")
    if len(digits) < 4:
        return None
    for prefix in ("+86", "0086"):
        if text.replace(" ", "").startswith(prefix) and len(digits) > 11:
            return digits[-11:]
    return ("+" + digits if text.startswith("+") else digits)[:40]


def email(raw: str | None) -> str | None:
    """Trimmed; None when it is no address at all."""
    text = (raw or "").strip()
    return text[:200] if "@" in text else None


def mask_name(name: str) -> str:
    """王* for 王明, 王** for 王小明, 欧阳* for 欧阳锋; J*** for a name in letters."""
    name = name.strip()
    if not name:
        return ""
    if not _HAN.match(name):
        return f"{name[0]}{HIDDEN}"
    shown = 2 if len(name) > 2 and name[:2] in _DOUBLE_SURNAMES else 1
    return name[:shown] + "*" * max(1, min(len(name) - shown, 2))


def mask_phone(number: str) -> str:
    """138****5678; a short number keeps its last two digits."""
    number = number.strip()
    if not number:
        return ""
    if len(number) < 8:
        return "****" + number[-2:] if len(number) > 3 else "****"
    return f"{number[:3]}****{number[-4:]}"


def mask_email(address: str) -> str:
    """z***@example.com."""
    name, at, domain = address.strip().rpartition("@")
    return f"{name[:1]}{HIDDEN}@{domain}" if at else (HIDDEN if address.strip() else "")


def mask_address(address: str) -> str:
    """Province, city and district stay; the street and the door go."""
    if not address.strip():
        return ""
    found = _DISTRICT.match(address)
    return (found.group().strip() if found else "") + HIDDEN


def mask_external_id(external_id: str) -> str:
    """The first and the last sign of what a channel calls a customer."""
    if len(external_id) < 3:
        return HIDDEN
    return f"{external_id[0]}{HIDDEN}{external_id[-1]}"


def anonymous_name(hexadecimal: str) -> str:
    """What we call somebody who has not said a name."""
    return f"访客{hexadecimal[-4:]}"


def tags(raw: list[str]) -> list[str]:
    """Trimmed, each once, in the order given."""
    return list(dict.fromkeys(tag.strip()[:40] for tag in raw if tag.strip()))


def fingerprint(*parts: str) -> bytes:
    """The same for an address however it is spaced."""
    plain = "\x1f".join(re.sub(r"\s+", "", part).casefold() for part in parts)
    return hashlib.sha256(plain.encode("utf-8", "replace")).digest()


def name_query(text: str) -> str:
    """A tsquery for any part of a Chinese name, or the start of each word of another."""
    words = re.findall(r"[⺀-鿿豈-﫿]|[^\W_]+", text.casefold())
    if not words:
        return ""
    han = [word for word in words if _HAN.match(word)]
    latin = [f"'{word}':*" for word in words if not _HAN.match(word)]
    phrase = ["(" + " <-> ".join(han) + ")"] if han else []
    return " & ".join(phrase + latin)


@dataclass(frozen=True)
class Permit:
    """A consent as the rule sees it."""

    id: UUID
    given_at: datetime
    withdrawn_at: datetime | None


def standing(permits: Sequence[Permit]) -> UUID | None:
    """Which consent of one kind holds when two people turn out to be one: the last word counts,
    and a withdrawal is a word."""
    if not permits:
        return None
    last = max(permits, key=lambda permit: permit.withdrawn_at or permit.given_at)
    return last.id if last.withdrawn_at is None else None


def is_contact(external_id: str) -> bool:
    """Whether the name a channel uses is itself a phone number or an e-mail address."""
    return "@" in external_id or re.fullmatch(r"\+?\d{7,15}", external_id) is not None
