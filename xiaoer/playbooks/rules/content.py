"""How a playbook is written, and what must hold of every one."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field

from xiaoer.evidence.models import Kind

Code = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_.]{0,39}$")]
BranchCode = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_.]{0,19}$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(_Part):
    """A sentence in both languages."""

    zh: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]


class Words(Text):
    """Something to say to a customer, ready to be sent."""

    code: Code


class Answer(_Part):
    """One way on. `when`: the facts, all of them, that choose it without asking a person; the
    first answer that fits is taken. Without `to` the path ends with it."""

    code: Code
    label: Text
    to: Code | None = None
    when: Mapping[str, list[str]] = {}


class Step(_Part):
    """Something to do (`next`), or a question (`answers`). `branch`: who comes here is on it."""

    title: Text
    do: Text | None = None
    words: list[Words] = []
    answers: list[Answer] = []
    next: Code | None = None
    branch: BranchCode | None = None

    @property
    def ways(self) -> list[str | None]:
        return [each.to for each in self.answers] if self.answers else [self.next]


class Item(_Part):
    """A piece of proof. Evidence of `kinds` counts by itself; of `by_hand` only when somebody
    attached it, because the kind alone does not say that it proves this. What the customer put
    forward is not our proof, unless the item is `theirs`."""

    code: Code
    need: Literal["mandatory", "helpful"]
    label: Text
    kinds: list[Kind] = []
    by_hand: list[Kind] = []
    theirs: bool = False


class Branch(_Part):
    """Where a case can stand. It has the checklist of the one it lies `within`, and its own."""

    title: Text
    within: BranchCode | None = None
    evidence: list[Item] = []
    results: Annotated[list[Code], Field(min_length=1)]


class Result(_Part):
    """How a run can end. `proved`: only with every mandatory piece of evidence. `contests`: a
    ruling of the platform follows. `appeal_days`: how long an appeal is possible after it, unless
    the platform says else. `by_itself`: it comes about; nobody chooses it."""

    label: Text
    proved: bool = False
    contests: bool = False
    by_itself: bool = False
    appeal_days: Annotated[int, Field(ge=0)] = 0


class Fact(_Part):
    label: Text
    values: Mapping[str, Text]


class Playbook(_Part):
    playbook: Code
    title: Text
    about: Text
    source: str
    """Where it comes from, for whoever changes it."""
    subjects: list[str]
    """Types of things it is offered for."""
    facts: Mapping[str, Fact]
    first: Code
    steps: Mapping[Code, Step]
    branches: Mapping[BranchCode, Branch]
    results: Mapping[Code, Result]

    def lineage(self, branch: str | None) -> list[str]:
        """The branch and those it lies within, the widest first."""
        found: list[str] = []
        while branch is not None:
            found.insert(0, branch)
            branch = self.branches[branch].within
        return found

    def checklist(self, branch: str | None) -> list[Item]:
        return [item for code in self.lineage(branch) for item in self.branches[code].evidence]


def content_hash(raw: Mapping[str, Any]) -> str:
    """SHA-256 in hex over one canonical form: sorted keys, UTF-8, no spaces."""
    return hashlib.sha256(orjson.dumps(raw, option=orjson.OPT_SORT_KEYS)).hexdigest()


_read: dict[str, Playbook] = {}


def read(sha256: str, raw: Mapping[str, Any]) -> Playbook:
    """The playbook of this hash, parsed once per process."""
    if sha256 not in _read:
        _read[sha256] = Playbook.model_validate(raw)
    return _read[sha256]


def problems(book: Playbook) -> list[str]:
    """Everything that would leave somebody standing in front of a wall."""
    return [*_wrong_names(book), *_wrong_facts(book), *_wrong_paths(book)]


def _wrong_names(book: Playbook) -> Iterator[str]:
    if book.first not in book.steps:
        yield f"first: no step {book.first}"
    for code, step in book.steps.items():
        if step.answers and step.next:
            yield f"{code}: both answers and next"
        if step.branch is not None and step.branch not in book.branches:
            yield f"{code}: no branch {step.branch}"
        yield from (f"{code}: no step {to}" for to in step.ways if to and to not in book.steps)
        for named in ([each.code for each in step.answers], [each.code for each in step.words]):
            if len(set(named)) != len(named):
                yield f"{code}: a code twice"
    for code, branch in book.branches.items():
        yield from (f"{code}: no result {r}" for r in branch.results if r not in book.results)
        if branch.within is not None and branch.within not in book.branches:
            yield f"{code}: lies within no branch"
        items = [each.code for each in branch.evidence]
        if len(set(items)) != len(items):
            yield f"{code}: an item twice"
        for item in branch.evidence:
            if not item.kinds and not item.by_hand:
                yield f"{code}: {item.code} takes no kind of evidence"
        if all(book.results[each].proved for each in branch.results if each in book.results):
            yield f"{code}: nothing to propose while evidence is missing"


def _wrong_facts(book: Playbook) -> Iterator[str]:
    for code, step in book.steps.items():
        for answer in step.answers:
            for fact, values in answer.when.items():
                known = book.facts[fact].values if fact in book.facts else {}
                wrong = [value for value in values if value not in known]
                if wrong or not values:
                    yield f"{code}.{answer.code}: {fact} cannot be {wrong}"


def _wrong_paths(book: Playbook) -> Iterator[str]:
    """Every step is reached, no path runs in a circle, and each end is on a branch."""
    reached: set[str] = set()
    open_: list[tuple[str, frozenset[str], bool]] = [(book.first, frozenset(), False)]
    while open_:
        code, before, placed = open_.pop()
        if code in before:
            yield f"{code}: a circle"
            continue
        if code not in book.steps:
            continue
        reached.add(code)
        step = book.steps[code]
        placed = placed or step.branch is not None
        for to in step.ways:
            if to is not None:
                open_.append((to, before | {code}, placed))
            elif not placed:
                yield f"{code}: ends on no branch"
    yield from (f"{code}: never reached" for code in book.steps if code not in reached)
