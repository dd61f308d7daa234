"""What a shop watches for in its agents' words, and how strictly."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core import events, shops
from xiaoer.core.auth import Actor, Permission
from xiaoer.phrases import queries, rules
from xiaoer.phrases.errors import HouseWord, NotOneEmoji, WordNotFound
from xiaoer.phrases.events import ReplyChecksChanged
from xiaoer.phrases.models import Abroad, CheckSettings, Emoji, EmojiUse, WordKind, WordRule


@dataclass(frozen=True)
class Checks:
    """How strictly a shop looks over what is sent."""

    on: bool
    emojis_per_message: int
    emoji_every: int
    emoji_blocks: bool
    emoji_mixed_warns: bool
    emoji_repeat_warns: bool
    emoji_abroad: Abroad
    phrases_in_a_row: int
    longest_sentence: int


def watch(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    kind: WordKind,
    word: str,
    alternative: str = "",
    blocks: bool = False,
    active: bool = True,
) -> WordRule:
    """The shop's own rule of a word; the house's rule of the same word holds no more there."""
    _must(actor, shop_id)
    place = (WordRule.shop_id == shop_id, WordRule.kind == kind, WordRule.word == word)
    rule = session.scalar(select(WordRule).where(*place).with_for_update())
    if rule is None:
        rule = WordRule(shop_id=shop_id, kind=kind, word=word)
        session.add(rule)
    rule.alternative, rule.blocks, rule.active = alternative, blocks, active
    session.flush()
    events.emit(session, actor, ReplyChecksChanged(shop_id=shop_id, what=word))
    return rule


def forget(session: Session, actor: Actor, rule_id: UUID) -> None:
    """Take the shop's own rule away: the house's holds again, if there is one."""
    actor.must(Permission.PHRASES_EDIT)
    rule = session.get(WordRule, rule_id, with_for_update=True)
    if rule is None or (rule.shop_id is not None and not actor.reaches(rule.shop_id)):
        raise WordNotFound
    if rule.shop_id is None:
        raise HouseWord(word=rule.word)
    session.delete(rule)
    session.flush()
    events.emit(session, actor, ReplyChecksChanged(shop_id=rule.shop_id, what=rule.word))


def put_emoji(
    session: Session,
    actor: Actor,
    *,
    shop_id: UUID,
    emoji: str,
    use: EmojiUse,
    reply_zh: str = "",
    reply_en: str = "",
    avoid: Sequence[str] = (),
    note_zh: str = "",
    note_en: str = "",
    active: bool = True,
) -> Emoji:
    """The shop's own word on an emoji, in place of the house's. Raises `NotOneEmoji`."""
    _must(actor, shop_id)
    if len(rules.emojis_in(emoji)) != 1:
        raise NotOneEmoji
    place = (Emoji.shop_id == shop_id, Emoji.emoji == emoji)
    held = session.scalar(select(Emoji).where(*place).with_for_update())
    if held is None:
        held = Emoji(shop_id=shop_id, emoji=emoji)
        session.add(held)
    held.use, held.active, held.avoid = use, active, list(avoid)
    held.reply_zh, held.reply_en = reply_zh, reply_en
    held.note_zh, held.note_en = note_zh, note_en
    session.flush()
    events.emit(session, actor, ReplyChecksChanged(shop_id=shop_id, what=emoji))
    return held


def set_checks(session: Session, actor: Actor, shop_id: UUID, checks: Checks) -> CheckSettings:
    """Set all of it."""
    _must(actor, shop_id)
    held = queries.check_settings(session, actor, shop_id)
    session.add(held)
    for name, value in asdict(checks).items():
        setattr(held, name, value)
    session.flush()
    events.emit(session, actor, ReplyChecksChanged(shop_id=shop_id, what="settings"))
    return held


def _must(actor: Actor, shop_id: UUID) -> None:
    actor.must(Permission.PHRASES_EDIT)
    shops.must_reach(actor, shop_id)
