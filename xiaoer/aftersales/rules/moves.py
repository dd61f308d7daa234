"""Which command leads from where to where (aftersales.md A.3, T1 to T30)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from xiaoer.aftersales.errors import CaseCannotMove, NothingShipped
from xiaoer.aftersales.models.words import CaseKind, CaseState, Phase, Queue

S = CaseState

TERMINAL = frozenset({S.COMPLETED, S.CLOSED})
OPEN = frozenset(CaseState) - TERMINAL
AGREED = frozenset(
    {
        S.AWAITING_REFUND,
        S.AWAITING_BUYER_RETURN,
        S.AWAITING_REPLACEMENT_SHIP,
        S.AWAITING_PAYMENT,
    }
)
"""Where an agreement leads to, by kind."""


class Command(StrEnum):
    APPROVE = "approve"
    """T2, T3."""
    ASK_APPROVAL = "ask_approval"
    """Beyond one's limit: a second person is asked."""
    PROPOSE = "propose"
    ACCEPT = "accept"
    DECLINE = "decline"
    REFUSE = "refuse"
    REVISE = "revise"
    ESCALATE = "escalate"
    WITHDRAW = "withdraw"
    SHIP_INSTEAD = "ship_instead"
    SHIP_BACK = "ship_back"
    RECEIVE = "receive"
    REFUSE_RECEIPT = "refuse_receipt"
    SPLIT = "split"
    TOP_UP = "top_up"
    SHIP_REPLACEMENT = "ship_replacement"
    CONVERT = "convert_to_refund"
    CONFIRM = "confirm"
    SUBMIT = "submit_refund"
    SETTLE = "settled"
    FAIL = "failed"
    UNKNOWN = "unknown"
    RETRY = "retry"
    ADD_EVIDENCE = "add_evidence"
    RULE = "rule"
    AGREE = "agree"
    """Both sides settle a dispute (T26)."""
    OVERRIDE = "override"
    TIME_OUT = "time_out"
    """Who had to act stayed silent (D5, D6, D10, D14)."""
    NOTE = "note"
    """Facts about the case: interception, parcel, conditions, pick-up, phase."""
    FAST_REFUND = "fast_refund"
    FOLLOW = "follow"
    """The platform that owns the case tells where it stands."""
    RETAIN = "retain"


@dataclass(frozen=True)
class Move:
    """From any of `before` to any of `after`."""

    before: frozenset[CaseState]
    after: frozenset[CaseState]


def _move(before: set[CaseState] | frozenset[CaseState], *after: CaseState) -> Move:
    return Move(frozenset(before), frozenset(after))


def _stay(*states: CaseState) -> Move:
    return Move(frozenset(states), frozenset(states))


C = Command
MOVES: Mapping[Command, Move] = {
    C.APPROVE: _move({S.AWAITING_MERCHANT}, *AGREED),
    C.ASK_APPROVAL: _stay(S.AWAITING_MERCHANT),
    C.PROPOSE: _move({S.AWAITING_MERCHANT, S.RECEIPT_REFUSED}, S.AWAITING_BUYER_CONFIRM),
    C.ACCEPT: _move({S.AWAITING_BUYER_CONFIRM}, *AGREED, S.CLOSED),
    C.DECLINE: _move({S.AWAITING_BUYER_CONFIRM}, S.AWAITING_MERCHANT, S.RECEIPT_REFUSED),
    C.REFUSE: _move({S.AWAITING_MERCHANT}, S.MERCHANT_REFUSED, S.CLOSED),
    C.REVISE: _move({S.MERCHANT_REFUSED, S.RECEIPT_REFUSED}, S.AWAITING_MERCHANT),
    C.ESCALATE: _move({S.MERCHANT_REFUSED, S.RECEIPT_REFUSED}, S.DISPUTED),
    C.WITHDRAW: _move(OPEN, S.CLOSED),
    C.SHIP_INSTEAD: _move({S.AWAITING_MERCHANT}, S.CLOSED),
    C.SHIP_BACK: _move({S.AWAITING_BUYER_RETURN}, S.AWAITING_MERCHANT_RECEIPT),
    C.RECEIVE: _move(
        {S.AWAITING_MERCHANT_RECEIPT},
        S.AWAITING_REFUND,
        S.AWAITING_REPLACEMENT_SHIP,
        S.AWAITING_PAYMENT,
        S.REFUND_PROCESSING,
        S.REFUND_FAILED,
        S.COMPLETED,
    ),
    C.REFUSE_RECEIPT: _move({S.AWAITING_MERCHANT_RECEIPT}, S.RECEIPT_REFUSED),
    C.SPLIT: _move({S.AWAITING_MERCHANT_RECEIPT}, S.RECEIPT_REFUSED),
    C.TOP_UP: _move({S.AWAITING_PAYMENT}, S.AWAITING_REPLACEMENT_SHIP),
    C.SHIP_REPLACEMENT: _move({S.AWAITING_REPLACEMENT_SHIP}, S.AWAITING_BUYER_RECEIPT),
    C.CONVERT: _move({S.AWAITING_REPLACEMENT_SHIP, S.AWAITING_PAYMENT}, S.AWAITING_REFUND),
    C.CONFIRM: _move({S.AWAITING_BUYER_RECEIPT}, S.COMPLETED),
    C.SUBMIT: _move({S.AWAITING_REFUND}, S.REFUND_PROCESSING),
    C.SETTLE: _move({S.REFUND_PROCESSING, S.REFUND_FAILED}, S.COMPLETED),
    C.FAIL: _move({S.REFUND_PROCESSING}, S.REFUND_FAILED),
    C.UNKNOWN: _stay(S.REFUND_PROCESSING),
    C.RETRY: _move({S.REFUND_FAILED}, S.REFUND_PROCESSING),
    C.ADD_EVIDENCE: _stay(*OPEN),
    C.RULE: _move({S.DISPUTED}, S.AWAITING_REFUND, S.AWAITING_BUYER_RETURN, S.CLOSED),
    C.AGREE: _move({S.DISPUTED}, *AGREED),
    C.OVERRIDE: _stay(*OPEN),
    C.TIME_OUT: _move(
        {
            S.AWAITING_MERCHANT,
            S.MERCHANT_REFUSED,
            S.RECEIPT_REFUSED,
            S.AWAITING_BUYER_RETURN,
            S.AWAITING_PAYMENT,
        },
        S.CLOSED,
    ),
    C.NOTE: _stay(*OPEN),
    C.FAST_REFUND: _stay(S.AWAITING_MERCHANT_RECEIPT),
    C.FOLLOW: Move(OPEN, frozenset(CaseState)),
    C.RETAIN: _move({S.AWAITING_MERCHANT}, S.CLOSED),
}


