"""Words that rooms above bring along for their notices; a shop may write its own instead."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from xiaoer.core.remembering import remembered
from xiaoer.notices import queries
from xiaoer.notices.models import Notice, NoticeTemplate, Purpose

_house: dict[str, Mapping[str, str]] = {}


def bring_words(words: Mapping[str, Mapping[str, str]]) -> None:
    """Let these codes be sent in every shop: code → language → text with `{name}`s."""
    _house.update(words)


def house_words() -> Mapping[str, Mapping[str, str]]:
    return dict(sorted(_house.items()))


def words_for(session: Session, shop_id: UUID, code: str, locale: str) -> NoticeTemplate | None:
    """The shop's words in this language, else the house's, else the shop's in the other one."""
    key = ("words", shop_id, code, locale)
    return remembered(session, key, lambda: _words_for(session, shop_id, code, locale))


def _words_for(session: Session, shop_id: UUID, code: str, locale: str) -> NoticeTemplate | None:
    own = queries.template(session, shop_id, code, locale)
    if own is not None and own.locale == locale:
        return own
    text = _house.get(code, {}).get(locale)
    if text is None:
        return own
    return NoticeTemplate(
        shop_id=shop_id, code=code, locale=locale, text=text, purpose=Purpose.SERVICE, urgent=False
    )


def text_of(session: Session, notice_id: UUID) -> str:
    """What it says; nothing once the customer was forgotten."""
    notice = session.get(Notice, notice_id)
    return notice.text if notice is not None else ""
