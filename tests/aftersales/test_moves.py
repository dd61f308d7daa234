"""The table of transitions: every command in every state, allowed or refused (T1 to T30)."""

import pytest

from xiaoer.aftersales.errors import AmountNotAllowed, AmountTooHigh, CaseCannotMove, UnitTaken
from xiaoer.aftersales.models import CaseKind, CaseState, Phase, Queue
from xiaoer.aftersales.rules import (
    MOVES,
    NEXT_STATES,
    OPEN,
    TERMINAL,
    Command,
    UnitState,
    Wanted,
    agreed_state,
    amounts,
    check_before,
    check_move,
    chosen_units,
    queue_of,
)
from xiaoer.core.ids import new_id

S, C = CaseState, Command

AGREED = {
    S.AWAITING_REFUND,
    S.AWAITING_BUYER_RETURN,
    S.AWAITING_REPLACEMENT_SHIP,
    S.AWAITING_PAYMENT,
}
LIVE = set(CaseState) - {S.COMPLETED, S.CLOSED}

LEGAL = {
    # T2, T3; beyond one's limit it waits where it is
    C.APPROVE: ({S.AWAITING_MERCHANT}, AGREED),
    C.ASK_APPROVAL: ({S.AWAITING_MERCHANT}, {S.AWAITING_MERCHANT}),
    # T4, T5
    C.PROPOSE: ({S.AWAITING_MERCHANT, S.RECEIPT_REFUSED}, {S.AWAITING_BUYER_CONFIRM}),
    # what a shop offers to send back is over (RET-13)
    C.ACCEPT: ({S.AWAITING_BUYER_CONFIRM}, AGREED | {S.CLOSED}),
    C.DECLINE: ({S.AWAITING_BUYER_CONFIRM}, {S.AWAITING_MERCHANT, S.RECEIPT_REFUSED}),
    # T6; a compensation a second person refuses is over
    C.REFUSE: ({S.AWAITING_MERCHANT}, {S.MERCHANT_REFUSED, S.CLOSED}),
    # T7, T8
    C.REVISE: ({S.MERCHANT_REFUSED, S.RECEIPT_REFUSED}, {S.AWAITING_MERCHANT}),
    C.ESCALATE: ({S.MERCHANT_REFUSED, S.RECEIPT_REFUSED}, {S.DISPUTED}),
    # T9, T10, RTN-3
    C.WITHDRAW: (LIVE, {S.CLOSED}),
    C.SHIP_INSTEAD: ({S.AWAITING_MERCHANT}, {S.CLOSED}),
    C.RETAIN: ({S.AWAITING_MERCHANT}, {S.CLOSED}),
    # T11 to T14; a fast refund has its money, and ends with the goods
    C.SHIP_BACK: ({S.AWAITING_BUYER_RETURN}, {S.AWAITING_MERCHANT_RECEIPT}),
    C.RECEIVE: (
        {S.AWAITING_MERCHANT_RECEIPT},
        {
            S.AWAITING_REFUND,
            S.AWAITING_REPLACEMENT_SHIP,
            S.AWAITING_PAYMENT,
            S.REFUND_PROCESSING,
            S.REFUND_FAILED,
            S.COMPLETED,
        },
    ),
    C.REFUSE_RECEIPT: ({S.AWAITING_MERCHANT_RECEIPT}, {S.RECEIPT_REFUSED}),
    C.SPLIT: ({S.AWAITING_MERCHANT_RECEIPT}, {S.RECEIPT_REFUSED}),
    C.FAST_REFUND: ({S.AWAITING_MERCHANT_RECEIPT}, {S.AWAITING_MERCHANT_RECEIPT}),
    # T15 to T18
    C.TOP_UP: ({S.AWAITING_PAYMENT}, {S.AWAITING_REPLACEMENT_SHIP}),
    C.SHIP_REPLACEMENT: ({S.AWAITING_REPLACEMENT_SHIP}, {S.AWAITING_BUYER_RECEIPT}),
    C.CONVERT: ({S.AWAITING_REPLACEMENT_SHIP, S.AWAITING_PAYMENT}, {S.AWAITING_REFUND}),
    C.CONFIRM: ({S.AWAITING_BUYER_RECEIPT}, {S.COMPLETED}),
    # T19 to T23
    C.SUBMIT: ({S.AWAITING_REFUND}, {S.REFUND_PROCESSING}),
    C.SETTLE: ({S.REFUND_PROCESSING, S.REFUND_FAILED}, {S.COMPLETED}),
    C.FAIL: ({S.REFUND_PROCESSING}, {S.REFUND_FAILED}),
    C.UNKNOWN: ({S.REFUND_PROCESSING}, {S.REFUND_PROCESSING}),
    C.RETRY: ({S.REFUND_FAILED}, {S.REFUND_PROCESSING}),
    # T24 to T26, T29
    C.ADD_EVIDENCE: (LIVE, LIVE),
    C.RULE: ({S.DISPUTED}, {S.AWAITING_REFUND, S.AWAITING_BUYER_RETURN, S.CLOSED}),
    C.AGREE: ({S.DISPUTED}, AGREED),
    C.OVERRIDE: (LIVE, LIVE),
    C.NOTE: (LIVE, LIVE),
    # D5, D6, D10, D14
    C.TIME_OUT: (
        {
            S.AWAITING_MERCHANT,
            S.MERCHANT_REFUSED,
            S.RECEIPT_REFUSED,
            S.AWAITING_BUYER_RETURN,
            S.AWAITING_PAYMENT,
        },
        {S.CLOSED},
    ),
    # a platform that owns the case tells any state
    C.FOLLOW: (LIVE, set(CaseState)),
}
"""Written down twice on purpose: a change of the one without the other is seen."""


