"""When something may be done about a case, besides what its state allows."""

from collections.abc import Callable
from dataclasses import dataclass

from xiaoer.aftersales import rules
from xiaoer.aftersales.models import (
    Case,
    CaseKind,
    CaseState,
    Goods,
    InterceptionState,
    Mode,
    Money,
    Phase,
)
from xiaoer.aftersales.rules import Command
from xiaoer.core.auth import Permission

UNDER_WAY = (InterceptionState.SENT, InterceptionState.ACCEPTED)


@dataclass(frozen=True)
class Around:
    """What besides the case itself says what may be done: whether the order has a parcel, how the
    last order to stop it stands, whether one is on its way back, and whether an offer is open."""

    parcel: bool
    stop: InterceptionState | None
    back: bool
    offered: bool


@dataclass(frozen=True)
class Action:
    """A sub-resource of the case, the right it asks for, the command behind it, and in words what
    it leads to (`{amount}` is the case's)."""

    permission: Permission
    command: Command
    zh: str
    en: str
    when: Callable[[Case, Around], bool] = lambda _case, _around: True


def untouched(case: Case, _around: Around | None = None) -> bool:
    return case.money is Money.NONE and case.goods is not Goods.RECEIVED


def pays(case: Case, _around: Around) -> bool:
    return case.kind in rules.PAYS_BACK


def ours(case: Case, _around: Around) -> bool:
    return case.mode is not Mode.MIRRORED


def returning(case: Case, around: Around) -> bool:
    return case.kind is CaseKind.RETURN_REFUND and case.money is Money.NONE and ours(case, around)


def to_stop(case: Case, around: Around) -> bool:
    on_its_way = case.kind is CaseKind.REFUND_ONLY and case.phase is Phase.SHIPPED
    waits = case.state is CaseState.AWAITING_MERCHANT and around.parcel
    return on_its_way and waits and around.stop in (None, InterceptionState.FAILED)


def to_choose(case: Case, _around: Around) -> bool:
    return bool(case.notes.get("choose")) and not case.notes.get("choice")


def unsigned(case: Case, around: Around) -> bool:
    """A stopped or refused parcel: what a customer sends back is inspected instead."""
    return around.back and case.state is not CaseState.AWAITING_MERCHANT_RECEIPT
