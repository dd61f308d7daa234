"""How a paper is judged, and when a round begins."""

from datetime import date

import pytest

from xiaoer.core.ids import new_id
from xiaoer.training import rules
from xiaoer.training.errors import (
    AnswerMissing,
    NoSuchOption,
    QuestionsChanged,
    RightAnswerMissing,
)
from xiaoer.training.models import Question, QuestionKind, SittingState

ONE = Question(id=new_id(), kind=QuestionKind.SINGLE, options=["a", "b"], right=[1])
MANY = Question(id=new_id(), kind=QuestionKind.MULTIPLE, options=["a", "b", "c"], right=[0, 2])
THIRD = Question(id=new_id(), kind=QuestionKind.SINGLE, options=["a", "b"], right=[0])
PAPER = [ONE, MANY, THIRD]


class TestJudge:
    def test_all_right_answers_and_no_other(self):
        judged = rules.judge(PAPER, {ONE.id: [1], MANY.id: [2, 0], THIRD.id: [0]})
        assert judged.percent == 100
        partly = rules.judge(PAPER, {ONE.id: [1], MANY.id: [0], THIRD.id: [0]})
        assert partly.right == {ONE.id: True, MANY.id: False, THIRD.id: True}

    def test_nobody_passes_by_rounding(self):
        assert rules.judge(PAPER, {ONE.id: [1], MANY.id: [0, 2], THIRD.id: [1]}).percent == 66

    @pytest.mark.parametrize(
        ("chosen", "error"),
        [
            ({ONE.id: [1], MANY.id: [0]}, AnswerMissing),
            ({ONE.id: [1], MANY.id: [], THIRD.id: [0]}, AnswerMissing),
            ({ONE.id: [0, 1], MANY.id: [0], THIRD.id: [0]}, NoSuchOption),
            ({ONE.id: [7], MANY.id: [0], THIRD.id: [0]}, NoSuchOption),
            ({ONE.id: [1], MANY.id: [0], new_id(): [0]}, QuestionsChanged),
        ],
    )
    def test_a_paper_that_is_none_is_refused(self, chosen, error):
        with pytest.raises(error):
            rules.judge(PAPER, chosen)


@pytest.mark.parametrize(
    ("kind", "right"),
    [
        (QuestionKind.SINGLE, []),
        (QuestionKind.SINGLE, [0, 1]),
        (QuestionKind.SINGLE, [5]),
        (QuestionKind.MULTIPLE, []),
        (QuestionKind.MULTIPLE, [0, 1, 2]),
        (QuestionKind.MULTIPLE, [0, 0]),
    ],
)
def test_a_question_needs_answers_that_can_be_wrong(kind, right):
    with pytest.raises(RightAnswerMissing):
        rules.check_question(1, kind, 3, right)


def test_the_last_try_decides():
    assert rules.after(True, 2, 2) is SittingState.PASSED
    assert rules.after(False, 1, 2) is SittingState.DUE
    assert rules.after(False, 2, 2) is SittingState.FAILED


class TestRounds:
    def test_before_its_day_none_begins(self):
        assert rules.round_begun(date(2026, 11, 3), 90, date(2026, 11, 2)) is None

    def test_it_comes_round_again(self):
        first = rules.round_begun(date(2026, 11, 2), 90, date(2026, 11, 2))
        assert first == (date(2026, 11, 2), date(2027, 1, 31))

    def test_a_desk_that_slept_begins_with_the_last_one(self):
        found = rules.round_begun(date(2026, 1, 1), 30, date(2026, 3, 15))
        assert found == (date(2026, 3, 2), date(2026, 4, 1))
