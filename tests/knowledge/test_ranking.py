"""How questions find answers: pure."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from bench import questions
from xiaoer.app.cli.knowledge import rank
from xiaoer.knowledge import rules
from xiaoer.knowledge.ranking import Entry, Features, Index, lexicon, read, sense, sounds
from xiaoer.knowledge.ranking.sense import Encoder
from xiaoer.knowledge.ranking.text import plain, stem

STANDARD = [
    "七天无理由退货怎么申请",
    "退款多久到账",
    "怎么提高借款额度",
    "物流信息好几天没更新了怎么办",
    "发票抬头写错了能重开吗",
    "怎么修改支付密码",
    "How do I return an item?",
    "When will my parcel arrive?",
]


def best(query):
    return STANDARD[rank(STANDARD, [query])[0][0]]


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("開通微粒貸", "开通微粒贷"),
        ("ＶＩＰ會員", "vip会员"),
        ("二十四小时", "24小时"),
        ("七天无理由", "7天无理由"),
        ("两千五百元", "2500元"),
        ("三万块", "30000块"),
    ],
)
def test_one_spelling_for_one_word(written, same):
    assert plain(written) == same


def test_what_is_no_number_stays():
    assert plain("一直不动，千万别") == "一直不动 千万别"


def test_english_words_meet_in_their_stem():
    assert {stem(each) for each in ("return", "returns", "returned", "returning")} == {"return"}
    assert stem("cancel") == stem("cancelled")


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        ("钱退了几天能收到", "退款多久到账"),  # other words
        ("推款多久到帐", "退款多久到账"),  # homophones
        ("退貨怎麼申請", "七天无理由退货怎么申请"),  # traditional
        ("怎么提升借款额度", "怎么提高借款额度"),
        ("快递一直卡着不动", "物流信息好几天没更新了怎么办"),
        ("how can i send somthing back", "How do I return an item?"),  # misspelt
        ("where is my package", "When will my parcel arrive?"),
    ],
)
def test_other_words_and_slips_find_the_same(query, answer):
    assert best(query) == answer


def test_far_better_than_plain_characters_on_wordings_never_tuned_on():
    """A fifth of the held-out pairs; `bin/bench questions` measures all."""
    standard, wordings = questions.pairs()
    some = [(text, place) for text, place in wordings if place % 10 == 1]
    asked, right = [text for text, _ in some], [place for _, place in some]
    ours = questions.judged(rank(standard, asked), right)
    plain_characters = questions.judged(questions.bm25(standard, asked), right)
    assert ours["hit_1"] > 1.5 * plain_characters["hit_1"]
    assert ours["mrr_10"] > 1.5 * plain_characters["mrr_10"]


def test_features_survive_being_stored():
    made = read("退款多久到账", "三天")
    again = Features.unpacked(made.packed())
    assert all((a == b).all() for a, b in zip(made.terms, again.terms, strict=True))
    assert (made.vector == again.vector).all()


def test_an_owner_is_found_once_by_its_nearest_wording_and_what_is_kept_back_not_at_all():
    entries = [Entry(0, read("退款多久到账")), Entry(0, read("钱几天退")), Entry(1, read("发票"))]
    index = Index.of(entries)
    found = index.search(read("钱几天退"))
    assert [(each.owner, each.entry) for each in found] == [(0, 1), (1, 2)]
    assert found[0].score > 0.95 > found[1].score
    kept = index.search(read("钱几天退"), but=np.array([0, 1]))
    assert [each.owner for each in kept] == [1]
    assert Index.of([]).search(read("退款")) == []


def test_the_longest_wording_counts_and_letters_only_as_whole_words():
    known = lexicon.shipped()
    assert len(known) > 200
    names = [piece.groups[0].name for piece in known.pieces("提前还款要手续费") if piece.groups]
    assert names[0] == "提前还款"
    assert not any(p.text == "id" and p.groups for p in known.pieces("paid"))


def test_sounds_people_mix_up_are_one():
    assert sounds.of_char("是") == sounds.of_char("四")
    assert sounds.of_char("你") == sounds.of_char("里")
    assert sounds.of_letters("kuaidi") == ("kuai", "di")
    assert sounds.of_letters("order") == ()


def test_a_body_has_headed_parts():
    parts = rules.sections("先看。\n## 功能\n泡茶\n## 注意事项\n小心烫\n## 其他\n无")
    assert [(each.key, each.text) for each in parts] == [
        ("", "先看。"),
        ("functions", "泡茶"),
        ("precautions", "小心烫"),
        ("", "无"),
    ]


@pytest.mark.parametrize("asked", ["紫砂壶怎么用", "装不上去", "how do i clean the teapot"])
def test_who_cannot_cope_is_understood(asked):
    assert rules.asks_how_to_use(asked)


@pytest.mark.parametrize("asked", ["优惠券怎么用", "什么时候发货", "refund please"])
def test_other_questions_are_not_about_use(asked):
    assert not rules.asks_how_to_use(asked)


class TestEncoder:
    def test_is_let_go_when_nobody_asks_and_comes_back(self):
        encoder = Encoder(idle_sec=0)
        first = encoder.encode(["什么时候发货"])

        encoder.rest()
        gone = not encoder.loaded
        again = encoder.encode(["什么时候发货"])

        assert gone
        assert (first == again).all()

    def test_stays_while_somebody_asks(self):
        encoder = Encoder(idle_sec=60)
        encoder.encode(["什么时候发货"])

        encoder.rest()

        assert encoder.loaded

    def test_who_asks_at_the_same_time_is_answered_as_if_alone(self):
        asked = ["什么时候发货", "退", "how long does a refund take", "钱几天能退回来", "发票", ""]
        alone, together = Encoder(), Encoder()
        expected = [alone.encode([each]) for each in asked]
        with ThreadPoolExecutor(len(asked)) as pool:
            found = list(pool.map(lambda each: together.encode([each]), asked * 5))
        for at, each in enumerate(found):
            assert np.allclose(each, expected[at % len(asked)], atol=1e-5)

    def test_who_asks_while_it_cannot_be_read_is_told_so_and_the_next_is_answered(
        self, monkeypatch
    ):
        encoder = Encoder()
        with monkeypatch.context() as broken:
            broken.setattr(sense, "Network", broken_network)
            with pytest.raises(OSError, match="the model"):
                encoder.encode(["退款"])
        assert len(encoder.encode(["退款"])) == 1


def broken_network():
    raise OSError("the model cannot be read")


def test_one_question_is_read_as_many_are():
    """Ours remembers tokens, the package reads all anew: the same points, whichever comes first."""
    from xiaoer.knowledge.ranking.network import Network

    texts = ["", "退", "钱几天能退回来", "how long does a refund take", "退款多久到账 kuaidi 7天"]
    encoder = Network()
    many = encoder.encode(texts)
    for _ in range(2):
        one = np.concatenate([encoder.encode([each]) for each in texts])
        assert np.allclose(one, many, atol=1e-5)


def test_a_large_index_finds_what_a_small_one_does(monkeypatch):
    """Looking roughly and in the nearest groups only costs few of the right answers, also among
    questions that share no word with what is asked."""
    standard, wordings = questions.pairs()
    some = [(text, place) for text, place in wordings if place % 10 == 3]
    asked, right = [text for text, _ in some], [place for _, place in some]
    exact = questions.judged(rank(standard, asked), right)
    monkeypatch.setattr("xiaoer.knowledge.ranking.senses.LARGE", 100)
    monkeypatch.setattr("xiaoer.knowledge.ranking.senses.GROUPS", 20)
    monkeypatch.setattr("xiaoer.knowledge.ranking.senses.LOOKED_AT", 5)
    monkeypatch.setattr("xiaoer.knowledge.ranking.index.NEAREST", 40)
    large = questions.judged(rank(standard, asked), right)
    assert large["hit_1"] >= exact["hit_1"] - 0.05
    assert large["hit_10"] >= exact["hit_10"] - 0.1
