"""Whom a talk serves and in which situation: what decides which words of a phrase fit (QP-13)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.conversations.queries import rows, tension
from xiaoer.core import db
from xiaoer.core.auth import Actor, Permission
from xiaoer.phrases import queries as phrases
from xiaoer.phrases import rules
from xiaoer.phrases.models import Phrase
from xiaoer.phrases.rules import Fit

_VIP = frozenset({"vip", "svip", "会员", "大客户"})
_FACTS = (
    "SELECT c.stage, cu.language, cu.tags, EXISTS (SELECT FROM orders o"
    " WHERE o.customer_id = c.customer_id AND o.paid_at < c.opened_at)"
    " FROM conversations c JOIN customers cu ON cu.id = c.customer_id WHERE c.id = %(id)s"
)


@dataclass(frozen=True)
class Offered:
    """A phrase with the words that fit this talk; `variant`: whom those are for, if not all."""

    phrase: Phrase
    text: str
    group: str | None
    scenario: str | None


def fit_of(session: Session, conversation_id: UUID) -> Fit:
    """The groups of the customer and the scenario of the talk. An angry or complaining customer is
    in the scenario of complaint, whatever the stage."""
    found = db.read(session, _FACTS, {"id": conversation_id})
    if not found:
        return Fit()
    stage, language, tags, bought = found[0]
    groups = {"returning" if bought else "new", *tags}
    if any(each.lower() in _VIP for each in tags):
        groups.add("vip")
    if language not in (None, "zh"):
        groups.add("international")
    tense = tension.is_tense(session, conversation_id)
    return Fit(frozenset(groups), "complaint" if tense else stage)


def offered(
    session: Session, actor: Actor, conversation_id: UUID, *, limit: int
) -> Sequence[Offered]:
    """The phrases of a talk's shop in force today; those with words of their own for this customer
    or situation come first."""
    actor.must(Permission.PHRASES_READ)
    talk = rows.get(session, actor, conversation_id)
    known, _ = phrases.offered(session, actor, shop_id=talk["shop_id"], limit=limit)
    fit = fit_of(session, conversation_id)
    shown = [_offered(each, fit) for each in known]
    return sorted(shown, key=lambda one: one.group is None and one.scenario is None)


def _offered(phrase: Phrase, fit: Fit) -> Offered:
    text, variant = rules.fitting(phrase.text, phrase.variants, fit)
    whose = variant or {}
    return Offered(phrase, text, whose.get("group"), whose.get("scenario"))
