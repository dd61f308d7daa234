"""One cell, one value; what can be read in two ways is not read."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiaoer.connectors.files.formats import headings, values
from xiaoer.connectors.files.formats.values import Unclear

SHANGHAI = ZoneInfo("Asia/Shanghai")


class TestCents:
    @pytest.mark.parametrize(
        ("text", "cents"),
        [
            ("12", 1200),
            ("12.5", 1250),
            ("￥12.50", 1250),
            ("１２．５０元", 1250),
            ("1,234.50", 123450),
            ("1,234,567元", 123456700),
            ("CNY 8", 800),
            ("12.500", 1250),
            ("12.299999999999999", 1230),
            ("", None),
            ("--", None),
        ],
    )
    def test_plain(self, text: str, cents: int | None) -> None:
        assert values.cents(text) == cents

    @pytest.mark.parametrize(
        "text", ["1052,75元", "11,50万元", "1.5万", "12.345", "1,23", "12,3456", "abc", "1e5", "²"]
    )
    def test_what_is_not_guessed(self, text: str) -> None:
        with pytest.raises(Unclear) as refusal:
            values.cents(text)
        assert refusal.value.code == "AmountUnclear"

    def test_a_person_may_say_how_commas_are_meant(self) -> None:
        assert values.cents("1.052,75", decimal_comma=True) == 105275
        assert values.cents("52,7", decimal_comma=True) == 5270

    @given(st.text(max_size=20))
    def test_any_text_is_a_number_or_unclear(self, text: str) -> None:
        try:
            found = values.cents(text)
        except Unclear:
            return
        assert found is None or 0 <= found <= values.MOST_CENTS


class TestMoment:
    @pytest.mark.parametrize(
        "text",
        [
            "2016-7-30",
            "2016/07/30",
            "2016年7月30日",
            "20160730",
            "2016-07-30 00:00:00",
            "2016-07-29T16:00:00Z",
            "2016.7.30 0:00",
        ],
    )
    def test_the_shops_time(self, text: str) -> None:
        found = values.moment(text, SHANGHAI)
        assert found is not None
        assert found.astimezone(UTC) == datetime(2016, 7, 29, 16, tzinfo=UTC)

    def test_blank_and_zero_are_none(self) -> None:
        assert values.moment("", SHANGHAI) is None
        assert values.moment("0000-00-00 00:00:00", SHANGHAI) is None

    @given(st.text(max_size=25))
    def test_any_text_is_a_time_or_unclear(self, text: str) -> None:
        try:
            values.moment(text, SHANGHAI)
        except Unclear:
            return


class TestCount:
    def test_whole_pieces(self) -> None:
        assert [values.count(each) for each in ("2", "3.0", "１２", "1,000", "")] == [
            2,
            3,
            12,
            1000,
            None,
        ]

    @pytest.mark.parametrize("text", ["0", "-1", "12.5", "两件", "99999999"])
    def test_unclear(self, text: str) -> None:
        with pytest.raises(Unclear):
            values.count(text)


class TestHeadings:
    def test_full_width_blanks_and_remarks_do_not_matter(self) -> None:
        found = headings.matched(["订单编号　", "买家实际支付金额（元）", "*收货人", "Order No"])
        assert found == {
            "order_no": "订单编号　",
            "paid": "买家实际支付金额（元）",
            "receiver_name": "*收货人",
        }

    def test_merged_headings_above_fill_the_gaps(self) -> None:
        rows = [["十一月订单", "", ""], ["订单号", "收货信息", ""], ["", "姓名", "手机"]]
        at = headings.best_row(rows)
        assert headings.completed(rows, at) == ["订单号", "姓名", "手机"]

    def test_the_fingerprint_ignores_the_order(self) -> None:
        assert headings.fingerprint(["a", "订单号"]) == headings.fingerprint(["订单号 ", "A"])