def check_before(command: Command, now: CaseState) -> None:
    """Raise `CaseCannotMove` when `command` makes no sense in this state."""
    if now not in MOVES[command].before:
        raise CaseCannotMove(state=now.value, command=command.value)


def check_move(command: Command, now: CaseState, then: CaseState) -> None:
    check_before(command, now)
    if then not in MOVES[command].after:
        raise CaseCannotMove(state=now.value, command=command.value)


NEXT_STATES: Mapping[CaseState, frozenset[CaseState]] = {
    state: frozenset().union(*(move.after for move in MOVES.values() if state in move.before))
    for state in CaseState
}


def agreed_state(kind: CaseKind, *, due_cents: int, must_return: bool) -> CaseState:
    """Where an agreement about a case leads to (T2)."""
    if must_return:
        return S.AWAITING_BUYER_RETURN
    return after_goods(kind, due_cents=due_cents)


def after_goods(kind: CaseKind, *, due_cents: int) -> CaseState:
    """What comes when the goods are back, or need not come back."""
    if kind in SENDS_GOODS:
        return S.AWAITING_PAYMENT if due_cents > 0 else S.AWAITING_REPLACEMENT_SHIP
    return S.AWAITING_REFUND


SENDS_GOODS = frozenset({CaseKind.EXCHANGE, CaseKind.RESHIP, CaseKind.REPAIR})
RETURNS_GOODS = frozenset({CaseKind.RETURN_REFUND, CaseKind.EXCHANGE, CaseKind.REPAIR})
PAYS_BACK = frozenset({CaseKind.REFUND_ONLY, CaseKind.RETURN_REFUND, CaseKind.PRICE_ADJUST})
CLAIMS_UNITS = frozenset(CaseKind) - {CaseKind.PRICE_ADJUST, CaseKind.COMPENSATION}


def check_shipped(phase: Phase, kind: CaseKind) -> None:
    """Raise `NothingShipped` for what needs goods that the buyer was sent."""
    if phase is Phase.PRE_SHIP and kind in RETURNS_GOODS | SENDS_GOODS:
        raise NothingShipped


def queue_of(state: CaseState, phase: Phase, kind: CaseKind) -> Queue | None:
    """Where staff find the case; None when it has ended."""
    if state is S.AWAITING_MERCHANT:
        if kind is CaseKind.REFUND_ONLY:
            return Queue.UNSHIPPED if phase is Phase.PRE_SHIP else Queue.SHIPPED
        return Queue.RETURNS
    return _QUEUES.get(state)


_QUEUES: Mapping[CaseState, Queue] = {
    S.AWAITING_BUYER_CONFIRM: Queue.CUSTOMER,
    S.MERCHANT_REFUSED: Queue.CUSTOMER,
    S.AWAITING_BUYER_RETURN: Queue.CUSTOMER,
    S.AWAITING_MERCHANT_RECEIPT: Queue.RECEIVE,
    S.RECEIPT_REFUSED: Queue.CUSTOMER,
    S.AWAITING_PAYMENT: Queue.CUSTOMER,
    S.AWAITING_REPLACEMENT_SHIP: Queue.SHIP_OUT,
    S.AWAITING_BUYER_RECEIPT: Queue.CUSTOMER,
    S.AWAITING_REFUND: Queue.MONEY,
    S.REFUND_PROCESSING: Queue.MONEY,
    S.REFUND_FAILED: Queue.FAILED,
    S.DISPUTED: Queue.DISPUTES,
}
