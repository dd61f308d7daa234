"""What a shop chooses for its after-sales beside its policies: plain values within their bounds."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType
from typing import Any
from uuid import UUID

from xiaoer.aftersales.errors import ChoiceNotPossible, NoReturnMethod
from xiaoer.aftersales.models import CaseKind, ReturnMethod
from xiaoer.aftersales.rules.legs import COMPLETE_HOURS, TARGET_HOURS, Leg

BOUNDS: Mapping[str, tuple[str, str, int, int]] = MappingProxyType(
    {
        "retention_budget_cents": ("挽留预算（分）", "The budget for offers, in cents", 0, 10**8),
        "confirm_days": ("自动确认收货的天数", "The days until receipt is confirmed", 1, 90),
        "price_protect_days": ("价保天数", "The days of price protection", 0, 365),
        "warranty_days": ("质保天数", "The days of warranty", 0, 3650),
        "stalled_hours": ("物流停滞的小时数", "The hours after which a parcel has stalled", 6, 720),
        "parcel_back_days": (
            "拦截或拒签包裹的回仓天数",
            "The days for a parcel to come back",
            1,
            90,
        ),
        "completion_targets": ("完结目标的小时数", "The hours until a refund is done", 1, 720),
        "leg_targets": ("各环节目标的小时数", "The hours of each leg", 1, 720),
    }
)
"""In whole units, ends included, with the words for a refusal."""


@dataclass(frozen=True)
class Choices:
    """As a shop has them until it says otherwise."""

    retention_budget_cents: int = 0
    """For all offers that were taken; nothing is offered beyond it (RTN-2)."""
    return_methods: tuple[ReturnMethod, ...] = (ReturnMethod.PICK_UP, ReturnMethod.SELF_SHIP)
    """What a customer may choose from (RET-8)."""
    leg_targets: Mapping[Leg, int] = field(default_factory=lambda: dict(TARGET_HOURS))
    """Hours that each leg of a return may take (RET-21)."""
    completion_targets: Mapping[CaseKind, int] = field(default_factory=lambda: dict(COMPLETE_HOURS))
    """Hours that a refund may take from the request to its end (RFU-8)."""
    confirm_days: int = 10
    """After so many days an order confirms its receipt by itself: express (domain.md §5)."""
    calendar_id: UUID | None = None
    """The business calendar that the clocks of cases follow; none: they never rest."""
    ship_instead: bool = True
    """A parcel that leaves after a refund was asked for closes the request (T10, RFU-7)."""
    promotion: bool = False
    """A promotion is on: only the two safe automations begin by themselves (AUT-2)."""
    seven_day: bool = True
    """The shop promises 7-day returns beyond the law; without it nobody is agreed to by rule b."""
    freight_insurance: bool = False
    """Return freight is paid by an insurance."""
    price_protect_days: int = 15
    """What became cheaper within so many days is made up for."""
    warranty_days: int | None = None
    """For articles that name no warranty of their own."""
    stalled_hours: int = 72
    """A parcel silent for so long counts as stalled (DSP-5)."""
    parcel_back_days: int = 10
    """A stopped or refused parcel that is not back by then is looked for (RFS-11)."""
    shop_type: str | None = None
    """Which proof a dispute asks of the shop (DSP-12)."""

    def plain(self) -> dict[str, Any]:
        """As it is kept."""
        kept = {each.name: getattr(self, each.name) for each in fields(self)}
        kept["return_methods"] = [each.value for each in self.return_methods]
        kept["leg_targets"] = {leg.value: hours for leg, hours in self.leg_targets.items()}
        kept["completion_targets"] = {k.value: h for k, h in self.completion_targets.items()}
        kept["calendar_id"] = str(self.calendar_id) if self.calendar_id else None
        return kept


NAMES = frozenset(each.name for each in fields(Choices))


def choices_of(kept: Mapping[str, Any]) -> Choices:
    """What was chosen; the rest as every shop has it."""
    known = {name: value for name, value in kept.items() if name in NAMES}
    if "return_methods" in known:
        known["return_methods"] = tuple(ReturnMethod(each) for each in known["return_methods"])
    if "leg_targets" in known:
        own = {Leg(leg): int(hours) for leg, hours in known["leg_targets"].items()}
        known["leg_targets"] = {**TARGET_HOURS, **own}
    if "completion_targets" in known:
        kinds = {CaseKind(kind): int(hours) for kind, hours in known["completion_targets"].items()}
        known["completion_targets"] = {**COMPLETE_HOURS, **kinds}
    if known.get("calendar_id"):
        known["calendar_id"] = UUID(str(known["calendar_id"]))
    return Choices(**known)


def check_choices(made: Choices) -> None:
    """Raise `ChoiceNotPossible` for a value out of its bounds, `NoReturnMethod`."""
    for name, (zh, en, least, most) in BOUNDS.items():
        chosen = getattr(made, name)
        values = chosen.values() if isinstance(chosen, Mapping) else [chosen]
        if any(value is not None and not least <= value <= most for value in values):
            raise ChoiceNotPossible(what=name, zh=zh, en=en, least=least, most=most)
    if not made.return_methods:
        raise NoReturnMethod
