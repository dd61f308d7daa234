"""How a paper is judged and when a round begins: pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from xiaoer.training.errors import (
    AnswerMissing,
    NoSuchOption,
    QuestionsChanged,
    RightAnswerMissing,
)
from xiaoer.training.models import Question, QuestionKind, SittingState

WARN_DAYS_BEFORE = (3, 1)
"""When the agent and the lead are told that a test is not passed yet."""


@dataclass(frozen=True)
class Judged:
    """A paper: how many of a hundred, and each question right or wrong."""

    percent: int
    right: Mapping[UUID, bool]


def check_question(number: int, kind: QuestionKind, options: int, right: Collection[int]) -> None:
    """`right` are places among so many `options`; refused where no answer could be wrong."""
    known = all(0 <= each < options for each in right) and len(set(right)) == len(right)
    enough = len(right) == 1 if kind is QuestionKind.SINGLE else 1 <= len(right) < options
    if not (known and enough):
        raise RightAnswerMissing(number=number)


def judge(questions: Sequence[Question], chosen: Mapping[UUID, Collection[int]]) -> Judged:
    """Judge a paper on these questions, all of which it must answer. The share is rounded down:
    nobody passes by rounding."""
    if set(chosen) - {each.id for each in questions}:
        raise QuestionsChanged
    right = {}
    for number, question in enumerate(questions, start=1):
        picked = chosen.get(question.id, ())
        if not picked:
            raise AnswerMissing(number=number)
        _check_choice(number, question, picked)
        right[question.id] = set(picked) == set(question.right)
    return Judged(100 * sum(right.values()) // len(questions), right)


def _check_choice(number: int, question: Question, picked: Collection[int]) -> None:
    several = question.kind is QuestionKind.MULTIPLE
    if any(not 0 <= each < len(question.options) for each in picked):
        raise NoSuchOption(number=number)
    if not several and len(picked) > 1:
        raise NoSuchOption(number=number)


def after(passed: bool, taken: int, tries: int) -> SittingState:
    """Where a sitting stands when its `taken`th paper was judged."""
    if passed:
        return SittingState.PASSED
    return SittingState.FAILED if taken >= tries else SittingState.DUE


def round_begun(next_on: date, period_days: int, today: date) -> tuple[date, date] | None:
    """The round that has begun by `today` and the day of the one after it. A desk that stood still
    for longer begins with the last one, not with each that it slept through."""
    if today < next_on:
        return None
    period = timedelta(days=period_days)
    begun = next_on + (today - next_on) // period * period
    return begun, begun + period
