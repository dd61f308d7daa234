"""Allocation: nothing lost, nothing invented, whatever order units come back in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiaoer.core.money import CurrencyMismatch, Money, allocate, unit_entitlement

weights = st.lists(st.integers(0, 10**9), min_size=1, max_size=30)


@given(st.integers(-(10**10), 10**10), weights)
def test_the_parts_add_up_to_the_whole(total, each):
    assert sum(allocate(total, each)) == total


@given(st.integers(0, 10**10), weights.filter(any))
def test_each_part_is_within_a_cent_of_its_share(total, each):
    for part, weight in zip(allocate(total, each), each, strict=True):
        assert abs(part * sum(each) - total * weight) < sum(each)


def test_worthless_lines_get_nothing_and_an_all_free_order_leaves_it_to_the_first():
    assert allocate(100, [0, 3, 0]) == [0, 100, 0]
    assert allocate(7, [0, 0]) == [7, 0]


@given(st.integers(0, 10**9), st.integers(1, 500))
def test_the_units_of_a_line_return_exactly_what_was_paid(paid, quantity):
    units = [unit_entitlement(paid, quantity, unit) for unit in range(quantity)]
    assert sum(units) == paid
    assert max(units) - min(units) <= 1


def test_a_unit_that_was_not_bought_has_no_entitlement():
    with pytest.raises(ValueError, match="not one of 2"):
        unit_entitlement(100, 2, 2)


def test_money_is_written_for_people():
    assert str(Money(123456789)) == "¥1,234,567.89"
    assert str(Money(-5, "USD")) == "-$0.05"


def test_two_currencies_never_meet_in_a_sum():
    with pytest.raises(CurrencyMismatch):
        Money(1) + Money(1, "USD")
