"""The way a request takes when nobody refuses anything, as shoppers are shown it."""

from xiaoer.aftersales.models.words import CaseKind, CaseState
from xiaoer.aftersales.rules.moves import SENDS_GOODS

S = CaseState
_DETOURS = {
    S.AWAITING_BUYER_CONFIRM: S.AWAITING_MERCHANT,
    S.MERCHANT_REFUSED: S.AWAITING_MERCHANT,
    S.DISPUTED: S.AWAITING_MERCHANT,
    S.RECEIPT_REFUSED: S.AWAITING_MERCHANT_RECEIPT,
    S.REFUND_PROCESSING: S.AWAITING_REFUND,
    S.REFUND_FAILED: S.AWAITING_REFUND,
}
"""Where a state that is no step of its own stands on the way."""


def path(kind: CaseKind, *, must_return: bool, due_cents: int) -> list[CaseState]:
    """Every state a request passes, from the application to its end."""
    found = [S.AWAITING_MERCHANT]
    if must_return:
        found += [S.AWAITING_BUYER_RETURN, S.AWAITING_MERCHANT_RECEIPT]
    if kind in SENDS_GOODS:
        if due_cents > 0:
            found.append(S.AWAITING_PAYMENT)
        found += [S.AWAITING_REPLACEMENT_SHIP, S.AWAITING_BUYER_RECEIPT]
    else:
        found.append(S.AWAITING_REFUND)
    return [*found, S.COMPLETED]


def ahead(now: CaseState, kind: CaseKind, *, must_return: bool, due_cents: int) -> list[CaseState]:
    """The states that follow `now` on that way; none once the case has ended."""
    whole = path(kind, must_return=must_return, due_cents=due_cents)
    here = _DETOURS.get(now, now)
    return whole[whole.index(here) + 1 :] if here in whole else []
