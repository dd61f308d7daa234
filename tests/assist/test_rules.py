"""Moods, picks, summaries and likeness: pure."""

import csv
from pathlib import Path

import pytest

from xiaoer.assist.rules import likeness, moods, picks, summary
from xiaoer.assist.rules.moods import Mood, Risk
from xiaoer.assist.rules.summary import Line


class TestMoods:
    @pytest.mark.row("EMT-1")
    @pytest.mark.parametrize(
        ("text", "mood", "risk"),
        [
            ("你们太过分了，气死我了", Mood.ANGRY, Risk.TENSE),
            ("一群骗子，不要脸", Mood.ABUSIVE, Risk.TENSE),
            ("我要起诉你们", Mood.THREATENING, Risk.ESCALATING),
            ("再不处理我就打12315投诉", Mood.COMPLAINT, Risk.TENSE),
            ("我找记者曝光你们", Mood.MEDIA, Risk.ESCALATING),
            ("太感谢了，服务真好", Mood.PRAISE, Risk.CALM),
            ("this is ridiculous, I will sue you", Mood.THREATENING, Risk.ESCALATING),
        ],
    )
    def test_each_mood_has_its_words(self, text: str, mood: Mood, risk: Risk) -> None:
        felt = moods.feeling(text)
        assert mood in felt.moods
        assert felt.risk == risk
        assert mood is Mood.PRAISE or felt.words

    @pytest.mark.parametrize("text", ["我不会投诉的", "不用给差评", "请问多少钱", "有蓝色吗"])
    def test_what_is_denied_or_plain_is_no_mood(self, text: str) -> None:
        assert moods.feeling(text).moods == ()

    def test_thanks_said_in_anger_is_no_praise(self) -> None:
        assert Mood.PRAISE not in moods.feeling("谢谢你们这群骗子").moods

    def test_risk_rises_at_once_and_falls_by_steps(self) -> None:
        angry, plain, glad = (moods.feeling(t) for t in ("我要曝光你们", "在吗", "谢谢，很满意"))
        risk = moods.settled(Risk.CALM, angry)
        assert risk is Risk.ESCALATING
        assert moods.settled(risk, plain) is Risk.TENSE
        assert moods.settled(risk, glad) is Risk.CALM


class TestPicks:
    @pytest.mark.parametrize(
        ("text", "numbers"),
        [
            ("订单号202311290001234什么时候发", ["202311290001234"]),
            ("12345678901234567890", ["12345678901234567890"]),
            ("打我电话13812345678", []),
            ("电话8613812345678", []),
            ("快递单号 773123456789012345 不动了", []),
            ("订单XE20231129-01 和 1234567890123456", ["XE20231129-01", "1234567890123456"]),
            ("今天是20231129", []),
        ],
    )
    def test_order_numbers_are_no_phones_and_no_parcels(self, text, numbers) -> None:
        assert picks.order_numbers(text) == numbers

    def test_the_numbers_of_the_public_set_are_found(self, data: Path) -> None:
        right = wrong = count = 0
        with (data / "bitext_cs" / "train.csv").open(encoding="utf-8") as rows:
            for row in csv.DictReader(rows):
                found = picks.order_numbers(row["utterance"])
                if row["entity_type"] == "order_id":
                    count += 1
                    right += found == [row["entity_value"]]
                else:
                    wrong += bool(found)
        assert count > 600
        assert right / count > 0.97
        assert wrong == 0

    @pytest.mark.parametrize(
        ("text", "urges"),
        [
            ("怎么还不发货", True),
            ("快点发货，急用", True),
            ("please ship it soon", True),
            ("发货了，谢谢", False),
            ("这个多少钱", False),
        ],
    )
    def test_an_urge_to_ship(self, text: str, urges: bool) -> None:
        assert picks.urges_shipment(text) is urges


class TestSummary:
    @pytest.mark.row("CMM-1")
    def test_needs_in_the_customers_words_and_open_questions(self) -> None:
        told = summary.summary(
            [
                Line(1, True, "你好"),
                Line(2, True, "我上周买的外套到现在没发货。可以换成黑色的吗？"),
                Line(3, False, "您好，已经帮您催仓库今天发货"),
                Line(4, True, "那发票什么时候开？"),
            ]
        )
        wants = [each.text for each in told.wants]
        assert "你好" not in wants
        assert wants[0] == "我上周买的外套到现在没发货。"
        assert [(each.seq, each.text) for each in told.unanswered] == [
            (2, "可以换成黑色的吗？"),
            (4, "那发票什么时候开？"),
        ]

    def test_the_same_wish_stands_once(self) -> None:
        lines = [Line(n, True, "麻烦尽快发货") for n in range(1, 5)]
        assert len(summary.summary(lines).wants) == 1

    def test_an_answer_ends_a_single_question_whatever_its_words(self) -> None:
        told = summary.summary([Line(1, True, "今天能到吗？"), Line(2, False, "派件中，晚上送达")])
        assert told.unanswered == ()


class TestLikeness:
    def test_the_text_about_the_same_is_the_most_alike(self) -> None:
        texts = ["退货地址是杭州市", "今天下午发货", "发票随货寄出"]
        assert likeness.ranked("什么时候能发货", texts)[0][1] == 1
        assert likeness.ranked("退货寄到哪个地址", texts)[0][1] == 0
        assert likeness.ranked("abc", texts)[0][0] == 0
