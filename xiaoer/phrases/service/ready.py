"""Every shop begins with words for listening, calming and asking."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core import auth
from xiaoer.core.shops import Shop
from xiaoer.phrases import rules
from xiaoer.phrases.models import Phrase, PhraseCategory
from xiaoer.phrases.service.phrases import write


def give(session: Session) -> int:
    """Give them to shops that never had any of a category; how many phrases were written."""
    written = 0
    for code, words in rules.READY.items():
        category = session.scalar(select(PhraseCategory).where(PhraseCategory.code == code))
        if category is None or not category.active:
            continue
        had = select(Phrase.shop_id).where(
            Phrase.category_id == category.id, Phrase.shop_id.is_not(None)
        )
        for shop_id in session.scalars(select(Shop.id).where(Shop.id.not_in(had))):
            for title, text in words:
                write(
                    session,
                    auth.system("house"),
                    shared=True,
                    shop_id=shop_id,
                    category_id=category.id,
                    title=title,
                    text=text,
                )
                written += 1
    return written
