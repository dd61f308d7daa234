"""Variables and pinyin letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiaoer.phrases import rules
from xiaoer.phrases.errors import UnknownVariable


@pytest.mark.row("QP-15")
class TestRender:
    def test_fills_what_is_known_and_names_what_is_not(self):
        text = "{customer_name}您好，{order_no}由{courier}承运，单号{tracking_no}。"
        rendered = rules.render(text, {"customer_name": "小雨", "order_no": "T1", "courier": ""})
        assert rendered.text == "小雨您好，T1由{courier}承运，单号{tracking_no}。"
        assert rendered.missing == ("courier", "tracking_no")

    def test_chinese_names_are_the_same_variables(self):
        rendered = rules.render("{客户昵称}，订单{订单号}和{order_no}", {"customer_name": "小雨"})
        assert rendered.text == "小雨，订单{订单号}和{order_no}"
        assert rendered.missing == ("order_no",)

    def test_a_filled_value_is_not_filled_again(self):
        rendered = rules.render("{customer_name}", {"customer_name": "{order_no}", "order_no": "1"})
        assert rendered == rules.Rendered("{order_no}", ())

    @given(st.text())
    def test_text_without_variables_stays_as_it_is(self, text):
        if not rules.variables_in(text):
            assert rules.render(text, {}) == rules.Rendered(text, ())

    def test_every_variable_of_the_requirement_is_known(self):
        for name in ("customer_name", "product", "order_no", "courier", "tracking_no"):
            rules.check_variables(f"{{{name}}}")
        rules.check_variables("{amount}{eta}")

    def test_an_unknown_variable_is_refused(self):
        with pytest.raises(UnknownVariable):
            rules.check_variables("{password}")


@pytest.mark.parametrize(
    ("title", "letters"),
    [
        ("退货地址", "thdz"),
        ("查物流 2", "cwl2"),
        ("VIP欢迎语", "viphyy"),
        ("啊座", "az"),
        ("😀镕", ""),
        ("", ""),
    ],
)
def test_a_title_is_found_by_its_letters(title, letters):
    assert rules.initials(title) == letters
