"""What customers say that asks for nothing is no hot question: pure."""

import pytest

from bench import questions
from xiaoer.conversations.rules.asking import asks


@pytest.mark.row("QP-2")
@pytest.mark.parametrize(
    "said",
    [
        "谢谢小二",
        "好的谢谢",
        "收到了，谢谢",
        "嗯嗯知道了",
        "没事了",
        "在吗",
        "好的，我等发货",
        "已经收到退款了，谢谢",
        "辛苦啦",
        "哈哈哈",
        "thanks",
        "ok got it",
        "东西很不错，已经给好评啦",
        "下次还来",
        "好 我问下领导再回复你",
        "那我再考虑一下",
        "91330106MA2XXXXX0K",
    ],
)
def test_who_thanks_or_settles_asks_nothing(said):
    assert not asks(said)


@pytest.mark.row("QP-2")
@pytest.mark.parametrize(
    "said", ["在吗？", "有人吗？", "？？", "麻烦看一下哦", "你好，在吗?", "hello?", "anyone there?"]
)
def test_who_only_calls_asks_nothing_yet(said):
    assert not asks(said)


@pytest.mark.parametrize(
    "said",
    [
        "什么时候发货",
        "催一下发货",
        "还没收到货",
        "我要退货",
        "已经三天了还没有动静",
        "杯子碎了",
        "谢谢，那什么时候能到",
        "好的，那运费谁出？",
        "where is my parcel",
        "给好评有礼品吗？",
        "东西不错，就是少了一件",
        "我想问下运费谁出",
        "问下什么时候能再来货",
        "2611177300005572 怎么还没发货？",
        "在吗，快递怎么不动了",
    ],
)
def test_questions_wishes_and_troubles_are_kept(said):
    assert asks(said)


def test_no_question_of_the_pairs_is_lost():
    standard, wordings = questions.pairs()
    assert [each for each in [*standard, *(text for text, _ in wordings)] if not asks(each)] == []
