"""What the demo's shops know: articles and guides, published."""

from functools import cache
from importlib.resources import files

from sqlalchemy import select
from sqlalchemy.orm import Session

from xiaoer.core.auth import Actor
from xiaoer.core.shops import Shop
from xiaoer.knowledge import service
from xiaoer.knowledge.models import ArticleCategory, Kind
from xiaoer.knowledge.service.writing import Frame, Words

FILMS = {
    "紫砂壶怎么开壶": "https://example.com/videos/teapot",
    "四件套怎么套被芯不乱跑": "https://example.com/videos/duvet",
}


@cache
def _rows() -> list[list[str]]:
    text = (files("xiaoer.app.demo") / "articles.txt").read_text(encoding="utf-8")
    lines = [each for each in text.splitlines() if each and not each.startswith("#")]
    return [[part.strip() for part in line.split(" | ")] for line in lines]


def write(session: Session, boss: Actor, shop: Shop) -> None:
    """Write and publish them all; everybody but the policies' readers may read them."""
    known = {each.code: each.id for each in session.scalars(select(ArticleCategory))}
    usual = next(iter(known.values()))
    for kind, category, title, title_en, wordings, body in _rows():
        film = FILMS.get(title)
        made = service.write(
            session,
            boss,
            shop_id=shop.id,
            frame=Frame(kind=Kind(kind), category_id=known.get(category, usual), public=True),
            words=Words(
                title=title,
                title_en=title_en,
                body=body.replace("／", "\n"),
                questions=wordings.split(";"),
                media=[{"kind": "video", "url": film, "text": "看一遍就会"}] if film else [],
            ),
        )
        service.publish(session, boss, made.id, version=1)
