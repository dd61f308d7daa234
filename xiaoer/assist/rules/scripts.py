"""Guided questions for a vague request (CMM-6): open and closed ones per kind of problem, each for
one field of the after-sales case that may follow. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any
from uuid import UUID

import orjson

from xiaoer.assist.errors import AnswerNotPossible, UnknownScript


class Field(StrEnum):
    """Of a request for a case. `TEXT` is asked openly, the rest has choices."""

    TEXT = "text"
    ITEMS = "items"
    REASON = "reason"
    CONDITION = "condition"
    GOT_GOODS = "got_goods"
    KIND = "kind"
    EVIDENCE = "evidence"


LONGEST_TEXT = 1000


@dataclass(frozen=True)
class Option:
    value: str
    zh: str
    en: str


@dataclass(frozen=True)
class Question:
    code: str
    field: Field
    zh: str
    en: str
    options: tuple[Option, ...] = ()

    @property
    def open(self) -> bool:
        return self.field is Field.TEXT


@dataclass(frozen=True)
class Script:
    code: str
    zh: str
    en: str
    topics: tuple[str, ...]
    questions: tuple[Question, ...]


Items = Mapping[UUID, int]
"""Lines of the order, and how many of each."""


@dataclass(frozen=True)
class Answers:
    """By question. `items` of the order the talk is about; `evidence` may be several kinds."""

    said: Mapping[str, str] = field(default_factory=dict)
    items: Items = field(default_factory=dict)
    evidence: Sequence[str] = ()


@cache
def shipped() -> tuple[Script, ...]:
    raw = files("xiaoer.assist") / "shipped" / "questions.json"
    return tuple(_script(each) for each in orjson.loads(raw.read_bytes()))


def _script(raw: dict[str, Any]) -> Script:
    questions = tuple(
        Question(
            **{
                **each,
                "field": Field(each["field"]),
                "options": tuple(Option(**option) for option in each.get("options", ())),
            }
        )
        for each in raw["questions"]
    )
    return Script(**{**raw, "topics": tuple(raw["topics"]), "questions": questions})


def of(code: str) -> Script:
    """Raises `UnknownScript`."""
    for each in shipped():
        if each.code == code:
            return each
    raise UnknownScript(script=code)


def for_topic(topic: str | None) -> str | None:
    """The script of a talk's topic, if one fits."""
    fitting = (each.code for each in shipped() if topic in each.topics)
    return next(fitting, None)


def check(script: Script, answers: Answers) -> None:
    """Raise `AnswerNotPossible` for an answer that no question of the script allows."""
    by_code = {each.code: each for each in script.questions}
    for code, value in answers.said.items():
        question = by_code.get(code)
        if question is None or not _allowed(question, value):
            raise AnswerNotPossible(question=question.zh if question else code)
    for each in script.questions:
        if each.field is Field.EVIDENCE and not all(_allowed(each, v) for v in answers.evidence):
            raise AnswerNotPossible(question=each.zh)


def _allowed(question: Question, value: str) -> bool:
    if question.open:
        return 0 < len(value.strip()) <= LONGEST_TEXT
    return value in {each.value for each in question.options}


def fields(script: Script, answers: Answers) -> dict[str, Any]:
    """What the answers say of a case, by the fields of its request."""
    found: dict[str, Any] = {}
    for each in script.questions:
        if each.code in answers.said:
            found[each.field.value] = answers.said[each.code].strip()
    if answers.items:
        found["lines"] = [{"order_line_id": one, "qty": qty} for one, qty in answers.items.items()]
    if answers.evidence:
        found["evidence"] = [{"kind": kind} for kind in dict.fromkeys(answers.evidence)]
    return found


def unanswered(script: Script, answers: Answers) -> list[str]:
    """Codes of the questions still to be asked, in their order."""
    given = set(answers.said)
    for each in script.questions:
        if (each.field is Field.ITEMS and answers.items) or (
            each.field is Field.EVIDENCE and answers.evidence
        ):
            given.add(each.code)
    return [each.code for each in script.questions if each.code not in given]
