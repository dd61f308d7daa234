"""The managed list of categories."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from xiaoer.core import events
from xiaoer.core.auth import Actor, Permission
from xiaoer.phrases import queries
from xiaoer.phrases.errors import CategoryNameTaken, OrderOfAll
from xiaoer.phrases.events import PhraseCategoriesChanged
from xiaoer.phrases.models import PhraseCategory


def add_category(
    session: Session, actor: Actor, *, name_zh: str, name_en: str | None = None
) -> PhraseCategory:
    """A category after all others. Without an English name the Chinese one serves."""
    actor.must(Permission.PHRASES_EDIT)
    name_en = name_en or name_zh
    _check_free(session, name_zh, name_en)
    last = session.scalar(select(func.max(PhraseCategory.position)))
    category = PhraseCategory(name_zh=name_zh, name_en=name_en, position=(last or 0) + 1)
    session.add(category)
    session.flush()
    _tell(session, actor, [category.id])
    return category


def change_category(
    session: Session,
    actor: Actor,
    category_id: UUID,
    *,
    name_zh: str | None = None,
    name_en: str | None = None,
    active: bool | None = None,
    offers: bool | None = None,
) -> PhraseCategory:
    """Rename it, disable or enable it, say whether it holds offers; phrases in it stay as they
    are."""
    actor.must(Permission.PHRASES_EDIT)
    category = queries.category(session, category_id)
    new_zh, new_en = name_zh or category.name_zh, name_en or category.name_en
    _check_free(session, new_zh, new_en, but=category_id)
    category.name_zh, category.name_en = new_zh, new_en
    category.active = category.active if active is None else active
    category.offers = category.offers if offers is None else offers
    session.flush()
    _tell(session, actor, [category.id])
    return category


def order_categories(session: Session, actor: Actor, category_ids: Sequence[UUID]) -> None:
    """Put all categories into this order."""
    actor.must(Permission.PHRASES_EDIT)
    known = {each.id: each for each in queries.categories(session)}
    if sorted(known, key=str) != sorted(category_ids, key=str):
        raise OrderOfAll
    for position, category_id in enumerate(category_ids, start=1):
        known[category_id].position = position
    session.flush()
    _tell(session, actor, list(category_ids))


def _check_free(session: Session, name_zh: str, name_en: str, *, but: UUID | None = None) -> None:
    # two who choose the same name at once take turns
    place = func.hashtextextended("phrase_categories", 0)
    session.execute(select(func.pg_advisory_xact_lock(place)))
    taken = session.scalars(
        select(PhraseCategory).where(
            or_(PhraseCategory.name_zh == name_zh, PhraseCategory.name_en == name_en)
        )
    )
    for each in taken:
        if each.id != but:
            raise CategoryNameTaken(name=name_zh if each.name_zh == name_zh else name_en)


def _tell(session: Session, actor: Actor, category_ids: list[UUID]) -> None:
    told = PhraseCategoriesChanged(shop_id=None, category_ids=category_ids)
    events.emit(session, actor, told)
