"""Assist on the wire."""

import datetime as dt
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from xiaoer.assist.engine import topics
from xiaoer.assist.queries.asked import Asked
from xiaoer.assist.rules import scripts
from xiaoer.assist.rules.features import Feature
from xiaoer.assist.service import asking
from xiaoer.assist.service.drafting import Way
from xiaoer.core.web import Words


class TopicOut(BaseModel):
    name: str
    name_en: str
    share: float
    by_hand: bool


class MoodOut(BaseModel):
    """`risk`: 0 calm, 1 unhappy, 2 tense, 3 about to escalate."""

    moods: list[str]
    words: list[str]
    risk: int
    seq: int | None


class PicksOut(BaseModel):
    urges: int
    order_nos: list[str]


class SaidOut(BaseModel):
    seq: int
    text: str


class SummaryOut(BaseModel):
    wants: list[SaidOut]
    unanswered: list[SaidOut]


class SourceOut(BaseModel):
    """A phrase, an article, or the answer in another talk."""

    phrase_id: UUID | None = None
    article_id: UUID | None = None
    version: int | None = None
    uses: int | None = None
    conversation_id: UUID | None = None
    number: int | None = None
    by: str | None = None
    at: dt.datetime | None = None


class SuggestionOut(BaseModel):
    kind: str
    text: str
    title: str
    source: SourceOut
    missing: list[str]


class AidOut(BaseModel):
    features: dict[Feature, bool]
    topic: TopicOut | None
    consultations: list[str]
    mood: MoodOut | None
    picks: PicksOut | None
    summary: SummaryOut | None
    suggestions: list[SuggestionOut]


class TenseOut(BaseModel):
    conversation_id: UUID
    moods: list[str]
    risk: int


class TenseList(BaseModel):
    items: list[TenseOut]


class TopicSet(BaseModel):
    topic: str


class TopicName(BaseModel):
    name: str
    name_en: str


class TopicList(BaseModel):
    items: list[TopicName]


class SwitchSet(BaseModel):
    on: bool


class ShopSwitches(BaseModel):
    shop_id: UUID
    features: dict[Feature, bool]


class SwitchList(BaseModel):
    items: list[ShopSwitches]


def shown(found: Any) -> dict[str, Any]:
    """An `aiding.Aid` as the wire carries it."""
    on, reading = found.features, found.reading
    return {
        "features": on,
        "topic": _topic(reading) if on[Feature.TOPIC] and reading and reading.topic else None,
        "consultations": reading.consultations if on[Feature.TOPIC] and reading else [],
        "mood": _mood(reading) if on[Feature.MOOD] and reading else None,
        "picks": vars(PicksOut(urges=reading.urges, order_nos=reading.order_nos))
        if on[Feature.PICKS] and reading
        else None,
        "summary": found.summary
        and {
            "wants": [vars(each) for each in found.summary.wants],
            "unanswered": [vars(each) for each in found.summary.unanswered],
        },
        "suggestions": [vars(each) for each in found.suggestions],
    }


def _topic(reading: Any) -> dict[str, Any]:
    return {
        "name": reading.topic,
        "name_en": topics.english().get(reading.topic, reading.topic),
        "share": reading.topic_share,
        "by_hand": reading.topic_by is not None,
    }


def _mood(reading: Any) -> dict[str, Any]:
    return {
        "moods": reading.moods,
        "words": reading.mood_words,
        "risk": reading.risk,
        "seq": reading.mood_seq,
    }


class DraftAsked(BaseModel):
    """`text`: what is rewritten or translated; `locale`: the language of the answer."""

    way: Way = Way.DRAFT
    text: Annotated[str, Field(max_length=4000)] = ""
    locale: Literal["zh", "en"] = "zh"


class ReadyOut(BaseModel):
    """Words to be put into the reply."""

    phrase_id: UUID
    title: str
    text: str


class StepOut(BaseModel):
    key: str
    done: bool


class ProcedureOut(BaseModel):
    key: str
    zh: str
    en: str


class GuideOut(BaseModel):
    """What does not fit the moment is empty."""

    confirm: str | None
    questions: list[ReadyOut]
    empathy: list[ReadyOut]
    calming: list[ReadyOut]
    procedure: list[ProcedureOut]
    steps: list[StepOut]


class RestIn(BaseModel):
    minutes: Annotated[int, Field(ge=1, le=30)] = 10


class RestOut(BaseModel):
    until: dt.datetime


class HardOut(BaseModel):
    """How many hard talks an agent had on a day of the shop."""

    model_config = ConfigDict(from_attributes=True)

    agent_id: UUID
    name: str
    day: dt.date
    talks: int


class HardList(BaseModel):
    items: list[HardOut]
    next: None = None


class GuidedOption(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    value: str
    zh: str
    en: str


class GuidedQuestion(BaseModel):
    """`open`: answered in words, else by one of `options`; items are those of the order."""

    model_config = ConfigDict(from_attributes=True)

    code: str
    field: scripts.Field
    open: bool
    zh: str
    en: str
    options: list[GuidedOption]


class GuidedScript(BaseModel):
    model_config = ConfigDict(from_attributes=True)

    code: str
    zh: str
    en: str
    questions: list[GuidedQuestion]


class GuidedAnswersIn(BaseModel):
    script: Annotated[str, Field(max_length=20)]
    order_id: UUID | None = None
    said: Annotated[
        dict[Annotated[str, Field(max_length=20)], Annotated[Words, Field(max_length=1000)]],
        Field(max_length=20),
    ] = {}
    items: Annotated[dict[UUID, Annotated[int, Field(ge=1, le=10_000)]], Field(max_length=200)] = {}
    evidence: Annotated[list[Annotated[str, Field(max_length=30)]], Field(max_length=10)] = []

    def made(self) -> asking.Told:
        answers = scripts.Answers(self.said, self.items, self.evidence)
        return asking.Told(self.script, self.order_id, answers)


class AskedLine(BaseModel):
    order_line_id: UUID
    qty: int


class AskedProof(BaseModel):
    kind: str


class CaseFieldsOut(BaseModel):
    """Of the request for a case, as far as they were answered."""

    kind: str | None = None
    reason: str | None = None
    text: str | None = None
    condition: str | None = None
    got_goods: str | None = None
    lines: list[AskedLine] = []
    evidence: list[AskedProof] = []


class GuidedOut(BaseModel):
    suggested: str | None
    script: str | None
    order_id: UUID | None
    said: dict[str, str]
    items: dict[UUID, int]
    evidence: list[str]
    unanswered: list[str]
    fields: CaseFieldsOut
    scripts: list[GuidedScript]


def asked(found: Asked) -> dict[str, Any]:
    """`unanswered` and `fields` follow from the script that was begun."""
    script = scripts.of(found.script) if found.script else None
    return {
        "suggested": found.suggested,
        "script": found.script,
        "order_id": found.order_id,
        "said": found.answers.said,
        "items": found.answers.items,
        "evidence": found.answers.evidence,
        "unanswered": scripts.unanswered(script, found.answers) if script else [],
        "fields": scripts.fields(script, found.answers) if script else {},
        "scripts": scripts.shipped(),
    }
