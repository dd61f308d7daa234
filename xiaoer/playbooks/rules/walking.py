"""From step to step: what facts answer by themselves, and which branch that leads to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from xiaoer.playbooks.errors import AnswerNeeded, AnswerUnknown, FactUnknown
from xiaoer.playbooks.rules.content import Answer, Playbook, Step


@dataclass(frozen=True)
class Taken:
    step: str
    answer: str | None


@dataclass(frozen=True)
class Placed:
    """Where facts alone put a thing. `asks`: the first question they do not answer."""

    branch: str | None
    asks: str | None


def known(book: Playbook, given: Mapping[str, str | bool | None]) -> dict[str, str]:
    """The facts as they are kept: yes and no for true and false, nothing for None.

    Raises `FactUnknown` for a name or a value the playbook does not have.
    """
    facts = {}
    for name, value in given.items():
        if value is None:
            continue
        told = ("yes" if value else "no") if isinstance(value, bool) else str(value)
        if name not in book.facts or told not in book.facts[name].values:
            raise FactUnknown(playbook=book.playbook, fact=name, value=told)
        facts[name] = told
    return facts


def answered_by(step: Step, facts: Mapping[str, str]) -> Answer | None:
    """The first answer whose facts are all known and fit."""
    for answer in step.answers:
        if answer.when and all(facts.get(name) in fits for name, fits in answer.when.items()):
            return answer
    return None


def onwards(step: Step, code: str, answer: str | None) -> str | None:
    """The step after this one. Raises `AnswerNeeded` or `AnswerUnknown`."""
    if answer is None:
        if step.answers:
            raise AnswerNeeded
        return step.next
    for each in step.answers:
        if each.code == answer:
            return each.to
    raise AnswerUnknown(step=code, answer=answer)


def by_facts(
    book: Playbook, at: str | None, facts: Mapping[str, str]
) -> tuple[list[Taken], str | None]:
    """The questions that facts answer from `at` on, and where that stops."""
    taken: list[Taken] = []
    while at is not None and (answer := answered_by(book.steps[at], facts)):
        taken.append(Taken(at, answer.code))
        at = answer.to
    return taken, at


def branch_at(
    book: Playbook, entered: Iterable[str], at: str | None, facts: Mapping[str, str]
) -> Placed:
    """The branch of whoever entered these steps and stands at `at`.

    Looks ahead through what is still to be done and through questions the facts answer: the
    checklist of the branch is wanted before the steps are done.
    """
    branch: str | None = None
    for code in entered:
        branch = book.steps[code].branch or branch
    while at is not None:
        step = book.steps[at]
        branch = step.branch or branch
        if not step.answers:
            at = step.next
            continue
        answer = answered_by(step, facts)
        if answer is None:
            return Placed(branch, at)
        at = answer.to
    return Placed(branch, None)


def place(book: Playbook, facts: Mapping[str, str]) -> Placed:
    """Where these facts put a thing for which nothing has been answered yet."""
    return branch_at(book, (), book.first, facts)


def remaining(book: Playbook, at: str | None, facts: Mapping[str, str]) -> Sequence[str]:
    """The steps still ahead, as far as they can be foreseen."""
    ahead: list[str] = []
    while at is not None:
        step = book.steps[at]
        ahead.append(at)
        answer = answered_by(step, facts) if step.answers else None
        if step.answers and answer is None:
            break
        at = answer.to if answer else step.next
    return ahead
