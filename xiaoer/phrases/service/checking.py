"""Words are looked over before they are sent, and what was sent all the same is noted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor
from xiaoer.phrases import queries, rules
from xiaoer.phrases.models import Abroad, Emoji, PhraseUse, ReplyFinding, WordKind
from xiaoer.phrases.rules import Allowed, Before, Finding, Limits
from xiaoer.phrases.service.saying import record_use


@dataclass(frozen=True)
class Reply:
    """Words about to be sent in a talk. `is_tense` tells whether its customer is angry, threatens
    or complains, and is asked only where it matters; so are `said_before`: the agents' earlier
    words, newest first, and `phrase_texts`: the words of the phrase that was taken and of its
    variants, none of one that the agent does not see."""

    shop_id: UUID
    conversation_id: UUID
    text: str
    phrase_id: UUID | None
    is_tense: Callable[[], bool]
    said_before: Callable[[], list[Before]]
    phrase_texts: Callable[[], list[str]]
    language: Callable[[], str | None] = lambda: None
    """What the customer speaks; None: Chinese."""

    @cached_property
    def seen_phrase(self) -> list[str]:
        """The words of the phrase that was taken, asked for once."""
        return self.phrase_texts() if self.phrase_id else []

    @property
    def is_verbatim(self) -> bool:
        """Whether it is the phrase, word by word."""
        return any(rules.is_verbatim(each, self.text) for each in self.seen_phrase)


def look_over(session: Session, reply: Reply) -> list[Finding]:
    """What is to be said of it. In a tense talk forbidden words are looked for even where the shop
    has switched the check off, and may not be sent (EMT-5)."""
    limits, watched = queries.checks_of(session, reply.shop_id)
    rude = rules.words_in(reply.text, [each for each in watched if each.kind == FORBIDDEN])
    tense = bool(rude) and reply.is_tense()
    if limits is None:
        return [_held_back(each) for each in rude] if tense else []
    unedited = reply.phrase_id if reply.is_verbatim else None
    before = reply.said_before() if unedited or rules.emojis_in(reply.text) else []
    found = rules.look_over(reply.text, watched, limits, before, unedited)
    if rules.emojis_in(reply.text):
        known = queries.emojis(session, reply.shop_id)
        found += rules.emoji_culture(reply.text, allowed(known, limits, reply.language()))
    return [_held_back(each) if tense and each.kind == FORBIDDEN else each for each in found]


def allowed(known: Sequence[Emoji], limits: Limits, language: str | None) -> Allowed:
    """The managed set as one customer gets it (EMO-7)."""
    all_ = frozenset(each for one in known for each in rules.emojis_in(one.emoji))
    abroad = language not in (None, "zh")
    if abroad and limits.emoji_abroad == Abroad.OFF:
        return Allowed(all_, all_)
    spoken = language or "zh"
    heeded = not abroad or limits.emoji_abroad == Abroad.SAFE
    unsafe = [one for one in known if heeded and (spoken in one.avoid or (abroad and one.avoid))]
    return Allowed(all_, frozenset(each for one in unsafe for each in rules.emojis_in(one.emoji)))


FORBIDDEN = WordKind.FORBIDDEN


def note(
    session: Session, actor: Actor, reply: Reply, message_id: UUID, found: Sequence[Finding]
) -> None:
    """It was sent: the use of its phrase, and what the check had said of it."""
    if reply.phrase_id and reply.seen_phrase:
        record_use(session, reply.phrase_id)
        session.add(
            PhraseUse(
                message_id=message_id,
                conversation_id=reply.conversation_id,
                phrase_id=reply.phrase_id,
                agent_id=actor.id,
                edited=not reply.is_verbatim,
            )
        )
    session.add_all(
        ReplyFinding(
            shop_id=reply.shop_id,
            conversation_id=reply.conversation_id,
            message_id=message_id,
            agent_id=actor.id,
            kind=each.kind,
            word=each.word[:60],
        )
        for each in found
    )


def _held_back(found: Finding) -> Finding:
    return replace(found, blocks=True)
