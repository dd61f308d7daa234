"""Which of its words a phrase says, while when it holds, and what an offer must state."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from xiaoer.core.i18n import Locale
from xiaoer.phrases.errors import OfferWithoutTerms, ValidForNoTime, VariantForNobody
from xiaoer.phrases.rules.texts import check_variables, variables_in

GROUPS = ("new", "returning", "vip", "international")
"""Groups a talk's customer is put into by what is known; any tag of a customer is one too."""
SCENARIOS = ("presale", "insale", "aftersale", "complaint")
TERMS = ("conditions", "valid_until")


@dataclass(frozen=True)
class Change:
    """What changed, for readers of both languages."""

    zh: str
    en: str

    def told_in(self, locale: Locale) -> str:
        return self.en if locale == "en" else self.zh


NO_CHANGE = Change("", "")


class Standing(StrEnum):
    """Which phrases a list shows."""

    HOLDS = "holds"
    """In force today: what agents are offered."""
    ALL = "all"
    """All that are not retired."""
    DUE = "due"
    """待更新: waiting for a look (QP-8)."""
    EXPIRED = "expired"
    """To be renewed (QP-9)."""
    RETIRED = "retired"


@dataclass(frozen=True)
class Fit:
    """Who is served, and in which situation."""

    groups: Collection[str] = ()
    scenario: str | None = None


def fitting(
    text: str, variants: Sequence[Mapping[str, Any]], fit: Fit
) -> tuple[str, Mapping[str, Any] | None]:
    """The words for this customer in this situation, and the variant they are of; none: the usual
    ones. A variant for both beats one for the scenario, and that one for the group alone."""
    best, words, whose = 0, text, None
    for each in variants:
        weight = _weight(each, fit)
        if weight > best:
            best, words, whose = weight, each["text"], each
    return words, whose


def _weight(variant: Mapping[str, Any], fit: Fit) -> int:
    group, scenario = variant.get("group"), variant.get("scenario")
    if (group and group not in fit.groups) or (scenario and scenario != fit.scenario):
        return 0
    return 2 * bool(scenario) + bool(group)


def check_variants(variants: Sequence[Mapping[str, Any]]) -> None:
    """Each is for somebody or something, no two for the same, and its variables are known."""
    seen = set()
    for each in variants:
        key = each.get("group"), each.get("scenario")
        if key == (None, None) or key in seen:
            raise VariantForNobody
        seen.add(key)
        check_variables(each["text"])


def in_force(begins: datetime | None, ends: datetime | None, now: datetime) -> bool:
    return (begins is None or begins <= now) and (ends is None or now < ends)


def check_validity(begins: datetime | None, ends: datetime | None) -> None:
    if begins and ends and ends <= begins:
        raise ValidForNoTime


def check_terms(texts: Sequence[str], conditions: str, ends: datetime | None) -> None:
    """An offer says for whom it holds and until when, so that nobody improvises (QP-19)."""
    stated = all(set(TERMS) <= set(variables_in(each)) for each in texts)
    if not (stated and conditions and ends):
        raise OfferWithoutTerms


def due_after(reviewed_at: datetime, days: int | None) -> datetime | None:
    return reviewed_at + timedelta(days=days) if days else None
