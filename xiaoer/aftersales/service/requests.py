"""What somebody asks for on an order, and what it would come to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from xiaoer.aftersales.models import CaseKind, EvidenceKind, Phase, Reason, ReturnMethod
from xiaoer.aftersales.rules import Amounts, UnitState, Wanted
from xiaoer.aftersales.service.gathering import Matter
from xiaoer.orders.models import Order
from xiaoer.policies.service import Judged


@dataclass(frozen=True)
class Proof:
    """Files or words put forward."""

    kind: EvidenceKind
    file_ids: Sequence[UUID] = ()
    note: str = ""


@dataclass(frozen=True)
class Request:
    """What somebody asks for on an order."""

    kind: CaseKind
    reason: Reason
    lines: Sequence[Wanted]
    text: str = ""
    got_goods: str | None = None
    condition: str | None = None
    cents: int | None = None
    currency: str | None = None
    instrument_id: UUID | None = None
    return_method: ReturnMethod | None = None
    pickup: Mapping[str, Any] = field(default_factory=dict)
    proofs: Sequence[Proof] = ()

    @property
    def wanted(self) -> Sequence[Wanted]:
        """The lines; only an exchange says what they become."""
        if self.kind is CaseKind.EXCHANGE:
            return self.lines
        return [replace(each, sku_id=None) for each in self.lines]


@dataclass(frozen=True)
class Back:
    """One transfer a refund leads to, and when it should be there."""

    label: str
    kind: str
    cents: int
    arrives_from_hours: int
    arrives_to_hours: int


@dataclass(frozen=True)
class Quote:
    """Exactly what a request would pay back or cost, and under which terms."""

    order: Order
    phase: Phase
    matter: Matter
    wanted: Sequence[Wanted]
    chosen: Sequence[UnitState]
    amounts: Amounts
    freight_cents: int
    """Shipping fee that could go back with it."""
    prices: Mapping[UUID, int]
    """Exchange: price of one replacement, by SKU."""
    due_cents: int
    said: Judged
    points: int
    """Points that would go back, as points."""
    reasonable: bool
    reason_facts: Mapping[str, Any]

    @property
    def cents(self) -> int:
        return self.amounts.net_cents

    @property
    def missing(self) -> list[str]:
        """Evidence that policy asks for and is not there."""
        needed = self.said.outputs.get("required_evidence", [])
        present = {each.value for each in self.matter.evidence}
        return [kind for kind in needed if kind not in present]
