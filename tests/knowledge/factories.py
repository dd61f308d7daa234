"""Articles for tests, made with only what matters."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core import auth
from xiaoer.core.auth import Actor
from xiaoer.knowledge import service
from xiaoer.knowledge.models import Article, ArticleCategory, Kind
from xiaoer.knowledge.service.writing import Frame, Words


def category(session: Session, code: str = "returns") -> ArticleCategory:
    return session.scalars(select(ArticleCategory).where(ArticleCategory.code == code)).one()


def make_article(
    session: Session,
    shop_id: UUID,
    title: str = "七天无理由退货怎么申请",
    *,
    actor: Actor | None = None,
    published: bool = True,
    body: str = "在订单里点“申请退货”，同意后寄回即可。",
    code: str = "returns",
    words: dict[str, Any] | None = None,
    **frame: Any,
) -> Article:
    """A public question of the FAQ by default."""
    who = actor or auth.system()
    defaults: dict[str, Any] = {
        "kind": Kind.FAQ,
        "category_id": category(session, code).id,
        "public": True,
    }
    made = service.write(
        session,
        who,
        shop_id=shop_id,
        frame=Frame(**(defaults | frame)),
        words=Words(title=title, body=body, **(words or {})),
    )
    if published:
        service.publish(session, who, made.id, version=1)
    return made
