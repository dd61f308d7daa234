"""What the check says of words: pure."""

from dataclasses import replace

import pytest

from xiaoer.core.ids import new_id
from xiaoer.phrases import rules
from xiaoer.phrases.rules import Before, Limits, Watched

WATCHED = [
    Watched("forbidden", "不知道", "我马上帮您核实", False),
    Watched("forbidden", "滚", "", True),
    Watched("absolute", "最佳", "很好", False),
    Watched("jargon", "SKU", "款式", False),
    Watched("jargon", "最佳实践", "做法", False),
]


def kinds(text, *, before=(), limits=None, unedited=None):
    found = rules.look_over(text, WATCHED, limits or Limits(), before, unedited)
    return [each.kind for each in found]


class TestWords:
    @pytest.mark.row("CMM-4", "CMM-5")
    def test_each_is_named_with_its_place_and_a_better_word(self):
        (first, second) = rules.words_in("这个SKU我不知道", WATCHED)
        assert (first.word, first.start, first.alternative) == ("SKU", 2, "款式")
        assert (second.word, second.start, second.alternative) == ("不知道", 6, "我马上帮您核实")

    def test_the_longer_of_two_counts(self):
        (found,) = rules.words_in("最佳实践", WATCHED)
        assert found.word == "最佳实践"

    def test_latin_words_count_whole_and_in_any_case(self):
        assert rules.words_in("SKUNK", WATCHED) == []
        assert [each.word for each in rules.words_in("这个sku", WATCHED)] == ["sku"]

    @pytest.mark.row("CMM-4")
    def test_a_sentence_nobody_can_follow(self):
        long = "您好关于您咨询的这个问题我这边已经和仓库以及快递的同事都确认过了" * 2
        assert kinds(long) == ["long_sentence"]
        assert kinds("，".join(["短句"] * 5) + "。" + "短句。" * 30) == []

    @pytest.mark.parametrize("text", ["加我微信 abc_12345", "打 13800138000", "发到 me@shop.cn"])
    def test_private_contacts(self, text):
        assert kinds(text) == ["contact"]

    def test_order_numbers_are_none(self):
        assert kinds("订单 2026112913800138000999 已发货") == []


class TestEmojis:
    @pytest.mark.row("EMO-3")
    def test_more_than_the_shop_allows(self):
        assert kinds("好的😊😊") == ["emoji_many"]
        assert kinds("好的😊😊", limits=Limits(emojis_per_message=2)) == []
        (found,) = rules.look_over("😊😊", [], Limits(emoji_blocks=True), [], None)
        assert found.blocks

    @pytest.mark.row("EMO-3")
    def test_not_in_every_message(self):
        assert kinds("好的😊", before=[Before("在"), Before("您好🌹")]) == ["emoji_often"]
        assert kinds("好的😊", before=[Before("在"), Before("亲"), Before("您好🌹")]) == []
        every = Limits(emoji_every=1)
        assert kinds("好的😊", before=[Before("您好🌹")], limits=every) == []

    @pytest.mark.row("EMO-5")
    def test_different_ones_in_one_message(self):
        two = Limits(emojis_per_message=2)
        assert kinds("好的😊🌹", limits=two) == ["emoji_mixed"]
        assert kinds("好的😊🌹", limits=replace(two, emoji_mixed_warns=False)) == []

    @pytest.mark.row("EMO-6")
    def test_the_same_as_just_before(self):
        before, often = [Before("您好😊")], Limits(emoji_every=1)
        assert kinds("好的😊", before=before, limits=often) == ["emoji_repeated"]
        assert kinds("好的🌹", before=before, limits=often) == []
        unheeded = replace(often, emoji_repeat_warns=False)
        assert kinds("好的😊", before=before, limits=unheeded) == []

    def test_a_skin_colour_is_no_second_one(self):
        assert rules.emojis_in("👍🏽") == ["👍"]


@pytest.mark.row("QP-16")
class TestMechanical:
    def test_the_same_phrase_again(self):
        phrase = new_id()
        before = [Before("在的"), Before("您好", unedited=phrase)]
        assert kinds("您好", before=before, unedited=phrase) == ["phrase_again"]
        assert kinds("您好", before=before, unedited=new_id()) == []
        assert kinds("您好", before=before, unedited=None) == []

    def test_too_many_phrases_in_a_row(self):
        row = [Before("一", unedited=new_id()), Before("二", unedited=new_id())]
        assert kinds("三", before=row, unedited=new_id()) == ["phrases_in_a_row"]
        assert kinds("三", before=row[:1], unedited=new_id()) == []
        assert kinds("三", before=[Before("自己写的"), *row], unedited=new_id()) == []

    @pytest.mark.parametrize(
        ("phrase", "said", "same"),
        [
            ("亲，{order_no} 已发出", "亲，A1 已发出", True),
            ("亲，{订单号} 已发出", " 亲，A1 已发出 ", True),
            ("亲，{order_no} 已发出", "亲，A1 已发出，请留意", False),
            ("您好", "您好", True),
            ("1+1=2？", "1+1=2？", True),
        ],
    )
    def test_word_by_word(self, phrase, said, same):
        assert rules.is_verbatim(phrase, said) is same
