"""Drafts, rewrites and translations by a language model, and by the local engine when it is silent.

Nothing here changes anything: a draft is words for a person to send. The request's transaction
ends before the model is asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.assist.errors import FeatureIsOff, ModelUnreachable
from xiaoer.assist.port import client
from xiaoer.assist.port.client import LanguageModel
from xiaoer.assist.queries import aiding, facts, suggesting, switches
from xiaoer.assist.rules import drafts
from xiaoer.assist.rules.features import Feature
from xiaoer.conversations.queries import rows
from xiaoer.core.auth import Actor, Permission
from xiaoer.core.i18n import Locale


class Way(StrEnum):
    DRAFT = "draft"
    REWRITE = "rewrite"
    TRANSLATE = "translate"


_ORDERS = {
    Way.DRAFT: "Write the reply to the customer.",
    Way.REWRITE: "Rewrite the agent's text below, kinder and clearer, content unchanged:\n{text}",
    Way.TRANSLATE: "Translate the agent's text below into {language}; nothing else:\n{text}",
}


@dataclass(frozen=True)
class Brief:
    """Everything a draft is made from, read before the model is asked."""

    way: Way
    system: str
    user: str
    facts: tuple[str, ...]
    fallback: str
    """What the local engine offers: the best suggestion, or the text as it was."""
    source: dict[str, Any] | None


def brief(
    session: Session,
    actor: Actor,
    conversation_id: UUID,
    *,
    way: Way,
    text: str = "",
    locale: Locale = "zh",
) -> Brief:
    """Who may reply may ask for drafts. Raises `FeatureIsOff`."""
    actor.must(Permission.CONVERSATIONS_REPLY)
    talk = rows.get(session, actor, conversation_id)
    if not switches.of_shop(session, talk["shop_id"])[Feature(way.value)]:
        raise FeatureIsOff(feature=way.value)
    asked = aiding.asked(aiding.lines(session, conversation_id))
    known = facts.of_talk(session, actor, conversation_id, asked, locale)
    offers = suggesting.suggestions(
        session,
        actor,
        shop_id=talk["shop_id"],
        conversation_id=conversation_id,
        asked=asked,
    )
    best = offers[0] if offers and way is Way.DRAFT else None
    language = "English" if locale == "en" else "Chinese"
    order = _ORDERS[way].format(text=text, language=language)
    stated = (*known, text) if text else tuple(known)
    return Brief(
        way=way,
        system=drafts.system(known, locale),
        user=f"{drafts.quoted(asked)}\n{order}",
        facts=stated,
        fallback=best.text if best else text,
        source=best.source if best else None,
    )


def written(made: Brief, model: LanguageModel | None) -> Iterator[dict[str, Any]]:
    """Steps of a draft: `piece` as sentences come and stand, then one `end` that says by whom.

    Whatever goes wrong, the end carries what the local engine offers (`by: local`).
    """
    kept = ""
    left_out: list[str] = []
    why = None
    try:
        for sentence in _sentences(made, model):
            found = drafts.checked(sentence, made.facts)
            left_out += found.left_out
            if found.text:
                kept += found.text
                yield {"kind": "piece", "text": found.text}
    except ModelUnreachable as error:
        why = str(error.facts["why"])
    if why is None and kept:
        yield {"kind": "end", "by": "model", "text": kept, "left_out": left_out, "why": None}
    else:
        yield {
            "kind": "end",
            "by": "local",
            "text": made.fallback,
            "source": made.source,
            "left_out": left_out,
            "why": why or "unsupported",
        }


_ENDS = "。！？!?\n"


def _sentences(made: Brief, model: LanguageModel | None) -> Iterator[str]:
    """The answer cut after each sentence, so that each is judged whole before it is shown."""
    if model is None:
        raise ModelUnreachable(why="none")
    held = ""
    for piece in model.answer(made.system, made.user):
        held += piece
        while (end := next((n for n, c in enumerate(held) if c in _ENDS), -1)) >= 0:
            yield held[: end + 1]
            held = held[end + 1 :]
    if held.strip():
        yield held


def model() -> LanguageModel | None:
    return client.configured()
