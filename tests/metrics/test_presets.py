"""The platforms' own ways of counting, by worked vectors (domain.md §1)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from xiaoer.core.ids import new_id
from xiaoer.metrics.rules.presets import PRESETS, Rate, rate
from xiaoer.metrics.rules.rounds import Round

ZONE = ZoneInfo("Asia/Shanghai")
BY_CODE = {each.code: each for each in PRESETS}
TALK, OTHER = new_id(), new_id()
WHO, ELSE = new_id(), new_id()


def asked(time, waited, *, talk=TALK, who=WHO, first=False):
    hours, minutes, seconds = map(int, time.split(":"))
    at = datetime(2026, 11, 2, hours, minutes, seconds, tzinfo=ZONE).astimezone(UTC)
    answered = None if waited is None else at + timedelta(seconds=waited)
    return Round(talk, who, "webchat", "", None, first, at, answered, waited)


def of(code, *rounds):
    found = rate(BY_CODE[code], rounds, ZONE)
    return found.good, found.counted


class TestTaobao:
    """The vectors (a) to (c) of domain.md: several questions before the answer are one round."""

    def test_a_the_first_question_starts_the_clock(self):
        assert of("taobao_3min", asked("10:10:15", 475)) == (0, 1)

    def test_b_the_next_question_is_a_round_of_its_own(self):
        assert of("taobao_3min", asked("10:10:15", 475), asked("10:18:30", 30)) == (1, 2)

    def test_c_never_answered_is_one_bad_round(self):
        assert of("taobao_3min", asked("11:00:00", None)) == (0, 1)

    @pytest.mark.parametrize(
        ("time", "counted"),
        [("07:59:59", 0), ("08:00:00", 1), ("22:59:59", 1), ("23:00:00", 0)],
    )
    def test_only_what_is_asked_in_its_hours_counts(self, time, counted):
        assert of("taobao_3min", asked(time, 10))[1] == counted

    def test_three_minutes_are_still_in_time(self):
        assert of("taobao_3min", asked("10:00:00", 180)) == (1, 1)
        assert of("taobao_3min", asked("10:00:00", 180.5)) == (0, 1)


class TestJd:
    def test_only_the_first_answer_of_a_talk_counts(self):
        rounds = asked("10:00:00", 30, first=True), asked("10:05:00", 900)
        assert of("jd_first_30s", *rounds) == (1, 1)
        assert of("jd_first_30s", asked("10:00:00", 31, first=True)) == (0, 1)

    def test_talks_of_the_night_are_messages_left(self):
        assert of("jd_first_30s", asked("08:59:59", 5, first=True)) == (0, 0)
        assert of("jd_first_30s", asked("23:00:00", 5, first=True)) == (0, 0)


class TestDouyin:
    def test_the_mean_wait_of_a_talk_counts(self):
        rounds = asked("10:00:00", 300), asked("10:20:00", 40)
        assert of("douyin_3min", *rounds) == (1, 1)
        slow = asked("11:00:00", 300, talk=OTHER)
        assert of("douyin_3min", *rounds, slow) == (1, 2)

    def test_a_talk_nobody_took_counts_as_none(self):
        assert of("douyin_3min", asked("10:00:00", None)) == (0, 1)


class TestPdd:
    def test_one_slow_answer_spoils_the_person(self):
        rounds = asked("10:00:00", 10), asked("12:00:00", 181, talk=OTHER)
        assert of("pdd_3min", *rounds) == (0, 1)
        assert of("pdd_3min", *rounds, asked("13:00:00", 5, who=ELSE)) == (1, 2)

    def test_one_unanswered_question_spoils_the_person(self):
        assert of("pdd_3min", asked("10:00:00", 10), asked("10:05:00", None)) == (0, 1)


def test_nothing_asked_is_no_rate():
    assert [rate(each, [], ZONE) for each in PRESETS] == [Rate(0, 0)] * len(PRESETS)