@pytest.mark.parametrize("command", Command)
def test_the_table_says_the_same(command):
    """T2 to T29: where each command may be given and where it leads, no more and no less."""
    before, after = LEGAL[command]
    assert (MOVES[command].before, MOVES[command].after) == (before, after)


@pytest.mark.parametrize("command", Command)
def test_legal(command):
    for before in LEGAL[command][0]:
        for then in LEGAL[command][1]:
            check_move(command, before, then)
            assert then in NEXT_STATES[before]


@pytest.mark.parametrize("command", Command)
@pytest.mark.parametrize("state", CaseState)
def test_everything_else_is_refused(command, state):
    if state in MOVES[command].before:
        check_before(command, state)
        illegal = set(CaseState) - MOVES[command].after
        for then in illegal:
            with pytest.raises(CaseCannotMove):
                check_move(command, state, then)
    else:
        with pytest.raises(CaseCannotMove):
            check_before(command, state)


@pytest.mark.parametrize("state", sorted(TERMINAL))
def test_the_end_is_the_end(state):
    """I13."""
    assert not NEXT_STATES[state]
    assert all(state not in move.before for move in MOVES.values())


@pytest.mark.parametrize("state", sorted(OPEN))
def test_every_open_case_is_in_a_queue_and_can_end(state):
    """I15: from everywhere there is a way to an end."""
    assert queue_of(state, Phase.SHIPPED, CaseKind.REFUND_ONLY) is not None
    seen, open_ = set(), {state}
    while open_:
        seen |= open_
        open_ = {then for each in open_ for then in NEXT_STATES[each]} - seen
    assert seen & TERMINAL


@pytest.mark.parametrize(
    ("kind", "due", "must_return", "then"),
    [
        (CaseKind.REFUND_ONLY, 0, False, S.AWAITING_REFUND),
        (CaseKind.RETURN_REFUND, 0, True, S.AWAITING_BUYER_RETURN),
        (CaseKind.RETURN_REFUND, 0, False, S.AWAITING_REFUND),
        (CaseKind.EXCHANGE, 500, True, S.AWAITING_BUYER_RETURN),
        (CaseKind.EXCHANGE, 500, False, S.AWAITING_PAYMENT),
        (CaseKind.EXCHANGE, -500, False, S.AWAITING_REPLACEMENT_SHIP),
        (CaseKind.RESHIP, 0, False, S.AWAITING_REPLACEMENT_SHIP),
        (CaseKind.REPAIR, 0, True, S.AWAITING_BUYER_RETURN),
        (CaseKind.COMPENSATION, 0, False, S.AWAITING_REFUND),
    ],
)
def test_where_an_agreement_leads(kind, due, must_return, then):
    assert agreed_state(kind, due_cents=due, must_return=must_return) is then


def test_queues():
    pre, gone = Phase.PRE_SHIP, Phase.SHIPPED
    refund, back = CaseKind.REFUND_ONLY, CaseKind.RETURN_REFUND
    assert queue_of(S.AWAITING_MERCHANT, pre, refund) is Queue.UNSHIPPED
    assert queue_of(S.AWAITING_MERCHANT, gone, refund) is Queue.SHIPPED
    assert queue_of(S.AWAITING_MERCHANT, gone, back) is Queue.RETURNS
    assert queue_of(S.COMPLETED, gone, back) is None


class TestAmounts:
    line = new_id()

    def units(self, *left, taken=()):
        return [
            UnitState(self.line, number, cents, taken=number in taken)
            for number, cents in enumerate(left)
        ]

    def test_a_part_is_split_to_the_cent_and_never_above_a_unit(self):
        found = amounts(self.units(3333, 3333, 3334), freight_cents=800, asked_cents=10_500)
        assert found.net_cents == 10_500
        assert (found.freight_cents, found.max_cents) == (500, 10_800)
        assert all(cents <= 3334 for cents in found.units.values())

    @pytest.mark.parametrize("asked", [0, -1])
    def test_nothing_is_no_amount(self, asked):
        with pytest.raises(AmountNotAllowed):
            amounts(self.units(100), asked_cents=asked)

    def test_not_above_what_is_left(self):
        with pytest.raises(AmountTooHigh):
            amounts(self.units(100, 200), asked_cents=301)

    def test_the_first_free_units(self):
        units = self.units(1, 2, 3, taken={0})
        assert [each.unit for each in chosen_units(units, [Wanted(self.line, 2)])] == [1, 2]
        with pytest.raises(UnitTaken):
            chosen_units(units, [Wanted(self.line, 3)])
