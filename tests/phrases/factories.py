"""Phrases for tests, made with only what matters."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core import auth
from xiaoer.core.auth import Actor
from xiaoer.phrases import service
from xiaoer.phrases.models import Phrase, PhraseCategory


def category(session: Session, code: str = "logistics") -> PhraseCategory:
    return session.scalars(select(PhraseCategory).where(PhraseCategory.code == code)).one()


def make_phrase(
    session: Session, shop_id: UUID, actor: Actor | None = None, **what_matters: Any
) -> Phrase:
    """Shared by default; `shared=False` makes it the actor's own."""
    defaults = {
        "shared": True,
        "shop_id": shop_id,
        "category_id": category(session).id,
        "title": "查物流",
        "text": "亲，{customer_name}，您的订单 {order_no} 正在路上。",
    }
    return service.write(session, actor or auth.system(), **(defaults | what_matters))
