"""Next replies for a talk, each with where it comes from: phrases, knowledge, and what answered
others."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, String, bindparam, text
from sqlalchemy.orm import Session

from xiaoer.assist.rules import likeness
from xiaoer.assist.rules.moods import CALLS_FOR_CARE
from xiaoer.conversations.service import composing
from xiaoer.core.auth import Actor, Permission
from xiaoer.knowledge import service as knowledge
from xiaoer.phrases import queries as phrases
from xiaoer.phrases.models import Phrase

MOST = 3
ALIKE_ENOUGH = 0.15
PHRASES_LOOKED_AT = 300
ANSWERS_LOOKED_AT = 400
SHORTEST_ANSWER = 6

# Answered turns, the newest first, of talks that did not turn sour. Both messages are read by
# their unique key.
_ANSWERS = text(
    "SELECT q.text, a.text, t.conversation_id, c.number, a.author_name, t.answered_at"
    " FROM (SELECT * FROM turns WHERE shop_id = :shop_id AND answered_at IS NOT NULL"
    " AND conversation_id <> :conversation_id ORDER BY asked_at DESC"
    f" LIMIT {ANSWERS_LOOKED_AT}) t"
    " JOIN messages q ON q.conversation_id = t.conversation_id AND q.seq = t.question_seq"
    " JOIN messages a ON a.conversation_id = t.conversation_id AND a.seq = t.answer_seq"
    " JOIN conversations c ON c.id = t.conversation_id"
    " LEFT JOIN assist_readings r ON r.conversation_id = t.conversation_id"
    f" WHERE coalesce(r.risk, 0) < {int(CALLS_FOR_CARE)} AND a.author = 'agent'"
    f" AND a.kind = 'text' AND q.text <> '' AND length(a.text) >= {SHORTEST_ANSWER}"
)

_NAMED = text(
    "SELECT pair FROM unnest(:pairs) AS pair WHERE EXISTS (SELECT FROM products"
    " WHERE shop_id = :shop_id AND strpos(title, pair) > 0)"
).bindparams(bindparam("pairs", type_=ARRAY(String)))
"""Which of these pairs of characters stand in the name of something the shop sells."""


@dataclass(frozen=True)
class Suggestion:
    """A text to send or edit; `source` says where it comes from."""

    kind: str
    text: str
    title: str
    alike: float
    source: dict[str, Any]
    missing: Sequence[str] = field(default_factory=tuple)


def suggestions(
    session: Session, actor: Actor, *, shop_id: UUID, conversation_id: UUID, asked: str
) -> list[Suggestion]:
    """The best few for what the customer asked, best first; none when nothing was asked."""
    if not asked.strip():
        return []
    found = _answers(session, shop_id, conversation_id, asked)
    if actor.may(Permission.PHRASES_READ):
        found += _phrases(session, actor, shop_id, conversation_id, asked)
    if actor.may(Permission.KNOWLEDGE_READ):
        found += _articles(session, actor, shop_id, asked)
    found.sort(key=lambda each: -each.alike)
    return found[:MOST]


def _phrases(
    session: Session, actor: Actor, shop_id: UUID, conversation_id: UUID, asked: str
) -> list[Suggestion]:
    known, _ = phrases.offered(session, actor, shop_id=shop_id, limit=PHRASES_LOOKED_AT)
    alike = likeness.ranked(asked, [f"{each.title} {each.title} {each.text}" for each in known])
    best = [(share, known[place]) for share, place in alike[:MOST] if share >= ALIKE_ENOUGH]
    return [_phrase(session, actor, conversation_id, *each) for each in best]


def _phrase(
    session: Session, actor: Actor, conversation_id: UUID, share: float, phrase: Phrase
) -> Suggestion:
    filled = composing.render_phrase(session, actor, phrase.id, conversation_id=conversation_id)
    source = {"phrase_id": phrase.id, "version": phrase.version, "uses": phrase.uses}
    return Suggestion("phrase", filled.text, phrase.title, share, source, filled.missing)


def _articles(session: Session, actor: Actor, shop_id: UUID, asked: str) -> list[Suggestion]:
    """What published knowledge answers, one version for desk and customers alike."""
    hits = knowledge.search(session, actor, asked, shop_id=shop_id, limit=MOST)
    return [
        Suggestion(
            "article",
            spoken(each.shown.version.body) or each.shown.version.title,
            each.shown.version.title,
            each.score,
            {"article_id": each.shown.article.id, "version": each.shown.version.version},
        )
        for each in hits
        if each.answers
    ]


def spoken(body: str) -> str:
    """An article as one says it in a talk: headings are for those who read it."""
    return re.sub(r"^##\s*", "", body, flags=re.MULTILINE).strip()


def _answers(
    session: Session, shop_id: UUID, conversation_id: UUID, asked: str
) -> list[Suggestion]:
    rows = session.execute(_ANSWERS, {"shop_id": shop_id, "conversation_id": conversation_id}).all()
    alike = likeness.ranked(asked, [row[0] for row in rows])[: MOST * 2]
    best = [(share, rows[place]) for share, place in alike if share >= ALIKE_ENOUGH]
    echoed = [likeness.echoed(row[0], row[1], asked) for _, row in best]
    goods = _in_names_of_goods(session, shop_id, set[str]().union(*echoed))
    told: dict[str, Suggestion] = {}
    for (share, row), pairs in zip(best, echoed, strict=True):
        question, answer, talk_id, number, author, at = row
        if pairs.isdisjoint(goods) and answer not in told:
            source = {"conversation_id": talk_id, "number": number, "by": author, "at": at}
            told[answer] = Suggestion("answer", answer, question[:80], share, source)
    return list(told.values())[:MOST]


def _in_names_of_goods(session: Session, shop_id: UUID, pairs: set[str]) -> set[str]:
    """What was said of one product is no answer about another."""
    if not pairs:
        return set()
    return set(session.scalars(_NAMED, {"shop_id": shop_id, "pairs": sorted(pairs)}))
