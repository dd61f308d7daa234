"""An order's amounts are split over its lines once, to the cent (aftersales.md A.6)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiaoer.orders import rules
from xiaoer.orders.errors import AmountsDisagree
from xiaoer.orders.rules import Share

cents = st.integers(0, 10_000_00)


class TestSplit:
    def test_by_who_pays_for_the_discount(self) -> None:
        shares = rules.split([10000, 5000], goods_cents=12000, platform_cents=1500)
        assert shares == [Share(10000, 1000, 1000), Share(5000, 500, 500)]
        assert [share.paid_cents for share in shares] == [8000, 4000]

    def test_a_gift_is_owed_nothing(self) -> None:
        assert [s.paid_cents for s in rules.split([999, 0], goods_cents=998)] == [998, 0]

    def test_a_price_raised_by_hand(self) -> None:
        assert [s.paid_cents for s in rules.split([100, 200], goods_cents=330)] == [110, 220]

    def test_all_lines_free_but_paid(self) -> None:
        assert [s.paid_cents for s in rules.split([0, 0], goods_cents=50)] == [50, 0]

    def test_no_lines(self) -> None:
        assert rules.split([], goods_cents=100) == []

    @pytest.mark.parametrize(
        ("listed", "goods", "platform"), [([100], -1, 0), ([100], 50, -5), ([-1], 0, 0)]
    )
    def test_negative_amounts_are_refused(
        self, listed: list[int], goods: int, platform: int
    ) -> None:
        with pytest.raises(AmountsDisagree):
            rules.split(listed, goods_cents=goods, platform_cents=platform)

    @given(listed=st.lists(cents, min_size=1, max_size=8), goods=cents, platform=cents)
    def test_every_component_adds_up_and_nobody_pays_less_than_nothing(
        self, listed: list[int], goods: int, platform: int
    ) -> None:
        shares = rules.split(listed, goods_cents=goods, platform_cents=platform)
        assert sum(share.paid_cents for share in shares) == goods
        assert sum(share.platform_cents for share in shares) == platform
        assert [share.list_cents for share in shares] == listed
        assert all(share.paid_cents >= 0 and share.platform_cents >= 0 for share in shares)
